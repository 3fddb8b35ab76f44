"""The rules as data (`watched.toml`): what is looked at, from which day, and why. Off until switched on."""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

FILE = Path(__file__).with_name("watched.toml")
FIRST = "nb"


@dataclass(frozen=True)
class Terms:
    """Days: to answer, to decide, that a rule lasts, that an ended signal is kept; what is done where it is
    `undecided`, and `then`.
    """

    answer: int
    decide: int
    undecided: str
    valid: int
    kept: int
    then: str


@dataclass(frozen=True)
class Rule:
    """`days` past the deadline it is found; `basis` the provision; `digest` of all that is discussed."""

    code: str
    days: int
    basis: str
    words: Mapping[str, Mapping[str, str]]
    digest: str

    @property
    def name(self) -> str:
        return self._said("name")

    @property
    def looks_at(self) -> str:
        return self._said("looks_at")

    @property
    def why(self) -> str:
        return self._said("why")

    @property
    def in_trail(self) -> str:
        return self.words[FIRST]["name"]

    def _said(self, part: str) -> str:
        return self.words.get(get_language() or FIRST, self.words[FIRST])[part]


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def terms() -> Terms:
    return Terms(**_told()["terms"])


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code, in the order of the file."""
    return {one["code"]: _rule(one) for one in _told()["rule"]}


def _rule(told: dict[str, Any]) -> Rule:
    words = {language: told[language] for language in ("nb", "nn", "en")}
    return Rule(told["code"], told["days"], told["basis"], words, _digest(told))


def _digest(told: dict[str, Any]) -> str:
    """Of what is discussed: the rule as it stands, and the terms it works under."""
    discussed = {**{key: told[key] for key in ("code", "days", "basis", FIRST)}, **_told()["terms"]}
    written = json.dumps(discussed, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()
