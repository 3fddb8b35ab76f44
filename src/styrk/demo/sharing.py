"""What a building process tells the one that counts."""

import gc
from multiprocessing.queues import Queue

_reported: "Queue[int]"


def begin(reported: "Queue[int]") -> None:
    """What the process does first."""
    global _reported  # noqa: PLW0603 - what a pool's initializer is for
    _reported = reported
    # It lives for a minute, and ends with all it has made.
    gc.disable()


def tell() -> None:
    """One more is reported."""
    _reported.put(1)
