"""Plain words out of strings from outside: no markup, no control characters, single spaces."""

import re

# What may look like markup to a browser. Each alternative stops at the next `<`, so that the time
# is linear in the text.
TAG = re.compile(r"</?[A-Za-z!?][^<>]*>")
OPENING = re.compile(r"<(?=[A-Za-z!?/])")
# Controls, lone surrogates (which no database takes), and characters that hide or turn text.
HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
# Links taken out of the text have left a space before the sign that followed them.
LOOSE_SIGN = re.compile(r" (?=[,;:)](?:[\s.,;:)]|$)|\.(?:[\s,;:)]|$))")
# «å», «ø», «æ» and «§» that were UTF-8 and have been read as Latin-1 on the way.
GARBLED = re.compile("Ã[¥¸¦…˜†\x85\x98\x86]|Â§")


def plain(text: str) -> str:
    """The words on one line."""
    bare = OPENING.sub("", TAG.sub("", HIDDEN.sub("", text)))
    return LOOSE_SIGN.sub("", " ".join(bare.split()))


def label(text: str, longest: int = 100) -> str:
    """Something from outside to say in a sentence."""
    words = plain(text)
    return words if len(words) <= longest else words[: longest - 1] + "…"
