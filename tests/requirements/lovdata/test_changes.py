"""What changed between two editions, and what became of each provision."""

import json
import time

import pytest

from styrk.requirements.lovdata.changes import ChangeKind, changes
from styrk.requirements.lovdata.mapping import MappedKind, mapping
from styrk.requirements.lovdata.reading import read
from tests.requirements.lovdata.samples import (
    JSON,
    LEDELSE,
    XML,
    law,
    law_from_xml,
    needs_files,
    section,
    whole,
)

MEASURES = "Virksomheten skal iverksette tiltak som forebygger at pasienter blir skadet."
TRAINING = "Ledere skal få opplæring i styringssystemet før de tiltrer stillingen."
RECORDS = "Journalen skal inneholde alle opplysninger som er nødvendige for helsehjelpen."
VOTES = "Styret er vedtaksført når mer enn halvparten av medlemmene er til stede."


def told(old, new):
    return [(one.ref, one.kind) for one in changes(old, new)]


def kinds(old, new):
    return {(one.old_ref, one.new_ref): one.kind for one in mapping(old, new)}


@needs_files
@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in JSON + XML])
def test_nothing_changed_in_the_same_law(path):
    law = whole(path.stem)

    assert changes(law, law) == ()
    assert {one.kind for one in mapping(law, law)} == {MappedKind.SAME}


@needs_files
def test_one_word_in_one_letter_of_the_forskrift():
    fields = json.loads(next(path for path in JSON if path.stem == LEDELSE).read_text())
    items = fields["paragrafer"][7]["ledd"][0]["punkter"]
    items[5] = items[5].replace("minst en gang årlig", "minst to ganger årlig")
    new = read(json.dumps(fields).encode(), "ny.json").law
    (change,) = changes(whole(LEDELSE), new)

    assert (change.ref, change.kind) == ("§ 8 første ledd bokstav f", ChangeKind.CHANGED)
    assert change.words[:4] == (
        ("same", "minst"),
        ("removed", "en gang"),
        ("added", "to ganger"),
        ("same", change.words[3][1]),
    )


def test_white_space_and_typography_are_no_changes():
    old = law(section("§ 1", "Kravet i  «§ 2» – jf. 375\u00a0000 – gjelder …", tittel="Krav"))
    new = law(section("§ 1", 'Kravet i "§ 2" - jf. 375 000 — gjelder ...', tittel="Krav "))

    assert changes(old, new) == ()


def test_small_and_capital_letters_are_changes():
    assert told(law(section("§ 1", "Skal.")), law(section("§ 1", "SKAL.")))


def test_section_added_and_section_removed_are_told_once_with_all_their_parts():
    old = law(section("§ 1", MEASURES), section("§ 2", (RECORDS, ["navn", "alder"])))
    new = law(section("§ 1", MEASURES), section("§ 3", VOTES, tittel="Styret"))
    added, removed = changes(old, new)

    assert (added.ref, added.kind) == ("§ 3", ChangeKind.ADDED)
    assert added.after == f"Styret\n{VOTES}"
    assert (removed.ref, removed.kind) == ("§ 2", ChangeKind.REMOVED)
    assert removed.before == f"{RECORDS}\nnavn\nalder"


def test_new_letter_in_the_middle_renumbers_the_rest():
    old = law(section("§ 1", ("Skal:", [MEASURES, RECORDS, VOTES])))
    new = law(section("§ 1", ("Skal:", [MEASURES, TRAINING, RECORDS, VOTES])))
    base = "§ 1 første ledd punkt"

    assert told(old, new) == [
        (f"{base} 2", ChangeKind.ADDED),
        (f"{base} 3", ChangeKind.RENUMBERED),
        (f"{base} 4", ChangeKind.RENUMBERED),
    ]
    assert kinds(old, new)[(f"{base} 3", f"{base} 4")] is MappedKind.RENUMBERED


def test_renumbered_section_is_told_once_and_its_changed_words_too():
    old = law(section("§ 1", MEASURES), section("§ 2", RECORDS, VOTES))
    new = law(
        section("§ 1", MEASURES),
        section("§ 2", TRAINING),
        section("§ 3", RECORDS, VOTES + " Alltid."),
    )

    assert [(c.ref, c.kind, c.old_ref) for c in changes(old, new)] == [
        ("§ 2", ChangeKind.ADDED, ""),
        ("§ 3", ChangeKind.RENUMBERED, "§ 2"),
        ("§ 3 andre ledd", ChangeKind.CHANGED, "§ 2 andre ledd"),
    ]


def test_ledd_that_moved_to_another_section():
    old = law(section("§ 1", MEASURES, RECORDS), section("§ 2", VOTES))
    new = law(section("§ 1", MEASURES), section("§ 2", VOTES, RECORDS))

    assert kinds(old, new)[("§ 1 andre ledd", "§ 2 andre ledd")] is MappedKind.RENUMBERED


def test_new_wording_under_the_same_name_is_a_change():
    old, new = law(section("§ 1", MEASURES)), law(section("§ 1", VOTES))

    assert kinds(old, new) == {
        ("§ 1", "§ 1"): MappedKind.CHANGED,
        ("§ 1 første ledd", "§ 1 første ledd"): MappedKind.CHANGED,
    }
    assert mapping(old, new)[0].likeness < 0.3


def test_repealed_section_is_gone_and_no_other_repealed_section_is_it():
    old = law(section("§ 1", MEASURES), section("§ 2", tittel="(Opphevet)"))
    new = law(section("§ 1", tittel="(Opphevet)"), section("§ 3", tittel="(Opphevet)"))

    assert kinds(old, new)[("§ 1", "§ 1")] is MappedKind.GONE
    assert kinds(old, new)[("§ 2", None)] is MappedKind.GONE
    assert kinds(old, new)[(None, "§ 3")] is MappedKind.NEW
    assert ("§ 1", ChangeKind.REMOVED) in told(old, new)


def test_announced_change_is_told_once():
    note = "Endres ved lov 20 juni 2025 nr. 74 (i kraft 1 juli 2026)."
    old, new = law(section("§ 1", MEASURES)), law(section("§ 1", MEASURES, endringer=[note]))
    (change,) = changes(old, new)

    assert (change.ref, change.kind, change.after) == ("§ 1", ChangeKind.PENDING, note)
    assert changes(new, new) == ()


def test_heading_changed():
    old, new = (law(section("§ 1", MEASURES, tittel=title)) for title in ("Varsel", "Melding"))
    (change,) = changes(old, new)

    assert (change.ref, change.words) == ("§ 1", (("removed", "Varsel"), ("added", "Melding")))


def test_counted_items_are_those_that_the_other_form_marks():
    old = law(section("§ 1", ("Skal:", [MEASURES, "to"])))
    items = "".join(
        f'<li data-li-identifier="{mark}."><article class="legalP">{text}</article></li>'
        for mark, text in (("a", MEASURES), ("b", "to"))
    )
    new = law_from_xml(
        '<article class="legalArticle"><h3 class="legalArticleHeader">'
        '<span class="legalArticleValue">§ 1</span></h3>'
        f'<article class="legalP">Skal:<ul>{items}</ul></article></article>'
    )

    assert changes(old, new) == ()
    assert changes(new, old) == ()
    assert (
        kinds(old, new)[("§ 1 første ledd punkt 2", "§ 1 første ledd bokstav b")] is MappedKind.SAME
    )


def test_every_provision_is_mapped_once():
    old = law(section("§ 1", MEASURES, RECORDS), section("§ 2", (VOTES, ["a", "b", "c"])))
    new = law(section("§ 2", MEASURES), section("§ 4", (VOTES, ["b", "d"]), RECORDS))
    found = mapping(old, new)

    assert sorted(one.old_ref for one in found if one.old_ref) == sorted(old.by_ref)
    assert sorted(one.new_ref for one in found if one.new_ref) == sorted(new.by_ref)


def test_two_large_and_wholly_different_laws_are_compared_in_seconds():
    def large(word):
        return law(*(section(f"§ {n}", f"{word}{n} {word}{n + 1} {word * 9}") for n in range(3000)))

    old, new = large("gammel"), large("ny")
    start = time.perf_counter()
    changes(old, new)

    assert time.perf_counter() - start < 10


def test_renumbered_with_some_words_changed_is_still_proposed():
    old = law(section("§ 1", ("Skal:", [MEASURES, RECORDS])))
    new = law(section("§ 1", ("Skal:", [TRAINING, MEASURES, RECORDS.replace("alle", "de")])))
    found = {one.new_ref: one for one in mapping(old, new)}["§ 1 første ledd punkt 3"]

    assert (found.old_ref, found.kind) == ("§ 1 første ledd punkt 2", MappedKind.RENUMBERED)
    assert 0.85 < found.likeness < 0.95


def test_of_two_nearly_as_alike_the_one_with_the_name_is_it():
    words = [f"ord{n}" for n in range(30)]
    first, second = " ".join([*words, "en", "to"]), " ".join([*words, "tre", "fire"])
    # The new first is one word nearer to the old second.
    new_first, new_second = " ".join([*words, "tre", "ti"]), " ".join([*words, "åtte", "ni"])
    old, new = law(section("§ 1", first, second)), law(section("§ 1", new_first, new_second))

    assert kinds(old, new)[("§ 1 første ledd", "§ 1 første ledd")] is MappedKind.CHANGED
