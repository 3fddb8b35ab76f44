"""Saying which risk a case shows, and taking it back."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.access.typed import last
from styrk.core import clock
from styrk.incidents import commands, forms, pointing, presenters, queries, without_risk
from styrk.incidents.models import Incident
from styrk.incidents.views.acting import DESK
from styrk.organisation.queries import unit_by_uuid
from styrk.risks.models import Risk
from styrk.ui import pages


@signed_in
@ACT
def point(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "point_at_risk")
    form = forms.PointForm(data(request), found=_near(request, found), initial=draft(request))
    return DESK.page(
        request,
        found,
        "point_at_risk",
        form,
        lambda: commands.point_at_risk(
            incident=found, risk=form.chosen, by=request.person, now=request.now
        ),
        title=_("Knytt saken til en risiko"),
        intro=_(
            "Da ser de som eier risikoen, at det skjer, og hvor ofte. De som ikke kan se saken, får"
            " heller ikke vite om den."
        ),
        button=_("Knytt til risikoen"),
        said=_("Saken er knyttet til risikoen."),
        template="incidents/with_risk.html",
    )


def _near(request: Request, incident: Incident) -> list[Risk]:
    given = data(request) or draft(request)
    return pointing.risks_near(incident, last(given.get("search", ""))[:100])


@signed_in
@require_POST
def withdraw(request: Request, uuid: UUID, risk: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "withdraw_risk")
    shown = pointing.risk_shown(found, risk)
    if shown is None:
        raise Http404
    return DESK.do(
        request,
        found,
        lambda: commands.withdraw_risk(
            incident=found, risk=shown, by=request.person, now=request.now
        ),
        _("Saken er ikke knyttet til risikoen lenger."),
    )


@allowed(Permission.HANDLE_INCIDENTS)
@require_safe
def without(request: Request, uuid: UUID) -> HttpResponse:
    """What goes wrong at a unit and shows no risk, with the rule that asks one to look at it."""
    unit = unit_by_uuid(uuid)
    if unit is None or not request.standing.allows(Permission.HANDLE_INCIDENTS, unit.pk):
        raise Http404
    found = without_risk.unexplained_at(unit, clock.day(request.now))
    values = {
        "unit": unit,
        "rows": [(one, presenters.state_tag(one)) for one in found[: queries.PAGE]],
        "more": len(found) > queries.PAGE,
        "rule": without_risk.MANY,
        "describes": request.standing.allows(Permission.KEEP_RISKS, unit.pk),
    }
    return pages.render(request, "incidents/without_risk.html", values)
