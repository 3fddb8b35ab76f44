"""Holds the embedded database for the tree: `python -m styrk.config.holder DATABASE`.

Raises it again when it was killed, and takes it down when the one who started us is gone, however
that happened.
"""

import logging
import os
import sys
import time

from psycopg import pq

from styrk.config.supervisor.lifeline import LOOK_SECONDS, PARENT, orphaned
from styrk.core import postgres

log = logging.getLogger("styrk.database")
AGAIN_SECONDS = 2.0


def main(database: str) -> None:
    logging.basicConfig(format="{asctime} {levelname} {name}: {message}", style="{")
    parent = int(os.environ.get(PARENT) or os.getppid())
    durable = os.environ.get("STYRK_DURABLE") != "0"
    with postgres.running(durable=durable, database=database) as held:
        while not orphaned(parent):
            if not _answers(held.app_url):
                _raise_again(database, durable=durable)
            time.sleep(LOOK_SECONDS)


def _answers(url: str) -> bool:
    """A server that starts or is full answers too."""
    return pq.PGconn.ping(url.encode()) in {pq.Ping.OK, pq.Ping.REJECT}


def _raise_again(database: str, *, durable: bool) -> None:
    log.warning("Databasen svarer ikke. Starter den igjen.")
    try:
        with postgres.running(durable=durable, database=database):
            pass
    except postgres.PostgresError:
        log.exception("Databasen kom ikke opp")
        time.sleep(AGAIN_SECONDS)


if __name__ == "__main__":
    main(*sys.argv[1:])
