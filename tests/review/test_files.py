"""Reports as files: the same bytes again, numbers as numbers, and hostile text as text."""

import io
import json
from dataclasses import replace
from datetime import timedelta

import docx as word
import openpyxl
import pytest
from django.utils import translation
from docx.oxml.ns import qn
from pypdf import PdfReader

from styrk.core import ids, scope
from styrk.core.papers import pictures
from styrk.incidents.models import Incident
from styrk.review import queries
from styrk.review.pack import files, from_json, grids, paper, tells
from styrk.review.pack.files import Whole

HOSTILE = (
    "=1+1\n+cmd|' /C calc'!A0 @SUM(1) _x0041_ #let x = 1 $\\alpha$ *b* <script>&amp; \x01 \U0001f600"
    " {{ 7*7 }} [[x]] “sitat”"
)


@pytest.fixture
def whole(measured, send, ceo):
    version = send(ceo, text=HOSTILE)
    version.refresh_from_db()
    return Whole(from_json(version.content), version)


@pytest.mark.parametrize("form", files.FORMS)
def test_a_second_export_is_the_same_bytes(whole, now, form):
    first = files.written(whole, form, now, invented=False)
    again = files.written(whole, form, now + timedelta(days=400), invented=False)

    assert first == again
    assert len(first) > 1000


def test_pdf_is_tagged_archived_and_says_all(whole, now):
    content = files.written(whole, "pdf", now, invented=True)

    reader = PdfReader(io.BytesIO(content))
    text = "\n".join(page.extract_text() for page in reader.pages)
    metadata = reader.xmp_metadata.rdf_root.toxml()
    assert "pdfuaid" in metadata
    assert "pdfaid" in metadata
    assert reader.root_object["/MarkInfo"]["/Marked"]
    for said in ("Månedsrapport oktober 2026", "Driftskostnader", "Oppdiktede data", "#let x = 1"):
        assert said in text
    assert "til og med sep. 2026" in text.replace("\n", " ")
    assert "Utkast" not in text


def test_charts_in_the_pdf_are_told_in_words(whole, now):
    content = files.written(whole, "pdf", now, invented=False)

    alts = [
        one for one in _alternatives(PdfReader(io.BytesIO(content))) if "Driftskostnader" in one
    ]
    assert alts


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


def test_word(whole, now):
    document = word.Document(io.BytesIO(files.written(whole, "docx", now, invented=False)))

    texts = [line.text for line in document.paragraphs]
    assert texts[0] == "Månedsrapport oktober 2026"
    assert any("#let x = 1 $\\alpha$ *b* <script>&amp;" in one for one in texts)
    assert document.tables[1].rows[0].cells[0].text == "Indikator"
    assert document.inline_shapes


def test_a_spreadsheet_has_numbers_and_no_formulas(whole, now):
    book = openpyxl.load_workbook(io.BytesIO(files.written(whole, "xlsx", now, invented=False)))

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    summary = book.worksheets[0]
    costs = next(r for r in summary.iter_rows() if str(r[0].value).startswith("Driftskostnader"))
    assert [cell.value for cell in costs[1:8]] == [100, 1000, 980, 20, 1000, "–", 1220]
    assert all(cell.data_type == "n" for cell in costs[1:6])
    assert any(str(cell.value).startswith("=1+1") for cell in cells if cell.data_type == "s")


def test_json_is_what_was_frozen(whole, now):
    told = json.loads(files.written(whole, "json", now, invented=False))

    assert told["content"] == whole.version.content
    assert (told["state"], told["digest"]) == ("submitted", whole.version.digest)


def test_a_draft_says_so(measured, content, ceo, now):
    whole = Whole(content(ceo))

    pdf = PdfReader(io.BytesIO(files.written(whole, "pdf", now, invented=False)))
    assert "Utkast" in pdf.pages[0].extract_text()
    assert json.loads(files.written(whole, "json", now, invented=False))["state"] == "draft"
    assert files.file_name(whole, "pdf") == "manedsrapport-f-2026-10-utkast.pdf"


@pytest.mark.parametrize("form", files.FORMS)
def test_a_draft_is_the_same_bytes_all_the_day_that_it_says(measured, content, ceo, now, form):
    whole = Whole(content(ceo))
    first = files.written(whole, form, now, invented=False)

    for hours in (-9.5, 0.0005, 13.5):
        at = now + timedelta(hours=hours)
        assert files.written(Whole(content(ceo)), form, at, invented=False) == first
    if form != "json":
        assert files.written(whole, form, now + timedelta(days=1), invented=False) != first


@pytest.mark.parametrize("form", files.FORMS)
def test_a_version_is_in_the_language_it_was_sent_in_whoever_reads(whole, now, form):
    first = files.written(whole, form, now, invented=False)
    with translation.override("en"):
        assert files.written(whole, form, now, invented=False) == first

    with translation.override("en"):
        name = files.file_name(whole, form)
    assert name == f"manedsrapport-f-2026-10-v1.{form}"


@pytest.mark.parametrize(("language", "said"), [("nn", "Månadsrapport"), ("en", "Monthly report")])
def test_in_another_language_that_is_asked_for(whole, now, language, said):
    other = replace(whole, language=language)
    reader = PdfReader(io.BytesIO(files.written(other, "pdf", now, invented=False)))

    assert said in reader.pages[0].extract_text()
    assert reader.root_object["/Lang"].startswith(language)
    assert files.file_name(other, "pdf") == f"manedsrapport-f-2026-10-v1-{language}.pdf"


def test_sent_in_another_language(measured, send, ceo, now):
    version = send(ceo, language="nn")

    whole = Whole(from_json(version.content), version)

    reader = PdfReader(io.BytesIO(files.written(whole, "pdf", now, invented=False)))
    assert "Månadsrapport" in reader.pages[0].extract_text()
    assert files.file_name(whole, "pdf") == "manedsrapport-f-2026-10-v1.pdf"
    assert files.file_name(replace(whole, language="nb"), "pdf").endswith("-v1-nb.pdf")


@pytest.mark.parametrize("form", files.FORMS)
def test_a_new_name_of_the_sender_is_not_in_what_was_sent(whole, ceo, now, form):
    first = files.written(whole, form, now, invented=False)
    type(ceo).objects.filter(pk=ceo.pk).update(name="Daniel Nyttnavn")
    version = queries.version_of(whole.version.report)

    assert version.by.name == "Daniel Nyttnavn"
    assert files.written(replace(whole, version=version), form, now, invented=False) == first


@pytest.mark.parametrize("layout", ["tertialrapport", "ledelsesrapport"])
def test_the_other_kinds_are_set_too(
    measured, send, content, ceo, region_leader, world, now, layout
):
    send(ceo)
    unit = world.trust if layout == "tertialrapport" else world.region
    found = content(ceo if unit == world.trust else region_leader, layout, unit)

    assert pictures(paper.paper_of(found, at=now))
    for form in files.FORMS:
        assert files.written(Whole(found), form, now, invented=False)


def test_what_is_added_comes_along(whole, ceo, now):
    from styrk.review import commands

    before = {form: files.written(whole, form, now, invented=False) for form in files.FORMS}
    commands.add_supplement(
        version=whole.version, text="Tallet for juli er rettet.", by=ceo, now=now
    )
    after = Whole(whole.content, whole.version, queries.supplements_of(whole.version))

    assert (
        json.loads(before["json"])["content"]
        == json.loads(files.written(after, "json", now, invented=False))["content"]
    )
    pdf = PdfReader(io.BytesIO(files.written(after, "pdf", now, invented=False)))
    assert "Tallet for juli er rettet." in pdf.pages[-1].extract_text()
    assert files.file_name(after, "pdf") == "manedsrapport-f-2026-10-v1-tillegg-1.pdf"
    for form in files.FORMS:
        assert files.written(whole, form, now, invented=False) == before[form]


def test_the_trusts_side_by_side_against_their_budgets(
    measured, send, content, ceo, outsider_ceo, region_leader, world
):
    send(ceo)
    found = content(region_leader, "ledelsesrapport", world.region)

    (grid,) = grids.against_budget(found, "economy")

    assert grid.header[1:] == (
        "Faktisk HiÅ",
        "Budsjett HiÅ",
        "Avvik HiÅ",
        "HiÅ i fjor",
        "Estimat for året",
    )
    rows = sorted([cell.text for cell in row[1:]] for row in grid.rows)
    assert rows == [
        ["1\u202f000", "980", "+20", "1\u202f000", "1\u202f220"],
        ["ikke sendt", *"––––"],
    ]
    assert [row[3].tone for row in grid.rows if row[3].number] == ["bad"]


def test_small_numbers_are_told_as_few_on_paper(measured, content, ceo, world, now):
    with scope.acting(scope.SYSTEM):
        for at in [now - timedelta(days=100)] * 3:
            Incident.objects.create(
                trust=world.trust,
                unit=world.ward,
                responsible_unit=world.ward,
                submission=ids.new_uuid(),
                title="Fall",
                description="Falt",
                kind="patient",
                harm_actual="severe",
                happened_at=at,
                reported_at=at,
            )

    found = content(ceo, "tertialrapport")

    grid = grids.incidents(found.incidents)
    assert [cell.text for cell in grid.rows[0]][1:] == ["0", "0", "0", "under 5", "0", "0", "–"]
    told = json.loads(files.written(Whole(found), "json", now, invented=False))
    assert told["content"]["incidents"]["total"] is None
    assert told["content"]["incidents"]["themes"][0]["harms"] == [0, 0, 0, None, 0, 0]


def test_icons_pictures_and_words_are_on_paper(whole, now):
    pdf = PdfReader(io.BytesIO(files.written(whole, "pdf", now, invented=False)))
    told = list(_alternatives(pdf))
    # Without the hyphens of words that are divided at the end of a line.
    text = " ".join(" ".join(page.extract_text().split()) for page in pdf.pages).replace("- ", "")
    document = word.Document(io.BytesIO(files.written(whole, "docx", now, invented=False)))
    cells = [cell for table in document.tables for cell in table._cells]
    drawn = [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))]
    rows = openpyxl.load_workbook(io.BytesIO(files.written(whole, "xlsx", now, invented=False)))
    sheet = [cell.value for sheet in rows for row in sheet.iter_rows() for cell in row]

    usual, met = "Som vanlig: de nyeste tallene svinger som de pleier.", "Målet nås"
    small = "De siste 22 tallene, fra 60,0 til 60,0"
    assert {usual, small} <= set(told)
    assert {usual, small} <= set(drawn)
    assert f"{usual} {met}" in text
    assert any(cell.text.strip().startswith(f"{usual} {met}") for cell in cells)
    assert small in sheet
    assert any(str(one).startswith(f"{usual} {met}") for one in sheet)


def test_the_icon_stands_beside_the_figure_of_each_trust(
    measured, send, content, ceo, region_leader, world
):
    send(ceo)
    found = content(region_leader, "ledelsesrapport", world.region)

    (grid,) = grids.compared(found, "quality")

    signs = [cell.signs for row in grid.rows for cell in row[1:]]
    assert sorted(len(one) for one in signs) == [0, 1]
    (sign,) = next(one for one in signs if one)
    assert 'aria-label="Som vanlig' in sign.in_page


def test_a_version_from_before_the_charts_told_is_still_itself(whole, now):
    old = whole.version.content
    for one in old["figures"]:
        del one["tells"]
    whole = Whole(from_json(old), whole.version)

    told = json.loads(files.written(whole, "json", now, invented=False))
    assert told["digest"] == whole.version.digest
    for form in ("pdf", "docx", "xlsx"):
        assert files.written(whole, form, now, invented=False)


def test_a_column_that_says_nothing_is_left_out(whole):
    waiting = [one for one in whole.content.figures if one.code == "waiting"]

    grid = grids.figures(waiting, "Kvalitet")

    assert grid.header == ("Indikator", "Siste", "Faktisk HiÅ", "HiÅ i fjor", "Mål")
    assert [len(row) for row in grid.rows] == [len(grid.widths)] == [5]
    assert grid.numbers == {1, 2, 3, 4}


def test_the_summary_tells_only_of_what_stands_out(whole):
    (costs,) = [one for one in whole.content.figures if one.code == "costs"]
    worse = replace(costs, tells=replace(costs.tells, variation="concern", kinds=("shift_high",)))

    assert tells.standing_out(whole.content.figures) == []
    assert tells.standing_out([costs, worse]) == [worse]
    (row,) = tells.grid([worse], "Det som skiller seg ut").rows
    assert row[3].text.startswith("Bekymring: høyere enn vanlig, og det er ikke bra. Nivået ser ut")


def test_what_signals_is_not_told_to_be_as_usual(whole):
    (costs,) = [one for one in whole.content.figures if one.code == "costs"]
    runs = replace(costs, tells=replace(costs.tells, kinds=("long_run",)))

    (row,) = tells.grid([runs], "x").rows
    assert row[3].text == "Uvanlig mange tall på rad ligger på samme side av midtlinja."
