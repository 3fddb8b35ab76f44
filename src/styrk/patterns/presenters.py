"""Words, colours and the picture of the months."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from styrk.patterns.models import GroupStep, IncidentGroup, Raising
from styrk.patterns.queries import Counted
from styrk.patterns.states import RaisedState, State
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
    "raise": gettext_lazy("løftet samleavviket"),
    "agree": gettext_lazy("sa ja"),
    "decline": gettext_lazy("sa nei"),
    "further": gettext_lazy("løftet samleavviket videre"),
    "withdraw": gettext_lazy("trakk saken som var løftet"),
}


RAISED_COLOURS = {
    RaisedState.ASKED: "warning",
    RaisedState.AGREED: "success",
    RaisedState.DECLINED: "danger",
    RaisedState.FURTHER: "info",
    RaisedState.WITHDRAWN: "neutral",
}


@dataclass(frozen=True)
class Bar:
    """A month in the picture: where it stands, how high it is, and its number."""

    x: int
    height: int
    number: int


@dataclass(frozen=True)
class Drawn:
    """How often and where, as a picture of the months, its words, and the rows of a table."""

    total: int
    bars: list[Bar]
    spoken: str
    ends: tuple[str, str]
    width: int
    units: list[tuple[str, int, int]]


def drawn(counted: Counted) -> Drawn:
    months = counted.months
    most = max(number for _month, number in months) or 1
    bars = [
        Bar(place * WIDE, HIGH * number // most, number)
        for place, (_month, number) in enumerate(months)
        if number
    ]
    return Drawn(
        total=counted.total,
        bars=bars,
        spoken=", ".join(f"{spoken_month(month)}: {number}" for month, number in months if number),
        ends=(spoken_month(months[0][0]), spoken_month(months[-1][0])),
        width=WIDE * len(months),
        units=counted.units,
    )


def state_mark(group: IncidentGroup) -> tuple[Promise | str, str]:
    state = State(group.state)
    return state.label, "info" if state == State.OPEN else "neutral"


def raised_mark(raised: Raising) -> tuple[Promise | str, str]:
    state = RaisedState(raised.state)
    return state.label, RAISED_COLOURS[state]


def history(steps: Iterable[GroupStep]) -> list[Told]:
    return [Told(one.at, one.by.name, _sentence(one)) for one in steps]


def _sentence(step: GroupStep) -> str:
    act = str(ACTS.get(step.act, step.act))
    return f"{act}: {step.note}" if step.note else act
