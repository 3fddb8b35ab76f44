"""A case that the law may demand is told further is not left before somebody has decided."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from styrk.core import scope, states
from styrk.incidents import commands as cases
from styrk.incidents import queries as incidents
from styrk.incidents.models import Incident
from styrk.serious.models import Obligation
from styrk.serious.refusals import BeforeItHappened
from tests.clients import filled_in
from tests.serious.conftest import NIGHT

pytestmark = pytest.mark.django_db


def stands(incident):
    with scope.acting(scope.SYSTEM):
        found = Incident.objects.get(pk=incident.pk)
        return found.state, found.statutory


def address(name, incident):
    return reverse(f"incidents:{name}", args=[incident.uuid])


@pytest.fixture
def decided(judge, ward_leader):
    """`decided(case, send=False)`: all that is proposed, one after the other."""

    def decided(case, *, send):
        while True:
            with scope.acting(scope.SYSTEM):
                one = Obligation.objects.filter(event=case, state="proposed").order_by("pk").first()
            if one is None:
                return
            judge(ward_leader, case, one.rule, send=send)

    return decided


def test_it_is_not_set_aside_before_it_is_decided_nor_when_it_is_told(
    page, incident, case, decided, ward_leader
):
    leader = page(ward_leader)
    assert stands(incident) == ("received", "undecided")
    for _time in range(2):
        answer = filled_in(leader, address("set_aside", incident), why="ict", note="Til IKT.")
        assert answer.status_code == 422
        assert "Loven kan kreve at hendelsen meldes videre" in unescape(answer.content.decode())
        assert stands(incident)[0] == "received"
        decided(case, send=True)
    assert stands(incident) == ("received", "told")


def test_what_is_not_to_be_told_may_be_set_aside(page, incident, case, decided, ward_leader):
    decided(case, send=False)
    assert stands(incident) == ("received", "")
    done = filled_in(page(ward_leader), address("set_aside", incident), why="ict", note="Til IKT.")
    assert done.status_code == 302
    assert stands(incident)[0] == "aside"


def test_the_one_who_reported_takes_nothing_back_then(
    page, incident, case, nurse, now, as_person, decided
):
    own = page(nurse).get(reverse("incidents:own_report", args=[incident.uuid])).content.decode()
    assert address("withdraw", incident) not in own
    with as_person(nurse):
        mine = incidents.own_report(nurse.pk, incident.uuid)
        with pytest.raises(cases.TooSerious):
            cases.withdraw_report(incident=mine, reason="Feil.", by=nurse, now=now)
        # Nor by a page that was drawn before it was asked.
        mine.statutory = ""
        with pytest.raises(states.NotNow):
            cases.withdraw_report(incident=mine, reason="Feil.", by=nurse, now=now)
    decided(case, send=False)
    own = page(nurse).get(reverse("incidents:own_report", args=[incident.uuid])).content.decode()
    assert address("withdraw", incident) in own


def test_it_is_not_followed_to_its_end_before_it_is_decided(
    page,
    incident,
    case,
    decided,
    ward_leader,
    take,
    now,
    as_person,
):
    take(ward_leader, incident)
    leader = page(ward_leader)
    ends = address("conclude", incident)
    answer = filled_in(leader, ends, learned="Vi har lært.")
    assert answer.status_code == 422
    assert "Noen må først avgjøre" in unescape(answer.content.decode())
    assert stands(incident)[0] == "examining"
    decided(case, send=True)
    assert filled_in(leader, ends, learned="Vi har lært.").status_code == 302
    assert stands(incident) == ("concluded", "told")


def test_a_duty_that_the_answers_do_not_give_any_more_holds_nothing(
    incident, case, answer, ward_leader
):
    assert stands(incident)[1] == "undecided"
    answer(ward_leader, incident, only={}, harm_actual="none")
    assert stands(incident)[1] == ""


def test_nothing_was_sent_before_it_had_happened(case, judge, send, ward_leader):
    judge(ward_leader, case, "V02")
    with pytest.raises(BeforeItHappened):
        send(ward_leader, case, "V02", at=NIGHT - timedelta(minutes=1))
    send(ward_leader, case, "V02", at=NIGHT + timedelta(minutes=40))
