"""What each rule finds, and what it leaves alone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrk.actions.models import Action
from styrk.appraisal.models import Appraisal
from styrk.core import clock, ids, scope
from styrk.incidents.models import Incident, IncidentAction, IncidentRisk
from styrk.inspections.models import Audit, Finding, FindingAction
from styrk.intervention import watched as told
from styrk.intervention.watching import look
from styrk.risks.models import Matrix, Rating, Risk, RiskAction

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(world, now):
    """`found("late_action")`: titles of what the rule finds in the trust, and whom it concerns."""

    def found(code, at=None):
        with scope.acting(scope.SYSTEM):
            concerning = look(world.trust, [told.rules()[code]], clock.day(at or now))
        return [(one.found.seen.get("title", one.unit.code), one.leader.name) for one in concerning]

    return found


@pytest.fixture
def an_action(world, ward_leader, now):
    def an_action(unit=None, days=-30, **facts):
        told = {
            "trust": world.trust,
            "unit": unit or world.ward,
            "origin": "incident",
            "title": "Sklisikkert gulv",
            "change": "Ingen sklir",
            "sign": "Ingen fall",
            "level": "system",
            "owner": ward_leader,
            "due": clock.after(now, days=days),
            "review_on": clock.after(now, days=days + 60),
            "raised_at": now - timedelta(days=90),
            "raised_by": ward_leader,
        }
        with scope.acting(scope.SYSTEM):
            return Action.objects.create(**told | facts)

    return an_action


@pytest.fixture
def an_incident(world, now):
    def an_incident(days=60, harm="severe", unit=None, **facts):
        at = now - timedelta(days=days)
        with scope.acting(scope.SYSTEM):
            return Incident.objects.create(
                trust=world.trust,
                unit=unit or world.ward,
                responsible_unit=unit or world.ward,
                submission=ids.new_uuid(),
                kind="patient",
                harm_actual=harm,
                harm_possible="severe",
                title="Fall",
                description="En pasient falt.",
                happened_at=at,
                reported_at=at,
                **facts,
            )

    return an_incident


@pytest.fixture
def led_to(world):
    def led_to(incident, action):
        with scope.acting(scope.SYSTEM):
            IncidentAction.objects.create(incident=incident, action=action, trust=world.trust)

    return led_to


@pytest.fixture
def a_red_risk(world, ward_leader, a_matrix, now):
    """`a_red_risk()`: rated so; looked at again by so many `days` from now."""

    def a_red_risk(days=-40, zone="red"):
        with scope.acting(scope.SYSTEM):
            risk = a_risk_of(world, ward_leader, now, days)
            rating = Rating.objects.create(
                risk=risk,
                kind="now",
                matrix=a_matrix,
                likelihood=5,
                consequences={"patient": 5},
                consequence=5,
                score=25,
                zone=zone,
                reason="Ofte",
                at=now,
                by=ward_leader,
            )
            risk.current, risk.zone = rating, zone
            risk.save(update_fields=["current", "zone"])
        return risk

    return a_red_risk


@pytest.fixture
def a_matrix(world, ward_leader, now):
    return Matrix.objects.create(
        trust=world.trust,
        version=1,
        name="Huset",
        content={},
        state="published",
        drafted_at=now,
        drafted_by=ward_leader,
        published_at=now,
        published_by=ward_leader,
    )


def a_risk_of(world, leader, now, days):
    return Risk.objects.create(
        trust=world.trust,
        unit=world.ward,
        title="Fall på badet",
        owner=leader,
        review_on=clock.after(now, days=days),
        reviewed_on=clock.after(now, days=-200),
        described_at=now - timedelta(days=200),
        described_by=leader,
    )


@pytest.fixture
def risk(world, ward_leader, now):
    with scope.acting(scope.SYSTEM):
        return a_risk_of(world, ward_leader, now, 100)


def test_a_red_risk_that_nobody_looks_at(found, a_red_risk):
    a_red_risk()
    assert found("risk_review") == [("Fall på badet", "Lars Lunde")]


@pytest.mark.parametrize("facts", [{"days": -30}, {"zone": "yellow"}])
def test_other_risks_are_left_alone(found, a_red_risk, facts):
    a_red_risk(**facts)
    assert found("risk_review") == []


def test_an_action_against_a_red_risk_is_critical(found, a_red_risk, an_action):
    risk, action = a_red_risk(days=100), an_action()
    with scope.acting(scope.SYSTEM):
        RiskAction.objects.create(risk=risk, action=action)
    assert found("late_action") == [("Sklisikkert gulv", "Lars Lunde")]


def test_a_late_action_after_serious_harm(found, an_action, an_incident, led_to):
    led_to(an_incident(), an_action())
    assert found("late_action") == [("Sklisikkert gulv", "Lars Lunde")]


@pytest.mark.parametrize(
    ("harm", "facts"),
    [
        ("mild", {}),
        ("severe", {"days": -14}),
        ("severe", {"closed": True}),
        ("severe", {"state": "dropped"}),
    ],
)
def test_other_actions_are_left_alone(found, an_action, an_incident, led_to, harm, facts):
    led_to(an_incident(harm=harm), an_action(**facts))
    assert found("late_action") == []


def test_nothing_of_a_neighbour(found, an_action, an_incident, led_to, world):
    led_to(an_incident(), an_action(trust=world.their_trust, unit=world.their_ward))
    assert found("late_action") == []


def test_where_nobody_leads_the_nearest_above_answers(found, unanswered, world):
    unanswered(world.units["f.kir.2"])
    assert found("late_answer") == [("f.kir.2", "Karl Kvam")]


def test_each_who_waits_is_one_signal_that_says_nothing_of_who_it_is(found, unanswered, world, now):
    first = unanswered(world.ward)
    unanswered(world.ward)
    unanswered(world.second_ward)
    assert sorted(found("late_answer")) == [
        ("f.med.1.a", "Lars Lunde"),
        ("f.med.1.a", "Lars Lunde"),
        ("f.med.1.b", "Stein Sand"),
    ]
    with scope.acting(scope.SYSTEM):
        one, *_others = look(world.trust, [told.rules()["late_answer"]], clock.day(now))
    assert one.found.subject == first.uuid
    assert one.found.seen == {"due": f"{first.answer_due}"}


@pytest.fixture
def an_order(world, quality_adviser, now):
    def an_order(days=-10, state="open", kind="order"):
        with scope.acting(scope.SYSTEM):
            audit = Audit.objects.create(
                unit=world.trust,
                trust=world.trust,
                kind="internal",
                title="Tilsyn",
                about="Bad",
                leader=quality_adviser,
                starts_on=clock.after(now, days=-100),
                ends_on=clock.after(now, days=-99),
                state="reported",
                reported_on=clock.after(now, days=-60),
                answer_due=clock.after(now, days=-30),
                set_at=now,
                set_by=quality_adviser,
            )
            return Finding.objects.create(
                audit=audit,
                number=1,
                trust=world.trust,
                unit=world.ward,
                kind=kind,
                title="Glatt gulv",
                text="Det er glatt.",
                deadline=clock.after(now, days=days),
                state=state,
                found_at=now,
                found_by=quality_adviser,
            )

    return an_order


def test_an_order_past_its_deadline(found, an_order):
    an_order()
    assert found("late_order") == [("Glatt gulv", "Lars Lunde")]


@pytest.mark.parametrize("facts", [{"days": -7}, {"state": "withdrawn"}, {"kind": "remark"}])
def test_other_findings_are_left_alone(found, an_order, facts):
    an_order(**facts)
    assert found("late_order") == []


def test_an_action_after_an_order_is_critical(found, an_order, an_action):
    finding, action = an_order(days=30), an_action()
    with scope.acting(scope.SYSTEM):
        FindingAction.objects.create(finding=finding, action=action)
    assert found("late_action") == [("Sklisikkert gulv", "Lars Lunde")]


def test_no_appraisal_for_a_year_is_the_top_leaders(found, switch_on, ceo, world, now):
    assert found("appraisal") == []
    switch_on("appraisal")
    assert found("appraisal", now + timedelta(days=395)) == []
    assert found("appraisal", now + timedelta(days=396)) == [("f", "Daniel Drange")]


def test_an_appraisal_that_was_signed_counts(found, switch_on, ceo, world, now):
    switch_on("appraisal")
    signed = now + timedelta(days=100)
    Appraisal.objects.create(
        unit=world.trust,
        year=2027,
        begun_at=now,
        begun_by=ceo,
        material={},
        gathered_at=now,
        gathered_by=ceo,
        state="signed",
        signed_at=signed,
        signed_by=ceo,
        content={},
        digest="0" * 64,
    )
    assert found("appraisal", now + timedelta(days=400)) == []
    assert found("appraisal", signed + timedelta(days=396)) == [("f", "Daniel Drange")]


@pytest.fixture
def shown(ward_leader, now, world):
    def shown(incident, risk):
        with scope.acting(scope.SYSTEM):
            IncidentRisk.objects.create(
                incident=incident,
                trust=world.trust,
                risk=risk,
                linked_at=now,
                linked_by=ward_leader,
            )

    return shown


@pytest.fixture
def finished(an_action, ward_leader, now):
    return an_action(
        state="finished",
        effect="worked",
        done_at=now - timedelta(days=40),
        done_by=ward_leader,
    )


def test_it_happens_again_after_a_finished_action(
    found, finished, an_incident, risk, led_to, shown
):
    first = an_incident()
    led_to(first, finished)
    shown(first, risk)
    assert found("repeated") == []
    shown(an_incident(days=20, harm="mild"), risk)
    assert found("repeated") == [("Sklisikkert gulv", "Lars Lunde")]


@pytest.mark.parametrize("facts", [{"days": 50}, {"days": 5, "past_line": True}])
def test_not_what_came_before_nor_what_no_line_sees(
    found, finished, an_incident, risk, led_to, shown, facts
):
    first = an_incident()
    led_to(first, finished)
    shown(first, risk)
    shown(an_incident(**facts), risk)
    assert found("repeated") == []


def test_no_rule_looks_at_what_only_the_chair_may_know_of(
    found, unanswered, an_incident, finished, risk, led_to, shown, world
):
    first = an_incident(past_line=True)
    led_to(first, finished)
    shown(first, risk)
    shown(an_incident(days=20, past_line=True), risk)
    unanswered(world.trust, about_leader=True, past_line=True)
    assert [found(code) for code in ("late_answer", "repeated")] == [[], []]


def test_a_night_asks_as_much_however_many_units_wait(world, unanswered, switch_on, night, now):
    def asked():
        with CaptureQueriesContext(connection) as questions:
            night(now)
        return len(questions)

    switch_on(*told.rules())
    unanswered(world.ward)
    night(now)
    few = asked()
    for unit in (world.department, world.clinic, world.trust):
        unanswered(unit)
    night(now)

    assert asked() == few
