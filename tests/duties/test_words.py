"""What a duty says of itself: it is read by the owner, by a deputy, and by the leader it falls to."""

import re

from styrk.duties.queries import kinds

OWNING = re.compile(r"\bdu (eier|leder)\b", re.IGNORECASE)


def test_no_duty_says_that_its_reader_owns_it():
    said = {code: f"{kind.what} {kind.why}" for code, kind in kinds().items()}

    assert said
    assert [code for code, words in said.items() if OWNING.search(words)] == []
