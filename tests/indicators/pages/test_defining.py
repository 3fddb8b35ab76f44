"""Defining an indicator, measuring it otherwise, wanting something of it, and stopping."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from styrk.indicators.models import Indicator


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def at(name, *args):
    return reverse(f"indicators:{name}", args=args)


TYPED = {
    "name": "Trykksår",
    "code": "trykksaar",
    "purpose": "Ingen skal få sår av å ligge hos oss.",
    "area": "quality",
    "kind": "rate",
    "numerator": "Nye trykksår",
    "denominator": "liggedøgn",
    "measured_in": "per 1 000",
    "direction": "down",
    "rhythm": "month",
    "valid_from": "2026-01-15",
    "lag_days": "10",
    "decimals": "1",
}


@pytest.fixture
def sores(world, page, ward_leader):
    new = at("new_at", world.ward.uuid)
    page(ward_leader).post(new, TYPED | {"owner": str(ward_leader.uuid)})
    return Indicator.objects.get(code="trykksaar")


def test_a_leader_defines_one(world, page, ward_leader, nurse):
    first = page(ward_leader).get("/indikatorer/ny/?enhet=f.med.1.a")
    assert first["Location"] == at("new_at", world.ward.uuid)
    assert says(page(ward_leader).get(first["Location"]), "Ny indikator", "Hva telles?")
    assert page(nurse).get(first["Location"]).status_code == 404

    typed = TYPED | {"owner": str(ward_leader.uuid)}
    answer = page(ward_leader).post(first["Location"], typed, follow=True)

    assert says(answer, "Indikatoren er laget.", "Nye trykksår for hver 1\u202f000 liggedøgn.")
    made = Indicator.objects.get()
    assert made.definitions.get().valid_from == date(2026, 1, 1)


def test_what_does_not_hold_together_is_said(world, page, ward_leader):
    new = at("new_at", world.ward.uuid)
    typed = TYPED | {"denominator": "", "code": "to ord", "factor": "-1", "owner": ""}

    answer = page(ward_leader).post(new, typed)

    assert answer.status_code == 422
    assert says(answer, "En andel, en rate eller et gjennomsnitt trenger dette.", "Nye trykksår")
    assert says(answer, "Bruk bare bokstaver", "Skriv et tall over null.", 'value="Trykksår"')


def test_a_code_that_is_taken(world, sores, page, ward_leader):
    typed = TYPED | {"owner": str(ward_leader.uuid)}
    answer = page(ward_leader).post(at("new_at", world.ward.uuid), typed)

    assert answer.status_code == 422
    assert says(answer, "En annen indikator har koden.", 'value="Trykksår"')


def test_it_is_described_and_measured_anew(world, sores, page, ward_leader, nurse):
    typed = {"name": "Nye trykksår", "purpose": "", "area": "quality"}
    page(ward_leader).post(at("describe", sores.uuid), typed | {"owner": str(nurse.uuid)})
    sores.refresh_from_db()
    assert (sores.name, sores.owner) == ("Nye trykksår", nurse)

    revise = at("revise", sores.uuid)
    assert says(page(ward_leader).get(revise), 'value="Nye trykksår"', 'value="1000"')
    how = {name: value for name, value in TYPED.items() if name not in {"name", "code", "area"}}
    page(ward_leader).post(revise, how | {"numerator": "Trykksår grad 2–4", "note": "Fra 2027"})

    see = f"/indikatorer/{sores.uuid}/?enhet=f.med.1.a"
    assert says(page(nurse).get(see), "Trykksår grad 2–4 for hver", "Utgaver av definisjonen")


def test_what_is_counted_otherwise_is_not_reckoned_anew(world, sores, record, page, ward_leader):
    record(sores, world.ward, date(2026, 10, 1), 3, 900, by=ward_leader)
    how = {name: value for name, value in TYPED.items() if name not in {"name", "code", "area"}}

    answer = page(ward_leader).post(at("revise", sores.uuid), how | {"kind": "count"})

    assert answer.status_code == 422
    assert says(answer, "regnet på en annen måte", "Nye trykksår")


def test_a_person_chooses_the_chart(world, sores, page, ward_leader, nurse):
    path = at("chart", sores.uuid, "up")
    assert page(nurse).get(path).status_code == 404
    assert says(page(ward_leader).get(path), "Velg diagram", "U′-diagram")
    page(ward_leader).post(path, {"chart": "up", "reason": "Tallene spriker"})

    newest = sores.definitions.order_by("-number").first()
    assert (newest.number, newest.chart, newest.note) == (2, "up", "Tallene spriker")


def test_targets_for_all_and_for_one(world, define, page, quality_adviser, ward_leader, nurse):
    falls = define("falls", name="Fall")
    path = at("target", falls.uuid, world.ward.uuid)
    assert page(nurse).get(path).status_code == 404
    assert says(page(quality_adviser).get(path), "For alle enhetene som måles")
    assert not says(page(ward_leader).get(path), "For alle enhetene som måles")
    page(quality_adviser).post(path, {"value": "5", "valid_from": "2026-01-01", "for_all": "on"})
    page(ward_leader).post(path, {"value": "2,5", "valid_from": "2026-06-01"})

    wanted = {(one.unit_id, float(one.value)) for one in falls.targets.all()}
    assert wanted == {(None, 5.0), (world.ward.pk, 2.5)}
    assert says(page(nurse).get(f"/indikatorer/{falls.uuid}/?enhet=f.med.1.a"), "2,5\u00a0%")


def test_it_is_retired_and_what_was_measured_stays(world, sores, record, page, ward_leader, nurse):
    record(sores, world.ward, date(2026, 10, 1), 3, 900, by=ward_leader)
    path = at("retire", sores.uuid)
    assert page(nurse).get(path).status_code == 404
    page(ward_leader).post(path, {"last_day": "2026-10-31", "reason": "Måles nasjonalt nå"})

    see = f"/indikatorer/{sores.uuid}/?enhet=f.med.1.a"
    assert says(page(nurse).get(see), "Indikatoren er ikke i bruk lenger", "Måles nasjonalt nå")
    assert not says(page(ward_leader).get(see), "Registrer eller rett tall")
    assert page(ward_leader).get(at("values", sores.uuid, world.ward.uuid)).status_code == 404


@pytest.mark.parametrize("name", ["describe", "revise", "retire"])
def test_others_do_not_keep_it(sores, page, nurse, second_ward_leader, outsider_leader, name):
    for person in (nurse, second_ward_leader, outsider_leader):
        assert page(person).get(at(name, sores.uuid)).status_code == 404
        assert page(person).post(at(name, sores.uuid), {}).status_code == 404
