"""The pages of placed requirements: who sees, who does, and what they say."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from styrk.core import clock
from styrk.requirements.models import Placement
from tests.clients import filled_in
from tests.counting import asked, shortened


def at(name, record):
    return reverse(f"requirements:{name}", args=[record.uuid])


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def test_a_units_list(accepted, page, ceo):
    answer = page(ceo).get("/krav/")

    assert says(
        answer, "Krav til Fjordheim sykehus", "3.1 Ventetiden i somatikken", "Daniel Drange"
    )
    assert says(answer, "Tatt imot og gjort konkret", "Oppdrag og bestilling 2026")


def test_an_empty_list_says_so(world, page, nurse):
    assert says(page(nurse).get("/krav/"), "Ingen krav er lagt til enheten")


def test_a_filter_without_hits_offers_all(accepted, page, ceo):
    assert says(page(ceo).get("/krav/?vis=not_applicable"), "Ingen krav her", "Vis alle")


@pytest.mark.parametrize("query", ["vis=rart", "etter=-1", "etter=" + "9" * 40, "sok=%00"])
def test_odd_questions_are_answered(accepted, page, ceo, query):
    assert page(ceo).get(f"/krav/?{query}").status_code == 200


def test_anyone_in_the_trust_sees_where_it_went(accepted, page, nurse):
    assert says(page(nurse).get(at("placement", accepted)), "Under 61 dager i alle klinikker")
    assert says(page(nurse).get(at("requirement", accepted.requirement)), "Fjordheim sykehus")


def test_a_neighbour_sees_the_sentence_and_not_what_others_made_of_it(accepted, page, outsider):
    assert page(outsider).get(at("placement", accepted)).status_code == 404
    assert page(outsider).get("/krav/?enhet=f").status_code == 404
    answer = page(outsider).get(at("requirement", accepted.requirement))
    assert says(answer, "Ventetiden i somatikken", "Kravet er ikke lagt til noen ennå")
    assert not says(answer, "Under 61 dager")


def test_the_leader_accepts(placed, page, ceo):
    assert says(page(ceo).get(at("accept", placed)), "Hva betyr kravet hos dere?")

    told = {"meaning": "Under 61 dager", "owner": str(ceo.uuid), "sign": "Ventelista"}
    filled_in(page(ceo), at("accept", placed), **told)

    placed.refresh_from_db()
    assert (placed.state, placed.meaning, placed.owner) == ("accepted", "Under 61 dager", ceo)


def test_what_is_missing_is_said_and_what_is_typed_is_kept(placed, page, ceo):
    answer = page(ceo).post(at("accept", placed), {"meaning": "Under 61 dager", "owner": ""})

    assert answer.status_code == 422
    assert says(answer, "Under 61 dager")


@pytest.mark.parametrize("act", ["accept", "decline", "report", "pass_on", "add_action"])
def test_only_those_who_answer_for_the_unit_act(accepted, page, nurse, outsider_leader, act):
    for person in (nurse, outsider_leader):
        assert page(person).get(at(act, accepted)).status_code == 404
        assert page(person).post(at(act, accepted)).status_code == 404


def test_the_region_places_and_does_not_answer(placed, page, region_leader, world):
    assert page(region_leader).get(at("accept", placed)).status_code == 404
    answer = page(region_leader).get(at("requirement", placed.requirement))
    assert says(answer, "Legg kravet til enheter", "Venter på svar")

    page(region_leader).post(
        at("requirement", placed.requirement),
        {
            "units": [str(world.their_trust.uuid)],
            "answer_due": f"{clock.day(placed.placed_at) + timedelta(days=9):%d.%m.%Y}",
        },
    )

    assert Placement.objects.filter(unit=world.their_trust).count() == 1


def test_declined_reported_and_passed_on(accepted, page, ceo, world):
    assert says(page(ceo).get(at("report", accepted)), "Hvordan går det?")
    assert says(page(ceo).get(at("pass_on", accepted)), "Medisinsk klinikk")
    page(ceo).post(
        at("pass_on", accepted),
        {"units": [str(world.clinic.uuid)], "answer_due": "31.12.2030"},
    )

    below = Placement.objects.get(unit=world.clinic)
    assert below.above == accepted
    answer = page(ceo).get(at("placement", accepted))
    assert says(answer, "Gitt videre til", "Medisinsk klinikk")


def test_status_is_reported(accepted, page, ceo):
    period = f"{clock.day(accepted.placed_at).year}-T{(clock.day(accepted.placed_at).month - 1) // 4 + 1}"

    page(ceo).post(
        at("report", accepted),
        {"period": period, "course": "at_risk", "text": "Ventetiden går opp i ortopedi."},
    )

    assert says(
        page(ceo).get(at("placement", accepted)), "Usikkert", "Ventetiden går opp i ortopedi."
    )


def test_the_owner_sees_how_those_below_answer_what_it_has_given(
    accepted, place, published, page, ceo, region_leader, outsider_ceo, world
):
    today = clock.day(accepted.placed_at)
    period = f"{today.year}-T{(today.month - 1) // 4 + 1}"
    address = f"/krav/status/{world.region.code}/{period}/"
    page(ceo).post(
        at("report", accepted), {"period": period, "course": "at_risk", "text": "Ortopedi strever."}
    )
    one = asked(page(region_leader), address)

    answer = page(region_leader).get(address)
    assert says(answer, "Krav Helse Prøve har gitt", "Usikkert: Fjordheim sykehus")
    assert says(answer, str(accepted.requirement), "1 enhet under: 1 usikkert.")
    place(published.requirements.get(ref="3.2"), world.trust)
    assert len(asked(page(region_leader), address)) == len(one) <= 12
    assert page(outsider_ceo).get(address).status_code == 404


def test_list_asks_as_much_for_three_as_for_one(accepted, published, place, page, ceo, world):
    one = asked(page(ceo), "/krav/")
    place(published.requirements.get(ref="3.2"), world.trust)
    place(published.requirements.get(ref="3.3"), world.trust)
    three = asked(page(ceo), "/krav/")

    assert len(one) == len(three) <= 12, shortened(three)


@pytest.mark.parametrize("name", ["placement", "requirement"])
def test_cascade_asks_as_much_for_three_as_for_one(
    accepted, requirement, place, page, ceo, world, name
):
    record = accepted if name == "placement" else requirement
    place(requirement, world.clinic, above=accepted, by=ceo)
    one = asked(page(ceo), at(name, record))
    place(requirement, world.other_clinic, world.ward, above=accepted, by=ceo)
    three = asked(page(ceo), at(name, record))

    assert len(one) == len(three) <= 12, shortened(three)
