"""What the year so far does not have in it, and what is corrected after it was sent, is said at the figures."""

import io
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import openpyxl
import pytest
from pypdf import PdfReader

from styrk.core import scope
from styrk.indicators import commands as measuring
from styrk.indicators.types import Value
from styrk.review.pack import files, grids, words
from styrk.review.pack.files import Whole


@pytest.fixture
def record(measured, region_leader, now):
    """`record("costs", unit, date(2026, 3, 1), 99)`: a correction, or a value taken back (None)."""

    def record(code, unit, period, numerator, denominator=None, at=None):
        top = None if numerator is None else Decimal(numerator)
        low = None if denominator is None else Decimal(denominator)
        value = Value(measured[code].pk, unit.pk, period, top, low, reason="Rettet")
        with scope.acting(scope.SYSTEM):
            measuring.record_values(
                values=[value], by=region_leader, now=at or now + timedelta(hours=2)
            )

    return record


def _figure(content, code):
    return next(one for one in content.figures if one.code == code)


def test_months_that_the_year_lacks_are_written_under_the_table(record, content, ceo, world):
    for month in (3, 4):
        record("costs", world.trust, date(2026, month, 1), None)

    found = content(ceo)

    costs = _figure(found, "costs")
    assert costs.holes == ("2026-03-01", "2026-04-01")
    grid = grids.figures(found.figures, "Tall")
    assert grid.note == "Hittil i år mangler noe:\nDriftskostnader: uten mars 2026 og april 2026."
    assert grids.figures([_figure(found, "waiting")], "Tall").note == ""


def test_many_months_are_counted(measured, content, ceo):
    costs = _figure(content(ceo), "costs")
    holes = tuple(f"2026-{month:02}-01" for month in range(1, 10))

    told = words.lacks([replace(costs, holes=holes)])

    assert told.endswith("og 3 til.")


def test_what_cannot_be_said_says_so(record, content, ceo, world):
    for month in (3, 4):
        record("costs", world.trust, date(2025, month, 1), None)

    (row,) = grids.figures([_figure(content(ceo), "costs")], "Tall").rows

    assert "kan ikke sies" in [cell.text for cell in row]


@pytest.mark.parametrize("form", ["pdf", "xlsx"])
def test_the_files_say_it_too(record, content, ceo, world, now, form):
    record("costs", world.trust, date(2026, 3, 1), None)
    file = io.BytesIO(files.written(Whole(content(ceo)), form, now, invented=False))

    if form == "pdf":
        text = " ".join(page.extract_text() for page in PdfReader(file).pages)
    else:
        book = openpyxl.load_workbook(file)
        text = " ".join(
            str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row
        )
    assert "Hittil i år mangler noe" in text
    assert "Driftskostnader: uten " in text


def test_units_beside_each_other_say_it_by_name(
    record, content, send, ceo, outsider_ceo, region_leader, world
):
    record("costs", world.trust, date(2026, 3, 1), None)
    send(ceo)
    send(outsider_ceo, unit=world.their_trust)
    found = content(region_leader, "ledelsesrapport", world.region)

    notes = [one.note for one in grids.compared(found, "economy")]

    ours = f"{world.trust.name}, Driftskostnader: uten mars 2026."
    assert notes == [f"Hittil i år mangler noe:\n{ours}"]


def test_a_figure_corrected_after_it_was_sent_says_so_in_the_total(
    record, content, send, ceo, outsider_ceo, region_leader, world
):
    send(ceo)
    send(outsider_ceo, unit=world.their_trust)
    before = content(region_leader, "ledelsesrapport", world.region)
    assert {one.changed for one in before.figures} == {()}

    record("costs", world.trust, date(2026, 3, 1), 120)

    found = content(region_leader, "ledelsesrapport", world.region)
    assert _figure(found, "costs").changed == (world.trust.name,)
    assert _figure(found, "waiting").changed == ()
    said = words.remark(_figure(found, "costs"))
    assert said.endswith(f"endret etter at {world.trust.name} sendte")
    record("costs", world.trust, date(2026, 3, 1), 100)
    found = content(region_leader, "ledelsesrapport", world.region)
    assert _figure(found, "costs").changed == ()


def test_what_was_sent_before_sums_were_kept_says_nothing(
    record, content, send, ceo, region_leader, world
):
    from styrk.review.queries.below import _counted, _is_other

    told = {"figures": [{"code": "costs"}, {"code": "sick", "made": None}]}

    assert _counted(told) == {}
    assert not _is_other(None, [Decimal(1), None])
