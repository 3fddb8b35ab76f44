"""What a review lists by name, as plain data in bokmål: what a number alone does not say."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from styrk.appraisal.queries import accepted_risks, changes, open_supervision
from styrk.appraisal.states import Part
from styrk.compliance.queries import Row, Said, keys_for, weighed
from styrk.inspections.queries.board import orders_of
from styrk.inspections.states import State
from styrk.organisation.models import Unit
from styrk.regulation.maps import MAPS
from styrk.regulation.types import Evidence, Status
from styrk.risks.states import Zone
from styrk.ui.words import spoken_day

type Told = dict[str, Any]
# The yearly review by the leadership, and what digitalsikkerhetsforskriften § 6 asks for beside it.
SECURITY = MAPS["informasjonssikkerhet"]
STATUSES = {
    Status.SHOWN: "vist",
    Status.PARTLY: "delvis vist",
    Status.NOT_SHOWN: "ikke vist",
    Status.UNKNOWN: "kan ikke vises ennå",
}


def lists(unit: Unit, on: date, said: Said, evidence: Iterable[Evidence]) -> list[Told]:
    """Each list with its part; one that has nothing says so by being empty."""
    return [
        _list("accepted", Part.COMPLIANCE, _accepted(unit)),
        _list("supervision", Part.COMPLIANCE, _supervision(unit)),
        _list("orders", Part.COMPLIANCE, _orders(unit, on)),
        _list("security", Part.COMPLIANCE, _security(unit, said, evidence)),
        _list("changes", Part.WHOLE, _changes(unit, on)),
    ]


def security_keys() -> set[str]:
    return keys_for(SECURITY.items)


def is_security_judged(said: Said) -> bool:
    """Whether somebody has judged the map of information security, and it still counts."""
    return any(said.judged(item.key) for item in SECURITY.items)


def _list(key: str, part: Part, rows: Iterable[tuple[str, str]]) -> Told:
    return {"key": key, "part": str(part), "rows": [list(row) for row in rows]}


def _accepted(unit: Unit) -> Iterable[tuple[str, str]]:
    for one in accepted_risks(unit):
        by = one.acceptance.by.name if one.acceptance else ""
        until = spoken_day(one.accepted_until) if one.accepted_until else ""
        zone = str(Zone(one.zone).label).lower() if one.zone else "ikke vurdert"
        yield one.title, f"{one.unit.name} · {zone} · akseptert av {by} til {until}"


def _supervision(unit: Unit) -> Iterable[tuple[str, str]]:
    for one in open_supervision(unit):
        held = f"{one.authority.name} · " if one.authority else ""
        yield one.title, f"{held}{one.unit.name} · {str(State(one.state).label).lower()}"


def _orders(unit: Unit, on: date) -> Iterable[tuple[str, str]]:
    for one in orders_of(unit, on):
        late = ", over fristen" if one.is_late else ""
        yield (
            one.finding.title,
            f"{one.finding.unit.name} · frist {spoken_day(one.deadline)}{late}",
        )


def _security(unit: Unit, said: Said, evidence: Iterable[Evidence]) -> Iterable[tuple[str, str]]:
    for row in weighed(SECURITY.items, evidence, said, unit.pk):
        yield f"{row.item.reference} {row.item.title}", _weighed(row)


def _weighed(row: Row) -> str:
    status = STATUSES[row.status]
    judged = row.judgement if row.is_judged else None
    if judged is None or judged.until is None:
        return f"{status} · ingen har vurdert det"
    return f"{status} · vurdert av {judged.by.name}, gjelder til {spoken_day(judged.until)}"


def _changes(unit: Unit, on: date) -> Iterable[tuple[str, str]]:
    found = changes(unit, on)
    for one in found.begun:
        yield one.name, f"ny enhet {spoken_day(one.valid_from)}"
    for one in found.ended:
        if one.valid_to:
            yield one.name, f"lagt ned {spoken_day(one.valid_to)}"
    for edition in found.altered:
        yield edition.name, f"nytt navn eller ny plass {spoken_day(edition.valid_from)}"
    if found.leaders:
        yield "Ledere som har begynt det siste året", f"{found.leaders}"
