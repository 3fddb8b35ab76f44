"""What incidents say on the page of a risk: how often it shows itself, and lately how."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrk.access.requests import Request
from styrk.core import clock
from styrk.incidents import pointing, presenters
from styrk.incidents.pointing import ShownBy
from styrk.incidents.queries import Listed
from styrk.risks.models import Risk
from styrk.ui.boxes import Panel
from styrk.ui.words import spoken_month

# The picture of the months, in its own units: each month's width, the bars' height.
WIDE, HIGH = 24, 60


@dataclass(frozen=True)
class Bar:
    """A month in the picture: where it stands, how high it is, and its number."""

    x: int
    height: int
    number: int


def on_risk(risk: Risk, request: Request) -> Panel:
    """The incidents in sight that show the risk: a number for each of twelve months, and the newest."""
    found = pointing.shown_by(risk, clock.day(request.now))
    return Panel(
        _("Avvik og andre meldinger"),
        "incidents/shown_by.html",
        {
            "found": found,
            "said": _said(found),
            "bars": _bars(found.months),
            "width": WIDE * len(found.months),
            "spoken": _spoken(found.months),
            "ends": [spoken_month(month) for month, _n in (found.months[0], found.months[-1])],
            "rows": [_row(one) for one in found.newest],
        },
        anchor="avvik",
    )


def _said(found: ShownBy) -> str:
    if not found.total:
        return _("Ingen meldinger som du kan se, er knyttet til risikoen.")
    text = ngettext(
        "%(n)s melding du kan se, er knyttet til risikoen, %(lately)s av dem fra de siste tolv månedene.",
        "%(n)s meldinger du kan se, er knyttet til risikoen, %(lately)s av dem fra de siste tolv månedene.",
        found.total,
    )
    return text % {"n": found.total, "lately": found.lately}


def _bars(months: list[tuple[date, int]]) -> list[Bar]:
    most = max(number for _month, number in months) or 1
    return [
        Bar(place * WIDE, HIGH * number // most, number)
        for place, (_month, number) in enumerate(months)
    ]


def _spoken(months: list[tuple[date, int]]) -> str:
    """The picture in words: the months that have any."""
    told = [f"{spoken_month(month)}: {number}" for month, number in months if number]
    return ", ".join(told)


def _row(one: Listed) -> dict[str, Any]:
    return {
        "incident": one,
        "tag": presenters.state_tag(one),
        "harm": presenters.harm_tag(one.harm_actual),
    }


PANELS = {"risk": on_risk}
