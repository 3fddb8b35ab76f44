"""What is answered gives duties; a person decides; clocks run, and are told of. Nothing is lost."""

from datetime import date, datetime, timedelta

import pytest

from styrk.core import clock, guard, scope
from styrk.core.clock import OSLO
from styrk.duties.models import Duty
from styrk.incidents import queries as incidents
from styrk.incidents.commands import confirm_incident, hand_over_incident, take_incident
from styrk.messages.models import Message
from styrk.serious import commands, queries, refusals, reporting
from styrk.serious.models import Answers, Event
from styrk.serious.types import Judged, Sent, Told
from styrk.trail.models import Entry
from tests.serious.conftest import NIGHT, SERIOUS, acts, notice_of, obligations, rows

pytestmark = pytest.mark.django_db
OPEN = {
    "V02": "proposed",
    "V03": "proposed",
    "V04": "proposed",
    "V05": "proposed",
    "V22": "proposed",
}


def waiting(kind, subject=None):
    with scope.acting(scope.SYSTEM):
        found = Duty.objects.filter(kind=kind, settled_at__isnull=True).order_by("pk")
        return list(found.filter(subject_uuid=subject) if subject else found)


def told_people(text):
    with scope.acting(scope.SYSTEM):
        found = Message.objects.filter(subject=text).order_by("recipient__name")
        return [one.recipient.name for one in found.select_related("recipient")]


def test_a_serious_report_opens_a_case_by_itself(incident, sweep, now):
    sweep(now)
    sweep(now)

    (event,) = rows(Event)
    (answers,) = rows(Answers)
    assert answers.by_id is None
    assert answers.facts == {
        "harm_actual": "death",
        "harm_possible": "death",
        "harm_to": ["patient"],
    }
    assert obligations(event) == {"V05": "proposed", "V22": "proposed"}
    (assess,) = waiting("serious.assess")
    assert (assess.unit_id, assess.role, assess.due) == (
        incident.responsible_unit_id,
        "leader",
        clock.day(now),
    )


@pytest.mark.parametrize(("harm", "opened"), [("moderate", 0), ("severe", 1), ("death", 1)])
def test_only_serious_harm_opens_a_case(report, nurse, world, sweep, now, harm, opened):
    report(nurse, world.ward, harm_actual=harm)
    sweep(now)

    assert len(rows(Event)) == opened


def test_an_old_report_is_left_to_people(report, nurse, world, sweep, now):
    report(nurse, world.ward, harm_actual="death", at=now - timedelta(days=4))
    sweep(now)

    assert rows(Event) == []


def test_what_no_rule_knows_does_not_stop_the_others(report, nurse, world, sweep, now):
    long_ago = datetime(1955, 5, 5, tzinfo=OSLO)
    report(nurse, world.ward, harm_actual="death", happened_at=long_ago)
    other = report(nurse, world.ward, harm_actual="death", description="Et annet dødsfall.")
    sweep(now)

    assert [one.incident_id for one in rows(Event)] == [other.pk]


def test_answers_give_duties_with_their_clocks(case):
    assert obligations(case) == OPEN
    # Saturday counts: Monday to Friday after the Sunday.
    assert clock.oslo(notice_of(case, "V02").due_at) == datetime(
        2026, 11, 20, 23, 59, 59, tzinfo=OSLO
    )
    assert clock.day(notice_of(case, "V04").due_at) == date(2026, 11, 25)
    assert notice_of(case, "V04").recipients == ["parorende"]
    assert notice_of(case, "V03").due_at is None
    assert not waiting("serious.assess")
    assert len(waiting("serious.judge")) == 1


def test_the_regime_follows_the_day_of_the_event(incident, answer, ward_leader):
    before = datetime(2026, 6, 30, 12, 0, tzinfo=OSLO)
    case = answer(ward_leader, incident, occurred_at=before, known_at=before)

    assert {"V01", "V02"} & set(obligations(case)) == {"V01"}


def test_between_the_regimes_both_are_shown(incident, answer, ward_leader):
    before = datetime(2026, 6, 30, 12, 0, tzinfo=OSLO)
    case = answer(ward_leader, incident, occurred_at=before)

    assert {"V01", "V02"} <= set(obligations(case))


def test_new_facts_are_weighed_anew_and_nothing_is_lost(case, incident, answer, judge, ward_leader):
    judge(ward_leader, case, "V04", send=False)
    answer(ward_leader, incident, unexpected_outcome=False)

    assert obligations(case) == {
        "V02": "lapsed",
        "V03": "lapsed",
        "V04": "not",
        "V05": "proposed",
        "V22": "proposed",
    }
    answer(ward_leader, incident, harm_actual="severe")
    assert obligations(case)["V02"] == "proposed"
    assert obligations(case)["V04"] == "proposed"
    assert ("propose_again", "V04") in acts(case)
    assert notice_of(case, "V04").recipients == ["pasient"]
    assert len(rows(Answers)) == 4


def test_what_was_decided_against_on_the_same_grounds_stays(
    case, incident, answer, judge, ward_leader
):
    judge(ward_leader, case, "V04", send=False)
    answer(ward_leader, incident, blood=True)

    assert obligations(case)["V04"] == "not"
    assert obligations(case)["V13"] == "proposed"


def test_what_is_to_be_sent_stays_when_the_answers_say_otherwise(
    case, incident, answer, judge, ward_leader
):
    judge(ward_leader, case, "V02")
    answer(ward_leader, incident, unexpected_outcome=False)

    assert obligations(case)["V02"] == "send"
    judge(ward_leader, case, "V02", send=False)
    assert (obligations(case)["V02"], obligations(case)["V03"]) == ("not", "not")


def test_the_decision_is_a_named_persons_with_its_reason(case, judge, ward_leader):
    judge(ward_leader, case, "V02")

    with scope.acting(scope.SYSTEM):
        one = case.obligations.get(rule="V02")
    assert (one.judged_by, one.assessment["error"], bool(one.reason)) == (ward_leader, "yes", True)
    assert obligations(case)["V03"] == "send"
    assert waiting("serious.send", notice_of(case, "V02").uuid)[0].due == date(2026, 11, 20)
    assert not waiting("serious.send", notice_of(case, "V03").uuid)


def test_a_decision_rests_on_the_three_questions(case, judge, ward_leader):
    with pytest.raises(refusals.QuestionsUnanswered):
        judge(ward_leader, case, "V02", assessment={"error": "yes"})
    judge(ward_leader, case, "V04", assessment={})


def test_the_report_is_not_decided_by_itself(case, judge, ward_leader):
    with pytest.raises(refusals.DecidedWithAnother):
        judge(ward_leader, case, "V03")


def test_a_sent_notice_stops_its_clock_and_starts_the_next(case, judge, send, ward_leader, now):
    judge(ward_leader, case, "V02")
    send(ward_leader, case, "V02")

    assert notice_of(case, "V02").reference == "M-2026-17"
    report = notice_of(case, "V03")
    assert clock.day(report.due_at) == date(2027, 2, 16)
    assert not waiting("serious.send", notice_of(case, "V02").uuid)
    assert waiting("serious.send", report.uuid)[0].due == date(2027, 2, 16)
    with pytest.raises(refusals.AlreadySent):
        judge(ward_leader, case, "V02", send=False)


def test_what_was_not_sent_is_taken_back(case, judge, send, ward_leader, as_person, now):
    judge(ward_leader, case, "V02")
    send(ward_leader, case, "V02")
    with as_person(ward_leader):
        found = queries.notice(notice_of(case, "V02").uuid)
        commands.take_back_sent(notice=found, reason="Feil sak", by=ward_leader, now=now)

    assert notice_of(case, "V02").sent_at is None
    assert notice_of(case, "V03").due_at is None
    assert waiting("serious.send", notice_of(case, "V02").uuid)
    assert acts(case)[-1] == ("not_sent", "V02")


def test_nothing_is_sent_that_is_not_decided(case, send, ward_leader):
    with pytest.raises(refusals.NotBegun):
        send(ward_leader, case, "V02")


def test_clocks_of_a_digital_incident_run_from_knowledge_and_from_the_first_notice(
    incident, answer, judge, send, ward_leader, now
):
    facts = {"digital_incident": "significant", "nis_provider": "yes"}
    case = answer(ward_leader, incident, only=facts, known_at=now)
    hours = [notice_of(case, "V18", step).due_at - now for step in (0, 1)]

    assert hours == [timedelta(hours=24), timedelta(hours=72)]
    assert notice_of(case, "V18", 2).due_at is None
    judge(ward_leader, case, "V18", assessment={})
    send(ward_leader, case, "V18", at=now)
    assert clock.day(notice_of(case, "V18", 2).due_at) == date(2026, 12, 16)
    assert notice_of(case, "V18", 1).due_at - now == timedelta(hours=72)


SOON, LATE = "En melding må sendes snart", "Fristen for en melding er ute"


def test_soon_late_and_late_reach_deputy_and_next_leader(case, sweep, now):
    due = notice_of(case, "V02").due_at
    sweep(due - timedelta(days=1, seconds=1))
    assert not waiting("serious.oversee", notice_of(case, "V02").uuid)
    sweep(due - timedelta(days=1))
    (oversee,) = waiting("serious.oversee", notice_of(case, "V02").uuid)
    assert (oversee.unit.code, oversee.role) == ("f.med.1", "leader")
    assert notice_of(case, "V02").warned == "soon"
    sweep(due + timedelta(seconds=1))
    assert notice_of(case, "V02").warned == "late"
    sweep(due + timedelta(minutes=5))
    assert [act for act in acts(case) if act == ("warn_late", "V02")] == [("warn_late", "V02")]
    assert told_people(SOON) == ["Astrid Aas", "Dina Dahl", "Lars Lunde"]
    assert set(told_people(LATE)) == set(told_people(SOON))


def test_what_is_sent_is_not_overseen(case, judge, send, ward_leader, sweep):
    due = notice_of(case, "V02").due_at
    judge(ward_leader, case, "V02")
    sweep(due - timedelta(hours=3))
    assert waiting("serious.oversee", notice_of(case, "V02").uuid)
    send(ward_leader, case, "V02", at=due - timedelta(hours=2))
    assert not waiting("serious.oversee", notice_of(case, "V02").uuid)
    sweep(due + timedelta(hours=1))
    assert notice_of(case, "V02").warned == "soon"


def test_duties_follow_the_case(case, incident, ward_leader, world, as_person, sweep, now):
    with as_person(ward_leader):
        found = incidents.incident(incident.uuid)
        hand_over_incident(
            incident=found, to=world.other_ward, reason="Skjedde der", by=ward_leader, now=now
        )
    sweep(now)

    assert waiting("serious.judge")[0].unit == world.other_ward


def test_with_the_one_who_has_taken_it(case, incident, quality_adviser, as_person, sweep, now):
    with as_person(quality_adviser):
        take_incident(incident=incidents.incident(incident.uuid), by=quality_adviser, now=now)
    sweep(now)

    assert waiting("serious.judge")[0].person == quality_adviser


def test_a_report_about_the_leader_never_reaches_that_leader(
    report, nurse, world, sweep, now, department_leader
):
    report(nurse, world.ward, harm_actual="death", about_leader=True)
    sweep(now)

    (assess,) = waiting("serious.assess")
    assert assess.unit == world.department


@pytest.mark.parametrize(
    ("occurred", "known", "error"),
    [(0, -1, refusals.KnownBefore), (1, 2, refusals.NotYet)],
)
def test_times_that_cannot_be(incident, ward_leader, as_person, now, occurred, known, error):
    told = Told(now + timedelta(hours=occurred), now + timedelta(hours=known), SERIOUS)
    with as_person(ward_leader), pytest.raises(error):
        commands.answer_questions(
            incident=incidents.incident(incident.uuid), told=told, by=ward_leader, now=now
        )


def test_no_text_carries_a_patient(case, as_person, ward_leader, now):
    with as_person(ward_leader):
        one = queries.event(case.uuid).obligations.all()[0]
    judged = Judged(True, "Gjelder 13097248022", {})
    with as_person(ward_leader), pytest.raises(guard.IdentityFound):
        commands.judge_obligation(obligation=one, judged=judged, by=ward_leader, now=now)


def test_the_trail_has_not_a_word_of_the_matter(case, judge, send, ward_leader):
    judge(ward_leader, case, "V02")
    send(ward_leader, case, "V02")

    with scope.acting(scope.SYSTEM):
        found = Entry.objects.filter(subject="serious").order_by("pk")
        said = " ".join(f"{one.text} {one.detail}" for one in found)
    assert "dose" not in said
    assert "M-2026" not in said


def test_sent_at_a_time_to_come_is_refused(case, judge, ward_leader, as_person, now):
    judge(ward_leader, case, "V02")
    sent = Sent(now + timedelta(hours=1), "melde.no", "Kari", "")
    with as_person(ward_leader):
        found = queries.notice(notice_of(case, "V02").uuid)
    with as_person(ward_leader), pytest.raises(refusals.NotYet):
        commands.mark_sent(notice=found, sent=sent, by=ward_leader, now=now)


def test_known_and_happened_stand_with_the_answers(case):
    (first, second) = rows(Answers)
    assert (first.by_id, second.occurred_at) == (None, NIGHT)


def test_what_is_found_to_be_serious_later_gets_its_case_then(
    report, nurse, world, ward_leader, take, now, as_person, sweep
):
    long_ago = report(nurse, world.ward, at=now - timedelta(days=40), harm_actual="mild")
    take(ward_leader, long_ago)
    sweep(now)
    assert not rows(Event)
    with as_person(ward_leader):
        confirm_incident(
            incident=incidents.incident(long_ago.uuid), kind="patient", harm_actual="death",
            harm_possible="death", reason="Døde i natt.", by=ward_leader, now=now,
        )  # fmt: skip
    sweep(now)
    assert [one.incident_id for one in rows(Event)] == [long_ago.pk]


def test_the_report_says_when_it_happened_as_it_is_answered(
    answer, incident, ward_leader, as_person
):
    """Not as the one who reported thought: the clocks run from the answer too."""
    at = NIGHT - timedelta(hours=2)
    case = answer(ward_leader, incident, occurred_at=at)
    with as_person(ward_leader):
        said = reporting.content(queries.file(case.uuid))
    assert "01.00" in said.occurred
