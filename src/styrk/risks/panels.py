"""What risks say on the page of a requirement, a goal or a chart: which of them point at it."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from styrk.access.requests import Request
from styrk.core import clock
from styrk.goals.models import Goal
from styrk.indicators.series import Series
from styrk.requirements.models import Requirement
from styrk.risks import presenters
from styrk.risks.models import Risk
from styrk.risks.queries.threatening import risks_seen_in, risks_to, risks_to_goal
from styrk.ui.addresses import address_of
from styrk.ui.boxes import Line, Panel, listing
from styrk.ui.menu import Text

SHOWN = 8


def on_requirement(requirement: Requirement, request: Request) -> Panel | None:
    return _listed(_("Risikoer som kan gå ut over kravet"), risks_to(requirement, SHOWN), request)


def on_goal(goal: Goal, request: Request) -> Panel | None:
    return _listed(_("Risikoer som kan gå ut over målet"), risks_to_goal(goal, SHOWN), request)


def on_series(series: Series, request: Request) -> Panel | None:
    found = risks_seen_in(series.indicator, series.unit_id, SHOWN)
    return _listed(_("Risikoer tallene sier noe om"), found, request)


def _listed(title: Text, risks: tuple[list[Risk], int], request: Request) -> Panel | None:
    found, total = risks
    lines = [_line(risk, clock.day(request.now)) for risk in found]
    return listing(title, lines, total - len(lines), anchor="risikoer")


def _line(risk: Risk, today: date) -> Line:
    tags = [presenters.rated_tag(risk), presenters.state_tag(risk, today)]
    where = f"{risk.unit.name} · {risk.owner.name}"
    return Line(risk.title, address_of("risks:risk", risk.uuid), where, tags)


PANELS = {"requirement": on_requirement, "goal": on_goal, "series": on_series}
