"""Describing a risk and acting on it, through the pages, whatever is typed."""

import re

import pytest

from styrk.core import clock, scope
from styrk.risks.models import Risk
from tests.clients import fetched
from tests.risks.test_views import FNR, NOBODY_HAS_IT, after, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader(page, ward_leader):
    return page(ward_leader)


@pytest.fixture
def fields(ward_leader, now):
    return {
        "title": "Feil blodtype",
        "interaction": "external",
        "counterpart": "blodbanken",
        "owner": str(ward_leader.uuid),
        "review_on": clock.after(now, days=60).isoformat(),
    }


def test_a_new_risk_is_described_and_then_rated(leader, fields, ward_leader):
    answer = leader.post("/risiko/ny/", fields)
    risk = owned(ward_leader)

    assert answer.url == f"/risiko/{risk.uuid}/vurder/"
    assert (risk.title, risk.counterpart, risk.interaction) == (
        "Feil blodtype",
        "blodbanken",
        "external",
    )
    sent = {"kind": "now", "likelihood": "2", "harm_patient": "5", "reason": "Én i fjor"}
    text = after(leader, leader.post(answer.url, sent))
    assert "Gul (10)" in text
    assert "Samhandling eksternt: blodbanken" in text


def owned(person):
    with scope.acting(scope.SYSTEM):
        return Risk.objects.get(owner=person)


def test_with_several_units_one_says_where_first(page, clinic_director, fields, world):
    client = page(clinic_director)
    text = shown(client, "/risiko/ny/")

    assert "?enhet=f.med.1.b" in text
    assert "?enhet=f.med.1.b" in shown(client, "/risiko/ny/?q=1B")
    assert "Ingen enheter passer" in shown(client, "/risiko/ny/?q=2A")
    sent = fields | {"owner": str(clinic_director.uuid)}
    client.post("/risiko/ny/?enhet=f.med.1.b", sent)
    assert owned(clinic_director).unit == world.second_ward


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"title": ""}, "Fyll ut dette."),
        ({"title": f"Pasient {FNR}"}, "fødselsnummer"),
        ({"owner": ""}, "Velg det som passer."),
        ({"owner": NOBODY_HAS_IT}, "owner"),
        ({"review_on": "2020-01-01"}, "Velg en dag etter i dag."),
        ({"review_on": "2040-01-01"}, "Velg en dag innen et år."),
    ],
)
def test_what_is_typed_stays_when_something_is_wrong(leader, fields, change, said):
    answer = leader.post("/risiko/ny/", fields | {"description": "Blir stående"} | change)

    assert answer.status_code == 422
    text = answer.content.decode()
    assert said in text
    assert "Blir stående" in text
    with scope.acting(scope.SYSTEM):
        assert not Risk.objects.exists()


def test_what_was_typed_when_the_page_was_left_is_there_again(leader, yellow):
    address = f"/risiko/{yellow.uuid}/avslutt/"
    leader.post("/kladd/", {"path": address, "reason": "Halvveis"})

    assert "Halvveis" in shown(leader, address)


def test_it_is_changed_from_what_it_was(leader, yellow, fields, again, ward_leader):
    text = shown(leader, f"/risiko/{yellow.uuid}/endre/")
    assert "Gulvet blir glatt" in text

    address = f"/risiko/{yellow.uuid}/endre/"
    after(leader, leader.post(address, fetched(leader, address, **fields)))
    assert again(ward_leader, yellow).title == "Feil blodtype"


def test_a_rating_says_how_bad_in_at_least_one(leader, described, acts):
    sent = {"kind": "now", "likelihood": "2", "reason": "Én i fjor"}
    answer = leader.post(f"/risiko/{described.uuid}/vurder/", sent)

    assert answer.status_code == 422
    assert "minst én" in answer.content.decode()
    assert acts(described) == ["describe"]


def test_the_page_says_what_does_not_hang_together(leader, yellow, rate, ward_leader):
    rate(ward_leader, yellow, 1, 1, kind="inherent")

    assert "Se på vurderingene av risikoen en gang til" in shown(leader, f"/risiko/{yellow.uuid}/")


def test_accepting_is_for_those_with_authority(page, red, ward_leader, ceo, now):
    client = page(ward_leader)
    text = shown(client, f"/risiko/{red.uuid}/")
    assert "øverste leder i virksomheten" in text
    assert "aksepter/" not in text
    refused = after(client, client.get(f"/risiko/{red.uuid}/aksepter/"))
    assert "Sonen krever en leder høyere opp." in refused

    sent = {"reason": "Til nytt bygg", "expires_on": clock.after(now, days=90).isoformat()}
    refused = after(client, client.post(f"/risiko/{red.uuid}/aksepter/", sent))
    assert "Sonen krever en leder høyere opp." in refused

    top = page(ceo)
    text = after(top, top.post(f"/risiko/{red.uuid}/aksepter/", sent))
    assert "Daniel Drange lever med den til" in text


def test_an_action_shows_the_risk_behind_it(leader, yellow, ward_leader, now):
    sent = {
        "title": "Nytt gulv",
        "change": "Ingen sklir",
        "sign": "Ingen fall",
        "level": "system",
        "owner": str(ward_leader.uuid),
        "due": clock.after(now, days=30).isoformat(),
        "review_on": "",
    }
    text = after(leader, leader.post(f"/risiko/{yellow.uuid}/tiltak/", sent))
    address = re.search(r'href="(/tiltak/[^"]+/)"', text)[1]

    assert yellow.title in shown(leader, address)


def test_ended_it_is_found_among_the_ended(leader, yellow):
    after(leader, leader.post(f"/risiko/{yellow.uuid}/avslutt/", {"reason": "Bygget om"}))

    assert yellow.title not in shown(leader, "/risiko/")
    assert yellow.title in shown(leader, "/risiko/?vis=avsluttet")
    again = leader.get(f"/risiko/{yellow.uuid}/vurder/")
    assert "passer ikke slik risikoen står nå" in after(leader, again)


def test_what_is_for_the_unit_is_not_done_by_an_owner_elsewhere(page, describe, nurse, acts, world):
    owned = describe(world.people["ward_leader"], owner=nurse)
    client, address = page(nurse), f"/risiko/{owned.uuid}/loft/"

    for answer in (client.get(address), client.post(address, {"to": "", "reason": "Hos dere"})):
        assert answer.status_code == 302
    sent = {"to": str(world.clinic.uuid), "reason": "Hører til hos dere"}
    after(client, client.post(address, sent))
    assert "propose" not in acts(owned)
