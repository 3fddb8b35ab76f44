"""One database's side of the bench: `python -m styrk.demo.bench.worker`, asked by lines of JSON.

A process of its own for each database, because sight is kept between requests by a person's id,
which belongs to one database.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402 - after the settings
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402 - after the settings
from django.db import connection  # noqa: E402 - after the settings

from styrk.core import clock  # noqa: E402 - after the settings
from styrk.demo.bench import urls, weight, works  # noqa: E402 - after the settings
from styrk.demo.bench.pages import BY_NAME, NotThere, Page, Visit  # noqa: E402 - after the settings
from styrk.demo.bench.visitor import Answer, Visitor  # noqa: E402 - after the settings

# Said to begin and end, not to ask.
CONTROL = ("SAVEPOINT", "RELEASE", "ROLLBACK")
WARM = 3


class Refused(RuntimeError):
    """A page did not answer as it should, so measuring it says nothing."""


class Worker:
    """The application, signed-in people, and the pages that have been made ready."""

    def __init__(self, now: datetime) -> None:
        # What is late, and so what is on the pages, depends on the day: it is always the same.
        clock.now = lambda: now
        settings.ROOT_URLCONF = urls.__name__
        self.now = now
        self.application = WSGIHandler()
        settings.MIDDLEWARE = []
        self.bare = WSGIHandler()
        self.visitors: dict[tuple[str, bool], Visitor] = {}
        self.ready: dict[str, Visit] = {}

    def prepare(self, name: str) -> dict[str, Any]:
        """Make a page ready and look at it: is it there, what does it ask, how much does it weigh?"""
        page = BY_NAME[name]
        try:
            self.ready[name] = page.visit(self.now)
        except NotThere as reason:
            return {"missing": str(reason)}
        connection.close()
        for _ in range(WARM):
            answer = self._visit(page)
        with _asked() as questions:
            answer = self._visit(page)
        control = sum(one.startswith(CONTROL) for one in questions)
        return {
            "queries": len(questions) - control,
            # BEGIN and COMMIT are said by the driver itself.
            "control": control + (2 if questions else 0),
            **weight.of(answer, self._visitor(page).get),
        }

    def time(self, name: str, times: int) -> dict[str, Any]:
        """CPU and wall milliseconds of each of so many requests, and the database's CPU for them."""
        page = BY_NAME[name]
        cpu, wall, database = [], [], []
        process = _Backend()
        for _ in range(times):
            started = process.spent(), time.process_time_ns(), time.perf_counter_ns()
            self._visit(page)
            ended = time.perf_counter_ns(), time.process_time_ns(), process.spent()
            wall.append((ended[0] - started[2]) / 1e6)
            cpu.append((ended[1] - started[1]) / 1e6)
            if ended[2] is not None and started[0] is not None:
                database.append((ended[2] - started[0]) / 1e6)
        return {"cpu": cpu, "wall": wall, "database": database}

    def work(self, name: str) -> dict[str, Any]:
        """What is no page, done once."""
        return works.measured(name, self.now)

    def _visit(self, page: Page) -> Answer:
        answer = self.ready[page.name](self._visitor(page))
        if answer.status != page.expected:
            raise Refused(f"{page.name}: {answer.status}")
        return answer

    def _visitor(self, page: Page) -> Visitor:
        key = page.persona, page.bare
        if key not in self.visitors:
            self.visitors[key] = self._signed_in(page)
        return self.visitors[key]

    def _signed_in(self, page: Page) -> Visitor:
        """By the same door as a person in the demo."""
        visitor = Visitor(self.bare if page.bare else self.application)
        if not page.bare and visitor.post(f"/demo/{page.persona}/").status != 302:
            raise Refused(f"sign in as {page.persona}")
        return visitor


class _Backend:
    """The database's process that answers us: the time it has spent on a CPU, where that is told."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.file = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
        connection.close()

    def spent(self) -> int | None:
        """Nanoseconds since it started."""
        try:
            return int(self.file.read_text().split()[0])
        except (OSError, ValueError):
            return None


@contextmanager
def _asked() -> Iterator[list[str]]:
    """What the database is asked meanwhile."""
    questions: list[str] = []

    def note(execute: Any, statement: str, *rest: Any) -> Any:
        questions.append(statement)
        return execute(statement, *rest)

    with connection.execute_wrapper(note):
        yield questions


def main() -> None:
    worker = Worker(datetime.fromisoformat(os.environ["STYRK_BENCH_NOW"]))
    for line in sys.stdin:
        asked = json.loads(line)
        name, rest = asked.pop("do"), asked
        print(json.dumps(getattr(worker, name)(**rest)), flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
