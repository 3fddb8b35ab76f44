"""The letters are the law's own, word for word, and all of them are there."""

import json
from collections import Counter
from pathlib import Path

import pytest

from styrk.regulation.letters import ALL, LETTERS, PROVISIONS, Duty, Letter
from styrk.regulation.sections import SECTIONS, TITLE

LOVDATA = Path(__file__).parents[2] / "../shared/domain/lovdata/forskrift-2016-10-28-1250.json"


@pytest.fixture(scope="module")
def law() -> dict:
    if not LOVDATA.exists():
        pytest.skip("../shared is not beside this checkout: the law's text is not compared")
    return json.loads(LOVDATA.read_text())


def test_there_are_21_letters_and_two_sections():
    assert len(LETTERS) == 21
    assert [p.letter for p in ALL] == [*LETTERS, Letter.S3, Letter.S5]
    assert set(PROVISIONS) == set(Letter)


def test_each_duty_has_its_letters():
    counted = Counter(p.duty for p in ALL if p.duty)

    assert counted == {Duty.PLAN: 7, Duty.DO: 5, Duty.EVALUATE: 6, Duty.CORRECT: 3}


def test_three_letters_ask_for_a_judgement():
    assert [p.letter for p in ALL if p.judgement] == ["8b", "8c", "8f"]


def test_codes_and_references_say_the_same():
    for provision in ALL:
        assert provision.reference == f"§ {' '.join(provision.letter)}"


def test_the_letters_are_the_law_word_for_word(law):
    points = {
        f"{section['paragraf'].removeprefix('§ ')}{'abcdefg'[at]}": text
        for section in law["paragrafer"]
        if section["paragraf"] in {"§ 6", "§ 7", "§ 8", "§ 9"}
        for at, text in enumerate(section["ledd"][0]["punkter"])
    }

    assert {letter.value: PROVISIONS[letter].text for letter in LETTERS} == points


def test_sections_3_and_5_are_the_law_word_for_word(law):
    whole = {
        section["paragraf"]: " ".join(part["tekst"] for part in section["ledd"])
        for section in law["paragrafer"]
    }

    assert PROVISIONS[Letter.S3].text == whole["§ 3"]
    assert PROVISIONS[Letter.S5].text == whole["§ 5"]


def test_every_section_is_the_law_word_for_word(law):
    assert law["meta"]["tittel"] == TITLE
    for ours, theirs in zip(SECTIONS, law["paragrafer"], strict=True):
        points = [letter.text for letter in ours.letters]
        assert f"§ {ours.number}" == theirs["paragraf"]
        assert ours.title == theirs["tittel"]
        assert [(p.text, [*p.points, *points]) for p in ours.paragraphs] == [
            (part["tekst"], part["punkter"]) for part in theirs["ledd"]
        ]
