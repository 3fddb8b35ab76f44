"""What people let other systems do in their own names: given, seen and ended."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from styrk.access import commands, queries
from styrk.access.decorators import allowed
from styrk.access.models import Token
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.core.scope import Units
from styrk.organisation.commands import Refused
from styrk.overview.api import ending
from styrk.overview.api.forms import TokenForm
from styrk.ui import pages

# So many are listed for an administrator, the newest first.
MOST = 200


@allowed(Permission.RECORD_VALUES)
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: Request) -> HttpResponse:
    """The own tokens; posting the form gives another one, whose word is shown this once."""
    form = TokenForm(
        request.POST if request.method == "POST" else None,
        standing=request.standing,
        places=queries.units_to_share(request.standing),
        today=clock.day(request.now),
    )
    try:
        word = _issued(request, form) if form.is_valid() else ""
    except commands.MadeBefore as refused:
        messages.warning(request, str(refused))
        return redirect("api:tokens")
    values = {
        "form": None if word else form,
        "word": word,
        "tokens": queries.tokens(request.person),
        "today": clock.day(request.now),
    }
    status = 422 if form.errors else 200
    return pages.render(request, "overview/api/tokens.html", values, status=status)


def _issued(request: Request, form: TokenForm) -> str:
    """The word of the new token; nothing where it was refused, which the form then says."""
    person = request.person
    try:
        _token, word = commands.issue_token(
            **form.chosen(), person=person, by=person, now=request.now
        )
    except commands.MadeBefore:
        raise
    except Refused as refused:
        form.add_error(None, str(refused))
        return ""
    return word


@allowed(Permission.RECORD_VALUES)
@require_POST
def end(request: Request, uuid: UUID) -> HttpResponse:
    token = queries.token_by_uuid(uuid)
    if token is None or token.person_id != request.person.pk:
        raise Http404
    _end(request, token)
    return redirect("api:tokens")


@allowed(Permission.CHANGE_ORGANISATION)
@require_safe
def everybodys(request: Request) -> HttpResponse:
    """The tokens of everybody in the own line, and of others that reach into it."""
    found = queries.tokens_within(request.standing.may[Permission.CHANGE_ORGANISATION], MOST + 1)
    values = {"tokens": found[:MOST], "more": len(found) > MOST, "today": clock.day(request.now)}
    return pages.render(request, "overview/api/everybodys.html", values)


@allowed(Permission.CHANGE_ORGANISATION)
@require_POST
def end_anothers(request: Request, uuid: UUID) -> HttpResponse:
    token = queries.token_by_uuid(uuid)
    if token is None or not _reaches(request.standing.may[Permission.CHANGE_ORGANISATION], token):
        raise Http404
    _end(request, token, ending.end_anothers)
    return redirect("api:everybodys")


def _reaches(own: Units, token: Token) -> bool:
    home = token.person.home_unit_id
    return home in own.ids or any(unit.pk in own for unit in token.units.all())


def _end(request: Request, token: Token, act: Callable[..., None] = commands.end_token) -> None:
    try:
        act(token=token, by=request.person, now=request.now)
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("Tilgangen er avsluttet. Nøkkelen virker ikke lenger."))
