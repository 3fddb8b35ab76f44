"""§ 9: taking conditions in hand, and actions that are carried out in time."""

from uuid import uuid4

from styrk.incidents.commands import report_incident, take_incident
from styrk.incidents.types import Report
from tests.regulation.conftest import facts


def test_9_a_is_not_shown_without_anything_reported(world, letters, reports):
    reports(kind="good")

    assert letters(world.ward)["9a"].status == "not_shown"


def test_9_a_is_shown_when_all_is_taken_in_time(world, letters, reports):
    reports(3, days=1)
    reports(7, days=50, state="examining")

    evidence = letters(world.ward)["9a"]

    assert evidence.status == "shown"
    assert "0 av 10" in evidence.explanation
    assert not evidence.reservation


def test_9_a_is_not_shown_when_many_wait_too_long(world, letters, reports):
    reports(9, days=50, state="examining")
    reports(days=4)
    assert letters(world.ward)["9a"].status == "shown"

    reports(days=4)

    evidence = letters(world.ward)["9a"]
    assert evidence.status == "not_shown"
    assert facts(evidence)[0] == 2


def test_9_a_counts_from_the_fourth_day(world, letters, reports):
    reports(days=3)

    assert facts(letters(world.ward)["9a"])[0] == 0


def test_9_a_is_not_shown_when_serious_ones_wait(world, letters, reports):
    reports(99, days=50, state="improving")
    assert letters(world.ward)["9a"].status == "shown"

    reports(days=2, harm_actual="death")
    reports(days=40, harm_actual="severe", state="examining")

    evidence = letters(world.ward)["9a"]
    assert evidence.status == "not_shown"
    assert "2 alvorlige venter for lenge" in evidence.explanation
    assert facts(evidence) == [0, 2, 1, 1]


def test_9_a_leaves_out_suggestions(world, letters, reports):
    reports(5, days=50, kind="suggestion")
    reports(state="examining")

    assert facts(letters(world.ward)["9a"])[0] == 0


def test_9_a_follows_the_commands(world, letters, now, nurse, ward_leader, as_person):
    report = Report(
        unit=world.ward,
        kind="patient",
        description="Pasienten falt på badet i natt.",
        happened_at=now,
        harm_actual="mild",
    )
    with as_person(nurse):
        incident = report_incident(report=report, key=uuid4(), by=nurse, now=now)
    with as_person(ward_leader):
        take_incident(incident=incident, by=ward_leader, now=now)

    rows = letters(world.ward)
    assert facts(rows["6g"])[-4] == 1
    assert "0 av 1 avvik venter" in rows["9a"].explanation


def test_9_b_is_not_shown_without_actions(world, letters):
    assert letters(world.ward)["9b"].status == "not_shown"


def test_9_b_is_shown_when_actions_are_carried_out_in_time(world, letters, actions):
    actions(2)
    actions(state="done", due=-10, review=30)

    evidence = letters(world.ward)["9b"]

    assert evidence.status == "shown"
    assert facts(evidence) == [3, 1, 2, 0]


def test_9_b_is_partly_shown_while_all_is_only_planned(world, letters, actions):
    actions(2)

    assert letters(world.ward)["9b"].status == "partly"


def test_9_b_is_not_shown_when_many_are_past_their_deadline(world, letters, actions):
    actions(state="done", due=-10, review=30)
    actions(6)
    actions(due=-1)
    assert letters(world.ward)["9b"].status == "partly"

    actions(3, due=-1)

    assert letters(world.ward)["9b"].status == "not_shown"


def test_9_b_an_action_due_today_is_not_late(world, letters, actions):
    actions(due=0)

    assert facts(letters(world.ward)["9b"])[3] == 0


def test_9_c_waits_for_governing_documents(world, letters):
    assert letters(world.ward)["9c"].status == "unknown"
