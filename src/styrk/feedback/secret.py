"""The secret address of the one who told: made from what was sent, kept only as a digest.

The same form sent twice is one voice with one address, and nobody can work out the address without
the server's own key.
"""

from base64 import urlsafe_b64encode
from hashlib import sha256

from django.utils.crypto import salted_hmac

SENT, ADDRESS, KNOCK = (f"styrk.feedback.{what}" for what in ("sent", "address", "knock"))
BYTES = 18


def mark_of(key: str, facts: str) -> str:
    """What was sent, as one word."""
    return salted_hmac(SENT, f"{key} {facts}", algorithm="sha256").hexdigest()


def address_word(mark: str) -> str:
    """The secret part of the address: 24 characters, 144 bits."""
    made = salted_hmac(ADDRESS, mark, algorithm="sha256").digest()[:BYTES]
    return urlsafe_b64encode(made).decode()


def digest(word: str) -> str:
    return sha256(word.encode()).hexdigest()


def knocker(address: str, on: object) -> str:
    """Who knocks, so that nobody can say who it was, and tomorrow not even that it was the same."""
    return salted_hmac(KNOCK, f"{on} {address}", algorithm="sha256").hexdigest()[:32]
