"""The demo's reviews: judged in all four parts where they are signed, and nobody to be recognised."""

import tomllib
from pathlib import Path

from styrk.appraisal.models import ITEMS
from styrk.appraisal.states import HEARD, Part, Party, Works
from styrk.core import guard

WORLD = Path(__file__).resolve().parents[2] / "src" / "styrk" / "demo" / "world"
WRITTEN = tomllib.loads((WORLD / "appraisals.toml").read_text(encoding="utf-8"))["appraisal"]


def test_what_is_signed_can_be_signed_and_the_last_is_under_way():
    for told in (one for one in WRITTEN if "signed_days_ago" in one):
        assert set(Part.values) <= {one["item"] for one in told["verdict"]}
        assert told["signed_days_ago"] <= told["days_ago"]
        assert set(HEARD) <= {one["party"] for one in told["heard"]} or told["unheard"]
    assert "signed_days_ago" not in WRITTEN[-1]


def test_words_are_known_and_what_worked_was_carried_out():
    for told in WRITTEN:
        assert {one["item"] for one in told["verdict"]} <= set(ITEMS)
        assert {one["works"] for one in told["verdict"]} <= set(Works.values)
        assert {one["party"] for one in told["heard"]} <= set(Party.values)
        for one in told.get("action", ()):
            assert "note" in one or "worked" not in one
            assert one["due"] + 91 <= told["days_ago"] or "worked" not in one


def test_nobody_can_be_recognised():
    for told in WRITTEN:
        for one in (*told["verdict"], *told["heard"], *told.get("action", ())):
            for text in one.values():
                assert not guard.find(str(text)), text
