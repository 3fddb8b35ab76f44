"""Numbers as people write them: 1 234,5 or 1234.5, never both in one file."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

SPACES = re.compile(r"[\s\u00a0\u202f\u2009']")
WITH_COMMA = re.compile(r"[-−]?\d[\d\s\u00a0\u202f.]*,\d+")
THOUSANDS = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+")
PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
# With an exponent a number from a program, not from a person.
EXPONENT = re.compile(r"-?[0-9]+([.,][0-9]+)?[eE][-+]?[0-9]{1,2}")


class NotANumber(ValueError):
    """Why a text is no number, in words."""


def writes_comma(texts: Iterable[str]) -> bool:
    """Whether the numbers of a file have a decimal comma: one that does decides for all."""
    return any(WITH_COMMA.fullmatch(text.strip()) for text in texts)


def number(text: str, *, comma: bool, suffix: str = "") -> Decimal:
    """The number. `suffix` is what may stand after it (%, dager). Raises NotANumber."""
    bare = text.strip()
    if suffix and bare.casefold().endswith(suffix.casefold()):
        bare = bare[: -len(suffix)]
    bare = SPACES.sub("", bare).replace("−", "-").removesuffix(",-")
    if EXPONENT.fullmatch(bare):
        return Decimal(bare.replace(",", "."))
    if bare.startswith("="):
        raise NotANumber(_("Cella har en formel. Lim inn verdien i stedet."))
    if comma:
        if THOUSANDS.fullmatch(bare.partition(",")[0]):
            bare = bare.replace(".", "")
        elif "." in bare:
            text = _("«%(text)s» har punktum, men fila har desimalkomma. Skriv alle tall likt.")
            raise NotANumber(text % {"text": bare[:40]})
        bare = bare.replace(",", ".", 1)
    elif bare.count(",") >= 1:
        bare = bare.replace(",", "")
    return _decimal(bare)


def _decimal(bare: str) -> Decimal:
    if not PLAIN.fullmatch(bare):
        raise NotANumber(_("«%(text)s» er ikke et tall.") % {"text": bare[:40]})
    try:
        return Decimal(bare)
    except InvalidOperation:
        raise NotANumber(_("«%(text)s» er ikke et tall.") % {"text": bare[:40]}) from None
