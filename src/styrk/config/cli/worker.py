"""`styrk worker`: the background work alone."""

import asyncio
import logging
from contextlib import suppress
from typing import cast

import click
from procrastinate import App, exceptions
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Status

from styrk.config import environment
from styrk.config.supervisor import lifeline

# Sweeps are short and wait for the database.
CONCURRENCY = 2
# A job that runs when we are told to end is finished, if it is soon.
GRACE_SECONDS = 6.0
TIDY_SECONDS = 60.0
log = logging.getLogger("styrk.worker")


@click.command
@click.option("--once", is_flag=True, help="Gjør det som venter, og slutt.")
def command(*, once: bool) -> None:
    """Gjør bakgrunnsarbeidet: e-post, påminnelser, forsegling av sporet.

    Flere kan gå samtidig, på samme eller ulike maskiner. «styrk serve» starter en selv.
    """
    lifeline.follow_if_started()
    with environment.database():
        connector = cast("DjangoConnector", app.connector)
        with app.replace_connector(connector.get_worker_connector()) as queue:
            asyncio.run(_work(queue, once=once))


async def _work(queue: App, *, once: bool) -> None:
    async with queue.open_async():
        await _tidy(queue)
        tidying = asyncio.create_task(_keep_tidy(queue))
        try:
            await queue.run_worker_async(
                wait=not once,
                concurrency=CONCURRENCY,
                shutdown_graceful_timeout=GRACE_SECONDS,
                delete_jobs="successful",
            )
        finally:
            tidying.cancel()
            with suppress(asyncio.CancelledError):
                await tidying


async def _keep_tidy(queue: App) -> None:
    while True:
        await asyncio.sleep(TIDY_SECONDS)
        with suppress(exceptions.ConnectorException):
            await _tidy(queue)


async def _tidy(queue: App) -> None:
    """Take away the jobs of workers that were killed.

    They are sweeps, which find again what was not done: nothing is lost by not running them twice.
    """
    for job in await queue.job_manager.get_stalled_jobs():
        log.warning("Arbeidet %s ble avbrutt. Det gjøres neste gang.", job.task_name)
        await queue.job_manager.finish_job(job, status=Status.FAILED, delete_job=True)
