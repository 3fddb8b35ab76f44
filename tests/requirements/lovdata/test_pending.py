"""Announced changes, and how a section stands before and after them."""

import json
import re
from datetime import date

import pytest

from styrk.requirements.lovdata.notes import pending
from styrk.requirements.lovdata.shape import Kind, Status, Verb
from styrk.requirements.lovdata.standing import State, status_on
from tests.requirements.lovdata.samples import JSON, law, needs_files, section, whole

JULY = date(2026, 7, 1)
JUNE = date(2026, 6, 30)
BY_74 = (
    "Endres ved lov 20 juni 2025 nr. 74 (i kraft 1 juli 2026 iflg. res. 10 april 2026 nr. 675 )."
)


def sections():
    return [p for path in JSON for p in whole(path.stem).of_kind(Kind.SECTION)]


@needs_files
def test_sections_under_change_in_all_files():
    told = [
        text
        for path in JSON
        for section in json.loads(path.read_text())["paragrafer"]
        if (text := " ".join([*section["endringer"], *(one["tekst"] for one in section["ledd"])]))
        and re.search(r"(?:Endres|Oppheves|Tilføyes|Vert endra) ved lov", text)
    ]
    found = [p for p in sections() if p.pending]
    dated = [p for p in found if any(one.in_force_on == JULY for one in p.pending)]
    printed_old = [p for p in dated if {one.verb for one in p.pending} != {Verb.ADD}]

    assert len(found) == len(told) == 60
    assert len(dated) == 50
    assert len(printed_old) == 48  # the words from before 1 July 2026 stand in the file


@needs_files
def test_no_old_wording_is_current_from_the_day_it_changed():
    dated = [p for p in sections() if any(one.in_force_on == JULY for one in p.pending)]
    after = [status_on(p, JULY) for p in dated]
    words_after = [
        status_on(part, JULY).text
        for path in JSON
        for part in whole(path.stem).provisions
        if any(one.in_force_on == JULY for one in part.pending)
    ]

    assert sorted({one.state for one in after}) == [State.REPEALED, State.REPLACED]
    assert len(words_after) > 150
    assert not any(words_after)
    assert sum(status_on(p, JUNE).is_current for p in dated) == 48


@needs_files
def test_repealed_words_are_nowhere_current():
    repealed = [p for p in sections() if p.status is Status.REPEALED]

    assert {status_on(p, date(1990, 1, 1)).state for p in repealed} == {State.REPEALED}


@needs_files
def test_note_that_stands_among_the_ledd_is_found():
    found = whole("lov-2011-06-24-30").by_ref["§ 3-2 a"]

    assert [one.changed_by for one in found.pending] == ["lov/2016-06-17-45"]
    assert found.pending[0].in_force_on is None


@needs_files
def test_nynorsk_note_is_found():
    found = whole("lov-2006-05-19-16").by_ref["§ 2"]

    assert [(one.verb, one.changed_by, one.in_force_on) for one in found.pending] == [
        (Verb.CHANGE, "lov/2026-05-29-20", JULY)
    ]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (BY_74, [(Verb.CHANGE, "lov/2025-06-20-74", JULY)]),
        ("Endret ved lov 20 juni 2025 nr. 74 (i kraft 1 juli 2026).", []),
        ("Vert oppheva ved lov 1 mars 2026 nr. 2 (ikr. 1 jan 2027).", [(Verb.REPEAL, "lov/2026-03-01-2", date(2027, 1, 1))]),
        ("Blir endra med lover 1 mars 2026 nr. 2 , 3 apr 2026 nr. 4 (i kraft 1 mai 2027).",
         [(Verb.CHANGE, "lov/2026-03-01-2", None), (Verb.CHANGE, "lov/2026-04-03-4", date(2027, 5, 1))]),
        ("Vert lagt til ved forskrift 2. desember 2025 nr. 10 (i kraft 1. januar 2027).",
         [(Verb.ADD, "forskrift/2025-12-02-10", date(2027, 1, 1))]),
        ("Endres ved lov 12 mai 2026 nr. 18 (i kraft fra den tid Kongen bestemmer).", [(Verb.CHANGE, "lov/2026-05-12-18", None)]),
        ("Endres ved lov 12 mai 2026 nr. 18 (ikr. iflg. res. 13 mai 2026 nr. 19 ).", [(Verb.CHANGE, "lov/2026-05-12-18", None)]),
        ("Endra ved lov 1 mars 2020 nr. 2 , vert endra ved lov 3 april 2026 nr. 4 (i kraft 5 mai 2027 (delvis)).",
         [(Verb.CHANGE, "lov/2026-04-03-4", date(2027, 5, 5))]),
        ("Endres ved lov 11 juni 2026 nr. 78 som endret ved lov 10 juni 2027 nr. 39 (i kraft 1 aug 2028).",
         [(Verb.CHANGE, "lov/2026-06-11-78", date(2028, 8, 1))]),
        ("Oppheves ved lov 31 feb 2026 nr. 1 (i kraft 1 juli 2026).", []),
        ("Oppheves ved lov 1 feb 2026 nr. 1 (i kraft 31 juni 2026).", [(Verb.REPEAL, "lov/2026-02-01-1", None)]),
    ],
)  # fmt: skip
def test_notes(note, expected):
    found = pending("§ 1", (note,))

    assert [(one.verb, one.changed_by, one.in_force_on) for one in found] == expected


def test_change_with_a_day():
    changed = law(section("§ 1", "Gammel ordlyd.", endringer=[BY_74]))
    before, after = (status_on(changed.by_ref["§ 1 første ledd"], day) for day in (JUNE, JULY))

    assert changed.by_ref["§ 1 første ledd"].status is Status.PENDING
    assert (before.state, before.text) == (State.ANNOUNCED, "Gammel ordlyd.")
    assert before.notice.text == "Gjeldende. Endres 1. juli 2026 ved lov/2025-06-20-74."
    assert (after.state, after.text) == (State.REPLACED, "")
    assert after.notice.text == (
        "Under endring: ny ordlyd gjelder fra 1. juli 2026 ved lov/2025-06-20-74 "
        "og finnes ikke i denne fila."
    )


def test_change_without_a_day_leaves_the_words_in_force():
    note = "Endres ved lov 20 des 2019 nr. 103 (ikr. fra den tid Kongen bestemmer)."
    standing = status_on(
        law(section("§ 1", "Ord.", endringer=[note])).provisions[1], date(2040, 1, 1)
    )

    assert (standing.state, standing.text) == (State.ANNOUNCED, "Ord.")
    assert standing.notice.text.endswith("fra den tid Kongen bestemmer.")


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (JUNE, State.ANNOUNCED),
        (JULY, State.REPLACED),  # repealed and added again on the same day
        (date(2028, 6, 30), State.REPLACED),
        (date(2028, 7, 1), State.REPEALED),
    ],
)
def test_repealed_added_again_and_repealed(day, state):
    note = (
        "Oppheves ved lov 25 juni 2024 nr. 53 (i kraft 1 juli 2026). Tilføyes ved lov 12 juni 2026 "
        "nr. 22 (i kraft 1 juli 2026 iflg. res. 12 juni 2026 nr. 1076 ). Oppheves ved lov 12 juni "
        "2026 nr. 22 (i kraft 1 juli 2028)."
    )
    found = law(section("§ 2-5 d", "Ord.", endringer=[note])).by_ref["§ 2-5 d første ledd"]

    assert status_on(found, day).state is state


def test_section_to_come_without_words():
    note = "Tilføyes ved lov 23 jan 2026 nr. 1 (i kraft 1 juli 2026)."
    found = law(section("§ 22 a", endringer=[note])).by_ref["§ 22 a"]

    assert status_on(found, JUNE).state is State.COMING
    assert status_on(found, JUNE).notice.text.startswith("Ikke i kraft. Gjelder fra 1. juli 2026")
    assert status_on(found, JULY).state is State.REPLACED


def test_section_to_come_with_words():
    note = "Tilføyes ved lov 23 jan 2026 nr. 1 (i kraft 1 juli 2026)."
    found = law(section("§ 22 a", "Nye ord.", endringer=[note])).by_ref["§ 22 a første ledd"]

    assert (status_on(found, JUNE).state, status_on(found, JUNE).text) == (State.COMING, "")
    assert (status_on(found, JULY).state, status_on(found, JULY).text) == (
        State.CURRENT,
        "Nye ord.",
    )
