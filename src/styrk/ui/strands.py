"""What an app's `thread` door answers: records of the golden thread, and which hangs on which."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Model, QuerySet, Window
from django.db.models.functions import RowNumber

from styrk.core.prepared import Prepared, Slot
from styrk.ui.menu import Text

# Rows in a picture.
MOST = 60

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


class Links[L: Model]:
    """What hangs on records of a kind: `question` gives the links, and `column` is theirs to the record.

    `columns` are those that are read. Written in SQL once; slots in it are for values that are given.
    """

    def __init__(
        self,
        above: str,
        column: str,
        model: type[L],
        columns: Iterable[str],
        question: Callable[[], QuerySet[L]],
        *also: str,
    ) -> None:
        self.above, self.column, self.model = above, column, model
        self.columns, self.question, self.also = (*columns, column), question, also
        self._written: dict[int, Prepared[Any]] = {}

    def ask(self, ids: Collection[int], after: int = 0, **values: Any) -> list[Any]:
        """As many as a picture has room for and one more; each record's first before any's second."""
        return self._after(after).ask(ids=sorted(ids), **values)

    def _after(self, after: int) -> Prepared[Any]:
        """The same question each time, as an answer is known by the question."""
        if after not in self._written:
            named = ("total", *self.also)
            rows = slice(after, after + MOST + 1)
            self._written[after] = Prepared.some(
                self.model, self.columns, lambda: self._numbered()[rows], *named
            )
        return self._written[after]

    def _numbered(self) -> QuerySet[Any, Any]:
        column = F(self.column)
        found = self.question().filter(**{f"{self.column}__one_of": Slot("ids")})
        return found.annotate(
            total=Window(Count("pk"), partition_by=column),
            nth=Window(RowNumber(), partition_by=column, order_by=["pk"]),
        ).order_by("nth", "pk")


def hung(
    links: Links[Any],
    ids: Collection[int],
    draw: Callable[[Any], Node],
    kind: str,
    ask: Ask,
    **values: Any,
) -> Spread:
    """Those of the links that hang on the records `ids`. One question, or none where there are none.

    All are given if there is room for all; else how many there are below each record, and, of a
    record that is asked about alone, the first of them.
    """
    if not ids or not ask.about(kind):
        return Spread()
    rows = links.ask(ids, ask.after, **values)
    totals = {getattr(row, links.column): row.total for row in rows}
    if sum(totals.values()) - ask.after > ask.limit:
        rows = rows[: ask.limit] if len(ids) == 1 else []
    given = [Strand((links.above, getattr(row, links.column)), draw(row)) for row in rows]
    more = dict(totals)
    for one in given:
        more[one.at[1]] -= 1
    left = {((links.above, pk), kind): number - ask.after for pk, number in more.items()}
    return Spread(given, {key: number for key, number in left.items() if number > 0})
