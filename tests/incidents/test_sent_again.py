"""What is sent again, by an impatient finger or because the answer was lost, is done once."""

from datetime import timedelta

import pytest

from styrk.access.jobs import forget
from styrk.access.models import Sent
from styrk.actions.models import Action
from styrk.core import clock, scope
from styrk.duties.models import Duty
from styrk.incidents.models import Statement
from styrk.messages.models import Message
from tests.clients import fetched, sent_twice
from tests.incidents.conftest import acts

pytestmark = pytest.mark.django_db

CHANGE = "Ingen sklir"
BEFORE = "Dette har du sendt før, og det er lagret."


@pytest.fixture
def leader(page, ward_leader):
    return page(ward_leader)


@pytest.fixture
def question(world, now):
    return {
        "unit": str(world.other_ward.uuid),
        "question": "Hva så dere?",
        "due": f"{clock.after(now, days=7)}",
    }


@pytest.fixture
def planned(nurse, now):
    return {
        "title": "Nytt gulv",
        "change": CHANGE,
        "sign": "Ingen fall på badet",
        "level": "system",
        "owner": str(nurse.uuid),
        "due": f"{clock.after(now, days=30)}",
        "review_on": "",
    }


def count(model, **which):
    with scope.acting(scope.SYSTEM):
        return model.objects.filter(**which).count()


def test_a_question_is_asked_once(leader, case, question, other_leader):
    text = sent_twice(leader, f"/avvik/{case.uuid}/uttalelse/", **question)

    assert BEFORE in text
    assert count(Statement) == 1
    assert count(Duty, kind="incident.statement") == 1
    assert count(Message, recipient=other_leader) == 1
    assert acts(case).count("ask") == 1


def test_an_action_is_decided_once(leader, case, planned, nurse):
    text = sent_twice(leader, f"/avvik/{case.uuid}/tiltak/", **planned)

    assert BEFORE in text
    assert text.count("Nytt gulv") == 2, "in the list and in the history"
    assert count(Action, change=CHANGE) == 1
    assert count(Duty, kind="action.carry_out") == 1
    assert count(Message, recipient=nurse, subject__contains="Nytt gulv") == 1


def test_other_words_from_the_same_page_are_another_action(leader, case, planned):
    address = f"/avvik/{case.uuid}/tiltak/"
    sent = fetched(leader, address, **planned)
    leader.post(address, sent)
    leader.post(address, sent | {"title": "Flere vakter"})

    assert count(Action, change=CHANGE) == 2


def test_the_same_words_from_a_new_page_are_another_action(leader, case, planned):
    address = f"/avvik/{case.uuid}/tiltak/"
    for _time in range(2):
        leader.post(address, fetched(leader, address, **planned))

    assert count(Action, change=CHANGE) == 2


def test_the_key_of_another_stops_nobody(leader, page, deputy, case, planned):
    address = f"/avvik/{case.uuid}/tiltak/"
    sent = fetched(leader, address, **planned)
    leader.post(address, sent)
    page(deputy).post(address, sent)

    assert count(Action, change=CHANGE) == 2


def test_what_is_refused_is_not_taken_for_done(leader, case, planned):
    address = f"/avvik/{case.uuid}/tiltak/"
    sent = fetched(leader, address, **planned | {"title": ""})

    assert [leader.post(address, sent).status_code for _time in range(2)] == [422, 422]
    assert count(Sent) == 0


def test_a_case_handed_over_twice_is_not_missing(leader, case, world):
    fields = {"unit": str(world.other_ward.uuid), "reason": "Det skjedde hos dem."}
    text = sent_twice(leader, f"/avvik/{case.uuid}/send-videre/", **fields)

    assert BEFORE in text
    assert acts(case).count("hand_over") == 1


def test_what_was_sent_is_forgotten_after_a_week(leader, case, planned):
    sent_twice(leader, f"/avvik/{case.uuid}/tiltak/", **planned)
    with scope.acting(scope.SYSTEM):
        at = Sent.objects.get().at
    forget(at + timedelta(days=6))
    assert count(Sent) == 1

    forget(at + timedelta(days=8))
    assert count(Sent) == 0
