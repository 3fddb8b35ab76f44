"""Words and colours for goals."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.goals.forms import AimForm
from styrk.goals.models import Goal, GoalStep
from styrk.goals.states import Direction, State
from styrk.ui.history import Told, in_words, told, with_note
from styrk.ui.words import spoken_day

type Mark = tuple[Promise | str, str]

COLOURS = {
    State.PROPOSED: "warning",
    State.AGREED: "info",
    State.REACHED: "success",
    State.DROPPED: "neutral",
}
TARGETS: dict[Direction, Promise] = {
    Direction.UP: gettext_lazy("Opp til %(target)s %(unit)s innen %(day)s"),
    Direction.DOWN: gettext_lazy("Ned til %(target)s %(unit)s innen %(day)s"),
    Direction.HOLD: gettext_lazy("Holdes på %(target)s %(unit)s til %(day)s"),
}
ACTS: dict[str, Promise] = {
    "set": gettext_lazy("foreslo målet"),
    "change": gettext_lazy("endret målet"),
    "agree": gettext_lazy("avtalte målet"),
    "follow": gettext_lazy("fulgte opp"),
    "add_action": gettext_lazy("bestemte et tiltak"),
    "object": gettext_lazy("sa at noe ikke virker"),
    "answer": gettext_lazy("svarte"),
    "reach": gettext_lazy("så at målet er nådd"),
    "drop": gettext_lazy("gikk ikke videre med målet"),
}


def standing_mark(goal: Goal, today: date) -> Mark:
    """Where the goal stands; late where its day has passed."""
    state = State(goal.state)
    if state is State.AGREED and goal.target_on and goal.target_on < today:
        return gettext_lazy("Fristen er gått ut"), "danger"
    return state.label, COLOURS[state]


def target_in_words(goal: Goal) -> str:
    """What is to be reached, in a sentence."""
    if goal.target is None or goal.target_on is None:
        return goal.target_words
    words = str(TARGETS[Direction(goal.direction)]) % {
        "target": number(goal.target),
        "unit": goal.measured_in,
        "day": spoken_day(goal.target_on),
    }
    return f"{words}. {goal.target_words}" if goal.target_words else words


def number(value: Decimal) -> str:
    """As it is written in Norwegian, without zeros that say nothing."""
    return f"{value.normalize():f}".replace(".", ",")


def years(goal: Goal) -> str:
    if goal.first_year == goal.last_year:
        return str(goal.first_year)
    return _("%(first)s–%(last)s") % {"first": goal.first_year, "last": goal.last_year}


def origin(goal: Goal) -> str:
    """Where it comes from, in a few words."""
    if goal.placement:
        return str(goal.placement.requirement.edition)
    return goal.above.unit.name if goal.above else _("Enheten selv")


def history(steps: Iterable[GoalStep]) -> list[Told]:
    return told(steps, lambda step: with_note(in_words(step, ACTS), step.note), AimForm)
