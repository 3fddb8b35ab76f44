"""The whole pipeline for a file, and its answer as JSON: docs/formats/recurring.md, kept stable."""

from collections.abc import Sequence
from dataclasses import dataclass

from styrk.incidents.recurrence.alike import Alike, alike
from styrk.incidents.recurrence.groups import groups
from styrk.incidents.recurrence.languages import language
from styrk.incidents.recurrence.reading import Report
from styrk.incidents.recurrence.scan import Progress, Scanned, scan, silent

type Json = dict[str, object]


@dataclass(frozen=True)
class Found:
    """For each report those most like it, and the groups by their rows."""

    scanned: Scanned
    similar: list[list[Alike]]
    groups: list[list[int]]


def find(reports: Sequence[Report], *, lang: str, top: int, progress: Progress = silent) -> Found:
    scanned = scan([one.text for one in reports], language(lang), top, progress=progress)
    return Found(scanned, alike(reports, scanned, top), groups(scanned))


def as_json(found: Found) -> Json:
    return {
        "rows": len(found.similar),
        "similar": [
            {"row": row, "to": [{"row": one.row, "score": one.score} for one in to]}
            for row, to in enumerate(found.similar)
        ],
        "groups": found.groups,
    }
