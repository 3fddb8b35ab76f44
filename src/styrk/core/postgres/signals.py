"""Signals that would tear the making, starting or stopping of a server wait until it is done.

A handler that raises does so between any two lines, also between the start of a program and the
line that remembers it. Whoever holds a server therefore notes what is said to them, and hears it
where nothing is half done: while they wait for others, and while the block lasts.
"""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

ENDING = (signal.SIGTERM, signal.SIGHUP)
NOTED = (*ENDING, signal.SIGINT)

type Handler = Callable[[int, FrameType | None], object]


class Ears:
    """What is done with signals in one block: noted, or handled as the program wants it.

    SIGTERM and SIGHUP leave the block as an exception does, unless the program has a say.
    """

    def __init__(self) -> None:
        self._handlers: dict[int, Handler] = {}
        self._noted: set[int] = set()
        self._ours = [number for number in ENDING if signal.getsignal(number) is signal.SIG_DFL]
        for number in self._ours:
            signal.signal(number, self._leave)

    def close(self, which: tuple[signal.Signals, ...] = NOTED) -> None:
        with _held_back():
            for number in which:
                handler = signal.getsignal(number)
                if callable(handler) and handler != self._note:
                    self._handlers[number] = handler
                    signal.signal(number, self._note)

    def open(self) -> None:
        """What was noted is handled here, as if it came now."""
        with _held_back():
            for number, handler in self._handlers.items():
                signal.signal(number, handler)
            self._handlers.clear()
            while self._noted:
                signal.raise_signal(self._noted.pop())

    def remove(self) -> None:
        for number in self._ours:
            if signal.getsignal(number) == self._leave:
                signal.signal(number, signal.SIG_DFL)

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self._noted.add(number)

    def _leave(self, number: int, _frame: FrameType | None) -> None:
        # systemd sends SIGHUP right after SIGTERM: the second must not tear what the first began.
        self.close(ENDING)
        raise SystemExit(128 + number)


_ears: list[Ears] = []


@contextmanager
def noted() -> Iterator[None]:
    """While the block lasts signals wait, except inside `heard`; at its end they are handled."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ears = Ears()
    _ears.append(ears)
    try:
        ears.close()
        yield
    finally:
        _ears.remove(ears)
        try:
            ears.open()
        finally:
            ears.remove()


@contextmanager
def heard() -> Iterator[None]:
    """Within `noted`: here a signal may raise, also one that has waited."""
    if not _ears or threading.current_thread() is not threading.main_thread():
        yield
        return
    ears = _ears[-1]
    try:
        ears.open()
        yield
    finally:
        try:
            ears.close()
        finally:
            # A signal at the first one's very start raised there.
            ears.close()


@contextmanager
def _held_back() -> Iterator[None]:
    """The kernel keeps signals back meanwhile; at the end they come."""
    # Read first: the call that blocks may itself raise, for a signal that came just before.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, NOTED)
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
