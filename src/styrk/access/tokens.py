"""The words that other systems show, and what is kept of them."""

import hashlib
import secrets
from typing import Final

from styrk.access.permissions import Permission

# So that whoever finds one in a log or a repository knows what it is.
PREFIX: Final = "styrk_"
BYTES: Final = 32
# What the program interface has, and so all that a token may be given. Nothing that opens a case.
GIVEN: Final = (Permission.SEE_INDICATORS, Permission.RECORD_VALUES)


def new_token() -> str:
    return PREFIX + secrets.token_urlsafe(BYTES)


def digest_of(word: str) -> str:
    """SHA-256 in hex. Unsalted and quick: 256 random bits are not guessed."""
    return hashlib.sha256(word.encode("utf-8", "surrogateescape")).hexdigest()
