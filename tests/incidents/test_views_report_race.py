"""The same report sent by several requests at the very same time."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client

from styrk.core import scope
from styrk.incidents.models import Incident, Reporter
from styrk.messages.models import Message
from tests.clients import signed_in
from tests.incidents.conftest import reports

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 4


def together(*posts):
    """The answers of these calls, begun at the same moment, each with a connection of its own."""
    begin = Barrier(len(posts))

    def run(post):
        begin.wait()
        try:
            return post()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(posts)) as pool:
        return list(pool.map(run, posts))


def test_same_report_at_the_same_time_is_one(world, nurse, meld, stopped_clock):
    told = meld()
    clients = [signed_in(Client(), nurse) for _each in range(AT_ONCE)]
    answers = together(*(lambda c=c: c.post("/meld/", told) for c in clients))

    assert {answer.status_code for answer in answers} == {302}
    assert len({answer.url for answer in answers}) == 1
    (sent,) = reports()
    with scope.acting(scope.SYSTEM):
        assert Reporter.objects.filter(incident=sent).count() == 1
        assert sent.steps.count() == 1
        assert Message.objects.filter(recipient=nurse).count() == 1


def test_two_who_take_it_at_the_same_time_do_not_both_take_it_first(
    world, nurse, ward_leader, deputy, report, stopped_clock
):
    incident = report(nurse, world.ward)
    clients = [signed_in(Client(), person) for person in (ward_leader, deputy)]
    answers = together(*(lambda c=c: c.post(f"/avvik/{incident.uuid}/ta-imot/") for c in clients))

    assert [answer.status_code for answer in answers] == [302, 302]
    with scope.acting(scope.SYSTEM):
        found = Incident.objects.get(pk=incident.pk)
        takes = list(found.steps.filter(act="take").values_list("by", flat=True))
    # Both may take it; the last one has it, and the steps say in which order.
    assert found.handler_id == takes[-1]
    assert found.state == "examining"
