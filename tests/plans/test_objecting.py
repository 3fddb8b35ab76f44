"""«Dette virker ikke», said of what stands in a plan: on the plan, and answered there."""

import pytest

from styrk.actions.models import Objection
from styrk.core import scope
from styrk.duties.models import Duty
from styrk.goals.models import Goal
from styrk.messages.models import Message
from styrk.plans import commands
from styrk.plans.models import PlanItem
from styrk.plans.subject import Subject

pytestmark = pytest.mark.django_db
TEXT = "Ingen på natt får det til"


def text_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_priority_is_objected_to_and_answered_on_the_plan(page, approved, nurse, ward_leader):
    item = PlanItem.objects.get(plan=approved)
    own, way = f"/plan/{approved.uuid}/", f"/plan/punkt/{item.uuid}/virker-ikke/"
    assert way in text_of(page(nurse), own)
    assert way not in text_of(page(ward_leader), own)

    assert page(nurse).post(way, {"text": ""}).status_code == 422
    page(nurse).post(way, {"text": TEXT})

    objection = Objection.objects.get()
    answering = f"/plan/svar/{objection.uuid}/"
    assert (objection.asked, objection.title) == (ward_leader, "Trygge bad")
    assert Duty.objects.filter(kind="priority.answer", settled_at=None).count() == 1
    assert TEXT in text_of(page(nurse), own)
    assert answering not in text_of(page(nurse), own)
    assert page(nurse).get(answering).status_code == 404
    assert answering in text_of(page(ward_leader), own)
    assert "Svar den som sier at noe ikke virker" in text_of(page(ward_leader), "/min-side/")

    page(ward_leader).post(answering, {"answer": "Vi flytter en fra dag"})

    assert "Vi flytter en fra dag" in text_of(page(nurse), own)
    assert not Duty.objects.filter(kind="priority.answer", settled_at=None).exists()
    with scope.acting(scope.SYSTEM):
        assert Message.objects.get(recipient=nurse).subject == "Du har fått svar: Trygge bad"
    again = page(ward_leader).post(answering, {"answer": "En gang til"}, follow=True)
    assert "Noen har svart allerede." in again.content.decode()


def test_a_goal_in_the_plan_is_objected_to_on_its_own_page(
    page, draft, agreed, nurse, ward_leader, now, as_person
):
    with as_person(ward_leader):
        commands.add_item(plan=draft, subject=Subject(goal=agreed), by=ward_leader, now=now)

    text = text_of(page(nurse), f"/plan/{draft.uuid}/")

    assert f"/mal/{Goal.objects.get().uuid}/virker-ikke/" in text


def test_neither_what_was_taken_out_nor_in_another_trust(
    page, draft, item, nurse, outsider, ward_leader, now, as_person
):
    way = f"/plan/punkt/{item.uuid}/virker-ikke/"
    assert way in text_of(page(nurse), f"/plan/{draft.uuid}/")
    assert page(outsider).get(way).status_code == 404

    with as_person(ward_leader):
        commands.take_out_item(item=item, reason="Ikke i år", by=ward_leader, now=now)

    assert way not in text_of(page(nurse), f"/plan/{draft.uuid}/")
    assert page(nurse).post(way, {"text": TEXT}).status_code == 302
    assert not Objection.objects.exists()
