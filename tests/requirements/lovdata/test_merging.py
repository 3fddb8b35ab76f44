"""New words from the acts that change a law, put where the law says that they are to come."""

from dataclasses import replace
from datetime import date

import pytest

from styrk.requirements.lovdata.merging import merged
from styrk.requirements.lovdata.shape import Kind, Pending, Status, Verb
from styrk.requirements.lovdata.standing import State, status_on
from tests.requirements.lovdata.samples import (
    MELDEORDNING,
    law,
    law_from_xml,
    needs_files,
    section,
    whole,
)

JUNE = date(2026, 6, 30)
JULY = date(2026, 7, 1)
ACT = "lov/2025-06-20-74"
NOTE = "Endres ved lov 20 juni 2025 nr. 74 (i kraft 1 juli 2026)."


def act(*changes: str):
    """An amending act with changes in our law of two ledd."""
    inside = "".join(f'<article class="change" {change}</article>' for change in changes)
    body = f'<article class="document-change" data-document="lov/2020-01-02-3">{inside}</article>'
    return law_from_xml(body, ACT)


def ledd(verb: str, part: str, *texts: str) -> str:
    told = "".join(f'<article class="legalP">{text}</article>' for text in texts)
    return f'data-{verb}-part="{part}"><article class="defaultP">Skal lyde:</article>{told}'


def place(tail: str) -> str:
    return f"lov/2020-01-02-3/§1{tail}"


@pytest.fixture
def old():
    return law(
        section("§ 1", "En.", ("To:", ["a", "b"]), "Tre.", endringer=[NOTE]),
        section("§ 2", "Fire."),
    )


def texts(law, ref="§ 1"):
    return [part.text for part in law.below(ref)]


@needs_files
@pytest.mark.parametrize(
    ("name", "sections"),
    [
        ("lov-1999-07-02-61", ("§ 3-3 a",)),
        ("lov-1999-07-02-63", ("§ 3-2", "§ 7-4", "§ 7-4 a", "§ 7-6")),
        ("lov-2011-06-24-30", ("§ 12-3 a",)),
        ("lov-2017-06-16-56", ("§ 7",)),
        ("lov-2017-12-15-107", ("§ 1", "§ 4", "§ 6")),
    ],
)
def test_meldeordning_gives_the_new_words(name, sections):
    found = merged(whole(name), [whole(MELDEORDNING)], JULY)

    assert (found.sections, found.problems) == (sections, ())
    for ref in sections:
        standings = [status_on(part, JULY) for part in found.law.below(ref)]
        assert {one.state for one in standings} == {State.CURRENT}
    assert len({p.ref for p in found.law.provisions}) == len(found.law.provisions)


@needs_files
def test_new_section_of_spesialisthelsetjenesteloven():
    found = merged(whole("lov-1999-07-02-61"), [whole(MELDEORDNING)], JULY).law.by_ref
    first, second = found["§ 3-3 a første ledd"], found["§ 3-3 a andre ledd"]

    assert found["§ 3-3 a"].heading == "Melding og rapport om alvorlige hendelser"
    assert "senest innen fem virkedager sende melding til statsforvalteren" in first.text
    assert "innen tre måneder etter at melding er sendt" in second.text
    assert (first.wording_from, second.wording_from) == (ACT, ACT)
    assert found["§ 3-4 første ledd"].wording_from == ""


@needs_files
def test_ledd_that_the_act_leaves_alone_are_current_and_from_the_file():
    found = merged(whole("lov-2017-12-15-107"), [whole(MELDEORDNING)], JULY).law
    fourth, fifth = found.by_ref["§ 4 fjerde ledd"], found.by_ref["§ 4 femte ledd"]

    assert fourth.text.startswith("Statsforvalteren skal på grunnlag av meldinger og rapporter")
    assert fifth.text == whole("lov-2017-12-15-107").by_ref["§ 4 fjerde ledd"].text
    assert (fourth.wording_from, fifth.wording_from) == (ACT, "")


@needs_files
def test_what_the_act_does_is_told_part_by_part():
    told = [a for a in whole(MELDEORDNING).amendments if a.law == "lov/1999-07-02-63"]

    assert [(a.section, a.ledd, a.verb) for a in told] == [
        ("§ 3-2", 6, Verb.CHANGE),
        ("§ 7-4", 2, Verb.REPEAL),
        ("§ 7-4 a", 3, Verb.CHANGE),
        ("§ 7-4 a", 4, Verb.CHANGE),
        ("§ 7-6", None, Verb.CHANGE),
    ]
    assert told[0].instruction == "§ 3-2 sjette ledd skal lyde:"
    assert told[0].preface.startswith("I lov 2. juli 1999 nr. 63 om pasient- og brukerrettigheter")
    assert told[3].clauses[0].text.startswith("Statsforvalteren skal gi den som har fremsatt")
    moved = next(a for a in whole(MELDEORDNING).amendments if a.verb is Verb.MOVE)
    assert (moved.section, moved.ledd, moved.moved_to_ledd) == ("§ 4", 4, 5)


def test_nothing_is_merged_before_its_day(old):
    found = merged(old, [act(ledd("change", place("/ledd/1"), "Ny."))], JUNE)

    assert (found.law, found.sections) == (old, ())


def test_one_ledd_changed(old):
    found = merged(old, [act(ledd("change", place("/ledd/1"), "Ny."))], JULY).law

    assert texts(found) == ["Ny.", "To:", "Tre."]
    assert [p.text for p in found.below("§ 1 andre ledd")] == ["a", "b"]
    assert status_on(found.by_ref["§ 1 andre ledd"], JULY).is_current
    assert [p.position for p in found.provisions] == list(range(1, len(found.provisions) + 1))


def test_repealed_ledd_is_gone_and_the_rest_moves_up(old):
    found = merged(old, [act(ledd("repeal", place("/ledd/1")))], JULY).law

    assert texts(found) == ["To:", "Tre."]
    assert [p.ref for p in found.below("§ 1 første ledd")] == [
        "§ 1 første ledd punkt 1",
        "§ 1 første ledd punkt 2",
    ]
    assert [p.text for p in found.below("§ 1 første ledd")] == ["a", "b"]


def test_ledd_between_others(old):
    new = act(
        ledd("add-new", place("/ledd/2"), "Nytt."),
        ledd("move", f"{place('/ledd/2')}::{place('/ledd/3')}"),
        ledd("move", f"{place('/ledd/3')}::{place('/ledd/4')}"),
    )

    assert texts(merged(old, [new], JULY).law) == ["En.", "Nytt.", "To:", "Tre."]


def test_part_of_a_ledd_stays_under_change_and_says_so(old):
    found = merged(old, [act(ledd("change", place("/ledd/2/bokstav/a"), "Ny."))], JULY)

    assert (found.law, found.sections) == (old, ())
    assert [one.code for one in found.problems] == ["not_merged"]
    assert found.problems[0].text == (
        "Endringen i § 1 gjelder en del av et ledd, og vi er ikke sikre på hvor den skal inn."
        f" Les den nye ordlyden i {ACT}."
    )
    assert status_on(found.law.by_ref["§ 1 første ledd"], JULY).state is State.REPLACED


# A sentence, or an item


SENTENCES = "Først dette. Så det andre. Til slutt det tredje."


def merge_in(text, *changes):
    """The first ledd after changes in it, or what is wrong."""
    found = merged(law(section("§ 1", text, "To.", endringer=[NOTE])), [act(*changes)], JULY)
    first = found.law.by_ref["§ 1 første ledd"]
    return [one.code for one in found.problems] or first.text


def sentence(number, *texts, verb="change"):
    return ledd(verb, place(f"/ledd/1/setning/{number}"), *texts)


def test_one_sentence_is_changed_where_the_act_says_which():
    assert merge_in(SENTENCES, sentence(2, "Så noe nytt.")) == (
        "Først dette. Så noe nytt. Til slutt det tredje."
    )


def test_what_is_changed_is_current_and_from_the_act_and_the_rest_is_not():
    old = law(section("§ 1", SENTENCES, "To.", endringer=[NOTE]))
    found = merged(old, [act(sentence(2, "Så noe nytt."))], JULY).law
    first, second = found.below("§ 1")

    assert (first.wording_from, second.wording_from) == (ACT, "")
    assert {status_on(one, JULY).state for one in (first, second)} == {State.CURRENT}


def test_two_sentences_given_as_one_text_stand_once():
    parts = f"{place('/ledd/1/setning/1')} {place('/ledd/1/setning/2')}"

    assert merge_in(SENTENCES, ledd("change", parts, "Alt nytt. Og mer.")) == (
        "Alt nytt. Og mer. Til slutt det tredje."
    )


def test_a_new_sentence_is_put_between():
    assert merge_in(SENTENCES, sentence(2, "Nytt.", verb="add-new")) == (
        "Først dette. Nytt. Så det andre. Til slutt det tredje."
    )
    assert merge_in(SENTENCES, sentence(4, "Nytt.", verb="add-new")).endswith("tredje. Nytt.")


def test_a_whole_ledd_and_a_sentence_of_another_in_one_act():
    old = law(section("§ 1", SENTENCES, "To.", endringer=[NOTE]))
    new = act(sentence(3, "Slutt."), ledd("change", place("/ledd/2"), "Nytt andre ledd."))

    assert texts(merged(old, [new], JULY).law) == [
        "Først dette. Så det andre. Slutt.",
        "Nytt andre ledd.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Det gjelder barn, ungdom mv. Departementet kan gi forskrift.",
        "Se lov nr. 4 og kap. III. Det er alt.",
        "Etter res. Kongen bestemmer. To.",
        "Uten punktum til slutt. Og her",
    ],
)
def test_where_a_full_stop_may_not_end_a_sentence_a_person_reads(text):
    assert merge_in(text, sentence(1, "Ny.")) == ["not_merged"]


@pytest.mark.parametrize(
    "change",
    [
        sentence(4, "Ny."),
        sentence(5, "Ny.", verb="add-new"),
        sentence(1),
        sentence(1, "En.", "To."),
        sentence("x", "Ny."),
        ledd("repeal", place("/ledd/1/setning/1")),
        ledd("change", place("/ledd/9/setning/1"), "Ny."),
        ledd("change", place("/ledd/1/setning/1/bokstav/a"), "Ny."),
    ],
)
def test_what_does_not_fit_the_text_is_left_to_a_person(change):
    assert merge_in(SENTENCES, change) == ["not_merged"]


def test_sentences_of_a_ledd_that_moves_are_left_to_a_person():
    moves = ledd("move", f"{place('/ledd/2')}::{place('/ledd/3')}")

    assert merge_in(SENTENCES, sentence(1, "Ny."), moves) == ["not_merged"]


def marked_law():
    """A law whose file has the items' own marks."""
    items = "".join(
        f'<li data-li-identifier="{mark}">{text}</li>'
        for mark, text in (("a.", "en"), ("b.", "to"))
    )
    told = law_from_xml(
        '<article class="legalArticle" data-name="§1"><span class="legalArticleHeader">'
        '<span class="legalArticleValue">§ 1</span></span><article class="legalP">Disse:'
        f"<ul>{items}</ul></article></article>",
        "lov/2020-01-02-3",
    )
    announced = Pending("§ 1", Verb.CHANGE, ACT, JULY, NOTE)
    return replace(
        told,
        provisions=tuple(
            replace(one, pending=(announced,), status=Status.PENDING) for one in told.provisions
        ),
    )


def item(mark, text, of="bokstav"):
    return (
        f'data-change-part="{place(f"/ledd/1/{of}/{mark}")}"><article class="defaultP">Skal lyde:'
        f'<ul><li data-li-identifier="{mark}.">{text}</li></ul></article>'
    )


def test_one_item_is_changed_where_the_file_has_its_mark():
    found = merged(marked_law(), [act(item("b", "noe nytt"))], JULY)

    assert found.problems == ()
    assert [one.text for one in found.law.below("§ 1 første ledd")] == ["en", "noe nytt"]


@pytest.mark.parametrize("change", [item("c", "nytt"), item("b", "nytt", of="nummer")])
def test_an_item_that_is_not_there_is_left_to_a_person(change):
    assert [one.code for one in merged(marked_law(), [act(change)], JULY).problems] == [
        "not_merged"
    ]


@needs_files
def test_a_real_sentence_comes_where_lovdata_itself_put_it():
    """The law of the files has the words already: put in once more, nothing is different."""
    new, by = whole("lov-2014-06-20-43"), whole("nl-20250620-096")
    announced = Pending("§ 25", Verb.CHANGE, by.refid, JULY, "")
    old = replace(
        new,
        provisions=tuple(
            replace(one, pending=(announced,), status=Status.PENDING) if one.ref == "§ 25" else one
            for one in new.provisions
        ),
    )
    found = merged(old, [by], JULY)

    assert (found.sections, found.problems) == (("§ 25",), ())
    assert found.law.full_text("§ 25") == new.full_text("§ 25")
    assert found.law.by_ref["§ 25 andre ledd"].wording_from == by.refid


def test_act_that_does_not_mention_the_section(old):
    found = merged(old, [act(ledd("change", "lov/2020-01-02-3/§2", "Ny."))], JULY)

    assert [one.code for one in found.problems] == ["not_in_act"]
    assert texts(found.law, "§ 2") == ["Fire."]  # nothing announces a change there


def test_other_change_that_is_in_force_keeps_the_section_under_change():
    other = "Endres ved lov 1 mai 2026 nr. 9 (i kraft 1 juli 2026)."
    old = law(section("§ 1", "En.", endringer=[NOTE, other]))
    found = merged(old, [act(ledd("change", place("/ledd/1"), "Ny."))], JULY).law

    assert status_on(found.by_ref["§ 1 første ledd"], JULY).state is State.REPLACED


def test_whole_section_passes_what_was_before_it():
    earlier = "Endres ved lov 1 mai 2026 nr. 9 (i kraft 1 juni 2026)."
    old = law(section("§ 1", "En.", endringer=[earlier, NOTE]))
    future = (
        f'data-change-part="{place("")}"><article class="futureLegalArticle" data-name="§1">'
        '<span class="futureLegalArticleHeader"><span class="legalArticleValue">§ 1</span>. '
        '<span class="legalArticleTitle">Ny tittel</span></span><article class="legalP">Ny.</article></article>'
    )
    found = merged(old, [act(future)], JULY).law

    assert found.by_ref["§ 1"].heading == "Ny tittel"
    assert status_on(found.by_ref["§ 1 første ledd"], JULY).text == "Ny."
    assert len(found.of_kind(Kind.PARAGRAPH)) == 1
