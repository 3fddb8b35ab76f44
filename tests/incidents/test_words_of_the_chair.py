"""What ends with the board's chair is said to lie with the chair, never at the top leader's own unit."""

import pytest

from styrk.core import scope
from styrk.messages.models import Message
from styrk.trail.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def handed(page, report, take, nurse, ward_leader, ceo, world):
    """A case of a ward's that the top leader is inhabil in, handed over to the top leader's unit."""
    incident = report(nurse, world.ward)
    take(ward_leader, incident)
    page(ceo).post(f"/avvik/{incident.uuid}/inhabil/", {"reason": "Jeg var der"})
    answer = page(ward_leader).post(
        f"/avvik/{incident.uuid}/send-videre/",
        {"unit": str(world.trust.uuid), "reason": "Hører til der"},
    )
    assert answer.status_code == 302
    return incident


@pytest.fixture
def passed_on(page, report, nurse, ceo, world):
    """A case at the top leader's own unit, that the leader is inhabil in."""
    incident = report(nurse, world.trust)
    page(ceo).post(f"/avvik/{incident.uuid}/inhabil/", {"reason": "Jeg var der"})
    return incident


def read(page, person, address):
    return page(person).get(address).content.decode()


def letters(person):
    with scope.acting(scope.SYSTEM):
        return list(Message.objects.filter(recipient=person).values_list("text", flat=True))


def test_reporter_reads_that_it_is_handed_to_the_chair(page, handed, nurse, world):
    timeline = read(page, nurse, f"/mine-meldinger/{handed.uuid}/")

    assert "Sendt til styrelederen" in timeline
    assert "Venter på at styrelederen tar imot" in timeline
    assert "Meldingen din er sendt til styrelederen, som ser på den videre." in letters(nurse)
    for text in (timeline, *letters(nurse)):
        assert world.trust.name not in text


def test_reporter_reads_that_it_is_passed_on_to_the_chair(page, passed_on, nurse):
    timeline = read(page, nurse, f"/mine-meldinger/{passed_on.uuid}/")

    assert "Sendt videre til styrelederen" in timeline
    told = "Meldingen din er sendt videre til styrelederen, som ser på den."
    assert told in letters(nurse)


def test_case_and_its_history_say_the_chair(page, handed, passed_on, board_chair):
    facts = read(page, board_chair, f"/avvik/{handed.uuid}/").split("Saken ligger hos")[1]
    assert "Styrelederen" in facts.split("</dd>")[0]
    history = read(page, board_chair, f"/avvik/{handed.uuid}/historikk/")
    assert "sendte meldingen til styrelederen: Hører til der" in history
    passed = read(page, board_chair, f"/avvik/{passed_on.uuid}/historikk/")
    assert "sendte saken til styrelederen" in passed


def test_trail_says_the_chair(handed, passed_on):
    with scope.acting(scope.SYSTEM):
        told = set(Entry.objects.filter(subject="incident").values_list("text", flat=True))
    assert {"Sendte meldingen til styrelederen", "Saken gikk videre til styrelederen"} <= told


def test_what_goes_to_a_unit_still_names_it(page, report, take, nurse, ward_leader, world):
    incident = report(nurse, world.ward)
    take(ward_leader, incident)
    page(ward_leader).post(
        f"/avvik/{incident.uuid}/send-videre/",
        {"unit": str(world.other_ward.uuid), "reason": "Hører til der"},
    )

    assert "Sendt til Sengepost 2A" in read(page, nurse, f"/mine-meldinger/{incident.uuid}/")


def test_what_goes_to_another_leader_is_said_so(page, report, nurse, ward_leader, world):
    incident = report(nurse, world.ward)
    page(ward_leader).post(f"/avvik/{incident.uuid}/inhabil/", {"reason": "Jeg var der"})

    told = read(page, nurse, f"/mine-meldinger/{incident.uuid}/")
    assert "Sendt videre til en annen leder" in told
