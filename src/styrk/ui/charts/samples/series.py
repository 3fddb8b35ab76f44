"""Invented series: control charts, sums and budgets."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import sqrt

from styrk.ui.charts.data import (
    BudgetChart,
    ControlChart,
    CusumChart,
    EwmaChart,
    Mark,
    Money,
    Part,
    Point,
    Remark,
    Smooth,
    Step,
    Tone,
)
from styrk.ui.charts.periods import Rhythm

WAITED: tuple[int | None, ...] = (
    62,
    64,
    60,
    66,
    57,
    63,
    65,
    None,
    61,
    70,
    62,
    64,
    61,
    77,
    65,
    63,
    64,
)
WAITED += (55, 52, 53, 56, 54, 58, 55, 52, None, None)
CASES = (142, 98, 131, 120, 160, 110, 152, 149, 117, 128, 139, 101, 99, 150, 144, 133, 127, 118)
SHARES = (91, 88, 94, 92, 90, 93, 95, 91, 89, 92, 94, 87, 93, 91, 92, 78, 93, 94)
BETWEEN = (12, 40, 3, 66, 21, 8, 35, 90, 14, 27, 5, 48, 31, 120, 19, 7, 62, 25, 150, 84, 11, 190)
SAME = (3, 5, 4, 7, 2, 5, 6, 4, 3, 5, 9, 8, 10, 7, 9, 11, 8, 9, 10, 12)


def months(number: int, first: int = 2024) -> list[date]:
    return [date(first + month // 12, month % 12 + 1, 1) for month in range(number)]


def control() -> ControlChart:
    """Two parts, a target that changed, a missing month, an exclusion and what is waited for."""
    parts = ((62.9, 50.2, 75.6), (54.4, 46.9, 61.9))
    points = []
    for place, (at, value) in enumerate(zip(months(len(WAITED)), WAITED, strict=True)):
        centre, low, high = parts[place > 16]
        outside = value is not None and not low <= value <= high
        points.append(
            Point(
                at=at,
                value=value,
                centre=centre,
                low=low,
                high=high,
                low95=centre - (centre - low) * 2 / 3,
                high95=centre + (high - centre) * 2 / 3,
                target=58 if place < 12 else 50,
                mark=Mark.OUTSIDE if outside else Mark.NONE,
                tone=Tone.BAD if outside else Tone.PLAIN,
                excluded=place == 9,
                waiting=place >= 25,
                part=1 + (place > 16),
            )
        )
    return ControlChart(
        title="Ventetid til behandling, somatikk",
        points=points,
        measured_in="dager i gjennomsnitt",
        decimals=0,
        parts=(Part("Før omleggingen"), Part("Etter omleggingen")),
        remarks=(
            Remark(9, "Streik i to uker"),
            Remark(16, "Én koordinator for alle henvisninger", action=True),
            Remark(17, "Poliklinikk på kveldstid", action=True),
        ),
        words="Ventetida er kortere etter omleggingen, men målet nås ikke hver gang.",
    )


def shares() -> ControlChart:
    """Limits that follow the number of patients, and a baseline that is frozen."""
    points = []
    for at, cases, value in zip(months(18), CASES, SHARES, strict=True):
        sigma = sqrt(91.4 * 8.6 / cases)
        outside = value < 91.4 - 3 * sigma
        points.append(
            Point(
                at=at,
                value=value,
                centre=91.4,
                low=91.4 - 3 * sigma,
                high=min(100, 91.4 + 3 * sigma),
                target=95,
                mark=Mark.OUTSIDE if outside else Mark.NONE,
                tone=Tone.BAD if outside else Tone.PLAIN,
            )
        )
    return ControlChart(
        title="Epikrise sendt innen et døgn",
        points=points,
        measured_in="%",
        ceiling=100,
        frozen=12,
    )


def between() -> ControlChart:
    points = [Point(n, days, 26, 0, 151) for n, days in enumerate(BETWEEN, 1)]
    last = Point(len(BETWEEN), BETWEEN[-1], 26, 0, 151, mark=Mark.OUTSIDE, tone=Tone.GOOD)
    return ControlChart(
        title="Operasjoner mellom dype infeksjoner",
        points=[*points[:-1], last],
        rhythm=Rhythm.NUMBER,
        measured_in="operasjoner",
        decimals=0,
        centre_is="Median",
    )


def run() -> ControlChart:
    """A run chart by tertial, with a long run."""
    points = [
        Point(
            date(2019 + n // 3, n % 3 * 4 + 1, 1),
            value,
            6.5,
            mark=Mark.SHIFT if n >= 10 else Mark.NONE,
            tone=Tone.BAD if n >= 10 else Tone.PLAIN,
        )
        for n, value in enumerate(SAME)
    ]
    return ControlChart(
        title="Korridorpasienter",
        points=points,
        rhythm=Rhythm.TERTIAL,
        measured_in="per døgn",
        decimals=0,
        centre_is="Median",
        parts=(Part(unsettled=True),),
        words="De siste 10 tertialene ligger alle over midtlinja: noe har endret seg.",
    )


def cusum() -> CusumChart:
    up = down = 0.0
    steps = []
    for at, value in zip(months(len(SAME)), SAME, strict=True):
        up, down = max(0.0, up + (value - 5) / 2 - 0.5), max(0.0, down - (value - 5) / 2 - 0.5)
        steps.append(Step(at, up, -down, signal_up=up > 5, signal_down=down > 5))
    return CusumChart(title="Trykksår, summert avvik fra det vanlige", steps=steps, limit=5)


def ewma() -> EwmaChart:
    mean = 5.0
    points = []
    for place, (at, value) in enumerate(zip(months(len(SAME)), SAME, strict=True)):
        mean = 0.2 * value + 0.8 * mean
        reach = 3 * 2 * sqrt(0.2 / 1.8 * (1 - 0.8 ** (2 * place + 2)))
        outside = abs(mean - 5) > reach
        points.append(Smooth(at, value, mean, 5 - reach, 5 + reach, outside))
    return EwmaChart(
        title="Trykksår, glattet", points=points, centre=5, measured_in="per 1 000 liggedøgn"
    )


def budget() -> BudgetChart:
    actual = _summed((101, 99, 108, 104, 106, 103, 98, 109))
    budgeted = _summed((100,) * 12)
    last_year = _summed((97, 96, 99, 98, 101, 97, 95, 100, 99, 98, 100, 102))
    estimate = _summed((actual[-1], 104, 104, 104, 104))
    periods = [
        Money(
            at,
            actual[n] if n < len(actual) else None,
            budgeted[n],
            last_year[n],
            estimate[n - 7] if n >= 7 else None,
        )
        for n, at in enumerate(months(12, 2025))
    ]
    return BudgetChart(
        title="Driftskostnader", periods=periods, measured_in="mill. kroner hittil i år"
    )


def _summed(values: Sequence[float]) -> list[float]:
    return [sum(values[: number + 1]) for number in range(len(values))]


def weeks() -> ControlChart:
    """A long series: more periods than there is room to name."""
    first = date.fromisocalendar(2024, 1, 1)
    values = [SAME[(n * 7) % len(SAME)] for n in range(80)]
    points = [
        Point(first + timedelta(weeks=n), value, 6.4, 0, 14.1) for n, value in enumerate(values)
    ]
    return ControlChart(
        title="Overbelegg, uke for uke", points=points, rhythm=Rhythm.WEEK, decimals=0
    )
