"""A report about the leader of another unit, where it happened, never reaches that leader."""

import re
from uuid import uuid4

import pytest

from styrk.access.models import Grant
from styrk.access.queries import standing_of
from styrk.core import clock, scope
from styrk.duties.models import Duty
from styrk.incidents.models import Attachment, Incident, IncidentStep, Recusal, Reporter
from styrk.messages.models import Message
from styrk.organisation.commands import changing
from styrk.organisation.models import Deputyship
from styrk.trail.models import Entry
from tests.incidents.conftest import FALL, after
from tests.world import SINCE

pytestmark = pytest.mark.django_db

TABLES = (Incident, Reporter, Recusal, IncidentStep, Attachment, Grant, Message, Entry)


@pytest.fixture
def acts_for():
    """`acts_for(person, unit)`: the person acts for the leader there."""

    def name(person, unit):
        Deputyship.objects.create(unit=unit, person=person, valid_from=SINCE)
        changing()

    return name


@pytest.fixture
def rows():
    """How many rows the database itself shows the person, of each table with any."""

    def shown(person):
        with scope.acting(standing_of(person, clock.day(clock.now())).scope):
            counts = {model.__name__: model.objects.count() for model in TABLES}
        return {name: count for name, count in counts.items() if count}

    return shown


def to_take(incident):
    duty = Duty.objects.get(kind="incident.take", subject_uuid=incident.uuid)
    return duty.unit, duty.role


def recused_from(incident):
    with scope.acting(scope.SYSTEM):
        return {one.person for one in Recusal.objects.filter(incident=incident)}


# The command


def test_goes_past_the_leader_of_the_place_to_the_one_above(
    report, acts_for, nurse, other_nurse, other_leader, world
):
    acts_for(other_nurse, world.other_ward)
    about = report(nurse, world.other_ward, about_leader_there=True)

    assert to_take(about) == (world.other_clinic, "leader")
    assert recused_from(about) == {other_leader, other_nurse}
    assert (about.about_leader, about.past_line) == (True, False)


def test_past_both_leaders_it_is_for_the_one_above_both(
    report, nurse, ward_leader, deputy, other_leader, world
):
    """Neither line may examine it: the highest of the two ways is taken."""
    about = report(nurse, world.other_ward, about_leader=True, about_leader_there=True)

    assert recused_from(about) == {ward_leader, deputy, other_leader}
    assert to_take(about) == (world.other_clinic, "leader")


def test_about_the_top_leader_and_a_ward_leader_it_is_for_the_chair(
    report, quality_adviser, ceo, other_leader, world
):
    """Not for the ward's clinic, which the top leader leads."""
    about = report(quality_adviser, world.other_ward, about_leader=True, about_leader_there=True)

    assert to_take(about) == (world.trust, "board_chair")
    assert recused_from(about) == {ceo, other_leader}
    assert about.past_line


def test_at_ones_own_place_it_is_the_same_leader(report, nurse, ward_leader, deputy, world):
    about = report(nurse, world.ward, about_leader_there=True)

    assert to_take(about) == (world.department, "leader")
    assert recused_from(about) == {ward_leader, deputy}


def test_one_who_leads_the_place_reports_past_the_one_above(
    report, other_leader, other_clinic_director, world
):
    about = report(other_leader, world.other_ward, about_leader_there=True)

    assert to_take(about) == (world.trust, "leader")
    assert recused_from(about) == {other_clinic_director}


# The database


def test_database_shows_the_leader_there_nothing_of_it(
    report, acts_for, take, rows, photo, nurse, other_leader, other_nurse, colleague, world
):
    acts_for(other_nurse, world.other_ward)
    before = {person: rows(person) for person in (other_leader, other_nurse, colleague)}
    about = report(nurse, world.other_ward, about_leader_there=True, photos=[photo])
    take(world.people["other_clinic_director"], about)
    # Named first now: the post sees no more than who held it then.
    acts_for(colleague, world.other_ward)

    assert {person: rows(person) for person in before} == before


# The pages


def test_form_offers_it_and_sends_it_past(
    page, meld, nurse, other_leader, other_clinic_director, world
):
    client = page(nurse)
    shown = client.get("/meld/").content.decode()
    assert "Meldingen gjelder lederen der det skjedde. Send den forbi lederen." in shown
    # Without JavaScript: search first, then choose the place among what was found.
    fields = meld(unit="annet", search="Sengepost 2A", about_leader_there="on")
    again = client.post("/meld/", fields).content.decode()
    assert 'name="about_leader_there"' in again
    assert again.split('name="about_leader_there"')[1].split(">")[0].count("checked") == 1
    answer = client.post(
        "/meld/", meld(key=str(uuid4()), unit=str(world.other_ward.uuid), about_leader_there="on")
    )

    told = after(client, answer)
    assert "Mottatt, og sendt forbi lederen der det skjedde til Kirurgisk klinikk." in told
    with scope.acting(scope.SYSTEM):
        about = Incident.objects.get(about_leader=True)
    bypassed = page(other_leader)
    assert bypassed.get(f"/avvik/{about.uuid}/").status_code == 404
    for address in (
        "/avvik/",
        "/avvik/?q=badet",
        "/min-side/",
        "/beskjeder/",
        "/saker-delt-med-deg/",
    ):
        assert FALL[:20] not in bypassed.get(address).content.decode(), address
    above = page(other_clinic_director).get(f"/avvik/{about.uuid}/").content.decode()
    assert "Gjelder lederen der det skjedde" in above


def test_both_said_of_ones_own_leader_it_is_told_once(
    page, report, nurse, department_leader, world
):
    about = report(nurse, world.ward, about_leader=True, about_leader_there=True)
    case = page(department_leader).get(f"/avvik/{about.uuid}/").content.decode()

    assert re.findall("Gjelder lederen[^<]*", case) == ["Gjelder lederen"]


def test_sent_back_to_the_place_it_still_goes_past(
    page, report, take, rows, nurse, other_leader, other_clinic_director, world
):
    about = report(nurse, world.other_ward, about_leader_there=True)
    take(other_clinic_director, about)
    page(other_clinic_director).post(
        f"/avvik/{about.uuid}/send-videre/",
        {"unit": str(world.other_ward.uuid), "reason": "Hører til der"},
    )

    assert page(other_leader).get(f"/avvik/{about.uuid}/").status_code == 404
    assert "Incident" not in rows(other_leader)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"about_leader": True}, "sendt forbi lederen din til Indremedisinsk avdeling"),
        (
            {"about_leader": True, "about_leader_there": True},
            "sendt forbi dem det gjelder, til Kirurgisk klinikk",
        ),
    ],
)
def test_reporter_reads_whom_it_went_past(page, report, nurse, world, asked, words):
    about = report(nurse, world.other_ward, **asked)

    assert words in page(nurse).get(f"/mine-meldinger/{about.uuid}/").content.decode()
