"""Small groups are not told, nor what they can be worked out from."""

import pytest

from styrk.review.pack.suppressing import table, told


@pytest.mark.parametrize(("number", "is_told"), [(0, 0), (1, None), (4, None), (5, 5), (500, 500)])
def test_one_count(number, is_told):
    assert told(number) == is_told


def test_sums_over_a_hidden_count_are_hidden_too():
    cells, by_row, by_column, whole = table([[10, 3, 0], [6, 20, 2], [7, 8, 9]])

    assert cells == [[10, None, 0], [6, 20, None], [7, 8, 9]]
    assert by_row == [None, None, 24]
    assert by_column == [23, None, None]
    assert whole == 65


@pytest.mark.parametrize(
    "rows",
    [
        [[10, 3], [6, 20]],  # one alone: the whole less the others
        [[1, 10], [10, 1]],  # the sum of both leaves no choice
        [[4, 10], [10, 4]],
    ],
)
def test_the_sum_of_all_never_gives_a_count_away(rows):
    assert table(rows)[-1] is None


def test_nothing_hidden_all_is_told():
    assert table([[5, 0], [7, 8]]) == ([[5, 0], [7, 8]], [5, 15], [12, 8], 20)
