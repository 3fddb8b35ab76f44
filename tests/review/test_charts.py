"""Control charts and funnels in a report: the same picture in page, PDF and Word, of what is frozen."""

import io
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import docx as word
import openpyxl
import pytest
from pypdf import PdfReader

from styrk.actions.closing import keep_from
from styrk.actions.models import Action
from styrk.core import scope
from styrk.indicators import commands as measuring
from styrk.indicators.models import Indicator
from styrk.indicators.shape import About, How
from styrk.indicators.types import Value
from styrk.review.pack import Below, Figure, Made, files, from_json, paper, telling
from styrk.review.pack.blocks import Drawing, Note
from styrk.review.pack.files import Whole
from styrk.review.queries.figures import CHARTED
from styrk.ui.charts import WIDE, ControlChart, FunnelChart, draw
from tests.indicators.effect_world import CARRIED_OUT, carry_out, decide
from tests.review.figures import _months

AT = "/rapporter/f/manedsrapport/2026-10/"
USUAL = (50, 54, 47, 52, 49, 55, 48, 51, 53, 46, 52, 50)
MOVED = 10
NAMES = [f"Prøve {n}" for n in range(8)]


@pytest.fixture
def moved(world, region_leader, measured, now):
    """Eight counts of the trust that have moved, each a little more than the one before."""
    values = []
    for number, name in enumerate(NAMES):
        about = About(
            code=f"probe{number}", name=name, area="quality", unit=world.region, owner=region_leader
        )
        how = How(
            valid_from=date(2020, 1, 1),
            direction="down",
            kind="single",
            measured_in="antall",
            numerator="x",
            decimals=0,
        )
        indicator = measuring.define_indicator(about=about, how=how, by=region_leader, now=now)
        months = list(_months(date(2025, 1, 1), date(2026, 10, 1)))
        for place, month in enumerate(months):
            level = USUAL[place % len(USUAL)]
            higher = 8 + 2 * number if place >= len(months) - MOVED else 0
            values.append(Value(indicator.pk, world.trust.pk, month, Decimal(level + higher), None))
    measuring.record_values(values=values, by=region_leader, now=now)
    return values


def _charts(content, kind=ControlChart):
    blocks = [block for one in telling.each(content) for block in one.blocks]
    return [one for one in blocks if isinstance(one, Drawing) and isinstance(one.chart, kind)]


def test_those_that_stand_out_the_most_have_a_chart_and_the_others_are_named(moved, content, ceo):
    found = content(ceo)

    drawn = [one.chart.title for one in _charts(found)]
    out = [one.name for one in found.figures if one.stands_out]
    left = set(out) - set(drawn)
    assert set(NAMES) <= set(out)
    assert len(drawn) == CHARTED
    (told,) = [
        block
        for one in telling.each(found)
        for block in one.blocks
        if isinstance(block, Note) and block.heading == "Flere skiller seg ut"
    ]
    assert all(name in told.text for name in left)
    assert not any(f"{name}," in told.text for name in drawn)


def test_it_is_the_picture_of_the_page_of_the_series(moved, content, ceo, client, world):
    one = _charts(content(ceo))[0]

    assert one.note.startswith("Nivået ser ut til å ha økt.")
    assert "I-diagram" in one.note
    assert one.chart.points[-1].at == date(2026, 10, 1)
    assert all(point.high is not None for point in one.chart.points)
    assert [point.mark for point in one.chart.points].count("shift") >= MOVED


def test_the_pdf_has_the_picture_in_words_and_the_figures_behind(moved, send, ceo, now):
    version = send(ceo)
    version.refresh_from_db()
    whole = Whole(from_json(version.content), version)
    one = _charts(whole.content)[0]

    reader = PdfReader(io.BytesIO(files.written(whole, "pdf", now, invented=False)))

    text = "\n".join(page.extract_text() for page in reader.pages)
    assert "Tallene bak figurene" in text
    assert "Øvre grense" in text
    assert any("Midtlinja er" in alt and "Det siste er" in alt for alt in _alternatives(reader))
    set_so = paper.paper_of(whole.content, at=version.at)
    svgs = [block.svg for each in set_so.sections for block in each.blocks if hasattr(block, "svg")]
    assert str(draw(one.chart, WIDE, alone=True, key=one.key)) in svgs


def test_word_and_spreadsheet_have_them_too(moved, send, ceo, now):
    version = send(ceo)
    version.refresh_from_db()
    whole = Whole(from_json(version.content), version)

    document = word.Document(io.BytesIO(files.written(whole, "docx", now, invented=False)))
    said = [
        one.get("descr")
        for one in document.element.iter()
        if one.tag.endswith("}docPr") and one.get("descr")
    ]
    assert any("Midtlinja er" in one for one in said)
    heads = [[cell.text for cell in one.rows[0].cells] for one in document.tables]
    assert any("Øvre grense" in one for one in heads)
    book = openpyxl.load_workbook(io.BytesIO(files.written(whole, "xlsx", now, invented=False)))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "Øvre grense" in cells


@pytest.fixture
def tried(moved, world, ceo, as_person, now):
    """What happened in August, and an action in March whose effect one of them shows."""
    indicator = Indicator.objects.get(code="probe4")
    with as_person(ceo):
        measuring.annotate(
            indicator=indicator,
            unit=world.trust,
            period=date(2026, 8, 1),
            text="Ny avdeling åpnet",
            by=ceo,
            now=now,
        )
        action = decide(world.trust, ceo, title="Flere på nattvakt")
        link = {"action": action, "indicator": indicator, "unit": world.trust}
        measuring.measure_action(**link, by=ceo, now=CARRIED_OUT)
        carry_out(action, ceo)
    return action


def _chart_of_it(found):
    return {one.chart.title: one.chart for one in _charts(found)}[NAMES[4]]


def _remarks(found):
    told = _chart_of_it(found)
    return [(told.points[one.place].at, one.text, one.action) for one in told.remarks]


def test_what_happened_and_was_done_is_on_the_chart_with_its_date(tried, content, ceo):
    assert _remarks(content(ceo)) == [
        (date(2026, 3, 1), "Flere på nattvakt", True),
        (date(2026, 8, 1), "Ny avdeling åpnet", False),
    ]


def test_page_paper_and_word_carry_it_as_it_was_when_sent(tried, send, ceo, now, page):
    version = send(ceo)
    with scope.acting(scope.SYSTEM):
        Action.objects.filter(pk=tried.pk).update(title="Noe helt annet")
    version.refresh_from_db()
    whole = Whole(from_json(version.content), version)

    paged = PdfReader(io.BytesIO(files.written(whole, "pdf", now, invented=False)))
    document = word.Document(io.BytesIO(files.written(whole, "docx", now, invented=False)))
    rows = [cell.text for one in document.tables for row in one.rows for cell in row.cells]
    read = page(ceo).get(f"{AT}utgave/{version.number}/").content.decode()
    drawn = draw(_chart_of_it(whole.content), WIDE, alone=True)

    for told in (" ".join(one.extract_text() for one in paged.pages), " ".join(rows), read, drawn):
        assert "Flere på nattvakt" in told
        assert "Ny avdeling åpnet" in told
        assert "Noe helt annet" not in told


def test_an_action_that_somebody_in_the_line_may_not_see_is_not_on_it(
    tried, content, ceo, ward_leader, now
):
    keep_from([tried.pk], [ward_leader], now)

    assert _remarks(content(ceo)) == [(date(2026, 8, 1), "Ny avdeling åpnet", False)]


def test_nor_is_one_that_no_line_sees(tried, content, ceo):
    with scope.acting(scope.SYSTEM):
        Action.objects.filter(pk=tried.pk).update(closed=True)

    assert _remarks(content(ceo)) == [(date(2026, 8, 1), "Ny avdeling åpnet", False)]


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_picture_is_of_what_was_sent(moved, send, ceo, world, region_leader, now, form):
    version = send(ceo)
    version.refresh_from_db()
    first = files.written(Whole(from_json(version.content), version), form, now, invented=False)
    again = [replace(one, numerator=Decimal(1), reason="Rettet") for one in moved[-1:]]
    measuring.record_values(values=again, by=region_leader, now=now + timedelta(hours=1))
    version.refresh_from_db()

    later = files.written(Whole(from_json(version.content), version), form, now, invented=False)

    assert later == first


def _alternatives(reader):
    found = []

    def walk(node):
        one = node.get_object()
        if isinstance(one, list):
            for each in one:
                walk(each)
        elif isinstance(one, dict):
            if "/Alt" in one:
                found.append(str(one["/Alt"]))
            if "/K" in one:
                walk(one["/K"])

    walk(reader.root_object["/StructTreeRoot"])
    return found


def _sent(name, top, low=2000, through="2026-10-01"):
    made = Made(float(top), float(low), 100.0, "Innlagte", divided=True)
    one = Figure(
        code="falls",
        name="Fall",
        area="quality",
        kind="proportion",
        rhythm="month",
        direction="down",
        measured_in="%",
        decimals=1,
        standing="known",
        through=through,
        actual=100 * top / low,
        made=made,
    )
    return Below(unit=name, code=name, version=1, figures=(one,))


def _beside(content, *below):
    return [
        one
        for area in telling.beside(replace(content, below=below))
        for one in area.blocks
        if isinstance(one, Drawing) and isinstance(one.chart, FunnelChart)
    ]


@pytest.fixture
def empty(measured, content, ceo):
    return content(ceo)


def test_a_unit_outside_the_funnel_is_named_beside_it(empty):
    same = [_sent(name, 40 + place) for place, name in enumerate("ABCDEFG")]

    (found,) = _beside(empty, *same, _sent("Sykehus X", 160))

    assert "Sykehus X" in found.note
    assert [unit.name for unit in found.chart.units if unit.outlier] == ["Sykehus X"]
    assert "til og med okt. 2026" in found.chart.title
    assert not _beside(empty, *same)


def test_units_of_other_periods_are_not_in_the_funnel(empty):
    same = [_sent(name, 40 + place) for place, name in enumerate("ABCDEFG")]

    assert not _beside(empty, *same, _sent("Sykehus X", 160, through="2026-09-01"))


def test_few_units_or_old_reports_have_no_funnel(empty):
    bare = [
        replace(one, figures=(replace(one.figures[0], made=None),))
        for one in (_sent(name, 40) for name in "ABCDEFGH")
    ]

    assert not _beside(empty, *bare)
    assert not _beside(empty, _sent("A", 40), _sent("B", 40), _sent("Sykehus X", 160))
