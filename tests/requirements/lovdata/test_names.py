"""Names of provisions: the same in both forms, and never two alike."""

import pytest

from styrk.requirements.lovdata import numbering
from styrk.requirements.lovdata.reading import read
from styrk.requirements.lovdata.shape import Kind, Marking
from tests.requirements.lovdata.samples import law, law_from_xml, law_json, section


@pytest.mark.parametrize(
    ("told", "ref"),
    [
        ("§3-3a", "§ 3-3 a"),
        ("§ 3-3a", "§ 3-3 a"),
        ("§ 60a", "§ 60 a"),
        ("§4A-1", "§ 4 A-1"),
        ("§ 4 A-6 a", "§ 4 A-6 a"),
        ("§ 12", "§ 12"),
        ("Artikkel 6", "Artikkel 6"),
    ],
)
def test_sections_have_one_spelling(told, ref):
    assert numbering.section_ref(told) == ref


@pytest.mark.parametrize(
    ("title", "ref", "heading"),
    [
        ("Kapittel 4 A. Helsehjelp", "Kapittel 4 A", "Helsehjelp"),
        ("Kap. 4A. (Opphevet)", "Kapittel 4 A", "(Opphevet)"),
        ("Kapittel 1 Generelle bestemmelser", "Kapittel 1", "Generelle bestemmelser"),
        ("KAPITTEL II Prinsipper", "Kapittel II", "Prinsipper"),
        ("Avsnitt 1 Åpenhet", "Avsnitt 1", "Åpenhet"),
        ("II. Skjerming", "Del II", "Skjerming"),
        ("VII", "Del VII", ""),
        ("Innledning", "Innledning", "Innledning"),
    ],
)
def test_chapters(title, ref, heading):
    name, _, told = numbering.chapter_name(title)

    assert (name, told) == (ref, heading)


def test_same_number_in_two_chapters_is_told_apart_by_the_chapter():
    data = law_json(
        section("§ 1", "En.", kapittel="Kapittel 1. Først"),
        section("§ 2", "To.", kapittel="Kapittel 1. Først"),
        section("§ 1", "Tre.", kapittel="Kapittel 2. Så"),
        section("§ 1", "Fire.", kapittel="Kapittel 2. Så"),
    )
    found, again = (read(data, "prøve.json") for _ in range(2))
    refs = [p.ref for p in found.law.of_kind(Kind.SECTION)]

    assert refs == ["Kapittel 1 § 1", "§ 2", "Kapittel 2 § 1", "Kapittel 2 § 1 (2)"]
    assert found.law.by_ref["Kapittel 2 § 1 (2) første ledd"].text == "Fire."
    assert [(one.code, one.fatal) for one in found.problems] == [("same_number", False)]
    assert again.law == found.law


def test_letter_and_section_of_the_same_name_are_two():
    text = ("Den som nevnt i § 6 bokstav a, skal:", ["en", "to"])
    found = law(section("§ 6", text), section("§ 6 a", "Tre."))
    letter, other = found.by_ref["§ 6 første ledd bokstav a"], found.by_ref["§ 6 a"]

    assert (letter.text, letter.short) == ("en", "§ 6 første ledd bokstav a")
    assert (other.kind, other.short) == (Kind.SECTION, "§ 6 a")


@pytest.mark.parametrize(
    ("pointing", "marking"),
    [
        ("Etter § 6 d gjelder dette.", Marking.ORDER),  # there is no fourth
        ("Etter § 6 b gjelder dette.", Marking.LETTER),
        ("Etter § 6 første ledd bokstav b gjelder dette.", Marking.LETTER),
        ("Etter § 6 første ledd nr. 2 gjelder dette.", Marking.NUMBER),
        ("Etter forvaltningsloven § 6 bokstav b gjelder dette.", Marking.ORDER),
        ("Etter § 6 bokstav b i forvaltningsloven gjelder dette.", Marking.ORDER),
        ("Lov 2. juli 1999 nr. 2 gjelder.", Marking.ORDER),
        ("Etter § 6 bokstav b og § 6 nr. 2 gjelder dette.", Marking.ORDER),  # says both
    ],
)
def test_marks_are_taken_from_what_the_text_says(pointing, marking):
    found = law(section("§ 1", pointing), section("§ 6", ("Skal:", ["en", "to", "tre"])))
    items = found.of_kind(Kind.ITEM)

    assert {one.marking for one in items} == {marking}
    assert all(one.by_order for one in items)


ARTICLE = """<section class="section"><h2>Kapittel 1. Først</h2>
<article class="legalArticle"><h3 class="legalArticleHeader"><span class="legalArticleValue">§ 1</span>.
<span class="legalArticleTitle">Krav<sup class="footnotereference">1</sup></span></h3>
<article class="legalP">Skal<ul><li data-li-identifier="a."><article class="legalP">gjøre
<ul><li data-li-identifier="1."><article class="legalP">dette</article></li></ul></article></li></ul>
og så videre</article><p class="leddfortsettelse">hele tiden.</p>
<article class="changesToParent">Endret ved <a href="x">lov 1 mars 2020 nr. 2</a>.</article></article></section>"""


def test_nested_items_what_follows_a_list_and_notes():
    found = law_from_xml(ARTICLE)
    ledd, inner = found.by_ref["§ 1 første ledd"], found.by_ref["§ 1 første ledd bokstav a nr. 1"]

    assert ledd.text == "Skal\nog så videre\nhele tiden."
    assert (inner.text, inner.parent, inner.by_order) == (
        "dette",
        "§ 1 første ledd bokstav a",
        False,
    )
    assert found.by_ref["§ 1"].notes == ("Endret ved lov 1 mars 2020 nr. 2.",)
    assert found.by_ref["§ 1"].heading == "Krav"
    assert found.full_text("§ 1") == "Skal\ngjøre\ndette\nog så videre\nhele tiden."


def test_note_under_a_chapter_is_about_its_sections():
    note = '<article class="changesToParent">Oppheves ved lov 1 mai 2026 nr. 2 (i kraft 1 juli 2026).</article>'
    found = law_from_xml(ARTICLE.replace("</section>", f"{note}</section>"))

    assert [one.changed_by for one in found.by_ref["§ 1 første ledd"].pending] == [
        "lov/2026-05-01-2"
    ]
    assert found.by_ref["Kapittel 1"].notes
