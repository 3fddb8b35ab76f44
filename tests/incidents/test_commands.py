"""The acts on an incident: state, history, trail, duties and messages after each."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from styrk.access import queries as queries_of_access
from styrk.actions.commands import carry_out, judge_effect
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.core import clock, guard, states
from styrk.duties.models import Duty
from styrk.incidents import case_file, commands, queries
from styrk.incidents.models import Incident, IncidentAction, IncidentStep, Reporter
from styrk.incidents.types import Report
from styrk.messages.models import Message
from styrk.organisation.models import Appointment
from styrk.trail.models import Entry

pytestmark = pytest.mark.django_db

FALL = "Pasienten falt på badet i natt. Gulvet var vått etter dusjing."


def a_report(world, now, **changes):
    facts = {
        "unit": world.ward,
        "kind": "patient",
        "description": FALL,
        "happened_at": now - timedelta(hours=3),
        "harm_actual": "mild",
        "harm_possible": "severe",
    }
    return Report(**(facts | changes))


@pytest.fixture
def reported(world, now, nurse, as_person):
    with as_person(nurse):
        return commands.report_incident(report=a_report(world, now), key=uuid4(), by=nurse, now=now)


@pytest.fixture
def taken(reported, ward_leader, now, as_person):
    with as_person(ward_leader):
        commands.take_incident(incident=reported, by=ward_leader, now=now)
    return reported


def plan_for(world, owner, now):
    due = now.date() + timedelta(days=14)
    return Plan(
        unit=world.ward,
        title="Sklisikkert belegg på badet",
        change="Ingen faller fordi gulvet er vått",
        sign="Ingen fall på badet på tre måneder",
        level="system",
        owner=owner,
        due=due,
        review_on=due + timedelta(days=90),
    )


def acts(incident):
    return list(incident.steps.order_by("pk").values_list("act", flat=True))


def test_report_reaches_the_wards_leader_at_once(world, now, nurse, ward_leader, as_person):
    with as_person(nurse):
        incident = commands.report_incident(
            report=a_report(world, now), key=uuid4(), by=nurse, now=now
        )

        assert incident.title == "Pasienten falt på badet i natt"
        assert acts(incident) == ["report"]
    with as_person(ward_leader):
        duty = Duty.objects.get(kind="incident.take")
        assert (duty.unit, duty.role, duty.due) == (world.ward, "leader", date(2026, 11, 19))
        assert [m.subject for m in Message.objects.all()] == ["Ny melding venter på deg"]
        assert Entry.objects.filter(act="incident.report", person_id=nurse.pk).count() == 1


def test_serious_report_is_due_the_next_day(world, now, nurse, as_person):
    with as_person(nurse):
        commands.report_incident(
            report=a_report(world, now, harm_actual="death"), key=uuid4(), by=nurse, now=now
        )

        assert Duty.objects.get(kind="incident.take").due == date(2026, 11, 17)


def test_the_same_key_twice_is_one_report(world, now, nurse, as_person):
    key = uuid4()
    with as_person(nurse):
        first = commands.report_incident(report=a_report(world, now), key=key, by=nurse, now=now)
        second = commands.report_incident(report=a_report(world, now), key=key, by=nurse, now=now)

        assert first.pk == second.pk
        assert Reporter.objects.filter(person=nurse).count() == 1
        assert Message.objects.filter(recipient=nurse).count() == 1


def test_the_same_key_from_another_person_is_another_report(
    world, now, nurse, colleague, as_person
):
    key = uuid4()
    with as_person(nurse):
        first = commands.report_incident(report=a_report(world, now), key=key, by=nurse, now=now)
    with as_person(colleague):
        second = commands.report_incident(
            report=a_report(world, now), key=key, by=colleague, now=now
        )

    assert first.pk != second.pk


def test_report_with_a_phone_number_is_refused(world, now, nurse, as_person):
    with as_person(nurse), pytest.raises(guard.IdentityFound):
        commands.report_incident(
            report=a_report(world, now, description="Ring meg på 912 34 567 om dette"),
            key=uuid4(),
            by=nurse,
            now=now,
        )


def test_report_from_the_future_is_refused(world, now, nurse, as_person):
    later = a_report(world, now, happened_at=now + timedelta(minutes=1))
    with as_person(nurse), pytest.raises(commands.HappenedLater):
        commands.report_incident(report=later, key=uuid4(), by=nurse, now=now)


def test_report_on_another_ward_is_seen_by_its_leader_not_mine(
    world, now, nurse, ward_leader, other_leader, as_person
):
    with as_person(nurse):
        incident = commands.report_incident(
            report=a_report(world, now, unit=world.other_ward), key=uuid4(), by=nurse, now=now
        )
    with as_person(ward_leader):
        assert queries.incident(incident.uuid) is None
    with as_person(other_leader):
        assert queries.incident(incident.uuid) == incident


def test_report_about_the_leader_goes_past_leader_and_deputy(
    world, now, nurse, ward_leader, deputy, department_leader, as_person
):
    with as_person(nurse):
        incident = commands.report_incident(
            report=a_report(world, now, about_leader=True), key=uuid4(), by=nurse, now=now
        )
    for person in (ward_leader, deputy):
        with as_person(person):
            assert queries.incident(incident.uuid) is None
            assert not Message.objects.filter(recipient=person).exists()
    with as_person(department_leader):
        assert queries.incident(incident.uuid) == incident
        assert Duty.objects.get(kind="incident.take").unit == world.department


def test_report_about_the_top_leader_goes_to_the_boards_chair(
    world, now, quality_adviser, ceo, board_chair, as_person
):
    with as_person(quality_adviser):
        incident = commands.report_incident(
            report=a_report(world, now, unit=world.trust, about_leader=True),
            key=uuid4(),
            by=quality_adviser,
            now=now,
        )
    with as_person(ceo):
        assert queries.incident(incident.uuid) is None
    with as_person(board_chair):
        assert queries.incident(incident.uuid) == incident
        commands.take_incident(incident=queries.incident(incident.uuid), by=board_chair, now=now)
        assert acts(incident) == ["report", "take"]


def test_taking_tells_the_reporter_who_looks_at_it(taken, ward_leader, nurse, as_person):
    with as_person(nurse):
        assert [s.act for s in case_file.timeline(taken)] == ["report", "take"]
        newest = Message.objects.order_by("-pk").first()
        assert newest.text == "Lars Lunde har tatt imot meldingen din og ser på den."
    assert Duty.objects.get(kind="incident.take").settled_by == ward_leader
    assert Duty.objects.get(kind="incident.examine").role == "leader"


def test_quality_adviser_may_take_it_and_the_reporter_hears_though_unseen(
    reported, quality_adviser, nurse, now, as_person
):
    with as_person(quality_adviser):
        assert queries.known_reporter(queries.incident(reported.uuid)) is None
        commands.take_incident(incident=reported, by=quality_adviser, now=now)
        assert Duty.objects.get(kind="incident.examine").person == quality_adviser
    with as_person(nurse):
        assert Message.objects.filter(text__startswith="Kine Kleppe").count() == 1


def test_confirming_keeps_what_the_reporter_wrote(taken, ward_leader, now, as_person):
    with as_person(ward_leader):
        commands.confirm_incident(
            incident=taken,
            kind="equipment",
            harm_actual="none",
            harm_possible="moderate",
            reason="Døra var ødelagt",
            by=ward_leader,
            now=now,
        )

        step = IncidentStep.objects.get(act="confirm")
        assert step.note == "Døra var ødelagt"
        assert step.detail["before"] == ["patient", "mild", "severe"]
        assert step.detail["after"] == ["equipment", "none", "moderate"]


def test_statement_is_asked_and_answered_while_the_case_stays(
    taken, world, ward_leader, other_leader, nurse, now, as_person
):
    with as_person(ward_leader):
        statement = commands.ask_statement(
            incident=taken,
            unit=world.other_ward,
            question="Hva skjedde før overflyttingen?",
            due=date(2026, 11, 23),
            by=ward_leader,
            now=now,
        )
    with as_person(other_leader):
        asked = queries.statement(statement.uuid)
        assert asked.incident.description == FALL
        assert list(asked.incident.steps.order_by("pk").values_list("act", flat=True)) == [
            "report",
            "take",
        ]
        commands.answer_statement(
            statement=asked,
            answer="Pasienten var uten tilsyn en halvtime.",
            by=other_leader,
            now=now,
        )
    with as_person(ward_leader):
        assert acts(taken) == ["report", "take", "ask", "answer"]
        assert Incident.objects.get().responsible_unit == world.ward
        assert Message.objects.filter(subject__contains="har svart").count() == 1
    with as_person(nurse):
        assert [s.act for s in case_file.timeline(taken)] == ["report", "take"]


def test_statement_is_answered_once(taken, world, ward_leader, other_leader, now, as_person):
    with as_person(ward_leader):
        statement = commands.ask_statement(
            incident=taken, unit=world.other_ward, question="Hva så dere?",
            due=date(2026, 11, 23), by=ward_leader, now=now,
        )  # fmt: skip
    with as_person(other_leader):
        asked = queries.statement(statement.uuid)
        commands.answer_statement(statement=asked, answer="Ingenting", by=other_leader, now=now)
        with pytest.raises(states.NotNow):
            commands.answer_statement(statement=asked, answer="Noe", by=other_leader, now=now)


def test_analysis_is_kept_from_the_reporter(taken, ward_leader, nurse, now, as_person):
    with as_person(ward_leader):
        commands.record_analysis(
            incident=taken,
            found="Rutinen sier ikke hvem som tørker.",
            causes=["routine", "premises"],
            persons="",
            by=ward_leader,
            now=now,
        )
        assert case_file.of(taken).analysis.causes == ["routine", "premises"]
    with as_person(nurse):
        assert case_file.of(taken).analysis is None


def test_hand_over_takes_it_out_of_sight_and_lays_the_duty_there(
    taken, world, ward_leader, other_leader, nurse, now, as_person
):
    with as_person(ward_leader):
        commands.hand_over_incident(
            incident=taken, to=world.other_ward, reason="Skjedde hos dem", by=ward_leader, now=now
        )
        assert queries.incident(taken.uuid) is None
    with as_person(other_leader):
        moved = queries.incident(taken.uuid)
        assert (moved.state, moved.handler, moved.unit) == ("received", None, world.ward)
    assert Duty.objects.get(kind="incident.take").unit == world.other_ward
    assert Duty.objects.get(kind="incident.examine").settled_at == now
    with as_person(nurse):
        assert [s.act for s in case_file.timeline(taken)] == ["report", "take", "hand_over"]


@pytest.mark.parametrize(
    ("harm", "days", "left"), [("mild", 0, 3), ("mild", 1, 2), ("mild", 5, 1), ("severe", 0, 1)]
)
def test_handed_over_it_is_due_when_it_was_and_at_least_the_next_day(
    report, world, nurse, ward_leader, now, as_person, harm, days, left
):
    reported = report(nurse, world.ward, harm_actual=harm, at=now - timedelta(days=days))
    with as_person(ward_leader):
        commands.hand_over_incident(
            incident=queries.incident(reported.uuid),
            to=world.other_ward,
            reason="Skjedde hos dem",
            by=ward_leader,
            now=now,
        )

    duty = Duty.objects.get(kind="incident.take", settled_at__isnull=True)
    assert duty.unit == world.other_ward
    assert duty.due == clock.after(now, days=left)


def test_hand_over_to_another_trust_is_refused(taken, world, ward_leader, now, as_person):
    with as_person(ward_leader), pytest.raises(commands.OtherTrust):
        commands.hand_over_incident(
            incident=taken, to=world.their_ward, reason="Deres", by=ward_leader, now=now
        )


def test_recused_leader_never_sees_it_again(
    reported, world, ward_leader, deputy, department_leader, now, as_person
):
    with as_person(ward_leader):
        commands.recuse_from_incident(
            incident=reported, reason="Jeg var selv på vakt", by=ward_leader, now=now
        )
        assert queries.incident(reported.uuid) is None
    with as_person(deputy):
        assert queries.incident(reported.uuid) is None
    with as_person(department_leader):
        assert queries.incident(reported.uuid) == reported
        assert Duty.objects.get(kind="incident.take").unit == world.department


def test_leader_who_reported_about_own_ward_and_is_recused_sees_only_the_report(
    world, ward_leader, now, as_person
):
    with as_person(ward_leader):
        mine = commands.report_incident(
            report=a_report(world, now), key=uuid4(), by=ward_leader, now=now
        )
        commands.recuse_from_incident(incident=mine, reason="Inhabil", by=ward_leader, now=now)

        seen = queries.incident(mine.uuid)
        assert seen.recused
        assert [s.act for s in seen.steps.order_by("pk")] == ["report", "pass_on"]


def test_improving_needs_an_action(taken, ward_leader, now, as_person):
    with as_person(ward_leader), pytest.raises(commands.NothingDecided):
        commands.decide_improvement(incident=taken, decision="Vi gjør noe", by=ward_leader, now=now)


def test_not_concluded_before_the_effect_is_known(taken, world, ward_leader, now, as_person):
    with as_person(ward_leader):
        commands.add_action(
            incident=taken, plan=plan_for(world, ward_leader, now), by=ward_leader, now=now
        )
        with pytest.raises(commands.EffectUnknown):
            commands.conclude_incident(incident=taken, learned="Ferdig", by=ward_leader, now=now)


def test_the_loop_back_from_report_to_known_effect(
    taken, world, nurse, ward_leader, now, as_person
):
    with as_person(ward_leader):
        action = commands.add_action(
            incident=taken, plan=plan_for(world, ward_leader, now), by=ward_leader, now=now
        )
        commands.decide_improvement(
            incident=taken, decision="Vi legger nytt gulv.", by=ward_leader, now=now
        )
        carry_out(action=action, note="Lagt i går", by=ward_leader, now=now + timedelta(days=10))
    while commands.tell_next_change(now=now + timedelta(days=10)):
        pass
    with as_person(ward_leader):
        action = Action.objects.get(pk=action.pk)
        judge_effect(
            action=action,
            effect="worked",
            reason="Ingen fall",
            by=ward_leader,
            now=now + timedelta(days=110),
        )
    while commands.tell_next_change(now=now + timedelta(days=110)):
        pass

    with as_person(nurse):
        own = queries.own_report(nurse.pk, taken.uuid)
        assert own.state == "concluded"
        assert [s.act for s in case_file.timeline(own)] == [
            "report", "take", "decide", "tell_change", "tell_change", "conclude",
        ]  # fmt: skip
        assert Message.objects.filter(recipient=nurse).count() == 6


def test_telling_again_says_nothing_twice(taken, world, nurse, ward_leader, now, as_person):
    with as_person(ward_leader):
        action = commands.add_action(
            incident=taken, plan=plan_for(world, ward_leader, now), by=ward_leader, now=now
        )
        commands.decide_improvement(incident=taken, decision="Gulv", by=ward_leader, now=now)
        carry_out(action=action, note="", by=ward_leader, now=now)

    assert commands.tell_next_change(now=now)
    assert not commands.tell_next_change(now=now)


def test_an_action_that_did_not_work_keeps_the_incident_open_with_the_next_one(
    taken, world, ward_leader, now, as_person
):
    with as_person(ward_leader):
        action = commands.add_action(
            incident=taken, plan=plan_for(world, ward_leader, now), by=ward_leader, now=now
        )
        commands.decide_improvement(incident=taken, decision="Gulv", by=ward_leader, now=now)
        carry_out(action=action, note="", by=ward_leader, now=now)
        judge_effect(
            action=action,
            effect="not_worked",
            reason="Nye fall",
            next_plan=plan_for(world, ward_leader, now),
            by=ward_leader,
            now=now,
        )
    while commands.tell_next_change(now=now):
        pass

    with as_person(ward_leader):
        assert Incident.objects.get().state == "improving"
        assert IncidentAction.objects.count() == 2


def test_taken_up_again_after_it_was_concluded(taken, ward_leader, now, as_person):
    with as_person(ward_leader):
        commands.conclude_incident(
            incident=taken, learned="Enkelthendelse", by=ward_leader, now=now
        )
        commands.take_up_again(incident=taken, reason="Ny opplysning", by=ward_leader, now=now)

        assert (taken.state, taken.concluded_at) == ("examining", None)


def test_the_neighbour_trust_sees_nothing(reported, outsider_ceo, outsider_leader, as_person):
    for person in (outsider_ceo, outsider_leader):
        with as_person(person):
            assert queries.incident(reported.uuid) is None


def test_a_leaders_report_about_own_leader_goes_past_the_leader_above(
    world, now, ward_leader, department_leader, clinic_director, as_person
):
    with as_person(ward_leader):
        incident = commands.report_incident(
            report=a_report(world, now, about_leader=True), key=uuid4(), by=ward_leader, now=now
        )
    with as_person(department_leader):
        assert queries.incident(incident.uuid) is None
    with as_person(clinic_director):
        assert queries.incident(incident.uuid) == incident


def test_a_report_about_own_leader_from_elsewhere_is_about_ones_own_leader(
    world, now, nurse, ward_leader, other_leader, department_leader, as_person
):
    with as_person(nurse):
        incident = commands.report_incident(
            report=a_report(world, now, unit=world.other_ward, about_leader=True),
            key=uuid4(),
            by=nurse,
            now=now,
        )
    for person in (ward_leader, other_leader):
        with as_person(person):
            assert queries.incident(incident.uuid) is None
    with as_person(department_leader):
        assert queries.incident(incident.uuid) == incident


def test_a_recused_leader_is_not_asked_for_a_statement(
    world, now, nurse, ward_leader, department_leader, as_person
):
    with as_person(nurse):
        incident = commands.report_incident(
            report=a_report(world, now, about_leader=True), key=uuid4(), by=nurse, now=now
        )
    with as_person(department_leader):
        found = queries.incident(incident.uuid)
        commands.take_incident(incident=found, by=department_leader, now=now)
        with pytest.raises(commands.AskedIsRecused):
            commands.ask_statement(
                incident=found,
                unit=world.ward,
                question="Hva skjedde?",
                due=date(2026, 11, 23),
                by=department_leader,
                now=now,
            )
    with as_person(ward_leader):
        assert not Message.objects.filter(recipient=ward_leader).exists()


def test_the_owner_above_the_trust_sees_none_of_its_cases(
    reported, world, now, colleague, as_person
):
    Appointment.objects.create(
        person=colleague, unit=world.region, role="leader", valid_from=date(2020, 1, 1)
    )
    Appointment.objects.filter(person=colleague, role="employee").delete()
    queries_of_access._posts.cache_clear()

    with as_person(colleague):
        assert queries.incident(reported.uuid) is None


def test_an_adviser_who_is_inhabil_leaves_the_case_with_the_leader(
    reported, world, quality_adviser, ward_leader, now, as_person
):
    with as_person(quality_adviser):
        commands.take_incident(incident=reported, by=quality_adviser, now=now)
        commands.recuse_from_incident(
            incident=reported, reason="Kjenner den som meldte", by=quality_adviser, now=now
        )
        assert queries.incident(reported.uuid) is None
    with as_person(ward_leader):
        left = queries.incident(reported.uuid)
        assert (left.responsible_unit, left.state) == (world.ward, "received")


def test_a_case_is_taken_once(taken, quality_adviser, now, as_person):
    with as_person(quality_adviser), pytest.raises(states.NotNow):
        commands.take_incident(incident=taken, by=quality_adviser, now=now)
