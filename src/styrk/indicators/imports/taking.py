"""Taking in what was read: all of it, the valid by explicit choice, or only as if."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from styrk.core import guard
from styrk.core.files import SourceFile
from styrk.core.scope import ALL, Units
from styrk.indicators.commands import receive_values
from styrk.indicators.commands.recording import Parcel
from styrk.indicators.imports.report import Report, why
from styrk.indicators.imports.rows import Known, Placed, known, positions, taken
from styrk.indicators.imports.shapes import MAPPINGS, NAMES, Shape, guessed, recognised
from styrk.indicators.imports.tables import Identified, Table, Unreadable, opened, read_table
from styrk.indicators.types import Recorded, Refused, Why
from styrk.organisation.imports.rows import RowError
from styrk.organisation.models import Person


@dataclass(frozen=True)
class Asked:
    """Who reads in, when, where one may, and how.

    `shape` says what the columns hold; without one it is recognised or guessed. `reason` is that of
    corrections that have none of their own. `accept_valid`: leave out what is refused, take the rest.
    """

    by: Person | None
    now: datetime
    shape: Shape | None = None
    within: Units = ALL
    reason: str = ""
    dry_run: bool = False
    accept_valid: bool = False


class _Undone(Exception):
    """Everything is to be undone; what came of it is known."""


def run_import(paths: Sequence[Path], mapping: str | None, asked: Asked) -> Report:
    """Import the files at `paths`, by the mapping of that name. Raises KeyError for an unknown one."""
    files, refused = opened(paths)
    shape = MAPPINGS[mapping] if mapping else asked.shape
    if refused:
        return _nothing([path.name for path in paths], asked, refused)
    return import_values(files, Asked(**vars(asked) | {"shape": shape}))


def import_values(files: Sequence[SourceFile], asked: Asked) -> Report:
    """Read the files and take in their values. Raises nothing for bad input: it is in the report.

    With any error nothing is left behind, unless the valid rest is asked for.
    """
    if named := [_named() for source in files if guard.blocking(source.name)]:
        return _nothing([], asked, named)
    errors: list[RowError] = []
    totals, stood = [0, 0, 0], ""
    try:
        with transaction.atomic():
            there = known()
            for source in files:
                told = _receive(source, asked, there, errors)
                parts = (told.new, told.corrected, told.unchanged)
                totals = [sum(each) for each in zip(totals, parts, strict=True)]
                stood += told.stood
            if asked.dry_run or (errors and not asked.accept_valid):
                raise _Undone
    except _Undone:
        pass
    except Identified as found:
        return _nothing([source.name for source in files], asked, found.errors)
    undone = asked.dry_run or (bool(errors) and not asked.accept_valid)
    return Report(
        files=[source.name for source in files],
        dry_run=asked.dry_run,
        applied=not undone and bool(totals[0] + totals[1]),
        new=totals[0],
        corrected=totals[1],
        unchanged=totals[2],
        errors=sorted(errors, key=lambda one: (one.file, one.row)),
        accepted_valid=asked.accept_valid,
        stood=stood,
    )


def _named() -> RowError:
    """Without the name, which would be kept with the values and in the trail."""
    text = _("Navnet på fila kjenner igjen en person. Gi fila et annet navn, og velg den på nytt.")
    return RowError("–", 0, "", text)


def _nothing(names: Sequence[str], asked: Asked, errors: Sequence[RowError]) -> Report:
    return Report(names, asked.dry_run, False, 0, 0, 0, errors)  # noqa: FBT003 - nothing is applied


def _receive(source: SourceFile, asked: Asked, there: Known, errors: list[RowError]) -> Recorded:
    nothing = Recorded(0, 0, 0)
    try:
        table = read_table(source)
    except Unreadable as refused:
        errors.extend(refused.errors)
        return nothing
    shape = asked.shape or recognised(table.header) or guessed(table.header, there.indicators)
    if shape is None or (missing := sorted(shape.columns - set(table.header))):
        errors.extend(_unfit(table, [] if shape is None else missing))
        return nothing
    found = taken(table, shape, there, asked.reason)
    errors.extend(found.errors)
    if not found.values:
        return nothing
    told = receive_values(
        values=positions(found.values),
        parcel=Parcel(source.name, hashlib.sha256(source.data).hexdigest()),
        by=asked.by,
        now=asked.now,
        within=asked.within,
        accept_valid=True,
    )
    errors.extend(_told(refused, found.values, shape) for refused in told.refused)
    return told


def _unfit(table: Table, missing: Sequence[str]) -> list[RowError]:
    if missing:
        return [RowError(table.file, 1, name, _("Kolonnen mangler.")) for name in missing]
    text = _(
        "Vi finner ikke ut hva kolonnene er. Fila trenger indikator, enhet, periode og teller"
        " (eller verdi), for eksempel %(names)s."
    )
    names = ", ".join(names[0] for names in NAMES.values())
    return [RowError(table.file, 1, "", text % {"names": names})]


def _told(refused: Refused, values: Sequence[Placed], shape: Shape) -> RowError:
    placed = values[refused.position]
    detail = ""
    if refused.why in {Why.TWICE, Why.TWO_VALUES}:
        first = int(refused.detail)
        # The first of several is told of one of the others.
        detail = str(values[first].row if first != refused.position else _other(values, first))
    low = placed.low or placed.column
    columns = {
        Why.UNKNOWN_UNIT: shape.unit,
        Why.NOT_BELOW: shape.unit,
        Why.NOT_YOURS: shape.unit,
        Why.UNIT_ENDED: shape.period,
        Why.WRONG_PERIOD: shape.period,
        Why.FUTURE: shape.period,
        Why.NOT_OVER: shape.period,
        Why.NEEDS_REASON: shape.reason,
        Why.NO_DENOMINATOR: low,
        Why.ZERO_DENOMINATOR: low,
        Why.NO_USE_OF_DENOMINATOR: low,
        Why.NOT_WHOLE_DENOMINATOR: low,
        Why.RETIRED: shape.period,
        Why.NOT_DEFINED: shape.period,
    }
    column = columns.get(refused.why, "") or placed.column
    return RowError(placed.file, placed.row, column, why(refused, detail))


def _other(values: Sequence[Placed], first: int) -> int:
    """The row of the next value of the same unit and period."""

    def key(place: int) -> tuple[object, ...]:
        value = values[place].value
        return value.indicator_id, value.unit_id, value.period, value.of

    wanted = key(first)
    later = (place for place in range(first + 1, len(values)) if key(place) == wanted)
    return values[next(later, first)].row
