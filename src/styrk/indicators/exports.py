"""Values as files that can be read in again, and forms to fill in."""

from collections.abc import Iterable, Sequence
from datetime import date

from styrk.core.sheets import Cell, csv_of, workbook_of
from styrk.indicators import periods
from styrk.indicators.imports.shapes import OURS
from styrk.indicators.models import Definition, Figure, Indicator
from styrk.indicators.queries.defining import definitions_of
from styrk.indicators.series import in_force
from styrk.indicators.states import Of, Rhythm
from styrk.organisation.models import Unit

SAID = {Of.ACTUAL: "faktisk", Of.BUDGET: "budsjett", Of.FORECAST: "estimat"}
SHEET = "Verdier"
SHORT = {Rhythm.TERTIAL: "T", Rhythm.QUARTER: "K", Rhythm.HALF: "H", Rhythm.WEEK: "U"}


def template(indicators: Sequence[Indicator], units: Sequence[Unit], on: date) -> bytes:
    """A workbook to fill in: a row for each indicator and unit, for the newest period that is over."""
    versions = definitions_of([one.pk for one in indicators])
    rows = (
        (one.code, unit.code, _newest(versions[one.pk], on), None, None, "faktisk", "")
        for one in indicators
        for unit in units
        if unit.path.startswith(one.unit.path)
    )
    return workbook_of(SHEET, OURS, rows)


def exported(indicators: Sequence[Indicator], unit: Unit, form: str = "csv") -> bytes:
    """The values that stand by themselves at the unit and below it, as `imports` reads them."""
    rows = _rows(indicators, unit)
    return workbook_of(SHEET, OURS, rows) if form == "xlsx" else csv_of(OURS, rows)


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
