"""Background work: sweeps that run at fixed times, once for all workers together.

A sweep finds what is to be done in the data itself, does it in transactions of its own, and marks it
as done in the same transaction. One that is killed in the middle is simply run again: what is
committed is not found twice, and what is not committed was not done.
"""

from collections.abc import Callable
from datetime import datetime

from procrastinate.contrib.django import app

from styrk.core import clock

type Sweep = Callable[[datetime], None]

EVERY_TEN_SECONDS = "* * * * * */10"
EVERY_MINUTE = "* * * * *"
EVERY_HOUR = "7 * * * *"
EVERY_NIGHT = "23 2 * * *"
EVERY_MORNING = "0 5 * * *"  # UTC: six in winter, seven in summer in Norway


def periodic(cron: str) -> Callable[[Sweep], Sweep]:
    """Run `sweep(now)` when `cron` says (five fields, or six with seconds last), in UTC."""

    def decorate(sweep: Sweep) -> Sweep:
        name = f"{sweep.__module__.removeprefix('styrk.')}.{sweep.__name__}"

        def run(timestamp: int) -> None:  # noqa: ARG001 - procrastinate says which tick it is
            sweep(clock.now())

        task = app.task(name=name, queueing_lock=name, pass_context=False)(run)
        app.periodic(cron=cron)(task)
        return sweep

    return decorate
