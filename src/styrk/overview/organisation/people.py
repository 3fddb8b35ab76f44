"""What is known of a person: changed one by one, and that the person leaves or is here after all."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.access.roles import ROLES
from styrk.core import clock
from styrk.duties.queries import named_waiting
from styrk.organisation import commands, queries
from styrk.organisation.forms import HITS
from styrk.organisation.models import Person, Unit
from styrk.overview.organisation import change_forms as forms
from styrk.overview.organisation import departures
from styrk.overview.organisation.changes import Change, change_page, posted
from styrk.ui.words import spoken_day


def person_of(request: Request, uuid: UUID) -> Person:
    """Someone who belongs to the reader's own line; else missing."""
    person = queries.person_by_uuid(uuid)
    own = request.standing.may[Permission.CHANGE_ORGANISATION]
    if person is None or person.home_unit_id is None or person.home_unit_id not in own:
        raise Http404
    return person


def is_within(request: Request, person: Person) -> bool:
    """Holds no post outside the reader's line: with a password one could be that person there."""
    own = request.standing.may[Permission.CHANGE_ORGANISATION]
    held = queries.units_of_posts(person, clock.day(request.now))
    return all(unit_id in own for unit_id in held)


def check_within(request: Request, person: Person) -> None:
    if not is_within(request, person):
        raise Http404


def _home(person: Person) -> Unit:
    if person.home_unit is None:
        raise Http404
    return person.home_unit


@allowed(Permission.CHANGE_ORGANISATION)
def change(request: Request, uuid: UUID) -> HttpResponse:
    """Name, title, e-mail and the unit that the person belongs to, within the reader's own line."""
    person = person_of(request, uuid)
    check_within(request, person)
    home = _home(person)
    known = {"name": person.name, "title": person.title, "email": person.email, "who": home.code}
    form = forms.FactsForm(posted(request), initial=known, find=partial(_units, request))
    page = Change(
        title=_("Endre opplysninger om %(person)s") % {"person": person.name},
        button=_("Lagre"),
        act=lambda: commands.change_person(
            person=person,
            name=form.cleaned_data["name"],
            title=form.cleaned_data["title"],
            email=form.cleaned_data["email"],
            home_unit=form.found,
            by=request.person,
            now=request.now,
        ),
        said=lambda: _("Opplysningene er lagret."),
    )
    return change_page(request, home, form, page, back=_page(person))


def _units(request: Request, text: str) -> list[Unit]:
    own = request.standing.may[Permission.CHANGE_ORGANISATION]
    found = queries.find_units(text, trust_ids=None, on=clock.day(request.now), limit=50)
    return [one for one in found if one.pk in own][:HITS]


@allowed(Permission.CHANGE_ORGANISATION)
def leave(request: Request, uuid: UUID) -> HttpResponse:
    """The last day, past or to come, and what follows from it."""
    person = person_of(request, uuid)
    check_within(request, person)
    today = clock.day(request.now)
    form = forms.LastDayForm(posted(request), initial={"until": person.left_on or today})
    page = Change(
        title=_("%(person)s slutter") % {"person": person.name},
        lead=_("Skriv siste dag, også når den er passert."),
        button=_("Registrer siste dag"),
        color="danger",
        act=lambda: departures.register_departure(
            person=person, left_on=form.cleaned_data["until"], by=request.person, now=request.now
        ),
        said=lambda: (
            _("Registrert: siste dag er %(day)s.") % {"day": spoken_day(form.cleaned_data["until"])}
        ),
    )
    more = {
        "person": person,
        "roles": {code: role.name for code, role in ROLES.items()},
        "posts": queries.posts_from(person, today),
        "acting": queries.acting_from(person, today),
        "named": named_waiting(person),
    }
    template = "overview/organisation/leave.html"
    return change_page(
        request, _home(person), form, page, back=_page(person), template=template, more=more
    )


@allowed(Permission.CHANGE_ORGANISATION)
@require_POST
def stay(request: Request, uuid: UUID) -> HttpResponse:
    """The departure was a mistake: what ended with it is as it was agreed."""
    said = _("%(person)s har ikke sluttet. Rollene som sluttet samtidig, er som avtalt før.")
    return _here_again(request, uuid, departures.take_back, said)


@allowed(Permission.CHANGE_ORGANISATION)
@require_POST
def returned(request: Request, uuid: UUID) -> HttpResponse:
    """The person had left and is back; roles are given anew."""
    said = _("%(person)s har begynt igjen. Gi roller på siden til enheten.")
    return _here_again(request, uuid, departures.register_return, said)


def _here_again(
    request: Request, uuid: UUID, act: Callable[..., object], said: str
) -> HttpResponse:
    person = person_of(request, uuid)
    check_within(request, person)
    try:
        act(person=person, by=request.person, now=request.now)
    except commands.Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, said % {"person": person.name})
    return redirect("organisation:account", uuid)


def _page(person: Person) -> str:
    return reverse("organisation:account", args=[person.uuid])
