"""The demo's indicators: well written, and three years of values with a history that tells what is promised."""

import re
import tomllib
from collections import Counter
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

from styrk.core import guard, scope
from styrk.core.clock import OSLO
from styrk.core.whole import all_or_nothing
from styrk.demo import people, planning, world_files
from styrk.demo.measured import file
from styrk.demo.measured.drawing import Series
from styrk.indicators import queries, types
from styrk.indicators.models import (
    ActionMeasure,
    Batch,
    EffectAnswer,
    GoalMeasure,
    Indicator,
    Measurement,
    SeriesMark,
    Signal,
)
from styrk.indicators.series import Standing
from styrk.indicators.signals import read_stale
from styrk.indicators.spc.effect import Verdict
from styrk.indicators.states import Area, Direction, Kind, MarkKind, Of, Quality, Rhythm
from styrk.organisation.models import Unit

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=OSLO)
FACTS = {unit.code: unit for unit in world_files.units()}
WRITTEN = file.indicators(FACTS)
CODES = {one.code for one in WRITTEN}
GOALS = tomllib.loads((file.FILE.parent / "goals.toml").read_text(encoding="utf-8"))["goal"]
# Words in the names of real hospitals, trusts and systems in Norway.
REAL = (
    "ahus", "akershus", "oslo", "bergen", "haukeland", "stavanger", "st. olav", "vestre viken",
    "innlandet", "sørlandet", "telemark", "vestfold", "østfold", "nordland", "finnmark", "unn",
    "førde", "fonna", "møre", "lovisenberg", "diakonhjemmet", "sunnaas", "dips", "gerica", "profil",
)  # fmt: skip


def texts(told: Any) -> list[str]:
    if isinstance(told, str):
        return [told]
    inner = told.values() if isinstance(told, dict) else told if isinstance(told, list) else ()
    return [text for one in inner for text in texts(one)]


# The file


def test_there_are_about_fifty_over_all_the_areas():
    assert 40 <= len(WRITTEN) == len(CODES) <= 60
    assert {one.told["area"] for one in WRITTEN} == set(Area.values)
    assert {one.told["direction"] for one in WRITTEN} == set(Direction.values)
    assert {one.kind for one in WRITTEN} == set(Kind.values) - {Kind.BETWEEN}


def test_each_says_what_is_counted_and_where():
    for one in WRITTEN:
        told = one.told
        assert one.keeper in FACTS, one.code
        assert one.rhythm in Rhythm.values, one.code
        assert all(told[word] for word in ("name", "numerator", "in", "source")), one.code
        divided = one.kind in {Kind.PROPORTION, Kind.RATE, Kind.MEAN}
        assert bool(told.get("denominator")) is divided, one.code
        if "computed" in told:
            assert told["computed"] in types.COMPUTED, one.code
            continue
        assert one.sender in file.written()["senders"], one.code
        assert one.places, one.code
        assert one.lag > 0, one.code


def test_all_units_that_are_named_exist_and_are_measured():
    for one in WRITTEN:
        tags = {tag for unit in FACTS.values() for tag in (unit.code, unit.level, *unit.tags)}
        assert set(one.told.get("where", ())) <= tags, one.code
        assert set(one.told.get("units", ())) <= set(one.places), one.code
        for kind in ("change", "odd"):
            for told in one.told.get(kind, ()):
                measured = [p for p in one.places if told["at"] in file.line(p, FACTS)]
                assert measured, (one.code, told)
        for told in one.told.get("target", ()):
            assert one.keeper in file.line(told.get("at", one.keeper), FACTS), (one.code, told)


def test_figures_are_made_of_those_that_stand_before_them():
    seen: dict[str, tuple[str, ...]] = {}
    for one in WRITTEN:
        for other in one.made_of:
            assert set(one.places) <= set(seen[other]), one.code
        seen[one.code] = one.places


def test_what_is_said_is_about_series_that_there_are():
    said = [
        one
        for kind in ("correction", "attestation", "mark", "note")
        for one in file.written()[kind]
    ]
    assert {one["of"] for one in said} <= CODES
    assert {one["at"] for one in said} <= set(FACTS)
    assert {one["quality"] for one in file.written()["attestation"]} == set(Quality.values)
    assert {one["kind"] for one in file.written()["mark"]} == set(MarkKind.values)
    assert all(one["reason"] for one in [*file.written()["correction"], *file.written()["mark"]])


def test_goals_and_actions_are_seen_by_series_that_there_are():
    line = {one.code: one.keeper for one in WRITTEN}
    seen = [a["seen"] for goal in GOALS for a in goal.get("action", ()) if "seen" in a]
    pairs = [(one["by"], one["at"]) for one in seen]
    pairs += [(goal["measured"], goal["unit"]) for goal in GOALS if "measured" in goal]
    assert len(seen) >= 8
    for code, unit in pairs:
        assert line[code] in file.line(unit, FACTS), (code, unit)


def test_nothing_points_at_a_person_or_a_real_hospital():
    told = texts(file.written())
    assert len(told) > 500
    assert not [text for text in told if guard.blocking(text)]
    real = re.compile(rf"\b({'|'.join(map(re.escape, REAL))})\b", re.IGNORECASE)
    assert not [text for text in told if real.search(text)]


def test_a_series_is_the_same_for_the_same_chance_and_moves_on_its_day():
    fall = next(one for one in WRITTEN if one.code == "fall")
    today = NOW.date()
    since = today.replace(month=3, day=1)
    one, other = (Series(fall, "V-M1", Random("1"), today) for _ in range(2))
    assert [one.draw(since) for _ in range(5)] == [other.draw(since) for _ in range(5)]

    other.shifts.append((since, 0.5))
    assert other.usual(since) == pytest.approx(one.usual(since) / 2)
    assert other.usual(since - timedelta(days=31)) == one.usual(since - timedelta(days=31))


# The world


@pytest.fixture(scope="module")
def lived(built_database):
    """The goals, plans and figures of the year, lived by their people."""
    world = people.World()
    with all_or_nothing():
        people.settle(world, Random(1), NOW - timedelta(days=405))
    with all_or_nothing():
        planning.settle_plans(world, Random(1), NOW)
    while read_stale(NOW.date()):
        pass
    return world


@pytest.fixture
def measured(lived):
    with scope.acting(scope.SYSTEM):
        yield {one.code: one for one in Indicator.objects.all()}


pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("region")]


def unit(code: str) -> Unit:
    return Unit.objects.get(code=code)


def test_three_years_of_values_stand_at_every_level(measured):
    assert set(measured) == CODES
    for code in ("V-M1", "V-IND", "V-MED", "HF-VID", "FJELL"):
        found = queries.series(measured["fall"], unit(code), upto=NOW.date())
        known = [point for point in found.points if point.standing is Standing.KNOWN]
        assert 33 <= len(known) <= 36, code


def test_a_sum_is_of_numerators_and_denominators(measured):
    top = queries.series(measured["fall"], unit("V-IND"), upto=NOW.date()).points[-2]
    below = [
        queries.series(measured["fall"], unit(code), upto=NOW.date()).points[-2]
        for code in ("V-M1", "V-M2")
    ]
    assert top.numerator == sum(point.numerator for point in below)
    assert top.denominator == sum(point.denominator for point in below)


def test_absence_is_a_month_behind(measured):
    found = queries.series(measured["sykefravaer"], unit("HF-VID"), upto=NOW.date())
    assert [point.standing for point in found.points[-2:]] == [Standing.KNOWN, Standing.WAITING]


def test_some_are_late_some_never_came_and_some_were_corrected(measured):
    falls = Measurement.objects.filter(of=Of.ACTUAL)
    corrected = falls.exclude(reason="")
    assert corrected.count() == len(file.written()["correction"])
    there = queries.series_as_of(
        measured["epikrise"],
        unit("V-KS"),
        corrected.get(indicator__code="epikrise").at - timedelta(1),
    )
    now = queries.series(measured["epikrise"], unit("V-KS"), upto=NOW.date())
    changed = [
        (a.numerator, b.numerator)
        for a, b in zip(there.points, now.points, strict=False)
        if a.numerator != b.numerator
    ]
    assert len(changed) == 1
    one = [queries.series(i, u, upto=NOW.date()) for i in measured.values() for u in _own(i)]
    assert any(point.standing is Standing.MISSING for series in one for point in series.points)


def _own(indicator: Indicator) -> list[Unit]:
    ids = Measurement.objects.filter(indicator=indicator).values_list("unit_id", flat=True)
    return list(Unit.objects.filter(pk__in=set(ids))[:4])


def test_values_were_known_when_they_came(measured):
    assert Batch.objects.count() > 60
    days = set(Measurement.objects.values_list("at__date", flat=True))
    assert len(days) > 40
    assert max(days) <= NOW.date()


def test_budget_estimate_and_result_agree(measured):
    year = {row.indicator.code: row.year for row in queries.table(unit("HF-VID"), NOW.date())}
    assert year["resultat"].actual == pytest.approx(
        year["driftsinntekter"].actual - year["driftskostnader"].actual, abs=0.01
    )
    for code in ("drg", "manedsverk", "driftskostnader", "resultat"):
        told = year[code]
        assert None not in {told.budget, told.last_year, told.estimate, told.year_budget}, code


def test_what_the_series_say_of_actions(measured):
    verdicts = Counter(EffectAnswer.objects.values_list("verdict", flat=True))
    assert {Verdict.IMPROVED, Verdict.UNCERTAIN, Verdict.WORSE, Verdict.TOO_EARLY} <= set(verdicts)
    baths = EffectAnswer.objects.get(measure__action__title="Badene på medisin bygges om")
    assert baths.verdict == Verdict.IMPROVED
    assert baths.by is None
    assert ActionMeasure.objects.count() >= 8
    assert GoalMeasure.objects.count() >= 10


def test_only_people_have_marked_the_charts(measured):
    assert SeriesMark.objects.count() == len(file.written()["mark"])
    assert not SeriesMark.objects.filter(reason="").exists()
    assert Signal.objects.filter(stale=False, points__gt=20).count() > 400
    assert Signal.objects.exclude(kinds=[]).exists()
