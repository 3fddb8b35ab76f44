"""Values as files that can be read in again, and forms to fill in."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from styrk.indicators import periods
from styrk.indicators.imports.shapes import OURS
from styrk.indicators.models import Definition, Figure, Indicator
from styrk.indicators.queries.defining import definitions_of
from styrk.indicators.series import in_force
from styrk.indicators.states import Of, Rhythm
from styrk.organisation.imports.tables import FORMULA
from styrk.organisation.models import Unit

type Cell = str | Decimal | None
SAID = {Of.ACTUAL: "faktisk", Of.BUDGET: "budsjett", Of.FORECAST: "estimat"}
WIDTH = 18
SHORT = {Rhythm.TERTIAL: "T", Rhythm.QUARTER: "K", Rhythm.HALF: "H", Rhythm.WEEK: "U"}


def template(indicators: Sequence[Indicator], units: Sequence[Unit], on: date) -> bytes:
    """A workbook to fill in: a row for each indicator and unit, for the newest period that is over."""
    versions = definitions_of([one.pk for one in indicators])
    return _workbook(
        (one.code, unit.code, _newest(versions[one.pk], on), None, None, "faktisk", "")
        for one in indicators
        for unit in units
        if unit.path.startswith(one.unit.path)
    )


def exported(indicators: Sequence[Indicator], unit: Unit, form: str = "csv") -> bytes:
    """The values that stand by themselves at the unit and below it, as `imports` reads them."""
    rows = _rows(indicators, unit)
    return _workbook(rows) if form == "xlsx" else _csv(rows)


def period_text(rhythm: str, period: date) -> str:
    """The period as `imports.dates` reads it: 2025-12, 2025T1, 2025U05, 2025, or the day."""
    if rhythm == Rhythm.YEAR:
        return f"{period.year}"
    if rhythm == Rhythm.MONTH:
        return f"{period:%Y-%m}"
    if rhythm == Rhythm.DAY:
        return period.isoformat()
    year = period.isocalendar().year if rhythm == Rhythm.WEEK else period.year
    return f"{year}{SHORT[Rhythm(rhythm)]}{periods.number(rhythm, period)}"


def _newest(versions: Sequence[Definition], on: date) -> str:
    rhythm = versions[-1].rhythm
    return period_text(rhythm, periods.newest_over(rhythm, on))


def _rows(indicators: Sequence[Indicator], unit: Unit) -> Iterable[tuple[Cell, ...]]:
    versions = definitions_of([one.pk for one in indicators])
    codes = {one.pk: one.code for one in indicators}
    found = Figure.objects.filter(
        indicator__one_of=list(codes), unit__path__startswith=unit.path, own=True
    ).order_by("indicator_id", "unit__path", "period", "of")
    columns = ("indicator_id", "unit__code", "period", "numerator", "denominator", "of")
    for pk, code, period, top, low, of in found.values_list(*columns).iterator():
        text = period_text(in_force(versions[pk], period).rhythm, period)
        yield codes[pk], code, text, top, low, SAID[Of(of)], ""


def _csv(rows: Iterable[tuple[Cell, ...]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(OURS)
    writer.writerows([_said(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _said(cell: Cell) -> str:
    """A spreadsheet calculates a text that looks like a formula; an apostrophe keeps it text."""
    if isinstance(cell, Decimal):
        return _plain(cell).replace(".", ",")
    text = cell or ""
    return f"'{text}" if text.startswith(FORMULA) else text


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _workbook(rows: Iterable[tuple[Cell, ...]]) -> bytes:
    target = io.BytesIO()
    options: dict[str, Any] = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(target, options)
    # The same values give the same file: nothing in it of when it was asked for.
    book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
    sheet = book.add_worksheet("Verdier")
    sheet.write_row(0, 0, OURS, book.add_format({"bold": True}))
    sheet.set_column(0, len(OURS) - 1, WIDTH)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, Decimal):
                sheet.write_number(number, column, float(cell))
            elif cell:
                sheet.write_string(number, column, cell)
    book.close()
    return target.getvalue()
