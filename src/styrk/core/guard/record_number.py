"""Numbers that lead to a patient's record: a number right after a word that says so."""

import re

from styrk.core.guard.finding import Finding, Kind, finding

_NUMBERED = r"(?:pasient)?journal|pasient|pas|dips|npr|episode|oppholds?|innleggelses?"
_LABEL = (
    rf"(?<![^\W_])(?:(?:{_NUMBERED})[ -]?(?:nr|nummer(?:et)?|id|ident)|jnr|mrn)"
    r"[ .:=#(]{0,4}(?:er )?"
)
_SYSTEM = r"(?<![^\W_])(?:dips|npr|journal)[ :]{1,2}(?=\d{5})"
_NUMBER = r"(?:[a-zæøå]{0,4}-?\d{4,}(?:[/-]\d+)*|\d{2,3}(?: \d{2,3})+)(?!\w)"
_RECORD = re.compile(rf"(?:{_LABEL}|{_SYSTEM})(?P<number>{_NUMBER})", re.IGNORECASE)


def record_numbers(plain: str) -> list[Finding]:
    return [finding(Kind.record_number, *match.span("number")) for match in _RECORD.finditer(plain)]
