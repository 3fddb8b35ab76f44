"""The pages of risks: for every role, with and without data, whatever is typed."""

import re
from datetime import timedelta

import pytest

from styrk.core import clock
from styrk.risks import commands, queries
from styrk.risks.types import Description
from tests.counting import asked, shortened
from tests.world import SECRET

pytestmark = pytest.mark.django_db

NOBODY_HAS_IT = "01999999-0000-7000-8000-000000000000"
FNR = "13116900216"
ROLES = (
    *("nurse", "ward_leader", "deputy", "other_leader", "clinic_director", "quality_adviser"),
    *("ceo", "board_chair", "administrator", "outsider", "outsider_leader"),
)
READERS = {"nurse", "ward_leader", "deputy", "clinic_director", "quality_adviser", "ceo"}
READERS |= {"board_chair"}
KEEPERS = READERS - {"nurse", "board_chair"}
ACTS = ("endre", "vurder", "tiltak", "gjennomga", "loft", "avslutt")


def shown(client, address, **headers):
    answer = client.get(address, **headers)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


def after(client, answer):
    """The page one comes to."""
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    return client.get(answer.url).content.decode()


def told(answer):
    """All that a page says, but for its address and the token of its forms."""
    text = answer.content.decode()
    text = re.sub(r'(name="csrfmiddlewaretoken" value=|"X-CSRFToken": )"[^"]*"', r"\1", text)
    return answer.status_code, re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", NOBODY_HAS_IT, text)


@pytest.fixture
def leader(page, ward_leader):
    return page(ward_leader)


@pytest.fixture
def their_risk(world, outsider_leader, now, as_person):
    """The neighbour's risk, which says the secret word."""
    with as_person(outsider_leader):
        return commands.describe_risk(
            description=Description(
                unit=world.their_ward,
                title=f"Brann {SECRET}",
                description=SECRET,
                causes="",
                consequences="",
                measures="",
                interaction="none",
                owner=outsider_leader,
                review_on=clock.after(now, days=60),
            ),
            by=outsider_leader,
            now=now,
        )


# Who


@pytest.mark.parametrize("role", ROLES)
def test_each_role_sees_the_register_and_its_own_risks(role, page, world, yellow, their_risk):
    client = page(world.people[role])

    sees = 404 if role == "administrator" else 200
    for address in ("/risiko/", "/risiko/kart/", "/risiko/tertial/"):
        assert client.get(address).status_code == sees, address
    assert client.get("/risiko/matrise/").status_code == 200
    keeps = role in KEEPERS | {"other_leader", "outsider_leader"}
    for address in ("/risiko/ny/", "/risiko/loftet/"):
        assert client.get(address).status_code == (200 if keeps else 404), address
    expected = 200 if role in READERS else 404
    assert client.get(f"/risiko/{yellow.uuid}/").status_code == expected


@pytest.mark.parametrize("role", sorted(set(ROLES) - READERS))
def test_denied_looks_like_missing(role, page, world, yellow):
    client = page(world.people[role])
    for act in ("", *(f"{name}/" for name in (*ACTS, "aksepter"))):
        for method in (client.get, client.post):
            there = told(method(f"/risiko/{yellow.uuid}/{act}"))
            assert there == told(method(f"/risiko/{NOBODY_HAS_IT}/{act}")), act


@pytest.mark.parametrize("role", ["nurse", "board_chair"])
def test_who_only_reads_is_shown_no_way_to_change(role, page, world, yellow, acts):
    client = page(world.people[role])
    text = shown(client, f"/risiko/{yellow.uuid}/")

    assert not any(f"{yellow.uuid}/{act}/" in text for act in (*ACTS, "aksepter"))
    for act in (*ACTS, "aksepter"):
        assert client.post(f"/risiko/{yellow.uuid}/{act}/", {"reason": "Fordi"}).status_code == 404
    assert acts(yellow) == ["describe", "rate"]


@pytest.mark.parametrize("role", sorted(KEEPERS))
@pytest.mark.parametrize("act", ACTS)
def test_those_who_keep_it_get_every_form(role, act, page, world, yellow):
    assert page(world.people[role]).get(f"/risiko/{yellow.uuid}/{act}/").status_code == 200


def test_neighbours_risk_is_not_there(leader, their_risk):
    assert leader.get(f"/risiko/{their_risk.uuid}/").status_code == 404
    assert "Ingen risikoer ennå" in shown(leader, "/risiko/")
    assert leader.get("/risiko/kart/?enhet=g.med").status_code == 404
    assert leader.get("/risiko/tertial/?enhet=g.med").status_code == 404
    assert leader.get("/risiko/ny/?enhet=g.med.1.a").status_code == 404


def test_an_owner_from_elsewhere_works_on_it_but_does_not_lift_it(
    page, describe, rate, ward_leader, other_leader, acts
):
    risk = describe(ward_leader, owner=other_leader)
    client = page(other_leader)

    sent = {"note": "Som før", "next_on": "2027-03-01"}
    assert "Gjennomgangen er lagret" in after(
        client, client.post(f"/risiko/{risk.uuid}/gjennomga/", sent)
    )
    assert client.get(f"/risiko/{risk.uuid}/loft/").status_code == 302
    assert acts(risk) == ["describe", "review"]


# The register


def test_filters_limit_the_register(leader, describe, rate, ward_leader, now):
    red = describe(ward_leader, title="Den røde", interaction="external")
    rate(ward_leader, red, 5, 5)
    describe(ward_leader, title="Den nye", review_on=clock.after(now, days=5))

    for query, has, lacks in (
        ("sone=red", "Den røde", "Den nye"),
        ("sone=unrated", "Den nye", "Den røde"),
        ("vis=samhandling", "Den røde", "Den nye"),
        ("vis=mine", "Den røde", "Ingenting"),
        ("enhet=f.med.1.a", "Den nye", "Ingenting"),
        ("enhet=f.med.1.a&rute=5x5", "Den røde", "Den nye"),
        ("sone=lilla&vis=tull&rute=xx&eldre=igår", "Den nye", "Ingenting"),
    ):
        text = shown(leader, f"/risiko/?{query}")
        assert has in text, query
        assert lacks not in text, query
    for query in ("vis=sen", "vis=avsluttet", "enhet=f.med.1.a&rute=1x1"):
        assert "Ingen risikoer her" in shown(leader, f"/risiko/?{query}")


def test_late_ones_are_those_past_their_day(leader, described, stopped_clock, now):
    stopped_clock.at = now + timedelta(days=101)

    assert described.title in shown(leader, "/risiko/?vis=sen")


def test_htmx_gets_the_list_alone(leader, yellow):
    text = shown(leader, "/risiko/", HTTP_HX_REQUEST="true")

    assert yellow.title in text
    assert "<html" not in text


def test_the_register_asks_the_same_with_one_and_with_three(client_of, describe, rate, ward_leader):
    client = client_of(ward_leader)
    rate(ward_leader, describe(ward_leader), 3, 3)
    one = asked(client, "/risiko/")
    for _ in range(2):
        rate(ward_leader, describe(ward_leader), 4, 4)

    three = asked(client, "/risiko/")
    assert len(one) == len(three) <= 8, shortened(three)
    assert any("unit_id" in question and "ANY" in question for question in three)


def test_a_risk_asks_the_same_with_one_and_with_three_of_all(
    client_of, yellow, rate, plan, ward_leader, world, now, as_person
):
    client, address = client_of(ward_leader), f"/risiko/{yellow.uuid}/"
    with as_person(ward_leader):
        for number in (1, 2):
            for _ in range(number):
                risk = queries.risk(yellow.uuid)
                commands.add_action(
                    risk=risk, plan=plan(world.ward, ward_leader), by=ward_leader, now=now
                )
            rate(ward_leader, yellow, 3, 3)
            if number == 1:
                one = asked(client, address)

    three = asked(client, address)
    assert len(one) == len(three) == 12, shortened(three)
