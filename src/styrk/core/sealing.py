"""What only some may ever read, encrypted with keys that are kept outside the database.

The keys stand in a file, the newest first: it encrypts, and all of them decrypt. A copy of the database
without the file tells nothing, and the file is no part of a dump. Fernet (AES-128-CBC and HMAC-SHA256),
of the library `cryptography`.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

VARIABLE = "STYRK_IDENTITY_KEYS"
# The name of the file, in the folder of data.
NAME = "identity_keys"
OF = "of"


class KeysMissing(RuntimeError):
    """There is no key, so nothing can be encrypted or read."""


class WrongKeys(RuntimeError):
    """None of the keys is the one it was encrypted with, or it has been changed, or belongs elsewhere."""


def seal(facts: Mapping[str, str], of: str) -> str:
    """Encrypted, bound to what it is `of`: moved to another record it cannot be read. Raises KeysMissing."""
    whole = json.dumps({**facts, OF: of}, ensure_ascii=False)
    return _keys().encrypt(whole.encode()).decode("ascii")


def opened(sealed: str, of: str) -> dict[str, str]:
    """Raises KeysMissing or WrongKeys."""
    try:
        whole: dict[str, str] = json.loads(_keys().decrypt(sealed.encode("ascii")))
    except InvalidToken:
        raise WrongKeys from None
    if whole.pop(OF) != of:
        raise WrongKeys
    return whole


def sealed_anew(sealed: str) -> str:
    """The same, encrypted with the newest key. Raises KeysMissing or WrongKeys."""
    try:
        return _keys().rotate(sealed.encode("ascii")).decode("ascii")
    except InvalidToken:
        raise WrongKeys from None


def is_with_newest(sealed: str) -> bool:
    """Whether the newest key reads it. Raises KeysMissing."""
    try:
        Fernet(_written()[0]).decrypt(sealed.encode("ascii"))
    except InvalidToken:
        return False
    return True


def in_file() -> bool:
    """Whether the keys are those of the file, and not given by the operator in the environment."""
    return not os.environ.get(VARIABLE)


def has_keys() -> bool:
    return bool(_written())


def add_key(path: Path) -> None:
    """A new key first in the file, which is readable by us alone. The others stay, to read by."""
    keys = [Fernet.generate_key().decode("ascii"), *_in_file(path)]
    half = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.writelines(f"{key}\n" for key in keys)
    half.replace(path)


def _keys() -> MultiFernet:
    keys = _written()
    if not keys:
        raise KeysMissing
    return MultiFernet([Fernet(key) for key in keys])


def _written() -> list[str]:
    """As the operator gives them, else as they stand in the file."""
    return os.environ.get(VARIABLE, "").split() or _in_file(Path(settings.IDENTITY_KEYS))


def _in_file(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="ascii").split()
    except FileNotFoundError:
        return []
