"""«Gjennomgått» on the page of a plan, a risk or a chart: what leaders and the board asked or decided."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from styrk.access.requests import Request
from styrk.compliance.looks import looks_at
from styrk.compliance.rules import may_look
from styrk.compliance.types import Outcome
from styrk.indicators.views.where import Place
from styrk.organisation.models import Unit
from styrk.plans.models import Plan
from styrk.plans.states import State
from styrk.risks.models import Risk
from styrk.ui.addresses import address_of
from styrk.ui.boxes import Panel

TAGS = {
    Outcome.ASKED: (_("Spurte"), "info"),
    Outcome.DECIDED: (_("Bestemte"), "success"),
}


def on_plan(plan: Plan, request: Request) -> Panel | None:
    """Of an approved version: what is still being written is not gone through."""
    if plan.state != State.APPROVED:
        return None
    return _box(request, plan.uuid, plan.unit, address_of("forskriftskart:look_plan", plan.uuid))


def on_risk(risk: Risk, request: Request) -> Panel | None:
    return _box(request, risk.uuid, risk.unit, address_of("forskriftskart:look_risk", risk.uuid))


def on_place(place: Place, request: Request) -> Panel | None:
    unit, indicator = place.unit, place.indicator
    way = address_of("forskriftskart:look_series", indicator.uuid, unit.uuid)
    return _box(request, indicator.uuid, unit, way)


def _box(request: Request, subject: UUID, unit: Unit, way: str) -> Panel | None:
    found, may = looks_at(subject, unit), may_look(request.standing, unit)
    if not found and not may:
        return None
    rows = [(one, *TAGS[Outcome(one.look.outcome)]) for one in found]
    values = {"rows": rows, "way": way if may else ""}
    return Panel(_("Gjennomgått"), "overview/forskriftskart/looks.html", values, "gjennomgatt")


PANELS = {"plan": on_plan, "risk": on_risk, "place": on_place}
