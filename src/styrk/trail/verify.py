"""Proof that the trail is as it was written: every seal is computed again, in order.

Found and named: entries that are changed, deleted or put in afterwards, seals that are altered, and
a chain that is broken. The newest seals can be removed with all they cover and leave no trace here;
give the digests kept outside the database as `known` to find that too.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db import connection

from styrk.core import scope
from styrk.trail import ranges, rows
from styrk.trail.canonical import (
    PRINT_BYTES,
    Heading,
    Row,
    UnknownForm,
    canonical,
    digest,
    fingerprint,
)
from styrk.trail.models import Seal
from styrk.trail.ranges import Covered, Range

# An entry below a seal older than this should have been sealed long ago.
GRACE = timedelta(hours=1)
# Entries held in memory at a time, and how many a finding names.
AT_A_TIME = 5_000
NAMED = 1_000
SEALS_AT_A_TIME = 50


class Kind(StrEnum):
    CHANGED = "changed"
    DELETED = "deleted"
    INSERTED = "inserted"
    SEAL = "seal"
    CHAIN = "chain"
    MISSING_SEAL = "missing_seal"


@dataclass(frozen=True)
class Finding:
    """Something that is not as it was written. `entries` are the first of `number` ids."""

    kind: Kind
    text: str
    seal: int | None = None
    entries: tuple[int, ...] = ()
    number: int = 0


@dataclass(frozen=True)
class Verdict:
    """What was checked and what was found. `unsealed` entries are newer than the seals."""

    at: datetime
    seals: int
    entries: int
    unsealed: int
    newest_digest: str
    findings: tuple[Finding, ...]

    @property
    def intact(self) -> bool:
        return not self.findings

    def as_json(self) -> dict[str, Any]:
        """What `styrk verify-trail --json` prints."""
        return asdict(self) | {"intact": self.intact, "at": self.at.isoformat()}


def verify(*, now: datetime, known: Collection[str] = ()) -> Verdict:
    """Check the whole trail, in memory that does not grow with it.

    `known` are digests kept outside the database; a seal that is gone is then found.
    """
    with scope.acting(scope.SYSTEM):
        walk = _Walk(now, set(known))
        for seals in _groups():
            walk.check_all(seals)
        inserted, unsealed = _uncovered(walk)
    gone = [_missing(one) for one in sorted(walk.unseen)]
    return Verdict(
        at=now,
        seals=walk.seals,
        entries=walk.entries,
        unsealed=unsealed,
        newest_digest=walk.stored,
        findings=(*walk.findings, *inserted, *gone),
    )


def _groups() -> Iterator[list[Seal]]:
    """Seals in order, so many at a time that their entries fit in memory."""
    group: list[Seal] = []
    for seal in Seal.objects.order_by("pk").iterator(chunk_size=SEALS_AT_A_TIME):
        group.append(seal)
        if sum(one.entries for one in group) >= AT_A_TIME:
            yield group
            group = []
    if group:
        yield group


@dataclass
class _Walk:
    """What is known so far on the way from the first seal to the last."""

    now: datetime
    unseen: set[str]
    seals: int = 0
    entries: int = 0
    last_seal: int = 0
    settled: int = 0
    stored: str = ""
    computed: str = ""
    covered: Covered = field(default_factory=Covered)
    findings: list[Finding] = field(default_factory=list)

    def check_all(self, seals: list[Seal]) -> None:
        covers = {seal.pk: _covers(seal) for seal in seals}
        found = rows.within([span for spans in covers.values() for span in spans or ()])
        for seal in seals:
            self._chain(seal)
            self.computed = seal.digest
            spans = covers[seal.pk]
            if spans is None:
                self._find(Kind.SEAL, seal, "Seglet motsier seg selv om hva det dekker.")
            else:
                self.covered.add(spans)
                self._check(seal, list(ranges.ids(spans)), found)
            self._pass(seal)

    def _chain(self, seal: Seal) -> None:
        # Where the digest before was altered, that seal is already found, and this one is whole.
        if seal.previous not in {self.stored, self.computed}:
            self._find(Kind.CHAIN, seal, "Kjeden er brutt: seglet bygger ikke på seglet før.")

    def _check(self, seal: Seal, ids: list[int], found: Mapping[int, Row]) -> None:
        try:
            texts = {one: _text(found[one], seal.form) for one in ids if one in found}
        except UnknownForm:
            self._find(Kind.SEAL, seal, "Seglet har en form som denne versjonen ikke kjenner.")
            return
        self.entries += len(texts)
        heading = Heading(seal.at, seal.covers, seal.previous)
        self.computed = digest(heading, texts.values(), seal.form)
        deleted = [one for one in ids if one not in texts]
        changed = _changed(seal, ids, texts)
        self._name(Kind.DELETED, seal, "Slettet etter at de ble forseglet", deleted)
        if self.computed != seal.digest:
            self._name(Kind.CHANGED, seal, "Endret etter at de ble forseglet", changed)
        if not deleted and bool(changed) != (self.computed != seal.digest):
            self._find(Kind.SEAL, seal, "Seglet, eller noe det dekker, er endret etterpå.")

    def _name(self, kind: Kind, seal: Seal, text: str, entries: list[int]) -> None:
        if entries:
            self.findings.append(_named(kind, text, entries, seal.pk))

    def _find(self, kind: Kind, seal: Seal, text: str) -> None:
        self.findings.append(Finding(kind, text, seal.pk))

    def _pass(self, seal: Seal) -> None:
        self.seals += 1
        self.last_seal = seal.pk
        self.stored = seal.digest
        self.unseen.discard(seal.digest)
        if seal.at <= self.now - GRACE:
            self.settled = max(self.settled, seal.high)


def _covers(seal: Seal) -> list[Range] | None:
    """What the seal covers, or None where its own columns do not agree."""
    spans = ranges.parse(seal.covers)
    if spans is None or ranges.size(spans) != seal.entries:
        return None
    agree = len(seal.prints) == seal.entries * PRINT_BYTES
    return spans if agree and (spans[0][0], spans[-1][1]) == (seal.low, seal.high) else None


def _text(row: Row, form: int) -> bytes:
    try:
        return canonical(row, form)
    except (ValueError, RecursionError):
        return b""  # nothing we ever sealed looks like this


def _changed(seal: Seal, ids: list[int], texts: Mapping[int, bytes]) -> list[int]:
    """Entries whose own hash is not the one noted at the sealing."""
    prints = bytes(seal.prints)
    noted = {one: prints[at * PRINT_BYTES : (at + 1) * PRINT_BYTES] for at, one in enumerate(ids)}
    return [one for one, text in texts.items() if fingerprint(text) != noted[one]]


def _uncovered(walk: _Walk) -> tuple[list[Finding], int]:
    """Entries that no seal covers: those below settled seals are found, newer ones only wait."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FILTER (WHERE id > %(settled)s),"
            " count(*) FILTER (WHERE id <= %(settled)s),"
            " (array_agg(id ORDER BY id) FILTER (WHERE id <= %(settled)s))[1:%(named)s]"
            " FROM trail_uncovered('{(,)}'::int8multirange - %(covered)s::int8multirange, %(last)s)"
            " AS uncovered(id)",
            {
                "settled": walk.settled,
                "named": NAMED,
                "covered": walk.covered.text(),
                "last": walk.last_seal,
            },
        )
        waiting, number, named = cursor.fetchone()
    text = "Satt inn under et segl i ettertid, eller mistet seglet sitt"
    return ([Finding(Kind.INSERTED, text, None, tuple(named), number)] if number else []), waiting


def _named(kind: Kind, text: str, entries: list[int], seal: int | None) -> Finding:
    return Finding(kind, text, seal, tuple(entries[:NAMED]), len(entries))


def _missing(known: str) -> Finding:
    return Finding(Kind.MISSING_SEAL, f"Et segl som er kjent utenfra, er borte: {known}")
