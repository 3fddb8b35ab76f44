"""The web server as one program: `python -m styrk.config.web HOST PORT WORKERS THREADS`."""

import multiprocessing
import os
import sys

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from styrk.config.supervisor import lifeline

# Threads wait for the database, so a few more than cores; each holds a connection of the pool.
WORKERS = 2
THREADS = 2


def main(host: str, port: str, workers: str, threads: str) -> None:
    # Never fork: this process has threads.
    multiprocessing.set_start_method("spawn")
    lifeline.follow()
    # Those it starts follow it in turn: see `styrk.config.wsgi`.
    os.environ[lifeline.PARENT] = str(os.getpid())
    Server(
        "styrk.config.wsgi:application",
        address=host,
        port=int(port),
        interface=Interfaces.WSGI,
        workers=int(workers),
        blocking_threads=int(threads),
        respawn_failed_workers=True,
        workers_kill_timeout=8,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    main(*sys.argv[1:])
