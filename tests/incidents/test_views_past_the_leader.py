"""A report about a leader never reaches that leader: not at once, and not by a detour."""

import pytest

from styrk.access.queries import standing_of
from styrk.core import clock, scope
from styrk.duties.models import Duty
from styrk.incidents.models import Incident, IncidentStep
from styrk.messages.models import Message
from styrk.organisation.commands import changing
from styrk.organisation.models import Appointment, Deputyship
from styrk.trail.models import Entry
from tests.clients import fetched
from tests.world import SINCE

pytestmark = pytest.mark.django_db

CHOSEN = {
    "kind": "staff",
    "harm_actual": "mild",
    "harm_possible": "mild",
    "reason": "Det gjaldt en ansatt",
}


def told(person, incident):
    """The messages that tell the person of the incident."""
    with scope.acting(scope.SYSTEM):
        return list(
            Message.objects.filter(recipient=person, path__contains=str(incident.uuid)).values_list(
                "subject", flat=True
            )
        )


def waits_at(incident):
    """The unit at which somebody is to take it."""
    return Duty.objects.get(
        kind="incident.take", subject_uuid=incident.uuid, settled_at__isnull=True
    ).unit


def send_to(page, person, incident, unit):
    """Hand the incident over to the unit, as the person."""
    return page(person).post(
        f"/avvik/{incident.uuid}/send-videre/", {"unit": str(unit.uuid), "reason": "Hører til der"}
    )


@pytest.fixture
def vacant():
    """`vacant(ward)`: nobody leads it, and nobody acts for a leader."""

    def leave(unit):
        Appointment.objects.filter(unit=unit, role="leader").delete()
        Deputyship.objects.filter(unit=unit).delete()
        changing()

    return leave


def test_report_about_the_leader_by_the_form(page, meld, nurse, ward_leader, department_leader):
    page(nurse).post("/meld/", meld(about_leader="on"))
    with scope.acting(scope.SYSTEM):
        about = Incident.objects.get(about_leader=True)

    assert page(ward_leader).get(f"/avvik/{about.uuid}/").status_code == 404
    assert "falt på badet" not in page(ward_leader).get("/avvik/").content.decode()
    assert (
        "Gjelder lederen" in page(department_leader).get(f"/avvik/{about.uuid}/").content.decode()
    )


def test_report_about_the_leader_sent_back_to_the_unit_still_goes_past(
    page, report, take, nurse, ward_leader, deputy, department_leader, clinic_director, world
):
    about = report(nurse, world.ward, about_leader=True)
    take(department_leader, about)
    answer = send_to(page, department_leader, about, world.ward)

    assert answer.status_code == 302
    for person in (ward_leader, deputy):
        assert page(person).get(f"/avvik/{about.uuid}/").status_code == 404
        assert told(person, about) == []
    assert waits_at(about) == world.department
    assert page(department_leader).get(f"/avvik/{about.uuid}/").status_code == 200


def test_inhabil_leader_does_not_get_it_back(
    page, report, nurse, ward_leader, deputy, department_leader, world
):
    incident = report(nurse, world.ward)
    page(ward_leader).post(f"/avvik/{incident.uuid}/inhabil/", {"reason": "Jeg var på vakt"})
    before = told(ward_leader, incident)
    page(department_leader).post(f"/avvik/{incident.uuid}/ta-imot/")
    send_to(page, department_leader, incident, world.ward)

    assert waits_at(incident) == world.department
    for person in (ward_leader, deputy):
        assert page(person).get(f"/avvik/{incident.uuid}/").status_code == 404
    assert told(ward_leader, incident) == before


def test_answer_reaches_who_has_the_case_now(
    page, report, take, ask, nurse, ward_leader, department_leader, other_leader, world
):
    incident = report(nurse, world.ward)
    take(ward_leader, incident)
    statement = ask(ward_leader, incident, world.other_ward)
    page(ward_leader).post(f"/avvik/{incident.uuid}/inhabil/", {"reason": "Jeg var på vakt"})
    page(other_leader).post(f"/uttalelse/{statement.uuid}/", {"answer": "Vi så ingenting"})

    answered = "Sengepost 2A har svart på spørsmålet ditt"
    assert answered not in told(ward_leader, incident)
    assert answered in told(department_leader, incident)


def test_inhabil_at_two_levels_goes_past_both(
    page, report, nurse, ward_leader, department_leader, clinic_director, world
):
    about = report(nurse, world.ward, about_leader=True)
    page(department_leader).post(f"/avvik/{about.uuid}/inhabil/", {"reason": "Min nære venn"})

    assert page(clinic_director).get(f"/avvik/{about.uuid}/").status_code == 200
    for person in (ward_leader, department_leader):
        assert page(person).get(f"/avvik/{about.uuid}/").status_code == 404
    assert waits_at(about) == world.clinic


def test_report_about_the_leader_where_the_one_above_leads(
    page, report, nurse, department_leader, clinic_director, world, vacant
):
    """A ward without its own leader is led from above, and that is who «lederen min» is."""
    vacant(world.ward)
    about = report(nurse, world.ward, about_leader=True)

    assert page(department_leader).get(f"/avvik/{about.uuid}/").status_code == 404
    assert told(department_leader, about) == []
    assert page(clinic_director).get(f"/avvik/{about.uuid}/").status_code == 200
    assert waits_at(about) == world.clinic


def test_ward_without_a_leader_is_taken_by_the_one_above(
    page, report, nurse, department_leader, world, vacant
):
    vacant(world.ward)
    incident = report(nurse, world.ward)

    assert "Ny melding venter på deg" in told(department_leader, incident)
    assert waits_at(incident) == world.department
    assert page(department_leader).post(f"/avvik/{incident.uuid}/ta-imot/").status_code == 302


def test_nobody_above_the_chair_is_said(page, report, quality_adviser, board_chair, world):
    about = report(quality_adviser, world.trust, about_leader=True)
    client = page(board_chair)
    client.post(f"/avvik/{about.uuid}/ta-imot/")
    answer = client.post(f"/avvik/{about.uuid}/inhabil/", {"reason": "Jeg er i familie"})

    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Det er ingen leder over deg som kan ta saken." in text
    assert "Jeg er i familie" in text
    assert client.get(f"/avvik/{about.uuid}/").status_code == 200


def test_chair_may_handle_all_of_it(page, report, quality_adviser, board_chair, now, world):
    """From the report to the thanks, without a role at any unit."""
    about = report(quality_adviser, world.trust, about_leader=True)
    client = page(board_chair)
    address = f"/avvik/{about.uuid}/"
    steps = (
        ("ta-imot", {}),
        ("type-og-alvor", CHOSEN),
        ("funn", {"found": "Styret har snakket med begge."}),
        ("ferdig", {"learned": "Styret følger det opp i lederavtalen."}),
    )
    for act, fields in steps:
        answer = client.post(f"{address}{act}/", fetched(client, f"{address}{act}/", **fields))
        assert answer.url == address, act
        shown = client.get(address).content.decode()
    assert "Ferdig fulgt opp" in shown
    assert quality_adviser.name not in shown


# Past the top leader


@pytest.fixture
def named():
    """`named(person, unit)`: the person acts for the leader there from now on."""

    def name(person, unit):
        Deputyship.objects.create(unit=unit, person=person, valid_from=SINCE)
        changing()

    return name


def hidden_from(page, incident, *people):
    """Neither the case, its photos, nor its place in a list is shown to any of them."""
    for person in people:
        client = page(person)
        assert client.get(f"/avvik/{incident.uuid}/").status_code == 404, person
        assert incident.title not in client.get("/avvik/?q=badet").content.decode(), person
        assert incident.title not in client.get("/avvik/").content.decode(), person
        with scope.acting(standing_of(person, clock.day(clock.now())).scope):
            assert not Incident.objects.filter(pk=incident.pk).exists(), person
            assert not IncidentStep.objects.filter(incident=incident).exists(), person
            # What people have done themselves stands in their own log.
            lines = Entry.objects.filter(subject="incident", subject_id=incident.pk)
            assert not lines.exclude(person_id=person.pk).exists(), person


def test_deputy_named_after_the_report_does_not_see_what_is_about_the_top_leader(
    page, report, named, clinic_director, ceo, other_nurse, quality_adviser, board_chair, world
):
    about = report(clinic_director, world.trust, about_leader=True)
    named(other_nurse, world.trust)

    hidden_from(page, about, ceo, other_nurse, quality_adviser)
    assert page(board_chair).get(f"/avvik/{about.uuid}/").status_code == 200


def test_what_went_past_the_top_leader_stays_out_of_the_line_when_handed_down(
    page, report, named, clinic_director, ceo, other_nurse, quality_adviser, board_chair, world
):
    about = report(clinic_director, world.trust, about_leader=True)
    page(board_chair).post(f"/avvik/{about.uuid}/ta-imot/")
    send_to(page, board_chair, about, world.other_ward)
    named(other_nurse, world.trust)
    other_leader = world.people["other_leader"]

    hidden_from(page, about, ceo, other_nurse, quality_adviser)
    client = page(other_leader)
    assert about.title in client.get("/avvik/").content.decode()
    assert client.post(f"/avvik/{about.uuid}/ta-imot/").status_code == 302
    assert page(board_chair).get(f"/avvik/{about.uuid}/").status_code == 200
    client.post(f"/avvik/{about.uuid}/inhabil/", {"reason": "Min nære venn"})
    hidden_from(page, about, other_leader, ceo, other_nurse, quality_adviser)


@pytest.mark.parametrize("taken", [False, True])
def test_inhabil_top_leader_gives_it_to_the_chair_and_the_deputies_lose_it(
    page, report, take, named, nurse, ceo, other_nurse, board_chair, world, taken
):
    named(other_nurse, world.trust)
    incident = report(nurse, world.trust)
    if taken:
        take(ceo, incident)
    answer = page(ceo).post(f"/avvik/{incident.uuid}/inhabil/", {"reason": "Jeg var der"})

    assert answer.status_code == 302
    hidden_from(page, incident, other_nurse)
    assert page(ceo).get(f"/avvik/{incident.uuid}/").status_code == 404
    assert page(board_chair).get(f"/avvik/{incident.uuid}/").status_code == 200
    assert "En melding er sendt videre til deg" in told(board_chair, incident)
    assert f"Om det du meldte: {incident.title}" in told(nurse, incident)
    duty = Duty.objects.get(kind="incident.take", subject_uuid=incident.uuid)
    assert (duty.role, duty.settled_at) == ("board_chair", None)


def test_sight_follows_the_chair_and_not_the_person(
    page, report, clinic_director, board_chair, colleague, world, now
):
    about = report(clinic_director, world.trust, about_leader=True)
    page(board_chair).post(f"/avvik/{about.uuid}/ta-imot/")
    Appointment.objects.filter(role="board_chair", unit=world.trust).delete()
    Appointment.objects.create(
        person=colleague, unit=world.trust, role="board_chair", valid_from=SINCE
    )
    changing()

    assert page(board_chair).get(f"/avvik/{about.uuid}/").status_code == 404
    new = page(colleague)
    assert new.get(f"/avvik/{about.uuid}/").status_code == 200
    assert about.title in new.get("/min-side/").content.decode()
    answer = new.post(f"/avvik/{about.uuid}/funn/", {"found": "Styret har snakket med begge."})
    assert answer.status_code == 302


def test_answer_goes_to_the_post_when_the_handler_has_left_it(
    page, report, take, ask, nurse, ward_leader, colleague, other_leader, world
):
    incident = report(nurse, world.ward)
    take(ward_leader, incident)
    statement = ask(ward_leader, incident, world.other_ward)
    Appointment.objects.filter(person=ward_leader).delete()
    Appointment.objects.create(person=colleague, unit=world.ward, role="leader", valid_from=SINCE)
    changing()
    page(other_leader).post(f"/uttalelse/{statement.uuid}/", {"answer": "Vi så ingenting"})

    answered = "Sengepost 2A har svart på spørsmålet ditt"
    assert answered not in told(ward_leader, incident)
    assert answered in told(colleague, incident)
