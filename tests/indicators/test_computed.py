"""What Styrk itself counts: at the right units, once for each period, and again only where it is another."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from styrk.actions.commands import carry_out, judge_effect, raise_action
from styrk.actions.types import Plan
from styrk.core import clock
from styrk.incidents import jobs as incident_jobs
from styrk.incidents.commands import report_incident, take_incident
from styrk.incidents.models import Incident
from styrk.incidents.types import Report
from styrk.indicators import jobs
from styrk.indicators.computed import Counted, record_counted
from styrk.indicators.models import Measurement
from styrk.indicators.types import (
    ACTIONS_LATE,
    EFFECT_KNOWN,
    FEEDBACK_DAYS,
    INCIDENTS_LATE,
    PER_BED_DAYS,
    ValuesRefused,
    Why,
)

OCTOBER, SEPTEMBER = date(2026, 10, 1), date(2026, 9, 1)


def at(day, month=10):
    return clock.start_of(date(2026, month, day)) + timedelta(hours=9)


@pytest.fixture
def act(world, as_person, ward_leader):
    """`act(at)`: an action at the ward, decided then, due ten days later; `done` when it was carried out."""

    def act(when, *, done=None, judged=None):
        due = clock.day(when) + timedelta(days=10)
        plan = Plan(
            unit=world.ward,
            title="Nattlys på badet",
            change="Pasientene ser hvor de går",
            sign="Ingen fall på badet",
            level="system",
            owner=ward_leader,
            due=due,
            review_on=due + timedelta(days=1),
        )
        with as_person(ward_leader):
            action = raise_action(plan=plan, origin="unit", by=ward_leader, now=when)
            if done:
                carry_out(action=action, note="Gjort", by=ward_leader, now=done)
            if judged:
                judge_effect(
                    action=action, effect="worked", reason="Ingen fall", by=ward_leader, now=judged
                )
        return action

    return act


@pytest.fixture
def tell(world, as_person, nurse, ward_leader):
    """`tell(at)`: reported at the ward then; `taken` when the leader took it."""

    def tell(when, *, taken=None, **facts):
        told = {"unit": world.ward, "kind": "patient", "description": "Fall ved seng, ingen skade"}
        told |= {"happened_at": when - timedelta(hours=1), "harm_actual": "none"}
        report = Report(**told | {"harm_possible": "mild"} | facts)
        with as_person(nurse):
            incident = report_incident(report=report, key=uuid4(), by=nurse, now=when)
        if taken:
            with as_person(ward_leader):
                found = Incident.objects.get(pk=incident.pk)
                take_incident(incident=found, by=ward_leader, now=taken)

    return tell


def figures(stands, indicator, period):
    return {code: found[:2] for code, found in stands(indicator, period).items()}


def test_actions_with_known_effect(define, act, stands, now):
    known = define("effekt", computed=EFFECT_KNOWN, valid_from=SEPTEMBER)
    act(at(1, 8), done=at(1, 9), judged=at(5, 10))
    act(at(2, 8), done=at(20, 10))

    jobs.count_actions(now)

    assert figures(stands, known, SEPTEMBER)["f.med.1.a"] == (0, 1)
    assert figures(stands, known, OCTOBER)["f"] == (1, 2)


def test_actions_past_their_day(define, act, stands, now):
    late = define("forsinket", kind="count", computed=ACTIONS_LATE, valid_from=SEPTEMBER)
    act(at(1, 8), done=at(15, 10))
    act(at(25, 10))

    jobs.count_actions(now)

    assert figures(stands, late, SEPTEMBER)["f.med"] == (1, None)
    assert figures(stands, late, OCTOBER)["f.med"] == (0, None)


def test_counting_again_records_only_what_is_another(define, act, stands, now):
    late = define("forsinket", kind="count", computed=ACTIONS_LATE, valid_from=SEPTEMBER)
    act(at(1, 8))
    jobs.count_actions(now)
    before = Measurement.objects.count()

    jobs.count_actions(now)
    assert Measurement.objects.count() == before == 2

    act(at(2, 8))
    jobs.count_actions(now)
    assert figures(stands, late, OCTOBER)["f"] == (2, None)
    newest = Measurement.objects.order_by("-pk").first()
    assert (newest.reason, newest.by) == ("Styrk regnet på nytt", None)


@pytest.mark.parametrize(("kind", "left"), [("count", (0, None)), ("proportion", None)])
def test_what_is_counted_at_another_unit_now_is_not_counted_twice(
    define, world, stands, now, kind, left
):
    found = define("telt", kind=kind, computed=ACTIONS_LATE, valid_from=SEPTEMBER)
    low = Decimal(9) if kind == "proportion" else None

    for unit in (world.ward, world.other_ward):
        record_counted(ACTIONS_LATE, lambda *_, u=unit: [Counted(u.pk, Decimal(3), low)], now)

    told = figures(stands, found, OCTOBER)
    assert (told["f.kir"], told["f"]) == ((3, low), (3, low))
    assert told.get("f.med.1.a") == left


def test_nobody_records_what_styrk_counts(define, record, world):
    late = define("forsinket", kind="count", computed=ACTIONS_LATE)

    with pytest.raises(ValuesRefused) as refused:
        record(late, world.ward, OCTOBER, 3)
    record(late, world.ward, OCTOBER, 3, of="budget")

    assert refused.value.refused[0].why == Why.COUNTED_BY_STYRK


def test_days_to_the_first_word_back(define, tell, stands, now):
    days = define("svar", kind="mean", computed=FEEDBACK_DAYS, valid_from=SEPTEMBER)
    tell(at(28, 9), taken=at(2))
    tell(at(5), taken=at(7))
    tell(at(6))

    incident_jobs.count_for_indicators(now)

    assert figures(stands, days, OCTOBER)["f"] == (pytest.approx(6), 2)
    assert stands(days, SEPTEMBER) == {}


def test_incidents_against_bed_days(define, record, tell, stands, world, now):
    rate = define("avvik", kind="rate", computed=PER_BED_DAYS, valid_from=SEPTEMBER)
    beds = define("liggedogn", kind="count")
    record(beds, world.ward, OCTOBER, 600)
    record(beds, world.other_clinic, OCTOBER, 900)
    tell(at(5))
    tell(at(6))
    tell(at(6), kind="good", harm_actual="", harm_possible="")
    tell(at(7), about_leader=True)

    incident_jobs.count_for_indicators(now)

    found = figures(stands, rate, OCTOBER)
    assert found["f.med"] == (2, 600)
    assert found["f.kir"] == (0, 900)
    assert found["f"] == (2, 1500)


def test_what_waits_to_be_taken(define, tell, stands, now):
    late = define("venter", kind="count", computed=INCIDENTS_LATE, valid_from=SEPTEMBER)
    tell(at(20, 9), taken=at(1))
    tell(at(5))
    tell(at(30))

    incident_jobs.count_for_indicators(now)

    assert figures(stands, late, SEPTEMBER)["f"] == (1, None)
    assert figures(stands, late, OCTOBER)["f"] == (1, None)
