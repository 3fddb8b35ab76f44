"""Which documents an årlig melding answers: those of the owner, in the year they were given."""

from django.db.models import Q

from styrk.requirements.annual import Answer, Document
from styrk.requirements.models import Edition, Requirement
from styrk.requirements.states import SourceKind

OWNERS = (
    SourceKind.OWNER_LETTER,
    SourceKind.MANDATE,
    SourceKind.SUPPLEMENT,
    SourceKind.MINUTES,
)
A_YEAR = r"(19|20)\d\d"


def asked_in(year: int, edition: str = "") -> Q:
    """The year of a document: the one in the name of its edition, else the one it is dated.

    `edition` is the way to the edition from what is asked for.
    """
    named = Q(**{f"{edition}label__contains": str(year)})
    dated = Q(**{f"{edition}dated__year": year}) & ~Q(**{f"{edition}label__regex": A_YEAR})
    return named | dated


def document_of(edition: Edition, answers: tuple[Answer, ...] = ()) -> Document:
    source = edition.source
    return Document(source.title, edition.label, source.kind, edition.dated.isoformat(), answers)


def chapter_of(requirement: Requirement) -> str:
    parent = requirement.parent
    return f"{parent.point} {parent.title or parent.text}".strip() if parent else ""
