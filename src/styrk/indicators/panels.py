"""What indicators say on the pages of records below: of an action, whether the figures show that it helped."""

from django.utils.translation import gettext_lazy as _

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
from styrk.indicators.queries.measures import measures_of
from styrk.ui.boxes import Panel


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


PANELS = {"action": on_action, "goal": on_goal}
