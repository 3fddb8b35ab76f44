"""What is told in the demo: coherent, and free of anything that looks like a real person."""

import tomllib
from pathlib import Path

from styrk.core import guard
from styrk.feedback import themes
from styrk.feedback.states import Channel, Kind

WORLD = Path(__file__).resolve().parents[2] / "src" / "styrk" / "demo" / "world"
WRITTEN = tomllib.loads((WORLD / "heard.toml").read_text(encoding="utf-8"))
UNITS = {
    one["code"] for one in tomllib.loads((WORLD / "units.toml").read_text(encoding="utf-8"))["unit"]
}


def test_each_is_of_a_kind_and_a_unit_that_are_there():
    for told in WRITTEN["voice"]:
        assert told["unit"] in UNITS
        assert told["kind"] in Kind.values
        assert told["channel"] in Channel.values
        assert not told["theme"] or themes.known(told["theme"])
        assert told.get("answered", 0) < told["days_ago"]
        assert ("answered" in told) == ("answer" in told)
    texts = [told["text"] for told in WRITTEN["voice"]]
    assert len(texts) == len(set(texts)) >= 25


def test_nobody_can_be_recognised():
    for told in WRITTEN["voice"]:
        for name in ("text", "answer", "said", "did", "meanwhile"):
            text = told.get(name, "")
            assert not guard.find(text), text


def test_what_was_surveyed_and_heard_is_of_units_and_themes_that_are_there():
    for told in WRITTEN["survey"]:
        assert told["unit"] in UNITS
        for area, theme, score, answers in told["scores"]:
            assert area
            assert themes.known(theme)
            assert 0 <= score <= 100
            assert answers >= 5
    for told in WRITTEN["council"]:
        assert told["unit"] in UNITS
        assert told["days_ago"] > told["said_days_ago"] > told["answered_days_ago"]
        assert not guard.find(told["said"] + told["answer"])
