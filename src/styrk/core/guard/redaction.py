"""Words in place of what identified a person."""

import re
from collections.abc import Iterable

from styrk.core.guard.finding import Finding, Kind

WORDS = {
    Kind.fnr: "fødselsnummer",
    Kind.dnr: "D-nummer",
    Kind.phone: "telefonnummer",
    Kind.email: "e-post",
    Kind.name: "navn",
    Kind.date_of_birth: "fødselsdato",
    Kind.record_number: "journalnummer",
}
PLACEHOLDER = re.compile(rf"\[(?:{'|'.join(WORDS.values())}) fjernet\]")


def redacted(text: str, findings: Iterable[Finding]) -> str:
    """Where findings overlap, the first one's word stands for all they cover together."""
    parts = []
    done = 0
    for found in sorted(findings, key=lambda f: (f.start, -f.end)):
        if found.start >= done and found.end > found.start:
            parts += [text[done : found.start], f"[{WORDS[found.kind]} fjernet]"]
        done = max(done, found.end)
    return "".join([*parts, text[done:]])
