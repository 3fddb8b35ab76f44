"""Samleavvik in words and colours, and the picture of the months."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.patterns.models import (
    GroupStep,
    IncidentGroup,
    Raising,
)
from styrk.patterns.queries import Counted, Place, Some
from styrk.patterns.states import RaisedState, State
from styrk.patterns.types import Taken
from styrk.ui.forms import listed
from styrk.ui.history import Told
from styrk.ui.words import spoken_month

# The picture of the months, in its own units: each month's width, the bars' height.
WIDE, HIGH = 24, 60
ACTS: dict[str, Promise] = {
    "begin": gettext_lazy("begynte samleavviket"),
    "join": gettext_lazy("la til meldinger"),
    "leave": gettext_lazy("tok ut en melding"),
    "answer": gettext_lazy("svarte dem som meldte"),
    "take": gettext_lazy("tok imot de nye meldingene"),
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
    """How often and where, as a picture of the months, its words, and the rows of a table.

    `worst` how many led to death or severe harm; `months` those that have any, the newest first: as an address names them, in words, how many.
    """

    total: int
    bars: list[Bar]
    spoken: str
    ends: tuple[str, str]
    width: int
    units: list[Place]
    worst: str
    months: list[tuple[str, str, int]]


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
        worst=worst(counted),
        months=[(f"{month:%Y-%m}", spoken_month(month), n) for month, n in reversed(months) if n],
    )


def worst(counted: Counted) -> str:
    """What one who decides must know of it, in words; empty where nobody was severely harmed."""
    dead, severe = counted.worst
    said = [
        *([ngettext("%(n)s dødsfall", "%(n)s dødsfall", dead) % {"n": dead}] if dead else []),
        *(
            [ngettext("%(n)s alvorlig skade", "%(n)s alvorlige skader", severe) % {"n": severe}]
            if severe
            else []
        ),
    ]
    return _("Av dem: %(worst)s.") % {"worst": listed(said)} if said else ""


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


def some(chosen: Some) -> str:
    """Which reports a list is of."""
    said = [
        *([spoken_month(chosen.month)] if chosen.month else []),
        *([_("siden %(month)s") % {"month": spoken_month(chosen.since)}] if chosen.since else []),
        *([chosen.unit.name] if chosen.unit else []),
    ]
    return ", ".join(said)


def answered(reports: int) -> str:
    """To how many the answer went."""
    return ngettext(
        "Svaret er sendt til den som meldte.",
        "Svaret er sendt til dem som meldte, for %(n)s meldinger.",
        reports,
    ) % {"n": reports}


def taken(found: Taken) -> str:
    """What became of the new ones, those that were left too."""
    said = ngettext(
        "Du har tatt imot %(n)s melding.", "Du har tatt imot %(n)s meldinger.", found.taken
    ) % {"n": found.taken}
    serious = ngettext(
        "%(n)s venter fortsatt: Den er alvorlig, eller kunne blitt det. Les den først.",
        "%(n)s venter fortsatt: De er alvorlige, eller kunne blitt det. Les dem først.",
        found.serious,
    ) % {"n": found.serious}
    elsewhere = ngettext(
        "%(n)s ligger hos noen andre.", "%(n)s ligger hos noen andre.", found.elsewhere
    ) % {"n": found.elsewhere}
    left = [*([serious] if found.serious else []), *([elsewhere] if found.elsewhere else [])]
    return " ".join([said, *left])
