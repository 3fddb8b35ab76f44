"""Sets of ids as ranges, both ends included, in the way seals write them: `{[1,3],[7,7]}`."""

import re
from collections.abc import Iterator
from itertools import pairwise

type Range = tuple[int, int]

TEXT = re.compile(r"\{(?:\[\d{1,19},\d{1,19}\](?:,(?!\}))?)+\}")
PAIR = re.compile(r"\[(\d+),(\d+)\]")


def parse(text: str) -> list[Range] | None:
    """The ranges of a seal's text, or None where it is not such a text."""
    if not TEXT.fullmatch(text):
        return None
    found = [(int(low), int(high)) for low, high in PAIR.findall(text)]
    rising = all(a[1] < b[0] for a, b in pairwise(found))
    return found if rising and all(low <= high for low, high in found) else None


def size(ranges: list[Range]) -> int:
    return sum(high - low + 1 for low, high in ranges)


def ids(ranges: list[Range]) -> Iterator[int]:
    for low, high in ranges:
        yield from range(low, high + 1)


def text(ranges: list[Range]) -> str:
    return "{" + ",".join(f"[{low},{high}]" for low, high in ranges) + "}"


class Covered:
    """All ids covered so far. Seals come nearly in order, so it stays as short as the gaps are few."""

    def __init__(self) -> None:
        self.ranges: list[Range] = []

    def add(self, ranges: list[Range]) -> None:
        for low, high in ranges:
            last = self.ranges[-1] if self.ranges else None
            if last and low == last[1] + 1:
                self.ranges[-1] = (last[0], high)
            else:
                self.ranges.append((low, high))

    def text(self) -> str:
        """As the database reads it, which puts the ranges in order itself."""
        return text(self.ranges)
