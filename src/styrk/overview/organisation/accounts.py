"""Local accounts on the page: opened, closed, and given a start password that is shown once."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrk.access import commands as access
from styrk.access import passwords
from styrk.access.decorators import allowed
from styrk.access.models import Account
from styrk.access.permissions import Permission
from styrk.access.queries import account_of, accounts_of
from styrk.access.requests import Request
from styrk.access.roles import ROLES
from styrk.core import clock
from styrk.organisation import queries
from styrk.organisation.commands import Refused
from styrk.organisation.models import Person
from styrk.overview.organisation import commands, presenters
from styrk.overview.organisation.change_forms import UsernameForm
from styrk.overview.organisation.changes import posted
from styrk.overview.organisation.forms import PersonSearchForm
from styrk.overview.organisation.people import check_within, is_within, person_of
from styrk.trail.queries import history_of
from styrk.ui import pages

HITS = 20
ACTS = 100


@allowed(Permission.CHANGE_ORGANISATION)
@require_safe
def accounts(request: Request) -> HttpResponse:
    """Find a person of the own line, and see whether they have an account."""
    asked = request.GET.get("sok", "").strip()
    form = PersonSearchForm(request.GET if asked else None)
    text = form.cleaned_data["sok"] if form.is_valid() else ""
    own = request.standing.may[Permission.CHANGE_ORGANISATION].ids
    hits = queries.find_people(text, home_units=own, on=None, limit=HITS + 1)
    values = {
        "form": form,
        "text": text,
        "today": clock.day(request.now),
        "hits": hits[:HITS],
        "more": len(hits) > HITS,
        "accounts": accounts_of(hits),
    }
    status = 422 if form.errors else 200
    return pages.render(request, "overview/organisation/accounts.html", values, status=status)


@allowed(Permission.CHANGE_ORGANISATION)
def account(request: Request, uuid: UUID) -> HttpResponse:
    """A person's account; posting the username opens one."""
    person = person_of(request, uuid)
    form = UsernameForm(posted(request))
    if request.method != "POST":
        return _page(request, person, form)
    check_within(request, person)
    if not form.is_valid():
        return _page(request, person, form, status=422)
    password = passwords.start_password()
    try:
        commands.open_account(
            person=person,
            username=form.cleaned_data["username"],
            password=password,
            start_until=passwords.start_until(request.now),
            by=request.person,
            now=request.now,
        )
    except Refused as refused:
        form.add_error("username", str(refused))
        told = str(refused) if account_of(person) else ""  # then there is no form to say it in
        return _page(request, person, form, refused=told, status=422)
    return _page(request, person, form, password=password)


@allowed(Permission.CHANGE_ORGANISATION)
@require_POST
def new_password(request: Request, uuid: UUID) -> HttpResponse:
    """A start password for an account; one that was closed is open again."""
    password = passwords.start_password()
    return _changed(
        request,
        uuid,
        lambda found: commands.give_password(
            account=found,
            password=password,
            start_until=passwords.start_until(request.now),
            by=request.person,
            now=request.now,
        ),
        password=password,
    )


@allowed(Permission.CHANGE_ORGANISATION)
@require_POST
def close(request: Request, uuid: UUID) -> HttpResponse:
    return _changed(
        request,
        uuid,
        lambda found: access.close_account(account=found, by=request.person, now=request.now),
    )


def _changed(
    request: Request, uuid: UUID, act: Callable[[Account], object], *, password: str = ""
) -> HttpResponse:
    person = person_of(request, uuid)
    check_within(request, person)
    found = account_of(person)
    if found is None:
        raise Http404
    try:
        act(found)
    except Refused as refused:
        return _page(request, person, UsernameForm(), refused=str(refused), status=422)
    if password:
        return _page(request, person, UsernameForm(), password=password)
    messages.success(request, _("Kontoen er stengt."))
    return redirect("organisation:account", uuid)


def _page(
    request: Request,
    person: Person,
    form: UsernameForm,
    *,
    password: str = "",
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    held, acting = queries.ended_with(person)
    values = {
        "person": person,
        "held": held,
        "acting": acting,
        "roles": {code: role.name for code, role in ROLES.items()},
        "acts": presenters.acts(history_of("person", person.pk, limit=ACTS)),
        "form": form,
        "account": account_of(person),
        "is_within": is_within(request, person),
        "today": clock.day(request.now),
        "is_own": person.pk == request.person.pk,
        "password": password,
        "refused": refused,
    }
    template = "overview/organisation/account.html"
    return pages.render(request, template, values, status=status)
