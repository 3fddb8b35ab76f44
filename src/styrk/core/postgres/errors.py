"""What is said when the database cannot be used."""

import errno
from pathlib import Path

FULL = {errno.ENOSPC, errno.EDQUOT}
FULL_WORDS = ("No space left on device", "Disk quota exceeded")


class PostgresError(RuntimeError):
    """The database cannot be found, started or used; the message says what to do."""


def unusable(data: Path, reason: OSError) -> PostgresError:
    """The error for a data directory that could not be written."""
    if reason.errno in FULL:
        return full(data)
    return PostgresError(
        f"Kan ikke skrive i {reason.filename or data}: {reason.strerror}. "
        "Gi deg selv rettigheter der, eller velg en annen mappe med STYRK_DATA."
    )


def full(data: Path) -> PostgresError:
    return PostgresError(
        f"Disken er full ved {data}. Rydd plass, eller velg en annen mappe med STYRK_DATA."
    )


def failed(what: str, data: Path, output: str) -> PostgresError:
    """The error for a PostgreSQL program that ended badly; `output` is what it wrote."""
    if any(words in output for words in FULL_WORDS):
        return full(data)
    last = "\n".join(output.strip().splitlines()[-15:])
    return PostgresError(f"{what} Dette skrev PostgreSQL:\n{last}")
