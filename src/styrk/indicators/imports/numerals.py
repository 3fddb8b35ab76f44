"""Numbers as people write them: 1 234,5 or 1234.5, never both in one file.

What «12.345» is, the file's other numbers tell: twelve thousand, or a little more than twelve. Where
none of them does, it is refused, for a figure a thousand times too small is not seen by anybody.
"""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

SPACES = re.compile(r"[\s\u00a0\u202f\u2009']")
# The beginning of a cell, which may go on with what it is in; not followed by more of a number.
WITH_COMMA = re.compile(r"[-−]?\d[\d\s\u00a0\u202f.]*,\d+(?![\d.,])")
WITH_POINT = re.compile(r"[-−]?(\d[\d,]*)\.(\d+)(?![\d.,])")
GROUPED = re.compile(r"[-−]?\d{1,3}(\.\d{3}){2,}(?![\d.])")
BOTH_WAYS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
THOUSANDS = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+")
PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
# With an exponent a number from a program, not from a person.
EXPONENT = re.compile(r"-?[0-9]+([.,][0-9]+)?[eE][-+]?[0-9]{1,2}")


class NotANumber(ValueError):
    """Why a text is no number, in words."""


def decimal_sign(texts: Iterable[str]) -> str:
    """What the numbers of a file have before their decimals: one that shows it decides for all.

    Empty where no number shows it. A comma goes before a point, which then stands for thousands.
    """
    found = ""
    for text in map(str.strip, texts):
        if WITH_COMMA.match(text) or GROUPED.match(text):
            return ","
        if (point := WITH_POINT.match(text)) and not _groups(*point.groups()):
            found = "."
    return found


def _groups(whole: str, rest: str) -> bool:
    """Whether the point may stand for thousands."""
    return len(rest) == 3 and len(whole) <= 3 and not whole.startswith("0")


def number(text: str, *, sign: str, suffix: str = "") -> Decimal:
    """The number. `sign` as of `decimal_sign`; `suffix` may stand after it (%, dager). Raises NotANumber."""
    bare = text.strip()
    if suffix and bare.casefold().endswith(suffix.casefold()):
        bare = bare[: -len(suffix)]
    bare = SPACES.sub("", bare).replace("−", "-").removesuffix(",-")
    if EXPONENT.fullmatch(bare):
        return Decimal(bare.replace(",", "."))
    if bare.startswith("="):
        raise NotANumber(_("Cella har en formel. Lim inn verdien i stedet."))
    if not sign and BOTH_WAYS.fullmatch(bare):
        raise NotANumber(_both_ways(bare))
    if sign == ",":
        if THOUSANDS.fullmatch(bare.partition(",")[0]):
            bare = bare.replace(".", "")
        elif "." in bare:
            text = _("«%(text)s» har punktum, men fila har desimalkomma. Skriv alle tall likt.")
            raise NotANumber(text % {"text": bare[:40]})
        bare = bare.replace(",", ".", 1)
    elif bare.count(",") >= 1:
        bare = bare.replace(",", "")
    return _decimal(bare)


def _both_ways(bare: str) -> str:
    text = _(
        "«%(text)s» kan leses på to måter. Skriv %(thousands)s hvis det er tusener, eller %(decimals)s hvis det er desimaler."
    )
    whole = bare.replace(".", "")
    return text % {"text": bare, "thousands": whole, "decimals": bare.replace(".", ",")}


def _decimal(bare: str) -> Decimal:
    if not PLAIN.fullmatch(bare):
        raise NotANumber(_("«%(text)s» er ikke et tall.") % {"text": bare[:40]})
    try:
        return Decimal(bare)
    except InvalidOperation:
        raise NotANumber(_("«%(text)s» er ikke et tall.") % {"text": bare[:40]}) from None
