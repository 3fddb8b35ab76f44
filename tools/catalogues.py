"""The catalogues of screen texts: nynorsk and English, and bokmål as it is.

`update` takes new texts in from the code and the templates, `compile` makes what Django reads,
`check` fails where a text is missing, not translated or has other placeholders than its source.
Source texts are bokmål. Bokmål has a catalogue of its own in which every text stands for itself:
without it Django's own catalogue would say «Tid» where we say «Time».
"""

import argparse
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "styrk"
LOCALE = SOURCE / "locale"
BOKMAL = "nb"
TRANSLATED = ("nn", "en")
# Data whose words people read; each is translated by the sentence itself.
SAID = ("title", "question", "words", "channel", "content", "note")


def of_data(
    file: BinaryIO, *_: object, **_options: object
) -> Iterator[tuple[int, str, str, list[str]]]:
    """The words of a file of data, for Babel."""
    yield from ((1, "gettext", text, []) for text in _said_in(tomllib.load(file)))


def _said_in(told: object) -> Iterator[str]:
    if isinstance(told, list):
        for one in told:
            yield from _said_in(one)
    elif isinstance(told, dict):
        for key, one in told.items():
            said = one if isinstance(one, list) else [one]
            yield from said if key in SAID else _said_in(one)


METHODS: list[tuple[str, Any]] = [
    ("**/migrations/**", "ignore"),
    ("**.py", "python"),
    ("**/templates/**.html", "jinja2"),
    ("incidents/notices/**.toml", of_data),
]
OPTIONS = {"**/templates/**.html": {"newstyle_gettext": "true", "silent": "false"}}
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# What stands between words and must stand in every language: %(name)s, %s, {name}, <strong>.
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd]|\{[a-z_]*\}|</?[a-z]+[^>]*>", re.IGNORECASE)
# Always the same, so that a file changes only when a text does.
DATED = datetime(2026, 1, 1, tzinfo=UTC)

type Key = tuple[str | tuple[str, ...], str | None]


def extracted(source: Path = SOURCE) -> Catalog:
    """Every text in code and templates, with the files it stands in."""
    catalogue = _new(BOKMAL)
    texts = extract_from_dir(source, METHODS, OPTIONS, KEYWORDS, comment_tags=("Translators:",))
    for name, _line, text, comments, context in texts:
        place = f"{source.name}/{name}"
        known = catalogue.get(text[0] if isinstance(text, tuple) else text, context)
        places = [*known.locations, (place, None)] if known else [(place, None)]
        catalogue.add(text, None, sorted(set(places)), auto_comments=comments, context=context)
    return catalogue


def update(locale: Path = LOCALE, source: Path = SOURCE) -> dict[str, int]:
    """Take new texts in and old ones out; gives how many each language lacks."""
    texts = extracted(source)
    for message in _texts(texts):
        message.string = message.id
    _write(texts, _file(locale, BOKMAL))
    lacking = {}
    for language in TRANSLATED:
        merged = _merged(texts, _read(_file(locale, language), language), language)
        _write(merged, _file(locale, language))
        lacking[language] = sum(not _done(message) for message in _texts(merged))
    return lacking


def _merged(texts: Catalog, old: Catalog, language: str) -> Catalog:
    """All texts, with the translations there are. A changed text is a new one: nothing is guessed."""
    merged = _new(language)
    for message in _texts(texts):
        kept = old.get(_id(message), message.context)
        string = kept.string if kept and kept.id == message.id else None
        merged.add(
            message.id,
            string,
            message.locations,
            flags=kept.flags & {"fuzzy"} if kept else (),
            auto_comments=message.auto_comments,
            user_comments=kept.user_comments if kept else (),
            context=message.context,
        )
    return merged


def compile_all(locale: Path = LOCALE) -> None:
    for language in (BOKMAL, *TRANSLATED):
        catalogue = _read(_file(locale, language), language)
        # An empty plural would be shown as nothing; what is missing is shown in bokmål.
        for message in [m for m in _texts(catalogue) if not _done(m)]:
            catalogue.delete(message.id, message.context)
        with _file(locale, language).with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalogue)


def problems(locale: Path = LOCALE, source: Path = SOURCE) -> Iterator[str]:
    """What is wrong with the catalogues, a line each."""
    texts = {_key(message): message for message in _texts(extracted(source))}
    for language in (BOKMAL, *TRANSLATED):
        path = _file(locale, language)
        there = {_key(message): message for message in _texts(_read(path, language))}
        yield from (
            f"{language}: not taken in: {_said(key)}" for key in texts.keys() - there.keys()
        )
        yield from (
            f"{language}: no longer used: {_said(key)}" for key in there.keys() - texts.keys()
        )
        for key in sorted(texts.keys() & there.keys(), key=str):
            yield from (f"{language}: {what}: {_said(key)}" for what in _wrong(there[key]))


def _wrong(message: Message) -> Iterator[str]:
    if not _done(message):
        yield "not translated"
        return
    if message.fuzzy:
        yield "uncertain (fuzzy)"
    for source, said in _pairs(message):
        if _placeholders(source) != _placeholders(said):
            yield f"other placeholders than the source, in «{said}»"
        if source.strip() != source or said.strip() != said:
            yield "space at the start or end"


def _pairs(message: Message) -> Iterable[tuple[str, str]]:
    """Source and translation; each plural form with its own source."""
    if isinstance(message.id, tuple):
        return zip(message.id, message.string, strict=True)
    return [(message.id, message.string)]


def _placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text.replace("%%", "")))


def _done(message: Message) -> bool:
    strings = message.string if isinstance(message.string, tuple | list) else [message.string]
    return bool(strings) and all(strings)


def _texts(catalogue: Catalog) -> Iterator[Message]:
    """All but the head of the file."""
    return (message for message in catalogue if message.id)


def _id(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple) else str(message.id)


def _key(message: Message) -> Key:
    return message.id, message.context


def _said(key: Key) -> str:
    text = key[0] if isinstance(key[0], str) else key[0][0]
    return repr(text if len(text) < 90 else f"{text[:89]}…")


def _new(language: str) -> Catalog:
    return Catalog(
        language,
        domain="django",
        project="Styrk",
        version="1",
        copyright_holder="Styrk",
        header_comment="# Styrk: screen texts. Changed by `make messages` and by translators.",
        creation_date=DATED,
        revision_date=DATED,
        last_translator="Styrk",
        language_team=language,
        fuzzy=False,
    )


def _file(locale: Path, language: str) -> Path:
    return locale / language / "LC_MESSAGES" / "django.po"


def _read(path: Path, language: str) -> Catalog:
    if not path.is_file():
        return _new(language)
    with path.open("rb") as file:
        return read_po(file, language, domain="django", abort_invalid=True)


def _write(catalogue: Catalog, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, include_lineno=False)


def main() -> int:
    parser = argparse.ArgumentParser(description="The catalogues of screen texts.")
    parser.add_argument("act", choices=["update", "compile", "check"])
    parser.add_argument("--lenient", action="store_true", help="check: tell, but do not fail")
    chosen = parser.parse_args()
    if chosen.act == "update":
        print(", ".join(f"{name}: {number} left" for name, number in update().items()))
    elif chosen.act == "compile":
        compile_all()
    else:
        return _check(lenient=chosen.lenient)
    return 0


def _check(*, lenient: bool) -> int:
    found = list(problems())
    shown = found[:20] if lenient else found
    print("\n".join(shown), end="\n" if shown else "", file=sys.stderr)
    if found:
        advice = "Run «make messages», and translate what is left in src/styrk/locale."
        print(f"{len(found)} texts are not in order. {advice}", file=sys.stderr)
    return 1 if found and not lenient else 0


if __name__ == "__main__":
    sys.exit(main())
