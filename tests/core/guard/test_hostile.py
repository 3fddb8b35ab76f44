"""Text made to be slow: four times as much of it must not take much more than four times as long.

Processor time, for other tests run beside these, and the least of a few: what disturbs only adds.
"""

import time

import pytest

from styrk.core.guard import find, redact

LENGTH = 100_000
# Four would be linear and sixteen quadratic.
MOST_GROWTH = 9
# So little that its growth cannot be told.
TOO_LITTLE = 0.05

PIECES = [
    "1",
    "9",
    "91",
    "1 ",
    "12 ",
    "123 ",
    "21 22 ",
    "91 23 45 67 ",
    "91234567/",
    "010190 12345 ",
    "01.01.90-",
    " ",
    "-",
    ".",
    "- ",
    "/",
    "+",
    "+4",
    "+47",
    "+47 9 1 2 3 ",
    "00",
    "0047",
    "0047 912 34 56",
    "a",
    "A",
    "a@",
    "a@a",
    "a@a.",
    "@",
    " @ ",
    "a.a",
    "a@aa.aa.",
    "a(at)b",
    "(at)",
    "x [dot] ",
    "kari@a.no",
    "tlf ",
    "tlf.nr.er ",
    "tlf 9 1 2 3 ",
    "f. ",
    "født i a",
    "født 1",
    "født 12.03.",
    "journalnr 12 ",
    "journalnr 1234/",
    "dips ",
    "Kari ",
    "Kari",
    "Kari-",
    "K. ",
    "Kari von ",
    "pasienten ",
    "Hansen, ",
    "[navn fjernet]",
    "[navn ",
    "A\u030a",
    "\u030a",
    "\u200b",
    "1\u200b",
    "\uff11",
    "\n",
    "\0",
    "'",
    "\u2019a",
]


def seconds(act, text):
    """How long it takes, at the least of two times."""
    taken = []
    for _ in range(2):
        started = time.process_time()
        act(text)
        taken.append(time.process_time() - started)
    return min(taken)


def growth(act, piece):
    text = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
    return seconds(act, text) / max(seconds(act, text[: LENGTH // 4]), TOO_LITTLE)


@pytest.mark.parametrize("piece", PIECES)
def test_repeated_piece_is_read_in_time(piece):
    assert growth(find, piece) < MOST_GROWTH


@pytest.mark.parametrize("piece", ["91 23 45 67, ", "a@b.no ", "[e-post fjernet] kari@b.no 1 "])
def test_redaction_of_much_is_in_time(piece):
    assert growth(redact, piece) < MOST_GROWTH


def test_what_grows_as_the_square_is_seen():
    assert growth(lambda text: [text.count("ab") for _ in text[::60]], "a") > MOST_GROWTH
