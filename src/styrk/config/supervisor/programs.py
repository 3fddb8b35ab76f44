"""One program of the tree: start it, see that it is gone, end it with all it started."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from styrk.config.supervisor.lifeline import PARENT

FIRST_DELAY = 0.5
LONGEST_DELAY = 30.0
# One that has run this long is well again: its next fall starts with a short delay.
WELL_SECONDS = 30.0


@dataclass(frozen=True)
class Program:
    """`called` is what people read about it. `waits`: it lets the others come up first."""

    called: str
    argv: tuple[str, ...]
    waits: bool = False


def of_styrk(called: str, module: str, *arguments: str, waits: bool = False) -> Program:
    """A module of ours, run by this Python."""
    return Program(called, (sys.executable, "-m", module, *arguments), waits)


@dataclass
class Child:
    """A program as it runs, and when it may be started again after a fall."""

    program: Program
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    delay: float = FIRST_DELAY
    start_at: float = field(default_factory=time.monotonic)
    falls: int = 0

    def start(self) -> None:
        # A session of its own: Ctrl-C reaches only us, and we end the programs in order.
        self.process = subprocess.Popen(
            self.program.argv,
            stdin=subprocess.DEVNULL,
            env={**self.environment, PARENT: str(os.getpid())},
            start_new_session=True,
        )
        self.started = time.monotonic()

    def fallen(self) -> int | None:
        """Its exit code, once, if it has ended; then it waits to be started again."""
        if self.process is None or (code := self.process.poll()) is None:
            return None
        self._sweep()
        if time.monotonic() - self.started > WELL_SECONDS:
            self.delay = FIRST_DELAY
        self.start_at = time.monotonic() + self.delay
        self.delay = min(self.delay * 2, LONGEST_DELAY)
        self.falls += 1
        self.process = None
        return code

    def due(self) -> bool:
        return self.process is None and time.monotonic() >= self.start_at

    def runs(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def ask_to_end(self) -> None:
        if self.process and self.runs():
            self.process.terminate()

    def end(self) -> None:
        """Now, with everything it started."""
        if self.process:
            self._sweep()
            self.process.wait()

    def _sweep(self) -> None:
        """End what is left of its group: a killed web server leaves those it started."""
        if self.process:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
