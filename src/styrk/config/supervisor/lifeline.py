"""End with the process that started this one, also when it was killed and could say nothing."""

import os
import signal
import threading
import time

PARENT = "STYRK_PARENT"
LOOK_SECONDS = 0.3
GRACE_SECONDS = 3.0


def orphaned(parent: int) -> bool:
    """Whoever started this process is no more: the system has given it another parent."""
    return os.getppid() != parent


def follow(*, at_once: bool = False) -> None:
    """From now on this process ends when its parent does: in order, or `at_once`.

    The parent's number comes from the environment where it is set, since the parent may be gone
    before this process looks for the first time.
    """
    parent = int(os.environ.get(PARENT) or os.getppid())
    thread = threading.Thread(target=_watch, args=(parent, at_once), daemon=True, name="lifeline")
    thread.start()


def _watch(parent: int, at_once: bool) -> None:  # noqa: FBT001 - a thread's target
    while not orphaned(parent):
        time.sleep(LOOK_SECONDS)
    if not at_once:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(GRACE_SECONDS)
    os.kill(os.getpid(), signal.SIGKILL)


def follow_if_started() -> None:
    """Follow the tree that started us; started by a person or by systemd, we follow nobody."""
    if PARENT in os.environ:
        follow()
