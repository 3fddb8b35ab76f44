"""Nothing is over before its effect is known, whoever does it and wherever the case has gone."""

import threading
from datetime import timedelta

import pytest
from django.db import connection

from styrk.actions.commands import carry_out, drop_action, judge_effect
from styrk.actions.models import Action
from styrk.core import scope
from styrk.duties.models import Duty
from styrk.incidents import case_file, commands, queries
from styrk.incidents.models import Incident
from styrk.incidents.types import EXAMINE
from styrk.messages.models import Message
from styrk.trail.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(now):
    """What the worker does every ten seconds."""

    def told(at=now):
        while commands.tell_next_change(now=at):
            pass

    return told


@pytest.fixture
def decided(case, decide, ward_leader, now, as_person):
    """The case with an action that the reporter has been told of."""
    action = decide(ward_leader, case)
    with as_person(ward_leader):
        commands.decide_improvement(
            incident=queries.incident(case.uuid), decision="Nytt gulv", by=ward_leader, now=now
        )
    return action


def dropped(action, by, now):
    drop_action(action=Action.objects.get(pk=action.pk), reason="Ikke penger", by=by, now=now)


def judged(action, by, now):
    later = now + timedelta(days=110)
    carry_out(action=Action.objects.get(pk=action.pk), note="Lagt", by=by, now=now)
    judge_effect(
        action=Action.objects.get(pk=action.pk),
        effect="worked",
        reason="Ingen fall",
        by=by,
        now=later,
    )
    return later


def state_of(incident):
    with scope.acting(scope.SYSTEM):
        return Incident.objects.get(pk=incident.pk).state


def story(nurse, incident, as_person):
    with as_person(nurse):
        return [
            (step.act, step.detail.get("state", ""))
            for step in case_file.timeline(queries.own_report(nurse.pk, incident.uuid))
        ]


def test_an_action_done_elsewhere_still_holds_the_case_after_it_is_handed_over(
    case, decide, take, world, ward_leader, other_leader, page, now, as_person
):
    action = decide(ward_leader, case)
    with as_person(ward_leader):
        commands.hand_over_incident(
            incident=queries.incident(case.uuid),
            to=world.other_ward,
            reason="Det skjedde hos dem",
            by=ward_leader,
            now=now,
        )
    take(other_leader, case)

    text = page(other_leader).get(f"/avvik/{case.uuid}/").content.decode()
    assert action.title in text
    assert f"/tiltak/{action.uuid}/" not in text
    assert "Ferdig uten tiltak" not in text
    with as_person(other_leader), pytest.raises(commands.EffectUnknown):
        commands.conclude_incident(
            incident=queries.incident(case.uuid), learned="Ferdig", by=other_leader, now=now
        )


def test_nothing_is_told_of_a_case_to_those_who_do_not_see_it(case, decide, outsider, as_person):
    with scope.acting(scope.SYSTEM):
        assert queries.incident(case.uuid) is not None
    with as_person(outsider):
        assert case_file.actions(case) == []


def test_only_live_actions_can_be_told_as_what_is_decided(
    case, decide, ward_leader, now, as_person
):
    action = decide(ward_leader, case)
    with as_person(ward_leader):
        dropped(action, ward_leader, now)
        with pytest.raises(commands.NothingDecided):
            commands.decide_improvement(
                incident=queries.incident(case.uuid), decision="Gulv", by=ward_leader, now=now
            )


def test_where_all_was_dropped_nobody_is_thanked_and_the_leader_is_asked_again(
    case, decided, nurse, ward_leader, told, now, as_person
):
    with as_person(ward_leader):
        dropped(decided, ward_leader, now)
    told()

    assert state_of(case) == "examining"
    assert story(nurse, case, as_person)[-2:] == [("tell_change", "dropped"), ("look_again", "")]
    waiting = Duty.objects.filter(kind=EXAMINE, subject_uuid=case.uuid, settled_at__isnull=True)
    assert waiting.count() == 1
    assert not Message.objects.filter(recipient=nurse, text__contains="helt opp").exists()


def test_the_reporter_hears_what_was_judged_before_anything_was_told(
    case, decide, nurse, ward_leader, now, as_person
):
    action = decide(ward_leader, case)
    with as_person(ward_leader):
        later = judged(action, ward_leader, now)
        commands.conclude_incident(
            incident=queries.incident(case.uuid), learned="Gulvet", by=ward_leader, now=later
        )

    assert story(nurse, case, as_person)[-2:] == [("tell_change", "finished"), ("conclude", "")]


@pytest.mark.parametrize(
    ("end", "says"),
    [
        ("nothing", "Avsluttet uten tiltak"),
        ("dropped", "Avsluttet. Tiltakene gikk ikke videre"),
        ("judged", "Fulgte opp til effekten var kjent"),
        ("both", "Fulgte opp til effekten var kjent. Noe gikk ikke videre"),
    ],
)
def test_the_trail_says_what_the_case_ended_with(
    case, decide, ward_leader, now, as_person, end, says
):
    first = decide(ward_leader, case) if end != "nothing" else None
    second = decide(ward_leader, case) if end == "both" else None
    later = now
    with as_person(ward_leader):
        if end in {"judged", "both"}:
            later = judged(first, ward_leader, now)
        if end in {"dropped", "both"}:
            dropped(second or first, ward_leader, now)
        commands.conclude_incident(
            incident=queries.incident(case.uuid), learned="Slik gikk det", by=ward_leader, now=later
        )

    with scope.acting(scope.SYSTEM):
        assert Entry.objects.get(act="incident.conclude", subject_id=case.pk).text == says


@pytest.mark.django_db(transaction=True)
def test_a_case_is_told_of_by_one_worker_at_a_time(case, decide, ward_leader, now, as_person, told):
    one, two = decide(ward_leader, case), decide(ward_leader, case)
    with as_person(ward_leader):
        commands.decide_improvement(
            incident=queries.incident(case.uuid), decision="Gulv", by=ward_leader, now=now
        )
        for action in (one, two):
            later = judged(action, ward_leader, now)
    found = []

    def another_worker():
        try:
            found.append(commands.tell_next_change(now=later))
        finally:
            connection.close()

    with scope.acting(scope.SYSTEM):
        assert queries.next_to_tell() is not None
        other = threading.Thread(target=another_worker)
        other.start()
        other.join()
    told(later)

    assert found == [False]
    assert state_of(case) == "concluded"
