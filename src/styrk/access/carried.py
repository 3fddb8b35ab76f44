"""What was typed in a form by someone who had no session, signed and carried through sign-in."""

from collections.abc import Mapping

from django.conf import settings
from django.core import signing

from styrk.access import paths

SALT = "styrk.access.carried"
FIELDS = 100
CHARACTERS = 200_000
# A text has several words; the rest are choices and dates, which say little by themselves.
SHORTEST_TEXT = 15


def pack(path: str, typed: Mapping[str, str]) -> str:
    """One word for a hidden field. What does not fit is left out, the last fields first."""
    kept: dict[str, str] = {}
    room = CHARACTERS
    for name, text in list(typed.items())[:FIELDS]:
        kept[name] = text[:room]
        room -= len(kept[name])
    return signing.dumps({"path": path, "fields": kept}, salt=SALT, compress=True)


def unpack(word: str) -> tuple[str, dict[str, str]] | None:
    """The path of the form and what was typed, if it is ours and not too old."""
    try:
        carried = signing.loads(word, salt=SALT, max_age=settings.SESSION_COOKIE_AGE)
    except signing.BadSignature:
        return None
    path = paths.page(carried["path"])
    return (path, carried["fields"]) if path else None


def readable(typed: Mapping[str, str]) -> list[list[str]]:
    """The texts among what was typed, each as its lines."""
    texts = [text for text in typed.values() if len(text) >= SHORTEST_TEXT and " " in text.strip()]
    return [[line for line in text.splitlines() if line.strip()] for text in texts]
