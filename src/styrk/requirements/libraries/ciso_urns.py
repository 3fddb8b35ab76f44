"""Names of things in CISO Assistant's Excel form, and the urns they stand for."""

import re
import unicodedata

from styrk.requirements.libraries.problems import Place, Problems

type Prefixes = dict[str, str]


def clean(name: str) -> str:
    """The end of a urn made from a name: lower case, ASCII, `-` for a blank, `_` for the rest.

    >>> clean("Krav 3.2 (ø)")
    'krav-3.2-()'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9_\-.\[\]():]", "_", plain.lower().replace(" ", "-"))


def expanded(told: str, prefixes: Prefixes, place: Place, problems: Problems) -> list[str]:
    """Urns from a cell such as `1:T001, 2:REF003`. Notes those that stand for nothing."""
    urns = []
    for word in (one for one in re.split(r"[\s,]+", told) if one):
        prefix, colon, end = word.partition(":")
        if word.startswith("urn:"):
            urns.append(word)
        elif colon and prefix in prefixes:
            urns.append(f"{prefixes[prefix]}:{clean(end)}")
        else:
            problems.add(place, "unknown_prefix", value=word)
    return urns
