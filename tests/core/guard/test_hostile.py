"""Text made to be slow: a hundred thousand characters must not take more than its length.

Processor time, for other tests run beside these.
"""

import time

import pytest

from styrk.core.guard import find, redact

LENGTH = 100_000
MOST_SECONDS = 2

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


@pytest.mark.parametrize("piece", PIECES)
def test_repeated_piece_is_read_in_time(piece):
    text = (piece * (LENGTH // len(piece) + 1))[:LENGTH]

    started = time.process_time()
    find(text)

    assert time.process_time() - started < MOST_SECONDS


@pytest.mark.parametrize("piece", ["91 23 45 67, ", "a@b.no ", "[e-post fjernet] kari@b.no 1 "])
def test_redaction_of_much_is_in_time(piece):
    text = piece * (LENGTH // len(piece))

    started = time.process_time()
    redact(text)

    assert time.process_time() - started < MOST_SECONDS
