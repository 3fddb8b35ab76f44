"""Background work: one decorator over procrastinate.

A job runs in its own transaction with a named scope and marks its key as done in that same
transaction. A worker killed in the middle leaves nothing behind; one killed after its commit finds
the mark and does not do the work twice.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps

from django.db import connection
from procrastinate import JobContext
from procrastinate.contrib.django import app

from styrk.core import clock, scope

RETRIES = 8


def _first_time(job_id: int | None) -> bool:
    """Claim the job's mark; the unique key decides between two workers with the same job."""
    if job_id is None:
        return True
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_jobdone (job_id, at) VALUES (%s, now()) ON CONFLICT DO NOTHING", [job_id]
        )
        return cursor.rowcount == 1


def job(work: Callable[..., None]) -> Callable[..., None]:
    """Make `work(*, now, **facts)` a job; call `work.later(**facts)` inside the change's transaction."""
    name = f"{work.__module__.removeprefix('styrk.')}.{work.__name__}"

    def run(context: JobContext, **facts: object) -> None:
        with scope.acting(scope.SYSTEM):
            if _first_time(context.job.id):
                work(now=clock.now(), **facts)

    task = app.task(run, name=name, pass_context=True, retry=RETRIES)

    @wraps(work)
    def direct(**facts: object) -> None:
        work(**facts)

    def later(**facts: object) -> None:
        task.defer(**facts)

    direct.later = later  # type: ignore[attr-defined]
    return direct


def periodic(cron: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make `work(*, now)` run at the times `cron` says, once for all workers together."""

    def decorate(work: Callable[..., None]) -> Callable[..., None]:
        name = f"{work.__module__.removeprefix('styrk.')}.{work.__name__}"

        def run(timestamp: int) -> None:
            with scope.acting(scope.SYSTEM):
                work(now=max(clock.now(), datetime.fromtimestamp(timestamp, UTC)))

        task = app.task(run, name=name, queueing_lock=name, pass_context=False)
        app.periodic(cron=cron)(task)
        return work

    return decorate
