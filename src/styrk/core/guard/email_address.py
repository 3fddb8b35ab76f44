"""E-mail addresses, also with the sign spelled out to hide it from machines."""

import re

from styrk.core.guard.finding import Finding, Kind, finding

_AT = re.compile(
    r"(?P<before> {0,2})"
    r"(?P<sign>@|[(\[{] ?(?:at|æt|alfakrøll|krøllalfa|snabel-?a) ?[)\]}]|(?<! )[(\[]a[)\]](?! ))"
    r"(?P<after> {0,2})",
    re.IGNORECASE,
)
_DOT = r"(?:\.| ?[(\[{](?:dot|punktum|punkt)[)\]}] ?)"
_DOMAIN = re.compile(
    rf"(?:[^\W_][\w-]*{_DOT})+(?:xn--[\w-]+|[^\W\d_]{{2,}})",
    re.IGNORECASE,
)
_LOCAL_MARKS = "._%+'-"


def email_addresses(plain: str) -> list[Finding]:
    found: list[Finding] = []
    for at in _AT.finditer(plain):
        start = _local_start(plain, at.start(), found[-1].end if found else 0)
        domain = _DOMAIN.match(plain, at.end())
        if domain and _is_local(at, plain[start : at.start()]):
            found.append(finding(Kind.email, start, domain.end()))
    return found


def _local_start(plain: str, end: int, floor: int) -> int:
    start = end
    while start > floor and (plain[start - 1].isalnum() or plain[start - 1] in _LOCAL_MARKS):
        start -= 1
    while start < end and plain[start] in _LOCAL_MARKS:
        start += 1
    return start


def _is_local(at: re.Match[str], local: str) -> bool:
    """«følg oss @sykehuset.no» is an account in a network; «ola.n @sykehuset.no» a slip."""
    if at["sign"] != "@":
        return any(map(str.isalpha, local))
    return bool(local) and (not at["before"] or bool(at["after"]) or "." in local)
