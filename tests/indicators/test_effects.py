"""Did it help: the series an action is seen by, and what it says on the day agreed."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from styrk.actions.commands import drop_action
from styrk.actions.models import Action
from styrk.core import guard, scope, states
from styrk.core.clock import OSLO
from styrk.indicators import commands, effects, jobs
from styrk.indicators.models import ActionMeasure, EffectAnswer
from styrk.indicators.queries.effects import measured_by
from styrk.trail.models import Entry
from tests.indicators.effect_world import (
    AFTER,
    BEFORE,
    CARRIED_OUT,
    REVIEW,
    carry_out,
    decide,
    record_falls,
)

pytestmark = pytest.mark.django_db
NEWEST = date(2026, 10, 1)


@pytest.fixture
def falls(define):
    return define(
        "fall",
        kind="rate",
        numerator="Fall",
        denominator="Liggedøgn",
        factor=1000,
        direction="down",
    )


@pytest.fixture
def told(world, falls, quality_adviser, now):
    """`told(8)`: the figures through October, with so many months after March."""

    def told(months=7, after=AFTER, unit=None):
        numbers = [*BEFORE, *after[: months + 1]]
        until = date(2026, 3 + months, 1)
        return record_falls(
            falls, unit or world.ward, quality_adviser, numbers, until=until, now=now
        )

    return told


@pytest.fixture
def action(world, ward_leader, as_person):
    with as_person(ward_leader):
        return carry_out(decide(world.ward, ward_leader), ward_leader)


@pytest.fixture
def see(ward_leader, as_person, now, falls, world):
    def see(action, indicator=None, unit=None, by=ward_leader, **facts):
        with as_person(by):
            return commands.measure_action(
                action=action,
                indicator=indicator or falls,
                unit=unit or world.ward,
                by=by,
                now=now,
                **facts,
            )

    return see


@pytest.fixture
def ask(ward_leader, as_person, now):
    def ask(link, by=ward_leader, at=now):
        with as_person(by):
            return commands.ask_effect(link=link, by=by, now=at)

    return ask


def answer_of(kept):
    return effects.as_answer(EffectAnswer.objects.get(pk=kept.pk).answer)


# What it says


def test_fewer_falls_is_proposed_as_better(told, see, ask, action):
    told()
    answer = answer_of(ask(see(action)))

    assert answer.verdict == "improved"
    assert (answer.before, answer.after, answer.needed) == (14, 7, 0)
    assert answer.change == pytest.approx(-13, abs=1)
    assert answer.low < answer.change < answer.high < 0
    assert answer.cautions == ()


def test_the_month_the_action_came_in_belongs_to_neither_side(told, see, ask, action):
    told()
    observed = answer_of(ask(see(action))).observed

    assert observed.split == len(BEFORE)
    assert [one.period for one in observed.points if one.left_out] == ["2026-03-01"]


def test_on_the_first_day_of_a_month_it_is_wholly_after(
    told, see, ask, world, ward_leader, as_person
):
    first = datetime(2026, 3, 1, 9, 0, tzinfo=OSLO)
    with as_person(ward_leader):
        action = carry_out(decide(world.ward, ward_leader, at=first), ward_leader, first)
    told()

    answer = answer_of(ask(see(action)))
    assert (answer.before, answer.after) == (14, 8)


@pytest.mark.parametrize(
    ("direction", "verdict"), [("down", "improved"), ("up", "worse"), ("neutral", "changed")]
)
def test_which_way_is_wished_decides(direction, verdict, define, world, see, ask, action, record):
    other = define(
        "annen", kind="rate", numerator="Fall", denominator="Døgn", factor=1000, direction=direction
    )
    record_falls(
        other,
        world.ward,
        other.owner,
        [*BEFORE, *AFTER],
        until=NEWEST,
        now=CARRIED_OUT + timedelta(days=240),
    )

    assert answer_of(ask(see(action, other))).verdict == verdict


def test_no_sure_change(told, see, ask, action):
    told(after=BEFORE[: len(AFTER)])

    assert answer_of(ask(see(action))).verdict == "uncertain"


def test_too_early_says_how_many_points_and_when(told, see, ask, action):
    told(months=4)
    kept = ask(see(action))
    answer = answer_of(kept)

    # April to July are known, August to October should have been there.
    assert (answer.verdict, answer.needed) == ("too_early", 2)
    # November and December are over on their last days.
    assert kept.again_on == date(2027, 1, 1)


def test_too_few_points_before(world, falls, see, ask, action, quality_adviser, now):
    numbers = [*BEFORE[:4], *AFTER]
    record_falls(falls, world.ward, quality_adviser, numbers, until=NEWEST, now=now)

    kept = ask(see(action))
    assert (kept.verdict, answer_of(kept).before, kept.again_on) == ("no_baseline", 4, None)


def test_without_figures_at_all(see, ask, action):
    answer = answer_of(ask(see(action)))

    assert (answer.verdict, answer.before, answer.change) == ("no_baseline", 0, None)


def test_neighbours_that_are_alike_are_warned_of(world, falls, see, ask, action, now):
    slow = [20, 21, 22, 24, 26, 28, 30, 31, 30, 28, 26, 24, 22, 21]
    drift = [20, 19, 18, 17, 17, 16, 15, 14]
    record_falls(falls, world.ward, falls.owner, [*slow, *drift], until=NEWEST, now=now)

    assert "autocorrelated" in answer_of(ask(see(action))).cautions


def test_what_a_person_left_out_is_left_out(told, see, ask, action, falls, world, now):
    told()
    commands.mark_series(
        indicator=falls,
        unit=world.ward,
        kind="exclude",
        period=date(2026, 6, 1),
        reason="Posten var stengt",
        by=falls.owner,
        now=now,
    )

    answer = answer_of(ask(see(action)))
    assert answer.after == 6
    assert [p.period for p in answer.observed.points if p.left_out] == ["2026-03-01", "2026-06-01"]


def test_a_new_level_before_the_action_is_where_the_time_before_begins(
    told, see, ask, action, falls, world, now
):
    told()
    commands.mark_series(
        indicator=falls,
        unit=world.ward,
        kind="split",
        period=date(2025, 8, 1),
        reason="Posten flyttet",
        by=falls.owner,
        now=now,
    )

    assert answer_of(ask(see(action))).before == 7


def test_other_actions_in_the_same_time_are_remembered(
    told, see, ask, action, world, ward_leader, other_leader, as_person
):
    told()
    with as_person(ward_leader):
        near = carry_out(
            decide(world.ward, ward_leader, title="Nattevakt til"),
            ward_leader,
            CARRIED_OUT + timedelta(days=40),
        )
        long_ago, early = CARRIED_OUT - timedelta(days=400), REVIEW - timedelta(days=400)
        carry_out(
            decide(world.ward, ward_leader, at=long_ago, review_on=early), ward_leader, long_ago
        )
        decide(world.ward, ward_leader, title="Bare planlagt")
    with as_person(other_leader):
        carry_out(decide(world.other_ward, other_leader), other_leader)

    assert answer_of(ask(see(action))).beside == (near.pk,)


def test_what_is_seen_by_the_same_series_up_the_line_is_beside_it(
    told, see, ask, action, world, clinic_director, as_person
):
    told()
    with as_person(clinic_director):
        above = carry_out(decide(world.clinic, clinic_director), clinic_director)
    see(above, unit=world.clinic, by=clinic_director)

    assert answer_of(ask(see(action))).beside == (above.pk,)


def test_same_figures_same_answer(told, see, ask, action, now):
    told()
    link = see(action)
    first = ask(link)

    assert ask(link, at=now + timedelta(hours=3)) == first
    assert EffectAnswer.objects.count() == 1


def test_a_corrected_figure_gives_another_answer_and_the_first_stands(
    told, see, ask, action, record, falls, world, now
):
    told()
    link = see(action)
    first = answer_of(ask(link))
    record(falls, world.ward, date(2026, 6, 1), 40, 1000, reason="Talt feil")
    second = answer_of(ask(link))

    assert first.digest != second.digest
    assert [one.answer for one in measured_by(action)[0].answers] == [second, first]


def test_the_digest_tells_if_what_was_said_was_changed(told, see, ask, action):
    told()
    answer = answer_of(ask(see(action)))

    assert answer.holds
    points = answer.observed.points
    turned = replace(answer.observed, points=(replace(points[0], value=1.0), *points[1:]))
    assert not replace(answer, observed=turned).holds


def test_an_answer_is_written_once(told, see, ask, action):
    told()
    kept = ask(see(action))

    with pytest.raises(DatabaseError), transaction.atomic():
        EffectAnswer.objects.filter(pk=kept.pk).update(verdict="worse")


# By which series


def test_choosing_is_a_step_of_the_action(see, action, ward_leader, as_person, falls):
    link = see(action)

    assert (link.indicator, link.ended_at) == (falls, None)
    with as_person(ward_leader):
        step = action.steps.order_by("-pk").first()
        assert (step.act, step.detail["indicator"]) == ("measure", falls.name)
    with scope.acting(scope.SYSTEM):
        entry = Entry.objects.filter(act="action.measure").get()
    assert entry.subject_id == action.pk


def test_another_series_takes_its_place_and_the_first_is_remembered(
    see, world, ward_leader, as_person, define
):
    with as_person(ward_leader):
        planned = decide(world.ward, ward_leader)
    see(planned)
    other = define("annen")
    see(planned, other)

    found = measured_by(planned)
    assert [(one.link.indicator.code, one.stands) for one in found] == [
        ("annen", True),
        ("fall", False),
    ]


def test_once_it_is_carried_out_another_series_needs_its_reason(see, action, define):
    see(action)
    other = define("annen")

    with pytest.raises(commands.ReasonMissing):
        see(action, other)
    see(action, other, reason="Den første teller noe annet")
    ended = ActionMeasure.objects.get(ended_at__isnull=False)
    assert ended.ended_reason == "Den første teller noe annet"


def test_the_same_series_twice_is_refused(see, action):
    see(action)
    with pytest.raises(commands.AlreadyLinked):
        see(action)


def test_a_unit_that_the_indicator_does_not_tell_of_is_refused(see, action, define, world):
    elsewhere = define("kirurgi", unit=world.other_clinic)
    with pytest.raises(commands.NotBelow):
        see(action, elsewhere)


def test_an_indicator_out_of_use_is_refused(see, action, falls, now):
    commands.retire_indicator(
        indicator=falls, reason="Ny måte å telle på", last_day=now.date(), by=falls.owner, now=now
    )
    with pytest.raises(commands.Retired):
        see(action)


def test_stopping_is_remembered_with_its_reason(see, ask, action, ward_leader, as_person, now):
    link = see(action)
    with as_person(ward_leader):
        for reason, refusal in (("", commands.ReasonMissing), ("13116900216", guard.IdentityFound)):
            with pytest.raises(refusal):
                commands.stop_measuring_action(link=link, reason=reason, by=ward_leader, now=now)
        commands.stop_measuring_action(
            link=link, reason="Telles ikke lenger", by=ward_leader, now=now
        )

    assert not measured_by(action)[0].stands
    with pytest.raises(commands.Withdrawn):
        ask(link)


def test_what_is_dropped_or_judged_keeps_its_series(see, world, ward_leader, as_person, now, falls):
    with as_person(ward_leader):
        dropped = decide(world.ward, ward_leader)
    link = see(dropped)
    with as_person(ward_leader):
        drop(dropped, ward_leader, now)
        with pytest.raises(states.NotNow):
            commands.stop_measuring_action(link=link, reason="Nei", by=ward_leader, now=now)
        with pytest.raises(states.NotNow):
            commands.ask_effect(link=link, by=ward_leader, now=now)


def drop(action, by, now):
    drop_action(action=action, reason="Bygget rives", by=by, now=now)
    action.refresh_from_db()


# The day agreed


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 4, 0, tzinfo=OSLO)


def kept():
    return list(EffectAnswer.objects.order_by("pk").values_list("asked_on", "verdict", "by"))


def test_the_job_asks_on_the_day_agreed_and_once(told, see, action):
    told()
    see(action)

    jobs.answer_whether_it_helped(at(REVIEW - timedelta(days=1)))
    assert kept() == []
    for _night in range(2):
        jobs.answer_whether_it_helped(at(REVIEW))
    assert kept() == [(REVIEW, "improved", None)]
    jobs.answer_whether_it_helped(at(REVIEW + timedelta(days=30)))
    assert len(kept()) == 1


def test_the_job_asks_also_where_someone_asked_before(told, see, ask, action):
    told()
    ask(see(action), at=at(REVIEW - timedelta(days=5)))
    jobs.answer_whether_it_helped(at(REVIEW))

    assert [day for day, *_rest in kept()] == [REVIEW - timedelta(days=5), REVIEW]


def test_the_job_asks_again_when_there_should_be_enough(told, see, action, record, falls, world):
    told(months=5)
    see(action)
    first = date(2026, 9, 20)
    with scope.acting(scope.SYSTEM):
        Action.objects.filter(pk=action.pk).update(review_on=first)
    jobs.answer_whether_it_helped(at(first))
    assert kept()[-1][:2] == (first, "too_early")
    jobs.answer_whether_it_helped(at(date(2026, 9, 30)))
    assert len(kept()) == 1
    record(falls, world.ward, date(2026, 9, 1), 18, 1000)
    jobs.answer_whether_it_helped(at(date(2026, 10, 1)))
    assert kept()[-1][:2] == (date(2026, 10, 1), "improved")


def test_the_job_leaves_what_is_planned_dropped_judged_or_no_longer_seen(
    told, see, world, ward_leader, as_person, action, now
):
    told()
    with as_person(ward_leader):
        planned = decide(world.ward, ward_leader)
    see(planned)
    link = see(action)
    with as_person(ward_leader):
        commands.stop_measuring_action(link=link, reason="Nei", by=ward_leader, now=now)

    jobs.answer_whether_it_helped(now)
    assert kept() == []


def test_one_that_cannot_be_answered_undoes_only_itself(
    told, see, action, world, ward_leader, as_person, monkeypatch, now
):
    """As where the process is killed in the middle: what is committed stands, and the rest is found again."""
    told()
    see(action)
    with as_person(ward_leader):
        second = carry_out(decide(world.ward, ward_leader, title="Nummer to"), ward_leader)
    see(second)
    real, calls = jobs.ask_effect, []

    def killed(**facts):
        calls.append(facts)
        given = real(**facts)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return given

    monkeypatch.setattr(jobs, "ask_effect", killed)
    with pytest.raises(KeyboardInterrupt):
        jobs.answer_whether_it_helped(now)
    assert len(kept()) == 1
    monkeypatch.setattr(jobs, "ask_effect", real)
    jobs.answer_whether_it_helped(now)
    assert len(kept()) == 2
