"""Words and colours for requirements."""

from styrk.requirements.presenters.annual import documents, given, given_documents, status
from styrk.requirements.presenters.placements import (
    ACTS,
    Mark,
    branch_mark,
    course_mark,
    history,
    missing,
    standing_mark,
)
from styrk.requirements.presenters.sources import (
    Drawn,
    Redone,
    drawn,
    notice_of,
    redone,
    verb_of,
)

__all__ = [
    "ACTS",
    "Drawn",
    "Mark",
    "Redone",
    "branch_mark",
    "course_mark",
    "documents",
    "drawn",
    "given",
    "given_documents",
    "history",
    "missing",
    "notice_of",
    "redone",
    "standing_mark",
    "status",
    "verb_of",
]
