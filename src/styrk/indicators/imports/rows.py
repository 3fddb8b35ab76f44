"""From the rows of a table to values, each with where it stood, or why it is none."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from django.utils.translation import gettext as _

from styrk.core import guard
from styrk.indicators.imports import dates, numerals
from styrk.indicators.imports.report import RHYTHMS, shown
from styrk.indicators.imports.shapes import Column, Shape
from styrk.indicators.imports.tables import Table
from styrk.indicators.models import Definition, Indicator
from styrk.indicators.queries.defining import definitions_of
from styrk.indicators.series import in_force
from styrk.indicators.states import Of
from styrk.indicators.types import Value
from styrk.organisation.imports.rows import RowError
from styrk.organisation.models import Unit

OF = {
    "": Of.ACTUAL,
    "faktisk": Of.ACTUAL,
    "actual": Of.ACTUAL,
    "budsjett": Of.BUDGET,
    "budget": Of.BUDGET,
    "estimat": Of.FORECAST,
    "prognose": Of.FORECAST,
    "forecast": Of.FORECAST,
}
LONGEST_REASON = 500


@dataclass(frozen=True)
class Known:
    """What rows may name: indicators by code with their versions, and units by what they are called."""

    indicators: Mapping[str, Indicator]
    versions: Mapping[int, tuple[Definition, ...]]
    codes: Mapping[str, int]
    numbers: Mapping[str, list[int]]
    names: Mapping[str, list[int]]


def known() -> Known:
    """Three queries, however many rows there are."""
    indicators = {one.code: one for one in Indicator.objects.select_related("unit")}
    codes, numbers, names = {}, defaultdict(list), defaultdict(list)
    rows = Unit.objects.values_list("pk", "code", "organisation_number", "name")
    for pk, code, number, name in rows:
        codes[code] = pk
        names[name.casefold()].append(pk)
        if number:
            numbers[number].append(pk)
    versions = definitions_of([one.pk for one in indicators.values()])
    return Known(indicators, versions, codes, numbers, names)


@dataclass(frozen=True)
class Placed:
    """A value, and the file, row and column it stood in; `low` is the column of its denominator."""

    value: Value
    file: str
    row: int
    column: str
    low: str


@dataclass
class Taken:
    """What could be read, and what stood in the way of the rest."""

    values: list[Placed] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)


class Wrong(Exception):
    """One cell cannot be what it has to be; the column, and why in words."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column
        self.message = message


class WrongRow(Exception):
    """All that is wrong in a row, so that it is mended at once."""

    def __init__(self, wrong: Sequence[Wrong]) -> None:
        super().__init__(*(one.message for one in wrong))
        self.wrong = tuple(wrong)


class _Tried:
    """Reads cell after cell, and remembers those that cannot be read."""

    def __init__(self) -> None:
        self.wrong: list[Wrong] = []

    def read[**Given, Read](
        self, read: Callable[Given, Read], *args: Given.args, **more: Given.kwargs
    ) -> Read | None:
        try:
            return read(*args, **more)
        except Wrong as wrong:
            self.wrong.append(wrong)
            return None


def taken(table: Table, shape: Shape, there: Known, reason: str = "") -> Taken:
    """All values of a table. `reason` is that of corrections where the row has none of its own."""
    reader = _Reader(table, shape, there, reason)
    found = Taken(errors=list(table.errors))
    for number, cells in table.rows:
        if all(cells[name] == wanted for name, wanted in shape.where.items()):
            _row(reader, number, cells, found)
    return found


def _row(reader: "_Reader", number: int, cells: Mapping[str, str], found: Taken) -> None:
    told: set[RowError] = set()
    for column in reader.shape.series:
        # A row of a wide file says nothing of an indicator whose cell is empty.
        if len(reader.shape.series) > 1 and not any(cells[name] for name in column.numbers):
            continue
        try:
            value = reader.value(column, cells)
        except WrongRow as row:
            errors = [
                RowError(reader.table.file, number, one.column, one.message) for one in row.wrong
            ]
            found.errors += [one for one in errors if one not in told]
            told.update(errors)
        else:
            placed = Placed(
                value, reader.table.file, number, column.read_from(cells), column.denominator
            )
            found.values.append(placed)


class _Reader:
    """Reads the rows of one table."""

    def __init__(self, table: Table, shape: Shape, there: Known, reason: str) -> None:
        self.table, self.shape, self.there, self.reason = table, shape, there, reason
        columns = {name for column in shape.series for name in column.numbers}
        self.sign = numerals.decimal_sign(
            cells[name] for _number, cells in table.rows for name in columns
        )
        self.periods: dict[tuple[str, int], date | Wrong] = {}

    def value(self, column: Column, cells: Mapping[str, str]) -> Value:
        """Raises WrongRow. What a figure is, is known when its indicator and its period are."""
        tried = _Tried()
        unit = tried.read(self._unit, cells[self.shape.unit])
        indicator = tried.read(self._indicator, column, cells)
        period = indicator and tried.read(self._period, cells[self.shape.period], indicator)
        numbers = None
        if indicator and period:
            definition = in_force(self.there.versions[indicator.pk], period)
            tried.read(self._measure, cells, definition)
            numbers = tried.read(self._numbers, column, cells, definition)
        of, reason = tried.read(self._of, cells), tried.read(self._reason, cells)
        if tried.wrong or not (unit and indicator and period and numbers):
            raise WrongRow(tried.wrong)
        return Value(
            indicator_id=indicator.pk,
            unit_id=unit,
            period=period,
            numerator=numbers[0],
            denominator=numbers[1],
            of=of or "",
            reason=reason or "",
        )

    def _unit(self, text: str) -> int:
        if not text:
            raise Wrong(self.shape.unit, _("Feltet må fylles ut."))
        if (pk := self.there.codes.get(f"{self.shape.prefix}{text}")) is not None:
            return pk
        found = self.there.numbers.get(text) or self.there.names.get(text.casefold()) or []
        if len(found) == 1:
            return found[0]
        if found:
            message = _("Flere enheter heter «%(text)s». Skriv koden til enheten.")
        else:
            message = _("Vi kjenner ingen enhet med koden «%(text)s».")
        raise Wrong(self.shape.unit, message % {"text": shown(text)})

    def _indicator(self, column: Column, cells: Mapping[str, str]) -> Indicator:
        code = column.code(cells)
        if (found := self.there.indicators.get(code)) is not None:
            return found
        message = _("Vi kjenner ingen indikator med koden «%(text)s».") % {"text": shown(code)}
        places = sorted(column.columns - set(column.numbers))
        raise Wrong(places[0] if places else "", message)

    def _period(self, text: str, indicator: Indicator) -> date:
        key = (text, indicator.pk)
        if key not in self.periods:
            try:
                self.periods[key] = self._read_period(text, indicator)
            except Wrong as wrong:
                self.periods[key] = wrong
        found = self.periods[key]
        if isinstance(found, Wrong):
            raise found
        return found

    def _read_period(self, text: str, indicator: Indicator) -> date:
        try:
            said = dates.period(text)
        except dates.NotAPeriod:
            message = _(
                "«%(text)s» er ikke en periode vi kjenner. Skriv for eksempel 2025-12, des. 2025,"
                " 2025 T1 eller 31.12.2025."
            )
            raise Wrong(self.shape.period, message % {"text": shown(text)}) from None
        rhythm = in_force(self.there.versions[indicator.pk], said[1]).rhythm
        first = dates.in_rhythm(said, rhythm)
        if first is None:
            message = _("«%(text)s» passer ikke: indikatoren måles per %(rhythm)s.")
            facts = {"text": shown(text), "rhythm": str(RHYTHMS[rhythm])}
            raise Wrong(self.shape.period, message % facts)
        return first

    def _measure(self, cells: Mapping[str, str], definition: Definition) -> None:
        """A number in another measure is another number."""
        name = self.shape.measured_in
        if name and cells[name].casefold() != definition.measured_in.casefold():
            message = _("Tallet er i «%(text)s», men indikatoren måles i «%(measure)s».")
            facts = {"text": shown(cells[name]), "measure": definition.measured_in}
            raise Wrong(name, message % facts)

    def _numbers(
        self, column: Column, cells: Mapping[str, str], definition: Definition
    ) -> tuple[Decimal, Decimal | None]:
        denominator = None
        if column.denominator and cells[column.denominator]:
            denominator = self._number(column.denominator, cells)
        if column.read_from(cells) == column.numerator:
            return self._number(column.numerator, cells), denominator
        value = self._number(column.value, cells, definition.measured_in)
        factor = Decimal(1) if column.share else definition.factor
        numerator = value / factor * (denominator if denominator is not None else 1)
        if column.whole:
            numerator = numerator.to_integral_value(ROUND_HALF_EVEN)
        elif definition.counts_whole and denominator:
            numerator = _counted(numerator, value, factor / denominator)
        return numerator, denominator

    def _number(self, name: str, cells: Mapping[str, str], suffix: str = "") -> Decimal:
        if not cells[name]:
            raise Wrong(name, _("Feltet må fylles ut."))
        try:
            return numerals.number(cells[name], sign=self.sign, suffix=suffix)
        except numerals.NotANumber as error:
            raise Wrong(name, str(error)) from None

    def _of(self, cells: Mapping[str, str]) -> str:
        text = cells[self.shape.of] if self.shape.of else ""
        found = OF.get(text.casefold())
        if found is None:
            message = _("«%(text)s» er verken faktisk, budsjett eller estimat.")
            raise Wrong(self.shape.of, message % {"text": shown(text)})
        return found

    def _reason(self, cells: Mapping[str, str]) -> str:
        text = (cells[self.shape.reason] if self.shape.reason else "") or self.reason
        if guard.blocking(text):
            # Never repeat it: the message is shown, logged and kept.
            raise Wrong(self.shape.reason, _("Grunnen kjenner igjen en person. Ta det bort."))
        return text[:LONGEST_REASON]


def _counted(numerator: Decimal, value: Decimal, each: Decimal) -> Decimal:
    """The whole number that a rounded figure was made of; as it is, where none gives that figure.

    `each`: what one more is of the figure.
    """
    whole = numerator.to_integral_value(ROUND_HALF_EVEN)
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    return whole if abs(whole * each - value) <= step / 2 else numerator


def positions(values: Sequence[Placed]) -> list[Value]:
    return [one.value for one in values]
