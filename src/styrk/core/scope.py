"""What the database lets this transaction see.

The application connects as a role that owns nothing. Policies on sensitive tables read the settings
set here, and with none set they show no row. The settings last as long as the transaction
(`set_config(..., true)`): a pooled connection carries nothing over to the next user.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.db.models import Q

from styrk.core import whole

EVERYTHING = "{(,)}"


def multirange(ids: Iterable[int]) -> str:
    """Unit ids as the shortest int8multirange: `[1, 2, 3, 7]` becomes `{[1,3],[7,7]}`."""
    ranges: list[list[int]] = []
    for number in sorted(set(ids)):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return "{" + ",".join(f"[{low},{high}]" for low, high in ranges) + "}"


@dataclass(frozen=True)
class Units:
    """Units one may see. `trusts` is set where `ids` are just the units of these whole trusts."""

    ids: frozenset[int] = frozenset()
    trusts: frozenset[int] = frozenset()
    everything: bool = False
    ranges: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ranges", EVERYTHING if self.everything else multirange(self.ids))

    def __contains__(self, unit_id: int) -> bool:
        return self.everything or unit_id in self.ids

    def __bool__(self) -> bool:
        return self.everything or bool(self.ids)

    def rows(self, unit: str = "unit", trust: str = "trust") -> Q:
        """The same limit as a literal in the query: policies protect, literals plan."""
        if self.everything:
            return Q()
        if self.trusts:
            return Q(**{f"{trust}__one_of": self.trusts})
        return Q(**{f"{unit}__one_of": self.ids})


NONE = Units()
ALL = Units(everything=True)


@dataclass(frozen=True)
class Scope:
    """One person's sight: per kind of record the units, and the posts held by that person in own name.

    `kinds` maps a kind of record (`incident`, `reporter`, `action`) to units. `posts` are the units
    at which the person is the leader, or acts for the leader, without the units below; `chairs` those whose
    board the person chairs, `receptions` those whose varsling the person receives, `committees` those
    in whose quality and patient safety committee the person sits. `guest` is somebody outside, who is
    no person here: its number and the day.
    """

    person_id: int | None = None
    kinds: dict[str, Units] = field(default_factory=dict)
    posts: Units = NONE
    chairs: Units = NONE
    receptions: Units = NONE
    committees: Units = NONE
    guest: str = ""

    def units(self, kind: str) -> Units:
        return self.kinds.get(kind, NONE)


KINDS = ("incident", "reporter", "action", "risk", "inspection", "voice")
NOBODY = Scope()
SYSTEM = Scope(
    kinds=dict.fromkeys(KINDS, ALL), posts=ALL, chairs=ALL, receptions=ALL, committees=ALL
)

_current: ContextVar[Scope] = ContextVar("styrk_scope", default=NOBODY)


def current() -> Scope:
    return _current.get()


def apply(scope: Scope) -> None:
    """Set the scope for the rest of the open transaction."""
    settings = {
        "styrk.person": "" if scope.person_id is None else str(scope.person_id),
        "styrk.posts": scope.posts.ranges,
        "styrk.posts_chair": scope.chairs.ranges,
        "styrk.posts_reception": scope.receptions.ranges,
        "styrk.posts_committee": scope.committees.ranges,
        "styrk.guest": scope.guest,
        **{f"styrk.units_{kind}": scope.units(kind).ranges for kind in KINDS},
    }
    calls = ", ".join(["set_config(%s, %s, true)"] * len(settings))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {calls}", [part for pair in settings.items() for part in pair])
    _current.set(scope)


def forget() -> None:
    """The request is over, and the transaction's settings end with it."""
    _current.set(NOBODY)


@contextmanager
def acting(scope: Scope) -> Iterator[Scope]:
    """A transaction in which the database shows what `scope` may see; the outer scope returns after."""
    before = _current.get()
    known = scope is before and connection.in_atomic_block
    try:
        with transaction.atomic(savepoint=not whole.is_part()):
            if not known:
                apply(scope)
            yield scope
    finally:
        _current.set(before)
        if connection.in_atomic_block and not connection.needs_rollback and not known:
            apply(before)
