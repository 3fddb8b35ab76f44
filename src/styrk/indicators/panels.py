"""What indicators say on the pages of records below: of an action, whether the figures show that it helped."""

from typing import Any

from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.requests import Request
from styrk.actions.models import Action
from styrk.actions.states import State
from styrk.core import clock
from styrk.goals import rules as goals
from styrk.goals.models import Goal
from styrk.goals.states import State as Reached
from styrk.indicators import rules
from styrk.indicators.presenters.effects import said_by
from styrk.indicators.presenters.measured import measured_row
from styrk.indicators.queries.effects import measured_by
from styrk.indicators.queries.loop import followed_at
from styrk.indicators.queries.measures import measures_of
from styrk.indicators.types import LOOP
from styrk.organisation.models import Unit
from styrk.ui.addresses import address_of
from styrk.ui.boxes import Line, Panel, listing

FROM_REPORT = gettext_lazy("Fra melding til endring")


def on_action(action: Action, request: Request) -> Panel | None:
    """The series it is seen by and what that said last, or that one may choose such a series."""
    found = measured_by(action)
    standing = next((one for one in found if one.stands), None)
    may = rules.may_look(request.standing, action, "measure")
    if standing is None and not found and not may:
        return None
    said = next(iter(said_by(standing, action)), None) if standing else None
    values = {
        "action": action,
        "found": standing,
        "said": said,
        "may": may,
        "waits": action.state in {State.PLANNED, State.DONE},
        "carried_out": action.state != State.PLANNED,
        "asked_before": bool(found),
        "today": clock.day(request.now),
    }
    return Panel(
        _("Hva tallene sier"),
        "indicators/effect_box.html",
        values,
        anchor="tall",
        offer=said.offer if said else None,
    )


def on_goal(goal: Goal, request: Request) -> Panel | None:
    """How it goes by the indicators of the goal, or that one may choose some. One query."""
    may = goals.may_set(request.standing, goal.unit_id) and goal.state not in {
        Reached.REACHED,
        Reached.DROPPED,
    }
    found = measures_of([goal.pk], clock.day(request.now))
    if not found and not may:
        return None
    values = {"rows": [measured_row(one) for one in found], "goal": goal, "may": may}
    return Panel(_("Slik går det i tall"), "indicators/on_goal.html", values, anchor="tall")


def on_unit(unit: Unit, request: Request) -> Panel | None:
    """From a report to what came of it at the unit, or that one may follow it. One query."""
    found = followed_at(unit, clock.day(request.now))
    may = unit.pk == unit.legal_id and rules.may_keep(request.standing, unit)
    lacks = may and len(found) < len(LOOP)
    if not found and not lacks:
        return None
    values = {"rows": [measured_row(one) for one in found], "unit": unit, "lacks": lacks}
    return Panel(FROM_REPORT, "indicators/on_unit.html", values, anchor="slik-gar-det")


def on_board(unit: Unit, request: Request) -> Panel | None:
    """The same of the whole organisation, as lines: how it stands, of when, and what the chart tells."""
    rows = [measured_row(one) for one in followed_at(unit, clock.day(request.now))]
    return listing(FROM_REPORT, [_line(row, unit) for row in rows if row["period"]])


def _line(row: dict[str, Any], unit: Unit) -> Line:
    way = f"{address_of('indicators:indicator', row['measured'].uuid)}?{urlencode({'enhet': unit.code})}"
    target = _("mål %(target)s") % {"target": row["target"]} if row["target"] else ""
    said = (f"{row['latest']} {row['period']}", target, str(row["told"].variation_words))
    return Line(row["measured"].name, way, ", ".join(one for one in said if one))


PANELS = {"action": on_action, "goal": on_goal, "unit": on_unit, "board": on_board}
