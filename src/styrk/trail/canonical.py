"""The one way to write an entry as bytes, so that its hash is the same for ever.

Made from typed values here, not by the database, whose way of writing times and JSON may change.
Every part carries its length, so that no two different entries give the same bytes, and what is
absent is told from what is empty. Text is taken as it stands: nothing is normalised.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import NamedTuple

FORM = 1
# Bytes kept of each entry's own hash: enough to say which entry of a batch was changed.
PRINT_BYTES = 8


class Row(NamedTuple):
    """An entry as it is read from the database; `detail` is its JSON text."""

    id: int
    at: datetime
    person_id: int | None
    person_name: str
    act: str
    subject: str
    subject_id: int
    trust_id: int | None
    text: str
    detail: str


@dataclass(frozen=True)
class Heading:
    """What a seal says about itself, which is hashed with its entries. `covers` are ids in order."""

    at: datetime
    covers: str
    previous: str


class UnknownForm(LookupError):
    """The seal is made in a form that this version does not know."""


def canonical(row: Row, form: int = FORM) -> bytes:
    """The entry as bytes in the form given; raises UnknownForm."""
    if form != FORM:
        raise UnknownForm(form)
    parts: list[str | int | None] = [
        row.id,
        _moment(row.at),
        row.person_id,
        row.person_name,
        row.act,
        row.subject,
        row.subject_id,
        row.trust_id,
        row.text,
        _json(row.detail),
    ]
    return b"".join(_framed(part) for part in parts)


def fingerprint(entry: bytes) -> bytes:
    """The first bytes of one entry's own hash."""
    return hashlib.sha256(entry).digest()[:PRINT_BYTES]


def digest(heading: Heading, entries: Iterable[bytes], form: int = FORM) -> str:
    """The seal: sha256 over form, the seal before, what is covered, and every entry in order."""
    seal = hashlib.sha256()
    for part in (form, heading.previous, _moment(heading.at), heading.covers):
        seal.update(_framed(part))
    for entry in entries:
        seal.update(_length(entry))
        seal.update(entry)
    return seal.hexdigest()


def _framed(part: str | int | None) -> bytes:
    if part is None:
        return b"-"
    text = str(part).encode()
    return _length(text) + text


def _length(text: bytes) -> bytes:
    return b"+%d:" % len(text)


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _json(text: str) -> str:
    """Keys in order, no spaces, and numbers with every digit they have."""
    return _WRITER.encode(_READER.decode(text))


def _exact(number: object) -> dict[str, str]:
    # The database holds no text with the null character, so this is never what an entry says.
    return {"\0": str(number)}


_READER = json.JSONDecoder(parse_int=Decimal, parse_float=Decimal)
_WRITER = json.JSONEncoder(
    sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_exact
)
