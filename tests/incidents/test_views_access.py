"""Every address of the incidents for every role: who gets the page, and that «no» tells nothing."""

import re

import pytest
from django.urls import reverse

from styrk.core import scope
from styrk.incidents import urls
from styrk.incidents.models import IncidentStep, Statement
from styrk.trail.models import Entry, Reading
from tests.incidents.conftest import after

pytestmark = pytest.mark.django_db

NOBODY_HAS_IT = "01999999-0000-7000-8000-000000000000"
ROLES = (
    *("nurse", "ward_leader", "deputy", "other_leader", "clinic_director", "quality_adviser"),
    *("ceo", "board_chair", "administrator", "outsider", "outsider_leader"),
)
# Addresses that are open to everyone who is signed in.
OWN = {"report": 200, "places": 200, "own_reports": 200, "shared": 200}
FORMS = {
    *("confirm", "ask", "analyse", "add_action", "decide", "conclude", "hand_over", "recuse"),
    *("point_at_risk", "add", "set_aside", "whistleblow"),
}
POSTED = {"take", "take_many", "forget_search", "withdraw_risk"}
OF_QUESTION = {"withdraw_question", "extend_question"}
CASE = {
    **dict.fromkeys(("incident", "history", *FORMS, *OF_QUESTION), 200),
    "take_up_again": 302,
}
LINE = {"incidents": 200, "attachment": 200, "without_risk": 200, **CASE}
# What each gets beside OWN; everything else is 404.
GETS = {
    # Somebody has taken it in hand, so it is not withdrawn.
    "nurse": {"own_report": 200, "attachment": 200, "add_to_report": 200, "withdraw": 302},
    "ward_leader": LINE,
    "deputy": LINE,
    "other_leader": {"incidents": 200, "statement": 200, "attachment": 200},
    "clinic_director": LINE,
    "quality_adviser": LINE,
    "ceo": LINE,
    "board_chair": {},
    "administrator": {},
    "outsider": {},
    "outsider_leader": {"incidents": 200},
}


def subjects(incident):
    """What stands in the address after the name: the incident, but for these."""
    with scope.acting(scope.SYSTEM):
        return {
            "statement": Statement.objects.get().uuid,
            **dict.fromkeys(OF_QUESTION, Statement.objects.get().uuid),
            "attachment": incident.attachments.get().uuid,
            "without_risk": incident.responsible_unit.uuid,
        }


@pytest.fixture
def addresses(big_case):
    """Every address of the app by its name."""
    others = subjects(big_case)
    return {
        pattern.name: reverse(
            f"incidents:{pattern.name}",
            kwargs={
                name: others.get(pattern.name, big_case.uuid) for name in pattern.pattern.converters
            },
        )
        for pattern in urls.urlpatterns
    }


@pytest.fixture
def everyones(page, world):
    """`everyones("nurse")` is a client of the nurse's."""
    return lambda role: page(world.people[role])


def denied(address):
    """The same address of something that is not there."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", NOBODY_HAS_IT, address)


def told(answer):
    """All that a page says, but for its address and the token of its forms."""
    text = answer.content.decode()
    text = re.sub(r'(name="csrfmiddlewaretoken" value=|"X-CSRFToken": )"[^"]*"', r"\1", text)
    headers = sorted((name, value) for name, value in answer.headers.items() if name != "Vary")
    return answer.status_code, denied(text), headers


def get(client, name, address):
    # Search results are a part of a page, and asked for as one.
    return client.get(address, HTTP_HX_REQUEST="true" if name == "places" else "false")


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_its_pages_and_no_other(role, everyones, addresses):
    client = everyones(role)
    got = {name: get(client, name, address).status_code for name, address in addresses.items()}

    posted = dict.fromkeys(POSTED, 302)
    assert got == dict.fromkeys(addresses, 404) | OWN | posted | GETS[role]


@pytest.mark.parametrize("role", ROLES)
def test_denied_looks_like_missing(role, everyones, addresses):
    client = everyones(role)
    hidden = [
        address
        for name, address in addresses.items()
        if name not in OWN and name not in POSTED and name not in GETS[role]
    ]

    for address in hidden:
        if denied(address) != address:
            assert told(client.get(address)) == told(client.get(denied(address))), address


@pytest.mark.parametrize(
    "role", ["nurse", "other_leader", "board_chair", "administrator", "outsider_leader"]
)
def test_who_may_not_see_it_may_do_nothing_with_it(role, everyones, addresses):
    client = everyones(role)
    before = _written()
    answers = {
        name: told(client.post(addresses[name], {"reason": "Fordi", "decision": "Fordi"}))
        for name in (*FORMS, *OF_QUESTION, "take", "take_up_again")
    }

    for name, answer in answers.items():
        assert answer == told(client.post(denied(addresses[name]))), name
        assert answer[0] == 404, name
    assert _written() == before


def test_only_the_unit_that_is_asked_answers(everyones, addresses):
    for role in set(ROLES) - {"other_leader"}:
        answer = everyones(role).post(addresses["statement"], {"answer": "Ingenting å si"})
        assert answer.status_code == 404, role
    with scope.acting(scope.SYSTEM):
        assert Statement.objects.get().answered_at is None


def test_without_session_one_is_asked_to_sign_in(page, addresses):
    client = page()
    for name, address in addresses.items():
        answer = client.get(address)
        assert (answer.status_code, answer.url.split("?")[0]) == (302, "/logg-inn/"), name


@pytest.mark.parametrize("name", ["take", "take_many"])
def test_acts_are_posted_and_nothing_else(name, everyones, addresses):
    client, address = everyones("ward_leader"), addresses[name]
    assert client.get(address).url == address.removesuffix("ta-imot/")
    for method in ("put", "delete"):
        assert getattr(client, method)(address).status_code == 405


def test_reader_is_noted_for_the_incident_and_the_statement(
    everyones, addresses, big_case, ward_leader, as_person
):
    everyones("ward_leader").get(addresses["incident"])
    everyones("other_leader").get(addresses["statement"])
    shown = everyones("clinic_director").get(addresses["history"]).content.decode()

    assert shown.count(ward_leader.name) > 1
    assert "Olav Olsen" in shown


def readings(person):
    with scope.acting(scope.SYSTEM):
        return Reading.objects.filter(subject="incident", person_id=person.pk).count()


@pytest.mark.parametrize("name", sorted(FORMS))
def test_page_of_an_act_is_an_opening_of_the_case(name, everyones, addresses, quality_adviser):
    everyones("quality_adviser").get(addresses[name])
    assert readings(quality_adviser) == 1
    searched = {"find": "1", "search": "Sengepost"}
    after(
        everyones("quality_adviser"), everyones("quality_adviser").post(addresses[name], searched)
    )
    assert readings(quality_adviser) == 2


def test_page_that_is_denied_is_no_opening(everyones, addresses, outsider_leader):
    everyones("outsider_leader").get(addresses["analyse"])
    assert readings(outsider_leader) == 0


def test_openings_do_not_tell_who_reported(everyones, addresses, nurse, other_leader):
    everyones("nurse").get(addresses["own_report"])
    everyones("nurse").get(addresses["attachment"])
    everyones("other_leader").get(addresses["attachment"])

    assert readings(nurse) == 0
    assert readings(other_leader) == 1
    shown = everyones("quality_adviser").get(addresses["history"]).content.decode()
    assert nurse.name not in shown


def test_openings_are_one_line_a_day_with_how_many(everyones, addresses, clinic_director):
    for _time in range(3):
        everyones("clinic_director").get(addresses["incident"])
    shown = everyones("ward_leader").get(addresses["history"]).content.decode()

    assert shown.count(clinic_director.name) == 1
    assert "3 ganger den dagen" in shown


def _written():
    with scope.acting(scope.SYSTEM):
        return IncidentStep.objects.count(), Entry.objects.count()
