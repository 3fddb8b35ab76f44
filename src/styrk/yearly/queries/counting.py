"""The year in numbers: what was reported, and what became of actions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from styrk.actions import tally as actions
from styrk.core.asking import ask_all
from styrk.core.tallies import Span
from styrk.incidents import tally as incidents
from styrk.organisation.models import Unit

REPORTED = ("received", "suggestions", "good", "serious", "concluded")
ACTED = ("raised", "carried_out", "judged", "worked")


@dataclass(frozen=True)
class Counted:
    """By name of what is counted: in the year, in the year before, and actions as they stand now."""

    reported: Mapping[str, int]
    before: Mapping[str, int]
    acted: Mapping[str, int]


def counted(unit: Unit, year: int, on: date) -> Counted:
    """Of the unit and all below it, in one trip."""
    spans = {name: _year(name, year) for name in ACTED}
    spans |= {"late": Span("planned", before=on), "unknown": Span("unjudged", before=on)}
    reported, before, acted = ask_all(
        [
            incidents.figures(unit.path, {name: _year(name, year) for name in REPORTED}),
            incidents.figures(unit.path, {name: _year(name, year - 1) for name in REPORTED}),
            actions.figures(unit.path, spans),
        ]
    )
    return Counted(reported, before, acted)


def _year(name: str, year: int) -> Span:
    return Span(name, date(year, 1, 1), date(year + 1, 1, 1))
