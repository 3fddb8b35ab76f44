"""Invented person numbers, made by another way of reckoning than the code that finds them."""

from datetime import date
from itertools import accumulate

from hypothesis import strategies as st

# No test may hold a living person's number: every invented month is out of the calendar.
BORN = date(1950, 3, 12)
TENOR, NHN, NAV_OR_H = 80, 65, 40
SPACES = " \u00a0\u202f\u2009"
MARKS = ".-\u2013\u2011\u2010\u2212"


def check_digit(digits: str, weights: str) -> int:
    """What must be added to make the weighted sum divisible by eleven; 10 is impossible."""
    return -sum(int(d) * int(w) for d, w in zip(digits, weights, strict=True)) % 11


def with_check_digits(nine: str) -> str | None:
    first = check_digit(nine, "376189452")
    second = check_digit(f"{nine}{first}", "5432765432") if first < 10 else 10
    return f"{nine}{first}{second}" if second < 10 else None


def individuals(year: int) -> range:
    if year < 1900:
        return range(500, 750)
    return range(500) if year < 2000 else range(500, 1000)


def person_number(
    born: date, turn: int = 0, *, month_added: int = TENOR, day_added: int = 0
) -> str:
    """The last number with check digits up to the `turn`-th of the day."""
    day_part = f"{born.day + day_added:02}{born.month + month_added:02}{born.year % 100:02}"
    series = individuals(born.year)
    made = (with_check_digits(f"{day_part}{series[turn - i]:03}") for i in range(20))
    return next(number for number in made if number)


def fh_number(serial: int) -> str:
    made = (with_check_digits(f"{800_000_000 + (serial + i) % 200_000_000}") for i in range(50))
    return next(number for number in made if number)


def grouped(number: str, sizes: tuple[int, ...], gap: str) -> str:
    ends = list(accumulate(sizes))
    return gap.join(number[end - size : end] for size, end in zip(sizes, ends, strict=True))


born = st.dates(date(1854, 1, 1), date(2039, 12, 31))
turns = st.integers(0, 249)
additions = st.sampled_from([TENOR, NHN, NAV_OR_H])
fnrs = st.builds(person_number, born, turns, month_added=additions)
dnrs = st.builds(person_number, born, turns, month_added=additions, day_added=st.just(40))
fh_numbers = st.builds(fh_number, st.integers(0, 199_999_999))
gaps = st.one_of(
    st.sampled_from(SPACES + MARKS),
    st.sampled_from([" - ", ". ", " \u2013 ", "\u200b", "  "]),
)
groupings = st.sampled_from(
    [
        (11,),
        (6, 5),
        (6, 3, 2),
        (2, 2, 2, 5),
        (2, 2, 2, 3, 2),
        (2, 4, 5),
        (4, 2, 3, 2),
        (2, 2, 7),
        (3, 3, 5),
        (3, 3, 3, 2),
        (6, 2, 3),
        (1,) * 11,
    ]
)
