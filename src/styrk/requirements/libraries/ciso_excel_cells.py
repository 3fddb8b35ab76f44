"""Groups of values as rows of cells in CISO Assistant's Excel form; what no cell holds is left out."""

import re
from collections.abc import Iterable, Iterator

from styrk.requirements.libraries.shape import Json
from styrk.requirements.libraries.text_book import fits
from styrk.requirements.libraries.tree import tidy

TRANSLATIONS = "translations"
# What the reader knows again as a name of a row or column, and as a language.
NAME = re.compile(r"[a-z][a-z0-9_]{0,60}")
LANGUAGE = re.compile(r"[a-z][a-z0-9_-]{1,30}")

type Group = dict[str, Json]


def said(value: Json) -> str:
    """The text of a cell that is read as the same value; "" where there is none."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    told = str(value)
    return told if fits(told) and tidy(told) == told else ""


def columns_of(groups: Iterable[Group], first: Iterable[str] = ()) -> list[str]:
    """Names of columns, those of `first` in its order and then the rest, with the languages last."""
    plain: dict[str, None] = dict.fromkeys(first)
    other: dict[str, None] = {}
    for group in groups:
        plain |= dict.fromkeys(
            key for key, value in group.items() if NAME.fullmatch(key) and said(value)
        )
        other |= dict.fromkeys(name for name, _text in _languages(group))
    return [*plain, *sorted(other)]


def rows_of(
    groups: Iterable[Group], columns: Iterable[str], *, upright: bool = False
) -> Iterator[tuple[str, ...]]:
    """The cells of each group under the columns; `upright` as a name and a value in each row."""
    names = list(columns)
    for group in groups:
        cells = {key: said(value) for key, value in group.items()} | dict(_languages(group))
        if upright:
            yield from ((name, told) for name in names if (told := cells.get(name, "")))
        else:
            yield tuple(cells.get(name, "") for name in names)


def _languages(group: Group) -> Iterator[tuple[str, str]]:
    """`name[nn]` and its text, for what is there in other languages."""
    languages = group.get(TRANSLATIONS)
    for language, texts in languages.items() if isinstance(languages, dict) else ():
        for key, value in texts.items() if isinstance(texts, dict) else ():
            if LANGUAGE.fullmatch(language) and NAME.fullmatch(key) and (told := said(value)):
                yield f"{key}[{language}]", told


def base_of(urns: Iterable[str]) -> str:
    """The longest beginning that all of them share, up to a colon, with something left of each."""
    parts = [urn.split(":") for urn in urns]
    shared: list[str] = []
    for column in zip(*(one[:-1] for one in parts), strict=False):
        if len(set(column)) > 1:
            break
        shared.append(column[0])
    return ":".join(shared)
