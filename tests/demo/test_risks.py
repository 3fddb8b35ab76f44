"""The written risks: coherent, and free of anything that looks like a real person."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from styrk.core import guard
from styrk.risks.example import EXAMPLE

WORLD = Path(__file__).resolve().parents[2] / "src" / "styrk" / "demo" / "world"
WRITTEN = tomllib.loads((WORLD / "risks.toml").read_text(encoding="utf-8"))
RISKS: list[dict[str, Any]] = WRITTEN["risk"]
UNITS = {
    unit["code"]: unit["parent"]
    for unit in tomllib.loads((WORLD / "units.toml").read_text(encoding="utf-8"))["unit"]
}
HARMS = {dimension.code for dimension in EXAMPLE.dimensions}


def lifts(told: dict[str, Any], at: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Every lift with the unit it is from, those that follow from it too."""
    for lift in told.get("lift", ()):
        yield lift, at
        yield from lifts(lift, lift["to"])


def above(code: str) -> Iterator[str]:
    while code := UNITS[code]:
        yield code


def ratings() -> Iterator[dict[str, Any]]:
    for risk in RISKS:
        told = [risk, *(lift for lift, _ in lifts(risk, risk["unit"]))]
        for one in told:
            names = ("without", "now", "target", "changed", "rated")
            yield from (one[name] for name in names if name in one)


def test_there_are_about_forty_with_names_of_their_own():
    ids = [risk["id"] for risk in RISKS]

    assert 38 <= len(ids) <= 45
    assert len(set(ids)) == len(ids)
    assert {risk["unit"] for risk in RISKS} <= UNITS.keys()


def test_they_are_lifted_to_units_above_and_merged_with_what_is_there():
    known = {
        f"{risk['id']}/{lift['to']}"
        for risk in RISKS
        for lift, _ in lifts(risk, risk["unit"])
        if lift["answer"] == "take_in"
    }

    for risk in RISKS:
        for lift, at in lifts(risk, risk["unit"]):
            assert lift["to"] in set(above(at)), lift
            assert lift.get("into", next(iter(known))) in known, lift


def test_ratings_are_in_the_matrix_and_have_a_reason():
    for rating in ratings():
        harms = rating.keys() - {"likelihood", "reason", "after"}
        assert harms, rating
        assert harms <= HARMS, rating
        assert all(1 <= rating[name] <= 5 for name in (*harms, "likelihood")), rating
        assert rating["reason"], rating


def test_no_text_points_at_a_person():
    texts = [*_texts(WRITTEN)]

    assert len(texts) > 300
    assert not [text for text in texts if guard.blocking(text)]


def _texts(told: Any) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict | list):
        for one in told.values() if isinstance(told, dict) else told:
            yield from _texts(one)
