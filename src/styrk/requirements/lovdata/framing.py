"""The parts of a law that say what it is for, whom it is for and from when: they ask nothing of anyone."""

import re

from styrk.requirements.lovdata.shape import Law, Provision

_WHOSE = r"((lovens|lova sitt|forskriftens|saklige?|sakleg|stedlige?|geografiske?|personelle?) )*"
_WHAT = (
    r"formål|føremål|virkeområde|verkeområde|definisjon(er|ar)?"
    r"|(ikrafttre|iverkse|ikraftse)\w+|overgangs(regl\w+|regel|bestemmelser?|ordninger)"
    r"|(opphevelse|oppheving)( av .+)?|endring(er|ar)? i (andre )?(lov|forskrift)\w*"
)
_FRAME = re.compile(f"{_WHOSE}({_WHAT})")
_AND = re.compile(r",\s*(?:og\s+)?|\s+og\s+|\.\s*(?=\w{3})")
_MORE = re.compile(r"[\s.]*\b(m\.?\s?v|m\.?\s?m)\.?$|\.$")


def is_frame(law: Law, provision: Provision) -> bool:
    """Whether it stands under a heading as «Formål», «Definisjoner» or «Ikrafttredelse mv.»."""
    parts = _AND.split(_MORE.sub("", _heading(law, provision).lower().strip()))
    return all(_FRAME.fullmatch(part.strip()) for part in parts)


def _heading(law: Law, provision: Provision) -> str:
    """The nearest there is: its own, or that of what it stands under."""
    while not provision.heading and provision.parent:
        provision = law.by_ref[provision.parent]
    return provision.heading
