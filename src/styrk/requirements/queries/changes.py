"""What changed from one edition to the next, what is announced, and who has to react."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from styrk.access.queries import Standing
from styrk.requirements import statutes
from styrk.requirements.models import Edition, Placement, Requirement, Source, Succession
from styrk.requirements.queries.placements import OVER, in_sight, kept_by
from styrk.requirements.states import EditionState, Fate, State

PAGE = 20
LATEST = 50
NAMED = 5


@dataclass(frozen=True)
class Fates:
    """How many sentences of the edition before became what, and how many are not reviewed."""

    changed: int = 0
    gone: int = 0
    same: int = 0
    to_review: int = 0
    to_accept: int = 0

    @property
    def to_decide(self) -> int:
        """What is changed or gone, and nobody has said anything of."""
        return self.to_review - self.to_accept


@dataclass(frozen=True)
class Reviewing:
    """A page of successions; `further` is the position to go on from."""

    successions: list[Succession]
    placed: dict[int, int]
    further: int | None


@dataclass(frozen=True)
class Changed:
    """An edition that followed another, what became of that, and the units that must answer anew."""

    edition: Edition
    fates: Fates
    waiting: int
    units: tuple[str, ...]


@dataclass(frozen=True)
class Announced:
    """A change that the text of a law announces. `on` is None where the day is not decided."""

    requirement: Requirement
    act: str
    verb: str
    on: date | None
    note: str


def going_on(standing: Standing, source: Source) -> Q:
    """The placements that this person carries on into the source's next edition.

    All, where one unit laid the source down: whoever keeps it laid them. What nobody here has laid
    down, as a law, each legal person carries on for itself.
    """
    return ~Q(state__in=OVER) & (Q() if source.unit_id else kept_by(standing))


def waiting(standing: Standing, among: QuerySet[Succession]) -> QuerySet[Succession]:
    """Each with `waits`: nobody has decided it, or this person's own units have not come along."""
    own = Placement.objects.filter(kept_by(standing), requirement=OuterRef("old"))
    left = Q(reviewed_at__isnull=True) | Exists(own.exclude(state__in=OVER))
    return among.annotate(waits=ExpressionWrapper(left, BooleanField()))


def fates_of(editions: Sequence[Edition], standing: Standing) -> dict[int, Fates]:
    """What became of the edition before each of these, by the edition's id. One query."""
    before = {one.follows_id: one.pk for one in editions if one.follows_id}
    left = Q(waits=True)
    among = Succession.objects.filter(old__edition__in=list(before))
    rows = (
        waiting(standing, among)
        .values_list("old__edition")
        .annotate(
            changed=Count("pk", filter=Q(fate=Fate.CHANGED)),
            gone=Count("pk", filter=Q(fate=Fate.GONE)),
            same=Count("pk", filter=Q(fate=Fate.SAME)),
            to_review=Count("pk", filter=left),
            to_accept=Count("pk", filter=left & Q(fate=Fate.SAME)),
        )
        .order_by()
    )
    return {before[edition]: Fates(*numbers) for edition, *numbers in rows}


def reviewing(
    edition: Edition, standing: Standing, after: int = 0, *, everything: bool = False
) -> Reviewing:
    """What waits and is not unchanged, or all there is, in the order of the old edition."""
    among = Succession.objects.filter(old__edition=edition.follows_id, old__position__gt=after)
    found = waiting(standing, among)
    if not everything:
        found = found.filter(Q(waits=True)).exclude(fate=Fate.SAME)
    rows = list(
        found.select_related("old", "new", "reviewed_by").order_by("old__position", "pk")[
            : PAGE + 1
        ]
    )
    shown = rows[:PAGE]
    further = shown[-1].old.position if len(rows) > PAGE else None
    return Reviewing(shown, _placed([one.old_id for one in shown], standing), further)


def _placed(requirements: list[int], standing: Standing) -> dict[int, int]:
    seen = Placement.objects.filter(in_sight(standing), requirement__in=requirements)
    numbers = seen.exclude(state=State.WITHDRAWN).values_list("requirement").annotate(Count("pk"))
    return dict(numbers.order_by())


def added_in(edition: Edition) -> list[Requirement]:
    """The sentences that come from nothing in the edition before."""
    if edition.follows_id is None:
        return []
    known = Succession.objects.filter(new=OuterRef("pk"))
    return list(edition.requirements.filter(~Exists(known)).order_by("position")[:LATEST])


def succession(old: UUID) -> Succession | None:
    """What became of a sentence, as it was proposed or decided."""
    return (
        Succession.objects.select_related("old__edition__source", "new__edition", "reviewed_by")
        .filter(old__uuid=old)
        .order_by("pk")
        .first()
    )


def locked_succession(old: UUID) -> None:
    """Held until the transaction ends."""
    list(Succession.objects.select_for_update(no_key=True, of=("self",)).filter(old__uuid=old))


def followed_by(edition: Edition) -> Edition | None:
    """The published edition that came after it."""
    return Edition.objects.select_related("source").filter(follows=edition).first()


def named_in(edition: Edition, point: str) -> Requirement | None:
    """The one requirement that is called this, by its point or its own name."""
    told = point.strip()
    if not told or "\0" in told:
        return None
    found = list(edition.requirements.filter(Q(point=told) | Q(ref=told))[:2])
    return found[0] if len(found) == 1 else None


def changed_since(since: datetime, standing: Standing) -> list[Changed]:
    """The editions that changed something since then, the newest first. Three queries."""
    editions = list(
        Edition.objects.filter(
            state=EditionState.PUBLISHED, follows__isnull=False, published_at__gte=since
        )
        .defer("extra")
        .select_related("source__owner", "source__unit")
        .order_by("-published_at", "-pk")[:LATEST]
    )
    fates = fates_of(editions, standing)
    asked: dict[int, Counter[str]] = {one.pk: Counter() for one in editions}
    unanswered = Placement.objects.filter(
        in_sight(standing),
        requirement__edition__in=editions,
        continues__isnull=False,
        state=State.PLACED,
    )
    for edition, unit in unanswered.values_list("requirement__edition", "unit__name"):
        asked[edition][unit] += 1
    return [
        Changed(
            one,
            fates.get(one.pk, Fates()),
            asked[one.pk].total(),
            tuple(name for name, _number in asked[one.pk].most_common(NAMED)),
        )
        for one in editions
    ]


def announced(on: date) -> list[Announced]:
    """Changes in laws that are announced and not yet in our text: the undecided last. One query."""
    rows = (
        Requirement.objects.filter(
            edition__state=EditionState.PUBLISHED,
            edition__followed_by=None,
            edition__format=statutes.FORMAT,
            extra__kind="section",
        )
        .exclude(pending=[])
        .select_related("edition__source__owner")
        .defer("edition__extra")
    )
    found = [_announced(row, one) for row in rows for one in row.pending if not one["wording_here"]]
    return sorted(found, key=lambda one: (one.on is None, one.on or on, one.requirement.pk))


def _announced(row: Requirement, told: dict[str, str]) -> Announced:
    day = told["in_force_on"]
    when = date.fromisoformat(day) if day else None
    return Announced(row, told["changed_by"], told["verb"], when, told["note"])


def editions_titles(uuids: "Sequence[UUID]") -> dict[UUID, str]:
    """What editions are called, by uuid."""
    found = Edition.objects.filter(uuid__in=uuids).select_related("source").defer("extra")
    return {one.uuid: str(one) for one in found}
