"""The register of sources, their editions, and what each says."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Prefetch, Q

from styrk.requirements.models import (
    Authority,
    Edition,
    Requirement,
    Source,
    Succession,
    Supervision,
)
from styrk.requirements.states import EditionState, Fate


@dataclass(frozen=True)
class Heading:
    """A requirement or a heading of an edition, and how deep it stands (0 at the top)."""

    requirement: Requirement
    depth: int


def sources(kind: str = "") -> list[Source]:
    """The register by title, each with its editions, the newest first."""
    found = Source.objects.select_related("owner", "unit").prefetch_related(
        Prefetch("editions", Edition.objects.order_by("-dated"))
    )
    return list(found.filter(Q(kind=kind) if kind else Q()).order_by("title", "pk"))


def source(uuid: UUID) -> Source | None:
    return (
        Source.objects.select_related("owner", "unit")
        .prefetch_related(
            Prefetch("editions", Edition.objects.order_by("-dated")),
            Prefetch("supervised_by", Supervision.objects.select_related("authority")),
        )
        .filter(uuid=uuid)
        .first()
    )


def edition(uuid: UUID) -> Edition | None:
    return (
        Edition.objects.select_related("source__unit", "source__owner", "follows")
        .filter(uuid=uuid)
        .first()
    )


def edition_called(code: str, label: str | None = None) -> Edition | None:
    """A source's edition by its label; without one, the newest that is published."""
    found = Edition.objects.select_related("source").filter(source__code=code)
    if label is not None:
        return found.filter(label=label).first()
    return found.filter(state=EditionState.PUBLISHED, followed_by=None).first()


def rows_of(edition: Edition) -> list[Requirement]:
    """All that the edition says, in its order."""
    return list(edition.requirements.order_by("position"))


def requirement(uuid: UUID) -> Requirement | None:
    return (
        Requirement.objects.select_related("edition__source__unit", "edition__source__owner")
        .filter(uuid=uuid)
        .first()
    )


def requirements_of(edition: Edition) -> list[Heading]:
    """All that the edition says, in its order, with the depth of each and how often it is placed."""
    placed = Count("placements", filter=~Q(placements__state="withdrawn"))
    found = edition.requirements.annotate(placed=placed).order_by("position")
    depths: dict[int, int] = {}
    headings = []
    for one in found:
        depths[one.pk] = depths.get(one.parent_id, -1) + 1 if one.parent_id else 0
        headings.append(Heading(one, depths[one.pk]))
    return headings


def to_review(edition: Edition) -> list[Succession]:
    """What nobody has said yet of the edition before: the changed and the gone first."""
    waiting = Succession.objects.filter(
        old__edition=edition.follows_id, reviewed_at__isnull=True
    ).select_related("old", "new")
    order = {Fate.CHANGED: 0, Fate.GONE: 1, Fate.SAME: 2}
    if edition.state != EditionState.PUBLISHED:
        return []
    return sorted(waiting, key=lambda one: (order[Fate(one.fate)], one.old.position))


def authorities() -> list[Authority]:
    """Who supervises what: today's authorities by name, with those they took over from."""
    return list(
        Authority.objects.filter(successor=None)
        .prefetch_related(
            "predecessors__fields",
            Prefetch("fields", Supervision.objects.select_related("source").order_by("law")),
        )
        .order_by("name")
    )
