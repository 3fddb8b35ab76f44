"""Small groups are not told, nor what they can be worked out from.

A count from 1 to 4 is hidden. A sum is hidden where it and the counts that are told would give away
one that is not: where its row or column hides something, and the sum of all where too little is hidden.
"""

from collections.abc import Sequence

SMALLEST = 5

type Told = int | None


def told(number: int) -> Told:
    return None if 0 < number < SMALLEST else number


def table(rows: Sequence[Sequence[int]]) -> tuple[list[list[Told]], list[Told], list[Told], Told]:
    """The counts, the sums of rows, the sums of columns, and the sum of all."""
    cells = [[told(number) for number in row] for row in rows]
    columns = list(zip(*rows, strict=True))
    by_row = [_sum(row) for row in rows]
    by_column = [_sum(column) for column in columns]
    return cells, by_row, by_column, _whole(rows)


def _sum(numbers: Sequence[int]) -> Told:
    """Told where nothing in it is hidden, and it is not small itself."""
    return told(sum(numbers)) if all(told(one) is not None for one in numbers) else None


def _whole(rows: Sequence[Sequence[int]]) -> Told:
    """Several hidden counts hide each other, unless their sum leaves only one answer."""
    hidden = [number for row in rows for number in row if told(number) is None]
    rest = sum(hidden)
    gives_away = len(hidden) == 1 or rest in {len(hidden), len(hidden) * (SMALLEST - 1)}
    whole = sum(number for row in rows for number in row)
    return None if hidden and gives_away else told(whole)
