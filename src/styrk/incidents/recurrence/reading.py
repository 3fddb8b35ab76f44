"""Reports out of a CSV file as other systems write it: any of the usual separators and encodings."""

import codecs
import csv
import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

SEPARATORS = ";,\t|"
FORMATS = ("%d.%m.%Y", "%Y%m%d", "%d/%m/%Y", "%d-%m-%Y", "%Y/%m/%d", "%d.%m.%y")
# Of a spreadsheet with the columns of a database there is more to say than fits in a message.
NAMED = 30


class Refused(ValueError):
    """The file as a whole cannot be read; the message says why, to whoever has it."""


@dataclass(frozen=True)
class Report:
    """What is compared: what happened, and where and when if that was told."""

    text: str
    day: date | None = None
    site: str = ""


def reports(
    content: bytes, *, text: Sequence[str], day: str | None = None, site: str | None = None
) -> list[Report]:
    """One for each row, in order. Raises Refused."""
    asked = [*text, *([day] if day else []), *([site] if site else [])]
    if not text:
        raise Refused("Si hvilken kolonne teksten står i.")
    header, rows = _table(_decoded(content), asked)
    at = {name: nth for nth, name in reversed(list(enumerate(header)))}
    if missing := [name for name in asked if name not in at]:
        raise Refused(_missing(missing, header))
    return [
        Report(
            text="\n".join(filter(None, (_cell(row, at[name]) for name in text))),
            day=day_of(_cell(row, at[day])) if day else None,
            site=_cell(row, at[site]) if site else "",
        )
        for row in rows
    ]


def day_of(text: str) -> date | None:
    """None where nobody can tell which day is meant."""
    with suppress(ValueError):
        return datetime.fromisoformat(text).date()
    for form in FORMATS:
        with suppress(ValueError):
            return datetime.strptime(text.split(" ")[0], form).date()  # noqa: DTZ007 - a day only
    return None


def _decoded(content: bytes) -> str:
    if not content.strip(codecs.BOM_UTF8 + b" \t\r\n"):
        raise Refused("Fila er tom.")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _as(content, "utf-16")
    with suppress(UnicodeDecodeError):
        return content.decode("utf-8-sig")
    # Older systems on Windows. What it lacks, Latin-1 has.
    with suppress(UnicodeDecodeError):
        return content.decode("cp1252")
    return content.decode("latin-1")


def _as(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as reason:
        raise Refused("Teksten er skadet: den begynner som UTF-16, men er ikke det.") from reason


def _table(text: str, asked: Sequence[str]) -> tuple[list[str], list[list[str]]]:
    """With the separator that gives most of the columns asked for, else most columns."""
    csv.field_size_limit(sys.maxsize)

    def fits(separator: str) -> tuple[int, int]:
        header = _header(text, separator)
        return len(set(asked) & set(header)), len(header)

    separator = max(SEPARATORS, key=fits)
    rows = [row for row in _rows(text, separator) if row]
    return [name.strip() for name in rows[0]], rows[1:]


def _header(text: str, separator: str) -> list[str]:
    first: list[str] = next((row for row in _rows(text, separator) if row), [])
    return [name.strip() for name in first]


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _cell(row: Sequence[str], at: int) -> str:
    """A row that ends early has nothing in what it lacks."""
    return row[at].strip() if at < len(row) else ""


def _missing(missing: Sequence[str], header: Sequence[str]) -> str:
    there = ", ".join(f"«{name}»" for name in header[:NAMED])
    more = f" og {len(header) - NAMED} til" if len(header) > NAMED else ""
    lacks = ", ".join(f"«{name}»" for name in missing)
    return f"Fila har ikke kolonnen {lacks}. Den har {there}{more}."
