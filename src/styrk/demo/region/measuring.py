"""Sixty indicators over five years in the region: values in the wards, and the sums above them, set by set."""
# ruff: noqa: S608 - the words put into SQL are our own

from collections.abc import Iterator
from datetime import date, datetime
from random import Random

from styrk.core import clock
from styrk.demo import world_files
from styrk.demo.measured.file import Written, indicators
from styrk.demo.region import identifiers
from styrk.demo.region.cases import FOREGROUND
from styrk.demo.region.loading import Loader, Row
from styrk.demo.region.settling import WORKPLACES, Place, Region
from styrk.indicators import periods
from styrk.indicators.shape import usual_factor
from styrk.indicators.states import SUMMED, Rhythm

INDICATORS, MONTHS = 60, 60
# A ward is measured by every third of them; those of the clinic that is looked at, by all.
SHARE = 3
KEEPER = "FJELL"
# The values of a month are there so many days after it.
LAG = 9
STAGED = """
    CREATE TEMP TABLE spot (
        unit bigint, trust bigint, parent bigint, depth int, nth int, foremost boolean)
        ON COMMIT DROP;
    CREATE TEMP TABLE thing (
        id bigint, kind text, factor float8, level float8, size float8, winter float8)
        ON COMMIT DROP;
"""
# Chance from the keys alone, so that the same region is the same.
VALUES = f"""
    INSERT INTO indicators_measurement (
        indicator_id, unit_id, trust_id, period, of, numerator, denominator, reason, at)
    SELECT t.id, s.unit, s.trust, m.period, 'actual',
           CASE t.kind WHEN 'proportion' THEN least(top.value, d.crowd) ELSE top.value END,
           CASE WHEN t.kind <> 'count' THEN d.crowd END, '',
           (m.period + interval '1 month' + interval '{LAG} days 6 hours')
               AT TIME ZONE 'Europe/Oslo'
    FROM thing t
    JOIN spot s ON s.nth IS NOT NULL AND (s.foremost OR mod(s.nth + t.id, {SHARE}) = 0)
    CROSS JOIN (
        SELECT (%(first)s::date + make_interval(months => n))::date AS period, n
        FROM generate_series(0, {MONTHS - 1}) AS n
    ) AS m,
    LATERAL (
        SELECT hashint8extended(s.unit * 7919 + t.id * 104729 + m.n, 1) AS thrown
    ) AS a,
    LATERAL (
        SELECT ((thrown & 1023) + ((thrown >> 10) & 1023) + ((thrown >> 20) & 1023)) / 512.0::float8
                   - 3 AS noise,
               greatest(1, round(t.size * (0.9 + ((thrown >> 30) & 1023) / 5120.0)))::int AS crowd,
               t.level * (0.85 + mod(s.unit, 31) / 100.0::float8)
                   * (1 + t.winter * cos(pi() * m.n / 6)) AS level
    ) AS d,
    LATERAL (
        SELECT CASE t.kind WHEN 'count' THEN d.level ELSE d.crowd * d.level / t.factor END AS value
    ) AS usual,
    LATERAL (
        SELECT round(greatest(0, usual.value + d.noise * sqrt(usual.value) / 2)::numeric,
                     CASE WHEN t.kind = 'count' AND t.level < 20 THEN 2 ELSE 0 END) AS value
    ) AS top
"""
OWN = """
    INSERT INTO indicators_figure (
        indicator_id, unit_id, period, of, numerator, denominator, own, reporting)
    SELECT indicator_id, unit_id, period, of, numerator, denominator, true, 1
    FROM indicators_measurement
"""
# One level at a time, from the lowest: what stands above a unit is the sum of what stands below.
SUMS = """
    INSERT INTO indicators_figure (
        indicator_id, unit_id, period, of, numerator, denominator, own, reporting)
    SELECT f.indicator_id, s.parent, f.period, f.of, sum(f.numerator), sum(f.denominator), false,
           sum(f.reporting)
    FROM indicators_figure f JOIN spot s ON s.unit = f.unit_id
    WHERE s.depth = %(depth)s AND s.parent IS NOT NULL
    GROUP BY f.indicator_id, s.parent, f.period, f.of
"""
# What a ward by itself tells is read when somebody records something there.
SIGNALS = """
    INSERT INTO indicators_signal (
        indicator_id, unit_id, stale, points, chart, kinds, variation, assurance, newly)
    SELECT DISTINCT f.indicator_id, f.unit_id, true, 0, '', '[]'::jsonb, '', '', false
    FROM indicators_figure f JOIN spot s ON s.unit = f.unit_id
    WHERE (s.nth IS NULL OR s.foremost) AND f.period = %(last)s
"""


def measure(load: Loader, region: Region, random: Random, wanted: int, now: datetime) -> None:
    """About `wanted` values, at least those of the clinic that is looked at. Called where tables are bare."""
    last = periods.newest_over(Rhythm.MONTH, clock.day(now))
    first = periods.moved(Rhythm.MONTH, last, 1 - MONTHS)
    load.run(STAGED)
    _define(load, region, random, first, now)
    spots = list(_spots(region, wanted))
    load.copy("spot", "unit trust parent depth nth foremost", spots)
    load.run("ANALYZE spot, thing")
    load.run(VALUES, first=first)
    load.run(OWN)
    for depth in range(max(int(str(row[3])) for row in spots), 0, -1):
        load.run(SUMS, depth=depth)
    load.run(SIGNALS, last=last)


def _spots(region: Region, wanted: int) -> Iterator[Row]:
    """Every unit of the hospitals, those with values of their own numbered."""
    ahead = {place.facts.code for place in _foremost(region)}
    behind = {place.facts.code for place in region.below(FOREGROUND)} - ahead
    left = max(wanted - len(ahead) * INDICATORS * MONTHS, 0) // (INDICATORS // SHARE * MONTHS)
    nth = 0
    for place in region.below(KEEPER):
        code, number = place.facts.code, None
        if code in ahead:
            number = 0
        elif place.facts.level in WORKPLACES and code not in behind and nth < left:
            nth += 1
            number = nth
        depth, parent = place.path.count("."), place.parent.id if place.parent else None
        yield place.id, place.trust.id, parent, depth, number, code in ahead


def _foremost(region: Region) -> list[Place]:
    """The wards that the small demo has in the clinic, however large the region is."""
    small = {unit.code for unit in world_files.units()}
    below = region.below(FOREGROUND)
    return [one for one in below if one.facts.level in WORKPLACES and one.facts.code in small]


def _define(load: Loader, region: Region, random: Random, first: date, now: datetime) -> None:
    keeper = region.places[KEEPER]
    written = list(_written(region))
    load.copy(
        "indicators_indicator",
        "id uuid code name purpose area unit_id trust_id owner_id retired_reason",
        (
            (
                nth,
                identifiers.uuid7(now.timestamp(), random),
                code,
                name,
                one.told.get("purpose", ""),
                one.told["area"],
                keeper.id,
                keeper.trust.id,
                keeper.leader,
                "",
            )
            for nth, (code, name, one) in enumerate(written, start=1)
        ),
    )
    load.copy(
        "indicators_definition",
        "indicator_id number valid_from kind rhythm direction numerator denominator measured_in "
        "factor decimals may_be_negative lag_days least source chart computed note at by_id",
        (
            _definition(nth, one, first, now, keeper.leader)
            for nth, (_code, _name, one) in enumerate(written, start=1)
        ),
    )
    load.copy(
        "indicators_target",
        "indicator_id valid_from value words at by_id",
        (
            (nth, first, one.told["target"][-1]["value"], "", now, keeper.leader)
            for nth, (_code, _name, one) in enumerate(written, start=1)
            if one.told.get("target")
        ),
    )
    load.copy("thing", "id kind factor level size winter", _things(written))


def _written(region: Region) -> Iterator[tuple[str, str, Written]]:
    """Those of the small demo that are counted by month, and again for those who come unplanned."""
    facts = {code: place.facts for code, place in region.places.items()}
    fitting = [
        one
        for one in indicators(facts)
        if one.keeper == KEEPER
        and one.sender
        and one.kind in SUMMED
        and not one.made_of
        and one.rhythm == Rhythm.MONTH
    ]
    for nth in range(INDICATORS):
        turn, one = nth // len(fitting), fitting[nth % len(fitting)]
        ending = ("", ", øyeblikkelig hjelp", ", planlagt")[turn]
        yield f"{one.code}{'' if not turn else f'-{turn + 1}'}", f"{one.told['name']}{ending}", one


def _definition(nth: int, one: Written, first: date, now: datetime, by: int) -> Row:
    told = one.told
    return (
        nth,
        1,
        first,
        one.kind,
        Rhythm.MONTH,
        told["direction"],
        told["numerator"],
        told.get("denominator", ""),
        told["in"],
        told.get("factor") or usual_factor(one.kind),
        told["decimals"],
        False,
        LAG,
        0,
        told["source"],
        "auto",
        "",
        "",
        now,
        by,
    )


def _things(written: list[tuple[str, str, Written]]) -> Iterator[Row]:
    for nth, (_code, _name, one) in enumerate(written, start=1):
        told = one.told
        factor = float(told.get("factor") or usual_factor(one.kind))
        yield nth, one.kind, factor, told["level"], told.get("size", 0), told.get("winter", 0)
