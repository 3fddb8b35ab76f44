"""The register of sources, their editions, and what each says."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, Q

from styrk.requirements.models import (
    Authority,
    Edition,
    Requirement,
    Source,
    Supervision,
)
from styrk.requirements.states import EditionState


@dataclass(frozen=True)
class Listed:
    """A source in the register, and its newest published edition."""

    source: Source
    newest: Edition | None


PAGE = 100


def sources(kind: str = "", text: str = "", start: int = 0) -> list[Listed]:
    """The register by title, a page and one more. Two queries."""
    published = Edition.objects.filter(state=EditionState.PUBLISHED, followed_by=None)
    found = Source.objects.select_related("owner", "unit").prefetch_related(
        Prefetch("editions", published.defer("extra").order_by("-dated", "-pk"), to_attr="newest")
    )
    if kind:
        found = found.filter(kind=kind)
    if text.strip():
        told = text.replace("\0", "").strip()
        found = found.filter(Q(title__icontains=told) | Q(code__icontains=told))
    rows = found.order_by("title", "pk")[start : start + PAGE + 1]
    return [Listed(one, next(iter(one.newest), None)) for one in rows]


def source(uuid: UUID) -> Source | None:
    """With its editions, the newest first, and who supervises it."""
    editions = Edition.objects.defer("extra").order_by("-dated", "-pk")
    return (
        Source.objects.select_related("owner", "unit")
        .prefetch_related(
            Prefetch("editions", editions),
            Prefetch("supervised_by", Supervision.objects.select_related("authority")),
        )
        .filter(uuid=uuid)
        .first()
    )


def sources_coded(codes: Iterable[str]) -> dict[str, Source]:
    """Those of the sources that are registered, by code."""
    return {one.code: one for one in Source.objects.filter(code__in=list(codes))}


def edition(uuid: UUID) -> Edition | None:
    return (
        Edition.objects.select_related("source__unit", "source__owner", "follows")
        .filter(uuid=uuid)
        .first()
    )


def hold_edition(**which: UUID) -> None:
    """Keep the edition, by its `uuid` or by that of one of its requirements (`requirements__uuid`),
    from others until the transaction ends."""
    list(Edition.objects.select_for_update(no_key=True, of=("self",)).filter(**which))


def draft_of(source: Source) -> Edition | None:
    """What somebody writes on to be the next edition of the source."""
    return source.editions.filter(state=EditionState.DRAFT).first()


def edition_called(code: str, label: str | None = None) -> Edition | None:
    """A source's edition by its label; without one, the newest that is published."""
    found = Edition.objects.select_related("source").filter(source__code=code)
    if label is not None:
        return found.filter(label=label).first()
    return found.filter(state=EditionState.PUBLISHED, followed_by=None).first()


def rows_of(edition: Edition) -> list[Requirement]:
    """All that the edition says, in its order."""
    return list(edition.requirements.order_by("position"))


def has_requirements(edition: Edition) -> bool:
    """Whether anything in it is more than a heading."""
    return edition.requirements.exclude(kind="").exists()


def requirement(uuid: UUID) -> Requirement | None:
    return (
        Requirement.objects.select_related(
            "edition__source__unit", "edition__source__owner", "edition__followed_by"
        )
        .filter(uuid=uuid)
        .first()
    )


def authorities() -> list[Authority]:
    """Who supervises what: today's authorities by name, with those they took over from."""
    return list(
        Authority.objects.filter(successor=None)
        .prefetch_related(
            "predecessors",
            Prefetch("fields", Supervision.objects.select_related("source").order_by("law")),
        )
        .order_by("name")
    )
