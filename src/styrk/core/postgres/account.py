"""Which user of the machine PostgreSQL runs as: it refuses to run as root."""

import os
import pwd
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from styrk.core.postgres.errors import PostgresError
from styrk.core.postgres.signals import heard

CANDIDATES = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """The server's user. `switch` tells that we are root and must become it."""

    name: str
    uid: int
    gid: int
    switch: bool

    def run(self, argv: Sequence[str | Path], output: int | IO[bytes]) -> subprocess.Popen[bytes]:
        """Start a program as this user, away from our terminal, directory and environment."""
        identity: dict[str, Any] = (
            {"user": self.uid, "group": self.gid, "extra_groups": []} if self.switch else {}
        )
        return subprocess.Popen(
            [str(part) for part in argv],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd="/",
            env=environment(),
            umask=0o077,
            start_new_session=True,
            **identity,
        )

    def output(self, argv: Sequence[str | Path]) -> tuple[int, str]:
        """Run a program that leaves nothing behind to its end: exit code and what it wrote."""
        process = self.run(argv, subprocess.PIPE)
        try:
            with heard():
                written, _ = process.communicate()
        except BaseException:
            # Interrupted: its own session does not hear Ctrl-C. It may have ended just now.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise
        return process.returncode, written.decode(errors="replace")

    def reaches(self, directory: Path) -> bool:
        """May this user pass through the directory?"""
        if not self.switch:
            return os.access(directory, os.X_OK)
        return self.output(["/bin/sh", "-c", 'test -x "$1"', "sh", directory])[0] == 0

    def own(self, path: Path) -> None:
        if self.switch:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)


def environment() -> dict[str, str]:
    """Ours without PG*, which redirects the server, and in the language we know its errors in."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**ours, "LC_ALL": "C", "LANGUAGE": "C"}


def account_for(cluster: Path) -> Account:
    """Ourselves; as root the owner of an existing cluster, else the first candidate there is."""
    if os.geteuid() != 0:
        return Account(_name(os.geteuid()), os.geteuid(), os.getegid(), switch=False)
    if cluster.exists() and (owner := cluster.stat()).st_uid != 0:
        return Account(_name(owner.st_uid), owner.st_uid, owner.st_gid, switch=True)
    for name in CANDIDATES:
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, user.pw_uid, user.pw_gid, switch=True)
    raise PostgresError(
        "PostgreSQL kan ikke kjøre som root, og maskinen har verken brukeren «postgres» eller "
        "«nobody». Opprett en av dem, eller kjør Styrk som en vanlig bruker."
    )


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
