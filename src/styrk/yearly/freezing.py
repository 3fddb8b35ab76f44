"""What a yearly report says, as plain data: drawn on its page, and frozen with a hash when it is sent."""

import hashlib
import json
from typing import Any

from styrk.core import clock
from styrk.yearly.models import PartWords, YearlyReport

type Said = dict[str, Any]


def content(report: YearlyReport) -> Said:
    """All that it says: what it is made from, and its words."""
    return {
        "unit": report.unit.name,
        "year": report.year,
        "number": report.number,
        "gathered_on": clock.day(report.gathered_at).isoformat(),
        "material": report.material,
        "words": {one.part: _words(one) for one in report.words.all()},
    }


def said_by(report: YearlyReport) -> Said:
    """As it was sent; a draft as it stands."""
    frozen: Said | None = report.content
    return frozen or content(report)


def digest(said: Said, before: YearlyReport | None) -> str:
    """SHA-256 of the content in one way of writing, and of the digest of the one before."""
    written = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before.digest if before else ''}\n{written}".encode()).hexdigest()


def _words(one: PartWords) -> Said:
    return {"text": one.text, "by": one.by.name, "at": one.at.isoformat()}
