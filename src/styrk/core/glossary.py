"""The words of the field, read from `glossary.toml`: for the word list, the document and the tests."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PATH = Path(__file__).with_name("glossary.toml")


@dataclass(frozen=True)
class Word:
    """`identifier` is what it is called in the code; `model` is app.Class where it is a table."""

    bokmal: str
    nynorsk: str
    identifier: str
    meaning: str
    source: str
    model: str = ""


@cache
def words() -> tuple[Word, ...]:
    """In the order of the file."""
    return tuple(Word(**told) for told in tomllib.loads(PATH.read_text(encoding="utf-8"))["word"])
