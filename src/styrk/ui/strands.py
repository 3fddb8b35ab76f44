"""What an app's `thread` door answers: records of the golden thread, and which hangs on which."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Model, QuerySet, Window
from django.db.models.functions import RowNumber

from styrk.ui.menu import Text

type Key = tuple[str, int]
# Words and a colour, as a tag draws them.
type Mark = tuple[Text, str]


@dataclass(frozen=True)
class Node:
    """A record on the thread. `uuid` is there where the record has a thread of its own.

    `where` is its unit or document, `mark` where it stands, `gaps` what is lacking. `wants` says
    what is lacking unless something of those kinds hangs on it. `origin` is, for an action, what it
    came from. `everywhere` is how many hang on it by kind, seen or not, where that may be told.
    `above` is what its app says stands upstream, where that was fetched with it.
    """

    kind: str
    id: int
    title: str
    uuid: UUID | None = None
    where: str = ""
    href: str = ""
    mark: Mark | None = None
    notes: tuple[Text, ...] = ()
    gaps: tuple[Mark, ...] = ()
    wants: tuple[tuple[str, Mark], ...] = ()
    origin: str = ""
    everywhere: tuple[tuple[str, int], ...] = ()
    above: tuple["Strand", ...] = ()

    @property
    def key(self) -> Key:
        return self.kind, self.id


@dataclass(frozen=True)
class Strand:
    """That `node` hangs on the record `at`: below it downstream, above it upstream."""

    at: Key
    node: Node


@dataclass(frozen=True)
class Ask:
    """How much is asked for: at most `limit` records, in the order they stand after the first `after`.

    `only` is the one kind that is asked for straight below. `near` asks only for what hangs straight
    on the records, not for what hangs on that again.
    """

    on: date
    limit: int
    only: str = ""
    after: int = 0
    near: bool = False

    def about(self, kind: str) -> bool:
        return self.only in {"", kind}

    def less(self, number: int) -> "Ask":
        """The same after so many are given; what comes next is straight below none that was asked."""
        return replace(self, limit=max(self.limit - number, 0), only="", after=0)


@dataclass
class Spread:
    """What hangs below, and how many more of each kind there are below each record."""

    strands: list[Strand] = field(default_factory=list)
    more: dict[tuple[Key, str], int] = field(default_factory=dict)

    def add(self, other: "Spread") -> None:
        self.strands += other.strands
        self.more |= other.more

    def ids(self, kind: str) -> list[int]:
        return [one.node.id for one in self.strands if one.node.kind == kind]


def hung[L: Model](
    links: QuerySet[L],
    at: tuple[str, str],
    ids: Collection[int],
    draw: Callable[[L], Node],
    kind: str,
    ask: Ask,
) -> Spread:
    """Those of `links` that hang on the records `ids`, where `at` is their kind and the links' column.

    One question. All are given if there is room for all; else how many there are below each record,
    and, of a record that is asked about alone, the first of them.
    """
    above, column = at
    if not ids or not ask.about(kind):
        return Spread()
    places = {"partition_by": F(column), "order_by": ["pk"]}
    found = (
        links.filter(**{f"{column}__one_of": ids})
        .annotate(total=Window(Count("pk"), partition_by=F(column)), nth=_nth(places))
        .order_by("nth", "pk")
    )
    rows: list[Any] = list(found[ask.after : ask.after + max(ask.limit + 1, len(ids))])
    totals = {getattr(row, column): row.total for row in rows}
    if sum(totals.values()) - ask.after > ask.limit:
        rows = rows[: ask.limit] if len(ids) == 1 else []
    given = [Strand((above, getattr(row, column)), draw(row)) for row in rows]
    more = dict(totals)
    for one in given:
        more[one.at[1]] -= 1
    left = {((above, pk), kind): number - ask.after for pk, number in more.items()}
    return Spread(given, {key: number for key, number in left.items() if number > 0})


def _nth(places: dict[str, Any]) -> Window:
    return Window(RowNumber(), **places)
