"""Questions of functions that know nothing of one another, in one trip to the database.

A function that only reads is run as if all it asks for were known. Where something is not, it stops
there (`Waiting`) and the next one goes on; then all they wait for is asked at once, and everything is
run anew. The last run lacks nothing, so it gives what each question by itself would have given.
"""

from collections.abc import Callable, Collection, Hashable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Protocol, cast

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from styrk.core.together import Rows, filled

# Far more trips than anything is deep.
DEEPEST = 50


class Waiting(Exception):
    """The answer is not there yet."""


class Endless(RuntimeError):
    """A question is another each time it is asked: an error in our code."""


class Question(Protocol):
    """Something to ask: its SQL with all values in it, and what the rows are made into."""

    def written(self, cursor: Any) -> str: ...
    def read(self, rows: Rows) -> list[Any]: ...


@dataclass(frozen=True)
class Sql:
    """A question in SQL, answered by its rows as they are."""

    text: str
    facts: Mapping[str, Any]

    def written(self, cursor: Any) -> str:
        return str(cursor.mogrify(self.text, self.facts))

    def read(self, rows: Rows) -> list[Any]:
        return rows


class _Selected:
    """A question that Django writes."""

    def __init__(self, wanted: QuerySet[Any, Any]) -> None:
        self.wanted = wanted
        self.compiler = wanted.query.get_compiler(connection=connection)

    def written(self, cursor: Any) -> str:
        return str(cursor.mogrify(*self.compiler.as_sql()))

    def read(self, rows: Rows) -> list[Any]:
        return filled(self.wanted, self.compiler, rows)


@dataclass
class Trip:
    """What is known so far, what was made of it, and what the next trip is to ask."""

    known: dict[Hashable, list[Any]] = field(default_factory=dict)
    wanted: dict[Hashable, Question] = field(default_factory=dict)
    given: dict[Hashable, Any] = field(default_factory=dict)

    def go(self) -> None:
        asked = []
        with connection.cursor() as cursor:
            for key, question in self.wanted.items():
                try:
                    asked.append((key, question, question.written(cursor)))
                except EmptyResultSet:  # nothing can be in it, and Django knows without asking
                    self.known[key] = []
            if asked:
                cursor.execute(";".join(written for _key, _question, written in asked))
                answers = [cursor.fetchall()]
                while len(answers) < len(asked):
                    cursor.nextset()
                    answers.append(cursor.fetchall())
        if asked:
            for (key, question, _written), rows in zip(asked, answers, strict=True):
                self.known[key] = question.read(rows)
        self.wanted = {}


_trip: ContextVar[Trip | None] = ContextVar("styrk_trip", default=None)


def answer(key: Hashable, question: Callable[[], Question]) -> list[Any]:
    """The answer, if it is known; raises Waiting. Asked at once where nobody gathers questions."""
    trip = _trip.get()
    if trip is None:
        trip = Trip(wanted={key: question()})
        trip.go()
    elif key not in trip.known:
        trip.wanted[key] = question()
        raise Waiting
    return list(trip.known[key])


def asks(
    write: Callable[..., QuerySet[Any, Any] | Sql],
) -> Callable[..., list[Any]]:
    """Makes of a function that writes a question one that gives the answer."""

    @wraps(write)
    def ask(*values: Any) -> list[Any]:
        def question() -> Question:
            found = write(*values)
            return found if isinstance(found, Sql) else _Selected(found)

        return answer((write, *map(_key, values)), question)

    return ask


def _key(value: Any) -> Hashable:
    """Ids by which they are; what has no hash, by itself: it is the same as long as the trips last."""
    if isinstance(value, Collection) and not isinstance(value, str):
        return tuple(sorted(value))
    try:
        hash(value)
    except TypeError:
        return id(value)
    return cast(Hashable, value)


def each(*calls: Callable[[], Any]) -> tuple[Any, ...]:
    """What each of them gives. All are asked before any is waited for."""
    found = []
    for call in calls:
        try:
            found.append(call())
        except Waiting:
            continue
    if len(found) < len(calls):
        raise Waiting
    return tuple(found)


def once[T](key: Hashable, call: Callable[[], T]) -> T:
    """What it gives. `key` is what it gives it of: of the same it is called until it is known, and not again."""
    trip = _trip.get()
    if trip is None:
        return call()
    if key not in trip.given:
        trip.given[key] = call()
    return cast(T, trip.given[key])


def meanwhile[T](key: Hashable, call: Callable[[], T], instead: T) -> T:
    """The same; until it is known, this `instead`, so that what comes after can ask as well."""
    try:
        return once(key, call)
    except Waiting:
        return instead


def whole[T](run: Callable[[], T]) -> T:
    """What a function that only reads gives when all it asks for is known, in as few trips as it is deep.

    Within another it takes part in that one's trips.
    """
    if _trip.get() is not None:
        return run()
    trip = Trip()
    token = _trip.set(trip)
    try:
        for _trip_of_many in range(DEEPEST):
            try:
                found = run()
            except Waiting:
                trip.go()
                continue
            if not trip.wanted:
                return found
            trip.go()
        raise Endless
    finally:
        _trip.reset(token)
