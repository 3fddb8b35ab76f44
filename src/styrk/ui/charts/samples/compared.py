"""Invented comparisons: units side by side, and before and after."""

from datetime import date
from math import sqrt

from styrk.ui.charts.data import (
    Bar,
    BarChart,
    BeforeAfter,
    FunnelChart,
    FunnelLimit,
    FunnelUnit,
    Point,
    Tone,
)
from styrk.ui.charts.samples.series import months

FELL = (20.1, 22.3, 19.2, 21.8, 18.4, 20.6, 23.1, 19.7, 20.9, 18.8, 21.2, 20.4)
FELL_AFTER = (17.2, 15.1, 14.4, 16.0, 15.8, 14.1, 15.5, 14.9)
TRUSTS = (
    ("Sørlandet sykehus HF", 44.2),
    ("Sykehuset i Vestfold HF", 48.7),
    ("Oslo universitetssykehus HF", 52.6),
    ("Akershus universitetssykehus HF", 56.9),
    ("Vestre Viken HF", 61.2),
    ("Sunnaas sykehus HF", None),
)
RETURNED = (
    ("Sørlandet", 820, 8.4),
    ("Vestfold", 640, 6.9),
    ("Oslo", 1480, 8.1),
    ("Akershus", 1210, 11.6),
    ("Vestre Viken", 990, 7.7),
    ("Innlandet", 880, 8.6),
    ("Telemark", 410, 7.2),
    ("Østfold", 760, 8.9),
    ("Sunnaas", 90, 3.1),
    ("Lovisenberg", 350, 4.0),
    ("Diakonhjemmet", 310, 9.6),
)


def funnel() -> FunnelChart:
    def limit(cases: int, z: float) -> float:
        return max(0.0, 8.2 + z * 100 * sqrt(0.082 * 0.918 / cases))

    units = [
        FunnelUnit(
            name,
            cases,
            value,
            outlier=not limit(cases, -3.09) <= value <= limit(cases, 3.09),
            tone=Tone.BAD if value > limit(cases, 3.09) else Tone.PLAIN,
            own=name == "Vestfold",
        )
        for name, cases, value in RETURNED
    ]
    places = range(40, 1640, 40)
    limits = [FunnelLimit(n, *(limit(n, z) for z in (-1.96, 1.96, -3.09, 3.09))) for n in places]
    return FunnelChart(
        title="Innlagt igjen innen 30 dager",
        units=units,
        limits=limits,
        centre=8.2,
        cases_are="Utskrivninger",
        measured_in="%",
        ceiling=100,
    )


def effect() -> BeforeAfter:
    values = (*FELL, *FELL_AFTER)
    return BeforeAfter(
        title="Fall på sengepost",
        points=[Point(at, value) for at, value in zip(months(20), values, strict=True)],
        split=len(FELL),
        action="Faste runder på natt, og lavere senger",
        on=date(2025, 1, 6),
        before=20.5,
        after=15.3,
        change=-5.3,
        low=-6.4,
        high=-4.2,
        tone=Tone.GOOD,
        measured_in="fall per 1 000 liggedøgn",
    )


def bars() -> BarChart:
    return BarChart(
        title="Ventetid i helseforetakene",
        bars=[
            Bar(
                name,
                value,
                None if value is None else value - 3.1,
                None if value is None else value + 3.1,
                own=name.startswith("Akershus"),
                instead="for få",
            )
            for name, value in TRUSTS
        ],
        target=50,
        measured_in="dager",
    )
