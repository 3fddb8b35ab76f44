"""What the guard says about a text: which kind of identifier stands where."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    fnr = "fnr"
    dnr = "dnr"
    phone = "phone"
    email = "email"
    name = "name"
    date_of_birth = "date_of_birth"
    record_number = "record_number"


BLOCKING = frozenset({Kind.fnr, Kind.dnr, Kind.phone, Kind.email})


@dataclass(frozen=True, slots=True)
class Finding:
    kind: Kind
    start: int
    end: int
    blocks: bool


def finding(kind: Kind, start: int, end: int) -> Finding:
    return Finding(kind, start, end, blocks=kind in BLOCKING)


def without_overlap(findings: Iterable[Finding]) -> list[Finding]:
    """By start: blocking beats warning, then longer beats shorter, then first beats later."""
    ranked = sorted(findings, key=lambda f: (not f.blocks, f.start - f.end, f.start))
    taken = bytearray(max((f.end for f in ranked), default=0))
    kept = []
    for candidate in ranked:
        if taken.find(1, candidate.start, candidate.end) < 0:
            taken[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
            kept.append(candidate)
    return sorted(kept, key=lambda f: f.start)
