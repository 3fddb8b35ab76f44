"""Up the line, pictures and matrices, through the pages."""

import re

import pytest

from styrk.core import scope
from styrk.organisation.models import Appointment
from styrk.risks import commands, picture, queries
from styrk.risks.models import Snapshot
from tests.risks.test_views import FNR, ROLES, after, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader(page, ward_leader):
    return page(ward_leader)


def test_a_risk_goes_from_the_ward_to_the_clinic(page, red, ward_leader, clinic_director, world):
    ward, clinic = page(ward_leader), page(clinic_director)
    sent = {"to": str(world.clinic.uuid), "reason": "Flere avdelinger"}
    text = after(ward, ward.post(f"/risiko/{red.uuid}/loft/", sent))
    assert "Foreslått" in text

    box = shown(clinic, "/risiko/loftet/")
    assert "Løftet til oss (1)</a>" in shown(clinic, "/risiko/")
    address = re.search(r'href="(/risiko/loftet/[^"]+/)"', box)[1]
    assert "Flere avdelinger" in shown(clinic, address)
    answer = {"answer": "take_in", "title": "Fall", "owner": str(clinic_director.uuid)}
    text = after(clinic, clinic.post(address, answer | {"words": "Takk"}))
    assert "Bygger på disse nedenfra" in text
    assert "Takk" in shown(ward, f"/risiko/{red.uuid}/")
    assert "Ingen venter på svar" in shown(clinic, "/risiko/loftet/")
    assert "gjort dette allerede" in after(clinic, clinic.post(address, answer))


def test_from_the_ward_to_the_tertial_picture_of_the_region(
    page, red, ward_leader, clinic_director, ceo, municipal_director, world, rate
):
    """Each level takes it in, rates it in its own words and lifts it; the top takes its picture."""
    Appointment.objects.filter(person=municipal_director).delete()
    Appointment.objects.create(
        person=municipal_director, unit=world.region, role="leader", valid_from="2020-01-01"
    )
    below, address = page(ward_leader), f"/risiko/{red.uuid}/"
    for person, unit in (
        (clinic_director, world.clinic),
        (ceo, world.trust),
        (municipal_director, world.region),
    ):
        sent = {"to": str(unit.uuid), "reason": "Gjelder flere"}
        assert "Foreslått" in after(below, below.post(f"{address}loft/", sent))
        above = page(person)
        box = shown(above, "/risiko/loftet/")
        proposal = re.search(r'href="(/risiko/loftet/[^"]+/)"', box)[1]
        answer = {"answer": "take_in", "title": f"Fall, {unit.name}", "owner": str(person.uuid)}
        rating = above.post(proposal, answer).url
        sent = {"kind": "now", "likelihood": "4", "harm_patient": "4", "reason": "Samlet"}
        after(above, above.post(rating, sent))
        below, address = above, rating.removesuffix("vurder/")

    sent = {"period": "2026-T3", "summary": "Fall er vår største risiko."}
    picture = after(below, below.post("/risiko/tertial/?enhet=r", sent))
    assert "Fall, Helse Prøve" in picture
    assert "Fall, Fjordheim sykehus (Fjordheim sykehus)" in picture
    assert "Rød (16)" in picture


def test_at_the_top_there_is_nowhere_to_lift_it(page, describe, rate, municipal_director, world):
    risk = describe(municipal_director, unit=world.municipality)
    rate(municipal_director, risk, 4, 4)
    client = page(municipal_director)

    assert "/loft/" not in shown(client, f"/risiko/{risk.uuid}/")
    assert client.get(f"/risiko/{risk.uuid}/loft/").status_code == 302


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ({"answer": "decline"}, "words"),
        ({"answer": "merge"}, "into"),
        ({"answer": "take_in", "title": ""}, "title"),
        ({}, "answer"),
        ({"answer": "decline", "words": f"Se {FNR}"}, "words"),
    ],
)
def test_an_answer_has_what_it_asks_for(page, lifted, ward_leader, clinic_director, sent, name):
    proposal = lifted(ward_leader)
    answer = page(clinic_director).post(f"/risiko/loftet/{proposal.uuid}/", sent)

    assert answer.status_code == 422
    assert f'href="#id_{name}' in answer.content.decode()


def test_a_proposal_is_answered_by_those_it_is_for(page, lifted, ward_leader, world):
    proposal = lifted(ward_leader)
    for role, sees in (
        ("clinic_director", 200),
        ("ceo", 200),
        ("quality_adviser", 200),
        ("ward_leader", 404),
        ("board_chair", 404),
        ("outsider_leader", 404),
    ):
        answer = page(world.people[role]).get(f"/risiko/loftet/{proposal.uuid}/")
        assert answer.status_code == sees, role


def test_from_another_trust_it_says_that_the_matrix_is_another(
    page, lifted, ceo, world, municipal_director
):
    Appointment.objects.filter(person=municipal_director).delete()
    Appointment.objects.create(
        person=municipal_director, unit=world.region, role="leader", valid_from="2020-01-01"
    )
    proposal = lifted(ceo, to=world.region)
    client, address = page(municipal_director), f"/risiko/loftet/{proposal.uuid}/"
    # Both rate in the example, which says the same in both.
    assert "En annen matrise enn deres" not in shown(client, address)

    sent = matrix_fields(shown(client, "/risiko/matrise/utkast/")) | {"red": "12"}
    after(client, client.post("/risiko/matrise/utkast/", sent))
    after(client, client.post("/risiko/matrise/publiser/"))
    text = shown(client, address)
    assert "En annen matrise enn deres" in text
    assert re.search(r'href="(/risiko/[0-9a-f-]{36}/)"', text)


def test_the_map_counts_and_leads_to_the_list(page, red, describe, ceo, ward_leader):
    describe(ward_leader, title="Ikke vurdert")
    client = page(ceo)
    text = shown(client, "/risiko/kart/?enhet=f.med")

    link = re.search(r'href="([^"]+rute=4x4)"', text)[1].replace("&amp;", "&")
    assert red.title in shown(client, link)
    assert "1 risiko er ikke vurdert" in text
    assert "Ingen risikoer å vise" in shown(client, "/risiko/kart/?enhet=f.med&bare=enheten")


def test_what_is_rated_in_an_older_matrix_is_not_on_the_map(page, yellow, ceo, quality_adviser):
    adviser = page(quality_adviser)
    draft = re.search(r'href="(/risiko/matrise/utkast/)"', shown(adviser, "/risiko/matrise/"))[1]
    sent = matrix_fields(shown(adviser, draft))
    after(adviser, adviser.post(draft, sent | {"name": "Vår matrise"}))
    assert "Vår matrise, versjon 2" not in shown(page(ceo), "/risiko/kart/")
    after(adviser, adviser.post("/risiko/matrise/publiser/"))

    text = shown(page(ceo), "/risiko/kart/")
    assert "Vår matrise, versjon 2" in text
    assert "eldre matrise" in text
    assert yellow.title in shown(page(ceo), "/risiko/?enhet=f&vis=eldre")


def matrix_fields(html):
    """What the form holds as it is shown."""
    values = dict(re.findall(r'<input class="ds-input"[^>]* name="([^"]+)" value="([^"]*)"', html))
    values |= dict(re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>\n?([^<]*)</textarea>', html))
    return values | {"green_by": "unit", "yellow_by": "unit", "red_by": "top"}


@pytest.mark.parametrize("role", ROLES)
def test_who_writes_the_matrix(role, page, world):
    client = page(world.people[role])
    writes = role in {"quality_adviser", "ceo", "administrator"}

    assert client.get("/risiko/matrise/utkast/").status_code == (200 if writes else 404)
    assert client.post("/risiko/matrise/publiser/").status_code == (302 if writes else 404)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"levels": "En\nTo"}, "tre til seks"),
        ({"steps_0": "a\nb"}, "like mange linjer"),
        ({"yellow": "20"}, "Gul må begynne før rød"),
        ({"red": "26"}, "rød må være mulig"),
        ({"name": ""}, "Fyll ut dette."),
    ],
)
def test_a_matrix_one_cannot_rate_in_is_not_saved(page, quality_adviser, change, said):
    client = page(quality_adviser)
    sent = matrix_fields(shown(client, "/risiko/matrise/utkast/"))
    answer = client.post("/risiko/matrise/utkast/", sent | change)

    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_the_tertial_picture_is_taken_and_stands(page, red, ward_leader, nurse, rate):
    client = page(ward_leader)
    sent = {"period": "2026-T2", "summary": "Fall er det største."}
    text = after(client, client.post("/risiko/tertial/", sent))
    assert "Risikobildet 2. tertial 2026" in text
    assert "Fall er det største." in text

    rate(ward_leader, red, 1, 1)
    address = picture_address()
    assert "Rød (16)" in shown(page(nurse), address)
    assert page(nurse).post("/risiko/tertial/", sent).status_code == 404


def picture_address():
    with scope.acting(scope.SYSTEM):
        return f"/risiko/tertial/{Snapshot.objects.get().uuid}/"


@pytest.mark.parametrize("sent", [{}, {"period": "2026-T9", "summary": "x"}, {"summary": FNR}])
def test_a_picture_needs_a_tertial_and_words(leader, sent):
    assert leader.post("/risiko/tertial/", sent).status_code == 422


@pytest.mark.parametrize(
    "address", ["/risiko/", "/risiko/kart/", "/risiko/tertial/", "/risiko/matrise/"]
)
def test_pages_with_nothing_in_them(page, world, address):
    for role in ("nurse", "ceo", "quality_adviser", "outsider", "home_leader"):
        assert page(world.people[role]).get(address).status_code == 200


def test_the_picture_opens_with_what_is_done_about_the_units_own_risks(
    page, red, plan, now, as_person, ward_leader, world
):
    with as_person(ward_leader):
        asked = {"plan": plan(world.ward, ward_leader), "by": ward_leader, "now": now}
        action = commands.add_action(risk=queries.risk(red.uuid), **asked)
    client = page(ward_leader)
    client.post("/risiko/tertial/", {"period": "2026-T2", "summary": "Fall er det største"})

    text = shown(client, picture_address())
    assert f"{action.title} ({ward_leader.name}, frist" in text


def test_a_picture_frozen_without_what_is_frozen_today_still_opens(
    page, red, lifted, take_in, rate, ward_leader, clinic_director, world
):
    """As the first ones were: nothing of places in the matrix, nor of what is done below."""
    above = take_in(clinic_director, lifted(ward_leader))
    rate(clinic_director, above, 4, 4)
    client = page(clinic_director)
    client.post("/risiko/tertial/", {"period": "2026-T2", "summary": "Fall er det største"})
    with scope.acting(scope.SYSTEM):
        taken = Snapshot.objects.get()
        content = taken.content
        for told in content["risks"]:
            for name in picture.LATER_RISK:
                del told[name]
            for source in told["sources"]:
                for name in picture.LATER_SOURCE:
                    del source[name]
        old = Snapshot.objects.create(
            unit=world.clinic,
            trust=world.trust,
            period="2025-T3",
            edition=1,
            summary="Som den gang",
            content=content,
            digest=taken.digest,
            taken_at=taken.taken_at,
            taken_by=clinic_director,
        )

    assert red.title in shown(client, f"/risiko/tertial/{old.uuid}/")


def test_a_tertial_may_be_pictured_until_the_next_one_is_and_every_edition_stands(
    page, red, rate, ward_leader, nurse
):
    client, address = page(ward_leader), "/risiko/tertial/"
    assert "2026-T1" not in client.get(address).content.decode()
    client.post(address, {"period": "2026-T2", "summary": "Fall."})
    first = picture_address()
    assert "viser risikoene slik de sto da:" in shown(client, first)
    rate(ward_leader, red, 5, 5)
    client.post(address, {"period": "2026-T2", "summary": "Rettet."})

    text = shown(page(nurse), first)
    assert "Dette er utgave 1. Bildet av tertialet er tatt på nytt siden." in text
    assert "Rød (16)" in text
    listed = page(nurse).get(address).content.decode()
    assert first in listed
    assert "Utgave 2" in listed

    client.post(address, {"period": "2026-T3", "summary": "Nå."})
    assert "2026-T2" not in client.get(address).content.decode()
    refused = client.post(address, {"period": "2026-T2", "summary": "Pyntet."})
    assert refused.status_code == 422
    with scope.acting(scope.SYSTEM):
        told = list(Snapshot.objects.order_by("pk").values_list("period", "edition", "before"))
        second = Snapshot.objects.get(period="2026-T2", edition=2).pk
    assert told == [("2026-T2", 1, None), ("2026-T2", 2, None), ("2026-T3", 1, second)]


def test_the_regions_picture_says_that_the_trusts_stand_apart(
    page, red, municipal_director, clinic_director, world
):
    Appointment.objects.filter(person=municipal_director).delete()
    Appointment.objects.create(
        person=municipal_director, unit=world.region, role="leader", valid_from="2020-01-01"
    )
    for person, apart in ((municipal_director, True), (clinic_director, False)):
        client = page(person)
        sent = {"period": "2026-T3", "summary": "Fall."}
        text = after(client, client.post("/risiko/tertial/", sent))
        assert ("Disse er egne virksomheter." in text) is apart
        assert (f"{world.trust.name}." in text) is apart
