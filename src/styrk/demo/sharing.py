"""A building process of its own: Django, and the way back to the one that counts.

Imports nothing of Django's apps, because they are not there before `begin` has run.
"""

from multiprocessing.queues import Queue

import django

_reported: "Queue[int]"


def begin(reported: "Queue[int]") -> None:
    """What the process does first."""
    global _reported  # noqa: PLW0603 - what a pool's initializer is for
    django.setup()
    _reported = reported


def tell() -> None:
    """One more is reported."""
    _reported.put(1)
