"""The foreground process: starts the programs, starts them again, ends them all."""

import logging
import os
import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import FrameType

from styrk.config.supervisor.programs import Child, Program

LOOK_SECONDS = 0.1
END_SECONDS = 10.0
# A program that waits for the others to be ready waits no longer than this.
WAIT_SECONDS = 20.0
# So many falls before the programs were ever ready: it will not get better by itself.
HOPELESS_FALLS = 4
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
log = logging.getLogger("styrk.supervisor")


class Ending:
    """Has somebody asked us to end? The second time it is not a question."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        self.asked += 1


def supervise(
    programs: Sequence[Program],
    *,
    environment: Mapping[str, str] | None = None,
    ready: Callable[[], bool],
    when_ready: Callable[[], None],
) -> int:
    """Keep the programs running until a signal says stop; 0, or 1 where they never came up.

    `ready` is asked until it is true, then `when_ready` is called once.
    """
    children = [Child(program, environment or os.environ) for program in programs]
    with _asked_by_signals() as ending:
        try:
            return _run(children, ending, ready, when_ready)
        finally:
            _end(children, ending)


def _run(
    children: list[Child],
    ending: Ending,
    ready: Callable[[], bool],
    when_ready: Callable[[], None],
) -> int:
    told = False
    patience = time.monotonic() + WAIT_SECONDS
    while not ending.asked:
        for child in children:
            if told or not child.program.waits or time.monotonic() > patience:
                _tend(child)
        if not told and any(child.falls >= HOPELESS_FALLS for child in children):
            log.error("Styrk kommer ikke i gang. Linjene over sier hvorfor.")
            return 1
        if not told and ready():
            told = True
            when_ready()
        time.sleep(LOOK_SECONDS)
    return 0


def _tend(child: Child) -> None:
    code = child.fallen()
    if code is not None:
        log.warning("%s stoppet (%s). Starter igjen om %.1f s.", *_words(child, code))
    if child.due():
        child.start()


def _words(child: Child, code: int) -> tuple[str, str, float]:
    how = f"signal {-code}" if code < 0 else f"kode {code}"
    return child.program.called.capitalize(), how, max(child.start_at - time.monotonic(), 0)


def _end(children: list[Child], ending: Ending) -> None:
    """All at once: the database stays until we let go of it ourselves."""
    deadline = time.monotonic() + END_SECONDS
    for child in children:
        child.ask_to_end()
    while any(child.runs() for child in children) and ending.asked < 2:
        if time.monotonic() > deadline:
            break
        time.sleep(0.02)
    for child in children:
        child.end()


@contextmanager
def _asked_by_signals() -> Iterator[Ending]:
    ending = Ending()
    before = {number: signal.signal(number, ending) for number in ENDING}
    try:
        yield ending
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
