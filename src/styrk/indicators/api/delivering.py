"""Values in from another system: the same command as a form and a file, all or nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from ninja import Router

from styrk.access.api import REFUSED, Key, Problem, Refusal, once, permitted
from styrk.access.permissions import Permission
from styrk.access.requests import Call
from styrk.core import guard
from styrk.indicators.api.shapes import Code, Received, Row, Rows
from styrk.indicators.commands import receive_values
from styrk.indicators.commands.recording import Parcel
from styrk.indicators.imports import dates
from styrk.indicators.imports.report import RHYTHMS, WORDS, why
from styrk.indicators.models import Definition, Indicator
from styrk.indicators.queries.defining import definitions_of
from styrk.indicators.queries.reaching import ids_by_code, reached
from styrk.indicators.rules import recordable
from styrk.indicators.series import in_force
from styrk.indicators.types import Refused, Value, Why
from styrk.ui.problems import Fault

# The field that each refusal is about; of the others the value itself.
FIELDS = {
    Why.UNKNOWN_UNIT: "unit",
    Why.NOT_BELOW: "unit",
    Why.NOT_YOURS: "unit",
    Why.UNIT_ENDED: "period",
    Why.RETIRED: "period",
    Why.NOT_DEFINED: "period",
    Why.WRONG_PERIOD: "period",
    Why.FUTURE: "period",
    Why.NOT_OVER: "period",
    Why.TWICE: "period",
    Why.TWO_VALUES: "period",
    Why.NEEDS_REASON: "reason",
    Why.NO_DENOMINATOR: "denominator",
    Why.ZERO_DENOMINATOR: "denominator",
    Why.NO_USE_OF_DENOMINATOR: "denominator",
    Why.NOT_WHOLE_DENOMINATOR: "denominator",
}


class _Unread(Exception):
    """A row that is no value: the field, why as a fixed word, and in words."""

    def __init__(self, field: str, why: str, detail: str) -> None:
        super().__init__(field, why)
        self.field, self.why, self.detail = field, why, detail


@permitted(Permission.RECORD_VALUES)
def deliver_values(
    request: Call,
    code: Code,
    rows: Rows,
    dry_run: bool = False,  # noqa: FBT001, FBT002 - a query parameter
    accept_valid: bool = False,  # noqa: FBT001, FBT002 - a query parameter
    idempotency_key: Key = None,
) -> dict[str, Any]:
    """Record values of units in periods; a value that stands already is left as it is.

    All or nothing: with any fault nothing is recorded, and each fault is told by its row. With
    `accept_valid` the valid rows are recorded and the others told. With `dry_run` nothing is.
    """
    indicator = reached(recordable(request.standing), code)
    if indicator is None:
        raise Refusal(404)
    if dry_run:
        with transaction.atomic():
            told = _received(request, indicator, rows, accept_valid=accept_valid)
            transaction.set_rollback(True)
        return told | {"dry_run": True}
    return once(
        request,
        idempotency_key,
        lambda: _received(request, indicator, rows, accept_valid=accept_valid),
    )


def add_to(router: Router) -> None:
    router.post(
        "/{code}/values", response={200: Received, REFUSED: Problem}, operation_id="deliver_values"
    )(deliver_values)


def _received(
    request: Call, indicator: Indicator, rows: Sequence[Row], *, accept_valid: bool
) -> dict[str, Any]:
    """Raises Refusal with each fault, where there are any that nobody has chosen to leave out."""
    read = _read(indicator, rows)
    told = receive_values(
        values=list(read.values.values()),
        parcel=Parcel(request.token.name),
        by=request.person,
        now=request.now,
        within=recordable(request.standing),
        accept_valid=True,
    )
    faults = sorted(
        [*read.faults, *_told(told.refused, list(read.values))], key=lambda one: one.row or 0
    )
    taken = told.new + told.corrected + told.unchanged
    if faults and not (accept_valid and taken):
        raise Refusal(422, errors=faults)
    numbers = {"new": told.new, "corrected": told.corrected, "unchanged": told.unchanged}
    return {"dry_run": False, **numbers, "refused": [vars(one) for one in faults]}


@dataclass(frozen=True)
class _Read:
    """Values by the place of their row, and what is wrong with the other rows."""

    values: dict[int, Value]
    faults: list[Fault]


def _read(indicator: Indicator, rows: Sequence[Row]) -> _Read:
    versions = definitions_of([indicator.pk])[indicator.pk]
    units = ids_by_code({row.unit for row in rows})
    read = _Read({}, [])
    for place, row in enumerate(rows):
        try:
            read.values[place] = _value(indicator, row, versions, units)
        except _Unread as unread:
            read.faults.append(Fault(unread.why, unread.detail, place, unread.field))
    return read


def _value(
    indicator: Indicator, row: Row, versions: Sequence[Definition], units: Mapping[str, int]
) -> Value:
    """Raises _Unread."""
    if row.unit not in units:
        raise _Unread("unit", Why.UNKNOWN_UNIT, str(WORDS[Why.UNKNOWN_UNIT]))
    if guard.blocking(row.reason):
        raise _Unread(
            "reason", "names_a_person", _("Grunnen kjenner igjen en person. Ta det bort.")
        )
    return Value(
        indicator_id=indicator.pk,
        unit_id=units[row.unit],
        period=_period(row.period, versions),
        numerator=row.numerator,
        denominator=row.denominator,
        of=row.of,
        reason=row.reason,
    )


def _period(text: str, versions: Sequence[Definition]) -> date:
    """The first day of the period, in the rhythm of the definition in force there. Raises _Unread."""
    try:
        said = dates.period(text)
    except dates.NotAPeriod:
        detail = _("Dette er ikke en periode vi kjenner. Skriv for eksempel 2025-12 eller 2025 T1.")
        raise _Unread("period", Why.WRONG_PERIOD, detail) from None
    rhythm = in_force(versions, said[1]).rhythm
    first = dates.in_rhythm(said, rhythm)
    if first is None:
        detail = _("Perioden passer ikke: indikatoren måles per %(rhythm)s.")
        raise _Unread("period", Why.WRONG_PERIOD, detail % {"rhythm": RHYTHMS[rhythm]})
    return first


def _told(refused: Sequence[Refused], places: Sequence[int]) -> Iterator[Fault]:
    """The refusals of the command, by the rows that the values were read from."""
    for one in refused:
        same = one.why in {Why.TWICE, Why.TWO_VALUES}
        detail = str(places[int(one.detail)]) if same else ""
        field = FIELDS.get(one.why, "numerator")
        yield Fault(one.why, why(one, detail), places[one.position], field)
