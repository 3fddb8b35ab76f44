"""What a review lists by name, as plain data in bokmål: what a number alone does not say."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from styrk.appraisal.queries import Changes, accepted_risks, changes, open_supervision
from styrk.appraisal.states import Part
from styrk.compliance.queries import Row, Said, keys_for, weighed
from styrk.inspections.models import Audit
from styrk.inspections.queries.board import Order, number_of_orders, orders_of
from styrk.inspections.states import State
from styrk.organisation.models import Unit
from styrk.regulation.maps import MAPS
from styrk.regulation.types import Evidence, Status
from styrk.risks.models import Risk
from styrk.risks.states import Zone
from styrk.ui.addresses import address_of
from styrk.ui.words import spoken_day

type Told = dict[str, Any]
# The yearly review by the leadership, and what digitalsikkerhetsforskriften § 6 asks for beside it.
SECURITY = MAPS["informasjonssikkerhet"]
# Where all of a list is, when there are more than are named.
WHOLE = {
    "accepted": "risks:risks",
    "supervision": "inspections:audits",
    "orders": "inspections:findings",
    "changes": "organisation:units",
}
STATUSES = {
    Status.SHOWN: "vist",
    Status.PARTLY: "delvis vist",
    Status.NOT_SHOWN: "ikke vist",
    Status.UNKNOWN: "kan ikke vises ennå",
}


def lists(unit: Unit, on: date, said: Said, evidence: Iterable[Evidence]) -> list[Told]:
    """Each list with its part; one that has nothing says so by being empty."""
    accepted, supervision = accepted_risks(unit), open_supervision(unit)
    orders, found = orders_of(unit, on), changes(unit, on)
    changed = sum(one.more for one in (found.begun, found.ended, found.altered))
    unnamed = number_of_orders(unit) - len(orders)
    return [
        _list("accepted", Part.COMPLIANCE, _accepted(accepted.rows), accepted.more, unit),
        _list(
            "supervision", Part.COMPLIANCE, _supervision(supervision.rows), supervision.more, unit
        ),
        _list("orders", Part.COMPLIANCE, _orders(orders), unnamed, unit),
        _list("security", Part.COMPLIANCE, _security(unit, said, evidence)),
        _list("changes", Part.WHOLE, _changes(found), changed, unit),
    ]


def security_keys() -> set[str]:
    return keys_for(SECURITY.items)


def is_security_judged(said: Said) -> bool:
    """Whether somebody has judged the map of information security, and it still counts."""
    return any(said.judged(item.key) for item in SECURITY.items)


def _list(
    key: str,
    part: Part,
    rows: Iterable[tuple[str, str]],
    more: int = 0,
    unit: Unit | None = None,
) -> Told:
    told: Told = {"key": key, "part": str(part), "rows": [list(row) for row in rows]}
    if not more or unit is None:
        return told
    whole = f"{address_of(WHOLE[key])}?{urlencode({'enhet': unit.code})}"
    return told | {"more": more, "url": whole}


def _accepted(found: Iterable[Risk]) -> Iterable[tuple[str, str]]:
    for one in found:
        by = one.acceptance.by.name if one.acceptance else ""
        until = spoken_day(one.accepted_until) if one.accepted_until else ""
        zone = str(Zone(one.zone).label).lower() if one.zone else "ikke vurdert"
        yield one.title, f"{one.unit.name} · {zone} · akseptert av {by} til {until}"


def _supervision(found: Iterable[Audit]) -> Iterable[tuple[str, str]]:
    for one in found:
        held = f"{one.authority.name} · " if one.authority else ""
        yield one.title, f"{held}{one.unit.name} · {str(State(one.state).label).lower()}"


def _orders(found: Iterable[Order]) -> Iterable[tuple[str, str]]:
    for one in found:
        late = ", over fristen" if one.is_late else ""
        yield (
            one.finding.title,
            f"{one.finding.unit.name} · frist {spoken_day(one.deadline)}{late}",
        )


def _security(unit: Unit, said: Said, evidence: Iterable[Evidence]) -> Iterable[tuple[str, str]]:
    for row in weighed(SECURITY.items, evidence, said, unit.pk):
        yield f"{row.item.reference} {row.item.title}", _weighed(row)


def _weighed(row: Row) -> str:
    status = "reglene er slått av" if row.is_off else STATUSES[row.status]
    judged = row.judgement if row.is_judged else None
    if judged is None or judged.until is None:
        return f"{status} · ingen har vurdert det"
    return f"{status} · vurdert av {judged.by.name}, gjelder til {spoken_day(judged.until)}"


def _changes(found: Changes) -> Iterable[tuple[str, str]]:
    for one in found.begun.rows:
        yield one.name, f"ny enhet {spoken_day(one.valid_from)}"
    for one in found.ended.rows:
        if one.valid_to:
            yield one.name, f"lagt ned {spoken_day(one.valid_to)}"
    for edition in found.altered.rows:
        yield edition.name, f"nytt navn eller ny plass {spoken_day(edition.valid_from)}"
    if found.leaders:
        yield "Ledere som har begynt det siste året", f"{found.leaders}"
