"""«Dette virker ikke», said of an action wherever it came from: who may say it, and who answers."""

import pytest

from styrk.actions import commands, queries
from styrk.actions.models import ActionStep, Objection
from styrk.core import scope
from styrk.core.states import NotNow
from styrk.duties.models import Duty
from styrk.messages.models import Message

pytestmark = pytest.mark.django_db
TEXT = "Gulvet er like glatt"


def at(act, record):
    return f"/tiltak/svar/{record.uuid}/" if act == "answer" else f"/tiltak/{record.uuid}/{act}/"


@pytest.fixture
def said(planned, nurse, now, as_person):
    with as_person(nurse):
        return commands.object_to_action(
            action=queries.action(planned.uuid), text=TEXT, by=nurse, now=now
        )


def text_of(client, address):
    return client.get(address).content.decode()


def test_one_who_is_affected_says_so_and_the_owner_answers(page, planned, nurse, ward_leader):
    own = f"/tiltak/{planned.uuid}/"
    assert at("virker-ikke", planned) in text_of(page(nurse), own)

    page(nurse).post(at("virker-ikke", planned), {"text": TEXT})

    with scope.acting(scope.SYSTEM):
        objection = Objection.objects.get()
        assert Duty.objects.get(kind="action.answer", settled_at=None).unit_id == planned.unit_id
        assert Message.objects.get(recipient=ward_leader).subject.startswith("Noe virker ikke: ")
    assert TEXT in text_of(page(nurse), own)
    assert at("answer", objection) not in text_of(page(nurse), own)
    assert at("answer", objection) in text_of(page(ward_leader), own)

    page(ward_leader).post(at("answer", objection), {"answer": "Nytt belegg kommer i mai"})

    assert "Nytt belegg kommer i mai" in text_of(page(nurse), own)
    with scope.acting(scope.SYSTEM):
        assert not Duty.objects.filter(kind="action.answer", settled_at=None).exists()
        assert Message.objects.get(recipient=nurse).subject.startswith("Du har fått svar: ")
        steps = ActionStep.objects.filter(action=planned).order_by("pk")
        assert list(steps.values_list("act", flat=True))[-2:] == ["object", "answer"]


def test_it_is_answered_once(said, planned, ward_leader, now, as_person):
    facts = {"action": planned, "objection": said, "by": ward_leader, "now": now}
    with as_person(ward_leader):
        commands.answer_objection(answer="Ja", **facts)
        with pytest.raises(commands.Answered):
            commands.answer_objection(answer="Nei", **facts)


def test_the_owner_does_not_object_to_oneself(page, planned, ward_leader):
    assert at("virker-ikke", planned) not in text_of(page(ward_leader), f"/tiltak/{planned.uuid}/")
    assert page(ward_leader).get(at("virker-ikke", planned)).status_code == 404


@pytest.mark.parametrize("who", ["outsider", "outsider_leader", "other_leader"])
def test_what_one_does_not_see_one_does_not_hear_of(page, planned, said, world, who, as_person):
    client = page(world.people[who])

    assert client.get(at("virker-ikke", planned)).status_code == 404
    assert client.get(at("answer", said)).status_code == 404
    with as_person(world.people[who]):
        assert not Objection.objects.exists()


def test_one_who_did_not_own_it_does_not_answer(page, said, nurse):
    assert page(nurse).get(at("answer", said)).status_code == 404


def test_the_new_owner_answers_what_waits(
    said, planned, ward_leader, department_leader, now, as_person
):
    with as_person(ward_leader):
        commands.hand_over_action(
            action=queries.action(planned.uuid),
            to=department_leader,
            reason="Ny eier",
            by=ward_leader,
            now=now,
        )

    with as_person(department_leader):
        said.refresh_from_db()
    assert said.asked == department_leader


def test_what_goes_no_further_is_not_objected_to(planned, nurse, ward_leader, now, as_person):
    with as_person(ward_leader):
        commands.drop_action(action=planned, reason="Nei", by=ward_leader, now=now)
    with as_person(nurse), pytest.raises(NotNow):
        commands.object_to_action(action=planned, text=TEXT, by=nurse, now=now)


def test_what_was_said_of_it_in_a_goal_stands_on_it_too(page, planned, nurse, ward_leader, now):
    with scope.acting(scope.SYSTEM):
        Objection.objects.create(
            subject="goal",
            subject_uuid=planned.uuid,
            title="Færre fall",
            unit=planned.unit,
            action=planned,
            text=TEXT,
            asked=ward_leader,
            said_at=now,
            said_by=nurse,
        )

    text = text_of(page(ward_leader), f"/tiltak/{planned.uuid}/")

    assert TEXT in text
    assert "er bedt om å svare" in text
