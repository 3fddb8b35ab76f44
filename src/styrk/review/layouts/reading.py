"""Reading layouts from files, and refusing what is wrong with a reason one can act on."""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from styrk.indicators.states import Area
from styrk.requirements.states import Rhythm
from styrk.review.layouts.shape import (
    OF_AREAS,
    SHOWS,
    WRITTEN,
    Due,
    Layout,
    LayoutWrong,
    Section,
    Words,
    Writer,
)

OWN = Path(__file__).parent
LANGUAGES = ("nb", "nn", "en")
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LARGEST = 100_000
MOST_SECTIONS, MOST_DAYS, LONGEST = 40, 120, 500
KEYS = {"code", "name", "rhythm", "compiles", "writers", "sections", "summary"}
WRITER_KEYS = {"level", "working_day", "day"}
SECTION_KEYS = {"code", "title", "ask", "written", "shows"}

type Table = Mapping[str, Any]
type Layouts = Mapping[str, Layout]


def read_folder(folder: Path) -> Layouts:
    """All layouts of a folder by code, in the order of their names. Raises LayoutWrong.

    Kept until a file is changed, added or gone.
    """
    try:
        files = sorted(one for one in folder.iterdir() if one.suffix == ".toml")
        stamps = tuple((one, one.stat().st_mtime_ns, one.stat().st_size) for one in files)
    except OSError as reason:
        raise LayoutWrong(str(folder), f"kan ikke leses ({reason.strerror}).") from reason
    if not files:
        raise LayoutWrong(str(folder), "mappa har ingen filer som slutter på .toml.")
    return _read(stamps)


@lru_cache(maxsize=8)
def _read(stamps: tuple[tuple[Path, int, int], ...]) -> Layouts:
    found: dict[str, Layout] = {}
    for path, _changed, size in stamps:
        one = read(path.name, _content(path, size))
        if one.code in found:
            raise LayoutWrong(path.name, f"«{one.code}» står i en annen fil også.")
        found[one.code] = one
    for one in found.values():
        if one.compiles and one.compiles not in found:
            raise LayoutWrong(f"{one.code}.toml", f"compiles: det finnes ingen «{one.compiles}».")
        if one.compiles and found[one.compiles].rhythm != one.rhythm:
            raise LayoutWrong(f"{one.code}.toml", "compiles: den andre har en annen rytme.")
    return found


def _content(path: Path, size: int) -> bytes:
    if size > LARGEST:
        raise LayoutWrong(path.name, "fila er for stor.")
    try:
        return path.read_bytes()
    except OSError as reason:
        raise LayoutWrong(path.name, f"kan ikke leses ({reason.strerror}).") from reason


def read(file: str, content: bytes) -> Layout:
    """One layout. Raises LayoutWrong."""
    try:
        told = tomllib.loads(content.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as reason:
        raise LayoutWrong(file, f"er ikke TOML i UTF-8: {reason}.") from reason
    digest = hashlib.sha256(content).hexdigest()
    try:
        return _layout(told, digest)
    except _WrongError as reason:
        raise LayoutWrong(file, str(reason)) from reason


class _WrongError(ValueError):
    """What is wrong, without the name of the file."""


def _layout(told: Table, digest: str) -> Layout:
    _known(told, KEYS, "")
    sections = tuple(_section(one, at) for at, one in _tables(told, "sections"))
    writers = tuple(_writer(one, at) for at, one in _tables(told, "writers"))
    _once((one.code for one in sections), "sections")
    _once((one.level.casefold() for one in writers), "writers")
    if len(sections) > MOST_SECTIONS:
        raise _WrongError(f"sections: høyst {MOST_SECTIONS}.")
    compiles = told.get("compiles", "")
    if compiles and not isinstance(compiles, str):
        raise _WrongError("compiles: skal være koden til en annen rapport.")
    return Layout(
        code=_code(told.get("code"), "code"),
        name=_words(told.get("name"), "name"),
        rhythm=_rhythm(told.get("rhythm")),
        writers=writers,
        compiles=compiles,
        sections=sections,
        summary=_texts(told.get("summary", []), "summary"),
        digest=digest,
    )


def _section(told: Table, at: str) -> Section:
    _known(told, SECTION_KEYS, at)
    written = told.get("written", "required")
    if written not in WRITTEN:
        raise _WrongError(f"{at}written: er {_said(written)}. Velg {_listed(WRITTEN)}.")
    return Section(
        code=_code(told.get("code"), f"{at}code"),
        title=_words(told.get("title"), f"{at}title"),
        ask=_words(told["ask"], f"{at}ask") if "ask" in told else {"nb": ""},
        written=written,
        shows=tuple(_shown(one, at) for one in _texts(told.get("shows", []), f"{at}shows")),
    )


def _shown(told: str, at: str) -> str:
    what, dot, area = told.partition(".")
    if what in OF_AREAS:
        if area not in Area.values:
            raise _WrongError(f"{at}shows: {_said(told)} har ingen område. Velg {_listed(Area)}.")
        return told
    if dot or what not in SHOWS:
        kinds = [*SHOWS, *(f"{one}.område" for one in OF_AREAS)]
        raise _WrongError(f"{at}shows: {_said(told)} finnes ikke. Velg {_listed(kinds)}.")
    return told


def _writer(told: Table, at: str) -> Writer:
    _known(told, WRITER_KEYS, at)
    level = told.get("level")
    if not isinstance(level, str) or not level.strip():
        raise _WrongError(f"{at}level: mangler navnet på nivået.")
    days = [(name, told[name]) for name in ("working_day", "day") if name in told]
    if len(days) != 1:
        raise _WrongError(f"{at}skriv enten working_day eller day.")
    ((name, number),) = days
    if type(number) is not int or not 1 <= number <= MOST_DAYS:
        raise _WrongError(f"{at}{name}: skal være et helt tall fra 1 til {MOST_DAYS}.")
    return Writer(level.strip(), Due(number, name == "working_day"))


def _tables(told: Table, name: str) -> list[tuple[str, Table]]:
    found = told.get(name)
    if not isinstance(found, list) or not found or any(not isinstance(one, dict) for one in found):
        raise _WrongError(f"{name}: skriv minst én [[{name}]].")
    return [(f"{name} nr. {number}: ", one) for number, one in enumerate(found, 1)]


def _known(told: Table, keys: Iterable[str], at: str) -> None:
    unknown = sorted(set(told) - set(keys))
    if unknown:
        raise _WrongError(
            f"{at}{_said(unknown[0])} er ikke noe vi kjenner. Bruk {_listed(sorted(keys))}."
        )


def _once(codes: Iterable[str], name: str) -> None:
    each = list(codes)
    if twice := next((one for one in each if each.count(one) > 1), None):
        raise _WrongError(f"{name}: {_said(twice)} står to ganger.")


def _code(told: object, at: str) -> str:
    if not isinstance(told, str) or not CODE.fullmatch(told):
        raise _WrongError(f"{at}: skriv små bokstaver (a-z), tall og bindestrek.")
    return told


def _rhythm(told: object) -> Rhythm:
    allowed = (Rhythm.MONTHLY, Rhythm.TERTIAL)
    if told not in allowed:
        raise _WrongError(f"rhythm: er {_said(told)}. Velg {_listed(allowed)}.")
    return Rhythm(str(told))


def _words(told: object, at: str) -> Words:
    """A text, or a table of it by language with bokmål in it."""
    found = {"nb": told} if isinstance(told, str) else told
    if not isinstance(found, dict) or not set(found) <= set(LANGUAGES) or "nb" not in found:
        raise _WrongError(f"{at}: skriv en tekst, eller {{ nb = …, nn = …, en = … }} med nb.")
    if any(_is_no_text(one) for one in found.values()):
        raise _WrongError(f"{at}: skriv en tekst på høyst {LONGEST} tegn.")
    return {language: " ".join(text.split()) for language, text in found.items()}


def _is_no_text(told: object) -> bool:
    return not isinstance(told, str) or not told.strip() or len(told) > LONGEST


def _texts(told: object, at: str) -> tuple[str, ...]:
    if not isinstance(told, list) or any(not isinstance(one, str) for one in told):
        raise _WrongError(f"{at}: skriv en liste av tekster.")
    _once(told, at)
    return tuple(told)


def _said(told: object) -> str:
    return f"«{str(told)[:60]}»" if told not in (None, "") else "tom"


def _listed(names: Iterable[object]) -> str:
    return ", ".join(str(one) for one in names)
