"""Writing the trail, and the decorator that makes a function a command.

A command is one act of the organisation: one transaction that ends in a trail record.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from itertools import batched
from typing import Protocol, runtime_checkable

from django.db import connection
from django.utils.functional import Promise

from styrk.core.rows import add
from styrk.core.whole import all_or_nothing
from styrk.trail.models import Entry


@runtime_checkable
class Actor(Protocol):
    """Whoever acts: a person of the organisation."""

    id: int
    name: str


@dataclass(frozen=True)
class Act:
    """What is to stand in the trail of one act; `text` is bokmål, in the past."""

    act: str
    subject: str
    subject_id: int
    text: str
    trust_id: int | None
    detail: Mapping[str, object] = field(default_factory=dict)


class Unrecorded(AssertionError):
    """A command returned without having written to the trail: an error in our code."""


_written: ContextVar[int] = ContextVar("styrk_trail_written", default=0)


def command[**P, R](act: Callable[P, R]) -> Callable[P, R]:
    """One transaction that must leave a trail record; nested commands join the outer transaction."""

    @wraps(act)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        before = _written.get()
        # An act that is part of another stands or falls with it.
        with all_or_nothing():
            result = act(*args, **kwargs)
            if _written.get() == before:
                raise Unrecorded(act.__qualname__)
        return result

    run.is_command = True  # type: ignore[attr-defined]
    return run


def record(
    *,
    by: Actor | None,
    now: datetime,
    act: str,
    subject: str,
    subject_id: int,
    text: str | Promise,
    trust_id: int | None = None,
    **detail: object,
) -> None:
    """Write one act to the trail. `by` is None when the system acts; `text` is bokmål, in the past."""
    told = Act(act, subject, subject_id, str(text), trust_id, detail)
    record_all([told], by=by, now=now)


# Rows of one INSERT: whoever reads in a whole organisation leaves a hundred thousand.
TOGETHER = 5000


def record_all(acts: Iterable[Act], *, by: Actor | None, now: datetime) -> None:
    """Write many acts to the trail, as `record` writes one."""
    for some in batched(acts, TOGETHER):
        add([_entry(act, by, now) for act in some])
        _written.set(_written.get() + len(some))


def _entry(act: Act, by: Actor | None, now: datetime) -> Entry:
    return Entry(
        at=now,
        person_id=by.id if by else None,
        person_name=by.name if by else "Styrk",
        act=act.act,
        subject=act.subject,
        subject_id=act.subject_id,
        trust_id=act.trust_id,
        text=act.text,
        detail=act.detail,
    )


def already_done() -> None:
    """Say that a command found its act done before (a retry): nothing new is to be recorded."""
    _written.set(_written.get() + 1)


def record_reading(
    *, by: Actor, now: datetime, subject: str, subject_id: int, reference: str
) -> None:
    """Note that a person opened a sensitive record."""
    record_readings(by=by, now=now, subject=subject, records=[(subject_id, reference)])


def record_readings(
    *, by: Actor, now: datetime, subject: str, records: Sequence[tuple[int, str]]
) -> None:
    """Note that a person was shown many, each an id with its reference. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO trail_reading (at, person_id, person_name, subject, subject_id, reference)"
            " SELECT %s, %s, %s, %s, one.id, one.reference"
            " FROM unnest(%s::bigint[], %s::text[]) AS one(id, reference)",
            [now, by.id, by.name, subject, [pk for pk, _ in records], [ref for _, ref in records]],
        )
