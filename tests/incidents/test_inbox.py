"""What a message is about need not open any more for the one who got it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrk.core import ids
from styrk.messages.commands import Letter, send
from styrk.messages.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(as_person, now):
    """`told(nurse, path)` puts a message about it in the nurse's inbox, `number` of them."""

    def tell(person, path, number=1):
        keys = [f"{ids.new_uuid()}" for _ in range(number)]
        send([Letter(person, key, "Beskjed".__str__, "Om".__str__, path) for key in keys], now=now)
        with as_person(person):
            return Message.objects.get(key=keys[-1])

    return tell


def shown(client):
    return client.get("/beskjeder/").content.decode()


def test_what_does_not_open_any_more_is_said_and_not_linked_to(
    page, nurse, department_leader, ward_leader, report, told, world
):
    """About one's leader, it is not for the leader; whose it is reads on."""
    about = report(nurse, world.ward, about_leader=True)
    path = f"/avvik/{about.uuid}/"
    for person in (ward_leader, department_leader):
        message = told(person, path)
        text, address = shown(page(person)), f"/beskjeder/{message.uuid}/"
        assert ("Siden er ikke åpen for deg lenger." in text) == (person == ward_leader)
        assert (f'href="{address}"' in text) == (person == department_leader)
        leads_to = "/beskjeder/" if person == ward_leader else path
        assert page(person).get(address).url == leads_to


def test_ones_own_report_is_not_the_case(page, nurse, report, told, world):
    mine = report(nurse, world.ward)
    told(nurse, f"/avvik/{mine.uuid}/")
    told(nurse, f"/mine-meldinger/{mine.uuid}/")

    assert shown(page(nurse)).count("Siden er ikke åpen for deg lenger.") == 1


def test_records_of_others_in_the_inbox_cost_one_question_a_kind(page, nurse, report, told, world):
    client = page(nurse)
    shown(client)
    mine = report(nurse, world.ward)
    told(nurse, f"/avvik/{mine.uuid}/", 3)
    told(nurse, number=3, path=f"/uttalelse/{ids.new_uuid()}/")
    told(nurse, number=3, path=f"/tiltak/{ids.new_uuid()}/")
    told(nurse, number=3, path=f"/risiko/{ids.new_uuid()}/")
    with CaptureQueriesContext(connection) as captured:
        assert shown(client).count("Siden er ikke åpen for deg lenger.") == 12
    assert len(captured) <= 12
