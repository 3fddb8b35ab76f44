"""Treated is a risk that something is done about, for as long as it is: one rule wherever it is said."""

from datetime import timedelta

import pytest

from styrk.actions.commands import carry_out, drop_action, judge_effect
from styrk.actions.models import Action
from styrk.core import clock, scope
from styrk.risks import commands, queries, thread
from styrk.risks.consistency import UNTREATED, findings
from styrk.risks.jobs import look_for_what_does_not_hang_together as sweep
from styrk.risks.models import Risk
from styrk.risks.tally import compact_tally
from tests.risks.test_describing import waiting
from tests.risks.test_run_out import treated_on
from tests.risks.test_views import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def act(plan, ward_leader, world, now, as_person):
    """`act(risk)`: an action against the ward's risk."""

    def act(risk):
        with as_person(ward_leader):
            asked = {"plan": plan(world.ward, ward_leader), "by": ward_leader, "now": now}
            return commands.add_action(risk=queries.risk(risk.uuid), **asked)

    return act


@pytest.fixture
def drop(ward_leader, now, as_person):
    def drop(action):
        with as_person(ward_leader):
            drop_action(action=action, reason="Ikke penger.", by=ward_leader, now=now)

    return drop


@pytest.fixture
def judge(plan, ward_leader, world, now, as_person):
    """`judge(action, "not_worked")`: carried out and judged a year later; gives what follows."""

    def judge(action, effect):
        later = now + timedelta(days=365)
        asked = {"next_plan": plan(world.ward, ward_leader)} if effect == "not_worked" else {}
        with as_person(ward_leader):
            action = Action.objects.get(pk=action.pk)
            carry_out(action=action, note="", by=ward_leader, now=now)
            return judge_effect(
                action=action, effect=effect, reason="Sett.", by=ward_leader, now=later, **asked
            )

    return judge


def said(risk, now):
    """What the finding, the thread and the numbers of § 6 e each say of the one risk at its unit."""
    with scope.acting(scope.SYSTEM):
        compact_tally()
        found = Risk.objects.select_related("unit", "owner", "acceptance").get(pk=risk.pk)
        gaps = [str(words) for words, _color in thread.drawn(found, clock.day(now)).gaps]
        lacks = UNTREATED in findings(found, clock.day(now))
    (counted,) = treated_on(clock.day(now), found.unit)
    return lacks, "Ingen tiltak" in gaps, counted


NOTHING, SOMETHING = (True, True, 0), (False, False, 1)


def test_an_action_that_is_dropped_is_none(red, act, drop, now, page, ward_leader):
    assert said(red, now) == NOTHING
    first, second = act(red), act(red)
    assert said(red, now) == SOMETHING

    drop(first)
    assert said(red, now) == SOMETHING
    drop(second)
    assert said(red, now) == NOTHING
    sweep(now)
    assert UNTREATED in waiting(red)
    text = shown(page(ward_leader), f"/risiko/{red.uuid}/")
    assert "Ingen av tiltakene er i gang eller har virket." in text


@pytest.mark.parametrize("effect", ["worked", "partly"])
def test_one_that_worked_counts(red, act, judge, now, effect):
    judge(act(red), effect)

    assert said(red, now) == SOMETHING


def test_one_that_did_not_work_is_none_and_what_follows_is_against_the_same_risk(
    red, act, judge, drop, now, again, ward_leader
):
    following = judge(act(red), "not_worked")
    assert said(red, now) == SOMETHING
    titles = [one["uuid"] for one in queries.decided(again(ward_leader, red))]
    assert str(following.uuid) in titles

    drop(following)
    assert said(red, now) == NOTHING


def test_what_is_done_below_is_done_about_the_one_above_for_as_long(
    red, act, drop, lifted, take_in, rate, ward_leader, clinic_director, now, page
):
    action = act(red)
    above = take_in(clinic_director, lifted(ward_leader))
    rate(clinic_director, above, 4, 4)
    assert said(above, now)[:2] == SOMETHING[:2]

    drop(action)
    assert said(above, now)[:2] == NOTHING[:2]
    again = act(red)
    assert said(above, now)[:2] == SOMETHING[:2]
    assert said(above, now)[2] == 2  # both, as the clinic counts what is below it
    drop(again)
    assert said(above, now) == NOTHING


def test_merged_into_one_that_nothing_is_done_about_it_brings_what_is_done(
    red, act, lifted, describe, rate, ward_leader, clinic_director, world, now, as_person
):
    above = describe(clinic_director, unit=world.clinic, title="Fall i hele huset")
    rate(clinic_director, above, 4, 4)
    act(red)
    assert said(above, now)[:2] == NOTHING[:2]

    proposal = lifted(ward_leader)
    with as_person(clinic_director):
        asked = {"answer": "", "by": clinic_director, "now": now}
        found = queries.proposal(proposal.uuid)
        commands.merge(proposal=found, into=queries.risk(above.uuid), **asked)
    assert said(above, now)[:2] == SOMETHING[:2]


def test_the_picture_says_that_what_was_decided_is_stopped(
    red, act, drop, page, ward_leader, world, now, as_person
):
    drop(act(red))
    with as_person(ward_leader):
        asked = {"summary": "Fall.", "by": ward_leader, "now": now}
        picture = commands.take_picture(unit=world.ward, period="2026-T2", **asked)

    text = shown(page(ward_leader), f"/risiko/tertial/{picture.uuid}/")
    assert "Ingen av tiltakene er i gang eller har virket." in text
