"""An edition as a reader goes through it: whole where it is short, else folded, part by part."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Count

from styrk.access.queries import Standing
from styrk.requirements.models import Edition, Placement, Requirement
from styrk.requirements.queries.placements import OVER, in_sight
from styrk.requirements.states import Kind

# As many as a person reads on a page, and a browser shows without waiting.
WHOLE = 120
FOLDS = 100
ASKS_NOTHING = ("", Kind.INFORMATION)


@dataclass(frozen=True)
class Entry:
    """A sentence, how deep it stands (0 at the top), and with how many in sight it is placed."""

    requirement: Requirement
    depth: int
    placed: int


@dataclass(frozen=True)
class Fold:
    """A part to open: how many sentences are in it, how many of them ask, and lie with nobody."""

    requirement: Requirement
    size: int
    asks: int
    unplaced: int


@dataclass(frozen=True)
class Outline:
    """`entries` where all of it is shown, else `folds`; `further` is where the next folds begin."""

    entries: list[Entry]
    folds: list[Fold]
    asks: int
    unplaced: int
    further: int | None = None


@dataclass(frozen=True)
class _Node:
    pk: int
    depth: int
    asks: bool


class _Shape:
    """Every sentence by its number only, so that a law of a thousand costs little to look over."""

    def __init__(self, edition: Edition, placed: dict[int, int]) -> None:
        self.placed = placed
        self.below: dict[int | None, list[_Node]] = defaultdict(list)
        depths: dict[int, int] = {}
        rows = edition.requirements.order_by("position").values_list(
            "pk", "parent_id", "kind", "repealed"
        )
        for pk, parent, kind, repealed in rows:
            depths[pk] = depths.get(parent, -1) + 1 if parent else 0
            asks = kind not in ASKS_NOTHING and not repealed
            self.below[parent].append(_Node(pk, depths[pk], asks))

    def inside(self, parent: int | None) -> Iterator[_Node]:
        """All that stands under it, in reading order."""
        for node in self.below[parent]:
            yield node
            yield from self.inside(node.pk)

    def counted(self, nodes: Iterable[_Node]) -> tuple[int, int, int]:
        """How many, how many of them ask, and how many of those lie with nobody."""
        found = list(nodes)
        asking = [node for node in found if node.asks]
        return len(found), len(asking), sum(not self.placed.get(node.pk) for node in asking)


def outline(
    edition: Edition, standing: Standing, above: Requirement | None = None, start: int = 0
) -> Outline:
    """The edition, or what stands under one of its headings. Three queries, whatever its size."""
    shape = _Shape(edition, _placed(edition, standing))
    top = above.pk if above else None
    nodes = list(shape.inside(top))
    size, asks, unplaced = shape.counted(nodes)
    if size <= WHOLE:
        return Outline(_entries(nodes, shape), [], asks, unplaced)
    shown = shape.below[top][start : start + FOLDS]
    further = start + FOLDS if len(shape.below[top]) > start + FOLDS else None
    return Outline([], _folds(shown, shape), asks, unplaced, further)


def _placed(edition: Edition, standing: Standing) -> dict[int, int]:
    seen = Placement.objects.filter(in_sight(standing), requirement__edition=edition)
    numbers = seen.exclude(state__in=OVER).values_list("requirement").annotate(Count("pk"))
    return dict(numbers.order_by())


def _entries(nodes: list[_Node], shape: _Shape) -> list[Entry]:
    found = Requirement.objects.in_bulk([node.pk for node in nodes])
    least = min((node.depth for node in nodes), default=0)
    return [
        Entry(found[node.pk], node.depth - least, shape.placed.get(node.pk, 0)) for node in nodes
    ]


def _folds(nodes: list[_Node], shape: _Shape) -> list[Fold]:
    found = Requirement.objects.in_bulk([node.pk for node in nodes])
    return [Fold(found[node.pk], *shape.counted([node, *shape.inside(node.pk)])) for node in nodes]


def to_place(
    edition: Edition, standing: Standing, under: Requirement | None = None
) -> list[Requirement]:
    """What asks for something, and lies with nobody that the reader sees; all of it or under one."""
    shape = _Shape(edition, _placed(edition, standing))
    nodes = [*shape.inside(under.pk if under else None)]
    left = [node.pk for node in nodes if node.asks and not shape.placed.get(node.pk)]
    found = Requirement.objects.select_related("edition__source", "edition__followed_by").in_bulk(
        left
    )
    return [found[pk] for pk in left]


def headings_of(edition: Edition) -> list[Requirement]:
    """What stands at the top and has something under it."""
    tops = edition.requirements.filter(parent=None, children__isnull=False)
    return list(tops.distinct().order_by("position")[: 2 * FOLDS])
