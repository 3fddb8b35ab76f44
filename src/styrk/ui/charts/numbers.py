"""Figures as they are written, and where an axis has its marks."""

from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

from django.utils.translation import get_language

# A space that is narrow and does not break; and the sign, which a hyphen is too short for.
THIN = "\u202f"
MINUS = "\u2212"
# How many marks there may be on an axis, and what their distance may be times a power of ten.
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
MOST_DECIMALS = 6
# Where the lowest figure is this near to 0, seen from the highest, the axis begins at 0.
NEAR_ZERO = 0.4
AIR = 0.06
# A line this far from 0 is told without decimals where the figures have none.
COARSE = 100


def figure(value: float, decimals: int = 1) -> str:
    """«12 345,6»: decimal comma (a point in English), thin spaces, a real minus."""
    written = f"{abs(value):,.{decimals}f}"
    whole, _, part = written.partition(".")
    mark = "." if (get_language() or "").startswith("en") else ","
    negative = value < 0 and any(digit not in "0,." for digit in written)
    sign = MINUS if negative else ""
    return sign + whole.replace(",", THIN) + (mark + part if part else "")


def with_unit(value: float, decimals: int, measured_in: str) -> str:
    """«12,3 %». The space does not break."""
    return (
        f"{figure(value, decimals)}\u00a0{measured_in}" if measured_in else figure(value, decimals)
    )


def change(value: float, decimals: int = 1) -> str:
    """With its sign, also where it is a rise: «+2,1»."""
    written = figure(value, decimals)
    return f"+{written}" if value > 0 and written.strip("0,.") else written


def level(value: float, decimals: int = 1) -> str:
    """A line among figures: «4,2» also where the figures are whole, for it seldom is."""
    finer = decimals == 0 and abs(value) < COARSE and value != round(value)
    return figure(value, 1 if finer else decimals)


def told(value: float | None) -> float | None:
    """The value where it is a number that can be drawn."""
    return value if value is not None and isfinite(value) else None


@dataclass(frozen=True, slots=True)
class Span:
    """What an axis holds: from, to, and its marks, which are written with `decimals`."""

    low: float
    high: float
    ticks: tuple[float, ...]
    decimals: int

    @property
    def labels(self) -> list[str]:
        return [figure(tick, self.decimals) for tick in self.ticks]


def span(
    values: list[float], *, most: int = 6, ceiling: float | None = None, whole: bool = False
) -> Span:
    """An axis that holds the values, with air around them.

    It begins at 0 where the lowest value is near 0, and never below 0 where no value is; it ends at
    `ceiling` (100 % of something) where no value is above that. `whole`: marks at whole numbers only.
    """
    if not values:
        return Span(0.0, 1.0, (), 0)
    low, high = min(values), max(values)
    far = max(abs(low), abs(high))
    # Closer than this the marks could not be told apart in writing.
    least = 10.0 ** (1 - MOST_DECIMALS)
    alike = high - low <= max(far * 1e-9, least)
    air = (max(far * 0.1, least) if far > least else 1.0) if alike else (high - low) * AIR
    lowest, highest = low - air, high + air
    if low >= 0 and (lowest < 0 or low <= high * NEAR_ZERO):
        lowest = 0.0
    if ceiling is not None and high <= ceiling:
        highest = min(highest, ceiling)
    step = _step(highest - lowest, most, whole=whole)
    first = ceil(lowest / step - 1e-9)
    last = floor(highest / step + 1e-9)
    # Adding 0 makes minus nothing into nothing.
    ticks = tuple(number * step + 0.0 for number in range(first, last + 1))
    return Span(lowest, highest, ticks, _decimals(step))


def _step(width: float, most: int, *, whole: bool) -> float:
    rough = max(width / max(most - 1, 1), 1.0 if whole else 0.0)
    power: float = 10.0 ** floor(log10(rough))
    steps = [power * step for step in STEPS]
    return next(
        step for step in steps if step >= rough * (1 - 1e-9) and not (whole and step != round(step))
    )


def _decimals(step: float) -> int:
    for decimals in range(MOST_DECIMALS):
        if abs(step * 10**decimals - round(step * 10**decimals)) < 1e-6 * 10**decimals * step:
            return decimals
    return MOST_DECIMALS
