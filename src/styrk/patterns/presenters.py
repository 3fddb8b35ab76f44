"""Words, colours and the picture of the months."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from styrk.patterns.models import GroupStep, IncidentGroup
from styrk.patterns.states import State
from styrk.ui.history import Told
from styrk.ui.words import spoken_month

# The picture of the months, in its own units: each month's width, the bars' height.
WIDE, HIGH = 24, 60
ACTS: dict[str, Promise] = {
    "begin": gettext_lazy("begynte samleavviket"),
    "join": gettext_lazy("la til meldinger"),
    "leave": gettext_lazy("tok ut en melding"),
    "answer": gettext_lazy("svarte dem som meldte"),
    "end": gettext_lazy("avsluttet samleavviket"),
    "go_on": gettext_lazy("tok samleavviket opp igjen"),
}


@dataclass(frozen=True)
class Bar:
    """A month in the picture: where it stands, how high it is, and its number."""

    x: int
    height: int
    number: int


def bars(months: list[tuple[date, int]]) -> list[Bar]:
    most = max(number for _month, number in months) or 1
    return [
        Bar(place * WIDE, HIGH * number // most, number)
        for place, (_month, number) in enumerate(months)
    ]


def spoken(months: list[tuple[date, int]]) -> str:
    """The picture in words: the months that have any."""
    return ", ".join(f"{spoken_month(month)}: {number}" for month, number in months if number)


def state_mark(group: IncidentGroup) -> tuple[Promise | str, str]:
    state = State(group.state)
    return state.label, "info" if state == State.OPEN else "neutral"


def history(steps: Iterable[GroupStep]) -> list[Told]:
    return [Told(one.at, one.by.name, _sentence(one)) for one in steps]


def _sentence(step: GroupStep) -> str:
    act = str(ACTS.get(step.act, step.act))
    return f"{act}: {step.note}" if step.note else act
