"""What a text may hold, and the few words that the writers add themselves."""

import re
import unicodedata

from styrk.core.papers.shape import Language

# What a writer says in the document's own language; all else comes with the document.
WORDS: dict[Language, dict[str, str]] = {
    "nb": {"contents": "Innhold", "page": "Side", "of": "av"},
    "nn": {"contents": "Innhald", "page": "Side", "of": "av"},
    "en": {"contents": "Contents", "page": "Page", "of": "of"},
}
# Latin, Greek and Cyrillic letters, punctuation, currency, arrows, maths and shapes: what the fonts
# inside typst have in every style. It stops at others, and at worst ends the process.
PRINTABLE = re.compile(
    "[^\n\u0020-\u007e\u00a0-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c"
    "\u038e-\u03a1\u03a3-\u03ff\u0400-\u0482\u048a-\u04ff\u1e00-\u1eff\u2010-\u2027\u2030-\u2040"
    "\u2070\u2071\u2074-\u208e\u2090-\u209c\u20a0-\u20bf\u2190-\u22ff\u25a0-\u25ff]"
)
# What XML 1.0 has no way to write.
NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINES = re.compile("\r\n?|[\u000b\u000c\u0085\u2028\u2029]")


def plain(text: str) -> str:
    """New lines of one kind, letters composed, tabs as spaces."""
    return unicodedata.normalize("NFC", LINES.sub("\n", text).replace("\t", "    "))


def printable(text: str) -> str:
    """The text with what no font can draw as its number: «[U+1F600]»."""
    # The narrow space of figures is in no font there.
    whole = plain(text).replace("\u202f", "\u00a0")
    return PRINTABLE.sub(lambda found: _numbered(found[0]), whole)


def writable(text: str) -> str:
    """The text without what a Word document cannot hold."""
    return NOT_XML.sub("", plain(text))


def _numbered(character: str) -> str:
    invisible = unicodedata.category(character) in ("Cc", "Cf")
    return "" if invisible else f"[U+{ord(character):04X}]"
