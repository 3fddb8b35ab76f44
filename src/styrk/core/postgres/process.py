"""PostgreSQL's processes, told from zombies, reused ids and other clusters' servers."""

import os
import subprocess
from pathlib import Path

PROC = Path("/proc/self/stat")


def postmaster(cluster: Path) -> int | None:
    """The process id of the cluster's living server, or None.

    In doubt it is alive: taking a living server for dead would free its files for another.
    """
    pid = _noted(cluster)
    if pid is None:
        return None
    return pid if living(pid) and _works_in(pid, cluster) is not False else None


def living(pid: int) -> bool:
    """Is this a PostgreSQL process that runs? A zombie is not."""
    if not PROC.exists():
        return _living_by_ps(pid)
    try:
        before, after = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)
    except OSError:
        return False
    return before.split("(", 1)[1] == "postgres" and after.split()[0] not in "ZX"


def processes(cluster: Path) -> list[int]:
    """The living processes that are certainly the cluster's, also those whose server is dead."""
    pids = [int(path.name) for path in Path("/proc").glob("[0-9]*")]
    return [pid for pid in pids if living(pid) and _works_in(pid, cluster)]


def pid_file(cluster: Path) -> Path:
    return cluster / "postmaster.pid"


def socket_dir_of(cluster: Path) -> Path | None:
    """Where the cluster's living server says it listens, or None: it says so after some time of its start."""
    if postmaster(cluster) is None:
        return None
    try:
        said = pid_file(cluster).read_text().splitlines()[4]
    except (OSError, IndexError):
        return None
    return Path(said) if said else None


def _noted(cluster: Path) -> int | None:
    try:
        return int(pid_file(cluster).read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return None


def _works_in(pid: int, cluster: Path) -> bool | None:
    """Is the cluster its working directory? None where we may not see, as in a container."""
    if not PROC.exists():
        return None
    try:
        return os.path.samestat(Path(f"/proc/{pid}/cwd").stat(), cluster.stat())
    except PermissionError:
        return None
    except OSError:
        return False


def _living_by_ps(pid: int) -> bool:
    told = subprocess.run(
        ["ps", "-o", "stat=,comm=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout.strip()
    return "postgres" in told and not told.startswith("Z")
