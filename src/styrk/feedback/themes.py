"""What voices are about: a short list, kept as data beside the code (`themes.toml`)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

FILE = Path(__file__).with_name("themes.toml")
FIRST = "nb"


@cache
def _all() -> Mapping[str, Mapping[str, str]]:
    listed = tomllib.loads(FILE.read_text())["theme"]
    return {one["code"]: one for one in listed}


def known(code: str) -> bool:
    return code in _all()


def name(code: str) -> str:
    """What the theme is called in the reader's language; the code itself where the list has lost it."""
    found = _all().get(code)
    return found.get(get_language() or FIRST, found[FIRST]) if found else code


def choices() -> list[tuple[str, str]]:
    return [(code, name(code)) for code in _all()]


def read(text: str) -> str:
    """The code of a theme as somebody wrote it, by code or by name; nothing where it is none."""
    said = text.strip().casefold()
    for code, names in _all().items():
        if said in {one.casefold() for one in names.values()}:
            return code
    return ""
