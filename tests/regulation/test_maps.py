"""The maps: their items are there, said once each, and rest on letters; the law's words are the law's."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from styrk.regulation.letters import ALL as PROVISIONS
from styrk.regulation.letters import LETTERS, Duty, Letter
from styrk.regulation.maps import ALL, FRAMEWORK, ITEMS, LAW, MAP_OF, MAPS
from styrk.regulation.maps.siblings import MUNICIPAL, SECURITY, WORK

FILES = Path(__file__).parents[2] / "../shared/domain/lovdata"
SPLIT = re.compile(r"(?<=sikkerhets)- (?=lov)| (?=\.)")


def words(text: str) -> str:
    """Without what the file's own setting put in: a word parted at the end of a line, a loose point."""
    return SPLIT.sub("", text)


def test_the_forskrift_is_its_own_map():
    assert [(one.key, one.reference, one.text, one.duty) for one in LAW.items] == [
        (one.letter, one.reference, one.text, one.duty) for one in PROVISIONS
    ]
    assert [one.key for one in LAW.items if one.judgement] == ["8b", "8c", "8f"]


def test_the_framework_has_26_principles_in_four_phases():
    counted = Counter(one.reference[0] for one in FRAMEWORK.items)

    assert counted == {"P": 12, "G": 4, "E": 6, "L": 4}
    assert [one.reference for one in FRAMEWORK.items[:2]] == ["P1", "P2"]
    assert {one.duty for one in FRAMEWORK.items} == {Duty.PLAN, Duty.DO, Duty.EVALUATE}


def test_the_other_maps_have_what_their_law_lists():
    assert len(WORK.items) == 8
    assert [one.reference[-1] for one in MUNICIPAL.items[:-1]] == ["a", "b", "c", "d", "e"]
    assert MUNICIPAL.items[-1].reference == "§ 25-2"
    assert [one.months for one in SECURITY.items if one.key == "ikt-4"] == [12]
    assert [*MAPS] == [one.key for one in ALL]


def test_every_key_is_one_item_and_goes_in_an_address():
    assert len(ITEMS) == sum(len(one.items) for one in ALL)
    assert all(re.fullmatch(r"[a-z0-9-]+", key) for key in ITEMS)
    assert MAP_OF["p10"] is FRAMEWORK


def test_everything_rests_on_letters_so_that_nothing_is_answered_twice():
    for item in ITEMS.values():
        assert item.letters, item.key
        assert len(set(item.letters)) == len(item.letters), item.key
    # And what a letter shows counts for the framework too.
    assert {letter for one in FRAMEWORK.items for letter in one.letters} >= {
        letter for letter in LETTERS if letter not in {"9c", "8e", "6d"}
    }


def test_what_is_beside_the_forskrift_is_not_shown_by_its_data_alone():
    beside = [one for key, one in ITEMS.items() if "-" in key and key not in set(Letter)]

    assert len(beside) == 28
    assert all(one.judgement for one in beside)


@pytest.mark.parametrize(
    ("prefix", "file"),
    [
        ("hms-", "forskrift-1996-12-06-1127.json"),
        ("ikt-", "lov-2023-12-20-108.json"),
        ("smv-", "forskrift-2005-06-17-610.json"),
    ],
)
def test_what_stands_as_the_laws_words_is_the_law_word_for_word(prefix, file):
    if not (FILES / file).exists():
        pytest.skip("../shared is not beside this checkout: the law's text is not compared")
    law = json.loads((FILES / file).read_text())
    said = words(" ".join(ledd["tekst"] for one in law["paragrafer"] for ledd in one["ledd"]))
    quoted = [one.text for key, one in ITEMS.items() if key.startswith(prefix) and one.text]

    assert quoted
    assert [one for one in quoted if one not in said] == []


def test_no_words_are_called_the_laws_where_the_file_is_not_at_hand():
    assert not any(one.text for one in MUNICIPAL.items)
    assert not any(one.text for one in FRAMEWORK.items)
