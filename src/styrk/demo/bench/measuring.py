"""Asking a process for each database in turns, so that what the machine else does falls on both."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from typing import Any, Self

from styrk.demo.bench.figures import Figure, Measured, Sample, figure, page_figures
from styrk.demo.bench.pages import PAGES, Page
from styrk.demo.bench.sizes import MOMENT, Size
from styrk.demo.bench.titles import WORKS

WORKER = (sys.executable, "-m", "styrk.demo.bench.worker")
ROUNDS, TIMES = 15, 4
REFERENCES = ("hello", "empty")
type Progress = Callable[[int, int], None]


class Asked:
    """The process of one database."""

    def __init__(self, size: Size, environment: Mapping[str, str]) -> None:
        self.size = size
        self.looked: dict[str, dict[str, Any]] = {}
        self.samples: dict[str, Sample] = {}
        around = {
            **environment,
            "STYRK_DATABASE": size.database,
            "STYRK_BENCH_NOW": MOMENT.isoformat(),
            "STYRK_DEMO": "1",
            "STYRK_DEBUG": "",
            "STYRK_POOL": "1",
        }
        self.process = subprocess.Popen(
            WORKER, env=around, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.communicate()

    def ask(self, what: str, **values: object) -> dict[str, Any]:
        """Raises RuntimeError where the process has ended; it has said why on standard error."""
        if self.process.stdin is None or self.process.stdout is None:
            raise RuntimeError(what)
        self.process.stdin.write(json.dumps({"do": what, **values}) + "\n")
        self.process.stdin.flush()
        if not (line := self.process.stdout.readline()):
            raise RuntimeError(f"{what} {values} ({self.size.database})")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def prepare(self, page: Page) -> bool:
        """Whether the page is there."""
        self.looked[page.name] = self.ask("prepare", name=page.name)
        self.samples[page.name] = Sample()
        return "missing" not in self.looked[page.name]

    def time(self, page: Page) -> None:
        self.samples[page.name].add(self.ask("time", name=page.name, times=TIMES))

    def figure(self, page: Page) -> Figure:
        references = {name: self.samples[name] for name in REFERENCES if name in self.samples}
        looked, sample = self.looked[page.name], self.samples[page.name]
        return figure(self.size.incidents, looked, sample, references)


def measure(
    sizes: Iterable[Size],
    environment: Mapping[str, str],
    progress: Progress,
    *,
    only: frozenset[str] = frozenset(),
    rounds: int = ROUNDS,
) -> Measured:
    """Measure what is named in `only` (none: all), the pages beside the references on each database."""
    with ExitStack() as stack:
        processes = [stack.enter_context(Asked(size, environment)) for size in sizes]
        wanted = [p for p in PAGES if not only or p.name in only or p.name in REFERENCES]
        # Every process prepares every page, also where another lacks it.
        ready = [(p, [process.prepare(p) for process in processes]) for p in wanted]
        there = [p for p, prepared in ready if all(prepared)]
        for nth in range(rounds):
            for page in there:
                # Nobody is always first.
                for process in processes if nth % 2 else reversed(processes):
                    process.time(page)
            progress(nth + 1, rounds)
        return Measured(
            pages=tuple(
                page_figures(p.name, p.title, [process.figure(p) for process in processes])
                for p in there
            ),
            missing=tuple(page.name for page in wanted if page not in there),
            requests=rounds * TIMES,
            database_cpu_known=bool(processes[0].samples[there[0].name].database),
            # On the largest.
            works=tuple(
                processes[-1].ask("work", name=name) for name in WORKS if not only or name in only
            ),
        )
