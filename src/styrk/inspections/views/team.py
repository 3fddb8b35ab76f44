"""Who is on the team of an audit."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.core import clock
from styrk.inspections import commands, forms, queries
from styrk.inspections.views.acting import DESK


@signed_in
@ACT
def join(request: Request, uuid: UUID) -> HttpResponse:
    """Find somebody by name, and take them onto the team."""
    audit = DESK.for_act(request, uuid, "join")
    today = clock.day(request.now)
    form = forms.JoinForm(
        data(request),
        initial=draft(request),
        find=lambda text: queries.people_called(text, audit, today),
    )
    return DESK.page(
        request,
        audit,
        "join",
        form,
        lambda: commands.join_team(
            audit=audit, person=form.found, by=request.person, now=request.now
        ),
        title=_("Ta med noen på laget"),
        intro=_(
            "Den du tar med, ser og gjør det samme som laget til revisjonen er fulgt opp, og får vite det."
        ),
        button=_("Ta med"),
        said=lambda _done: _("%(name)s er med på laget.") % {"name": form.found.name},
    )


@signed_in
@require_POST
def leave(request: Request, uuid: UUID, person: UUID) -> HttpResponse:
    audit = DESK.for_act(request, uuid, "leave")
    member = next((one for one in audit.members.all() if one.person.uuid == person), None)
    if member is None:
        raise Http404
    return DESK.do(
        request,
        audit,
        lambda: commands.leave_team(
            audit=audit, person=member.person, by=request.person, now=request.now
        ),
        _("%(name)s er ikke på laget lenger.") % {"name": member.person.name},
    )
