"""The key that sessions are signed with: the operator's, else one made at first start and kept."""

import os
import secrets
from pathlib import Path

NAME = "secret_key"
VARIABLE = "STYRK_SECRET_KEY"
BYTES = 48


def kept_key(data: Path) -> str:
    """$STYRK_SECRET_KEY, else the key in `data`, made if it is not there (readable by us alone)."""
    return os.environ.get(VARIABLE) or _read(data) or _make(data)


def found_key(data: Path) -> str:
    """The same without making one; empty where there is none."""
    return os.environ.get(VARIABLE) or _read(data)


def _read(data: Path) -> str:
    try:
        return (data / NAME).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""


def _make(data: Path) -> str:
    key = secrets.token_urlsafe(BYTES)
    half = data / f"{NAME}.{os.getpid()}"
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(f"{key}\n")
    try:
        os.link(half, data / NAME)  # fails if another made one meanwhile: then that one counts
    except FileExistsError:
        return _read(data)
    finally:
        half.unlink()
    return key
