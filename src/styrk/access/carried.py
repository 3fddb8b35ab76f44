"""What was typed in a form by someone who had no session, or at a locked page, signed and carried
through the sign-in.

It belongs to whoever signs in next at that browser: at a shared machine the one who types need not
be the one whose session is locked.
"""

from collections.abc import Mapping
from itertools import islice

from django.conf import settings
from django.core import signing

from styrk.access import paths
from styrk.access.typed import Typed, Words, gathered, pairs

SALT = "styrk.access.carried.2"
# Boxes that are ticked count one by one.
VALUES = 500
CHARACTERS = 200_000
# A text has several words; the rest are choices and dates, which say little by themselves.
SHORTEST_TEXT = 15


def pack(path: str, typed: Mapping[str, Words]) -> str:
    """One word for a hidden field. What does not fit is left out, the last fields first."""
    kept: list[tuple[str, str]] = []
    room = CHARACTERS
    for name, text in islice(pairs(typed), VALUES):
        kept.append((name, text[:room]))
        room -= len(kept[-1][1])
    return signing.dumps({"path": path, "fields": kept}, salt=SALT, compress=True)


def unpack(word: str) -> tuple[str, Typed] | None:
    """The path of the form and what was typed, if it is ours and not too old."""
    try:
        carried = signing.loads(word, salt=SALT, max_age=settings.SESSION_COOKIE_AGE)
    except signing.BadSignature:
        return None
    path = paths.page(carried["path"])
    return (path, gathered(map(tuple, carried["fields"]))) if path else None


def readable(typed: Mapping[str, Words]) -> list[list[str]]:
    """The texts among what was typed, each as its lines."""
    texts = [text for _, text in pairs(typed) if len(text) >= SHORTEST_TEXT and " " in text.strip()]
    return [[line for line in text.splitlines() if line.strip()] for text in texts]
