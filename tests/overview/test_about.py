"""What is logged about me, the four doors, the roles, and the health of it all."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from markupsafe import escape

from styrk.access.permissions import Permission
from styrk.core.glossary import Word, words
from styrk.overview import health, presenters, views
from styrk.trail.commands import record, record_reading

DOORS = {"planlegge": "§ 6", "gjennomfore": "§ 7", "evaluere": "§ 8", "korrigere": "§ 9"}


def shown(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_log_says_why_and_shows_nothing_yet(page, nurse):
    text = shown(page(nurse), "/min-side/logg/")

    assert "Loggen brukes ikke til å måle" in text
    assert "Ingen åpninger er notert." in text


def test_log_shows_own_openings_and_acts_alone(
    page, nurse, colleague, ward_leader, report, world, now
):
    incident = report(nurse, world.ward)
    for person, reference in ((ward_leader, incident.reference), (nurse, "2026-999999")):
        record_reading(
            by=person, now=now, subject="incident", subject_id=incident.pk, reference=reference
        )
    mine = shown(page(ward_leader), "/min-side/logg/")

    assert f"Melding {incident.reference}" in mine
    assert "2026-999999" not in mine
    assert "Meldte «Senga manglet bremse og trillet»" in shown(page(nurse), "/min-side/logg/")
    assert "Meldte" not in shown(page(colleague), "/min-side/logg/")


def test_log_tells_of_one_act_once_and_of_many_openings_on_one_line(page, nurse, now, world):
    for minutes in (0, 5, 60 * 24):
        at = now - timedelta(minutes=minutes)
        record_reading(by=nurse, now=at, subject="incident", subject_id=7, reference="2026-7")
    facts = {"by": nurse, "now": now, "act": "decide", "text": "Bestemte hva som skal bli bedre"}
    for subject in ("incident", "reported"):
        record(**facts, subject=subject, subject_id=7)
    text = shown(page(nurse), "/min-side/logg/")

    assert text.count("Melding 2026-7") == 2
    assert text.count("2 ganger") == 1
    assert text.count("Bestemte hva som skal bli bedre") == 1


def test_log_leads_to_what_is_older(page, nurse, now, monkeypatch, world):
    monkeypatch.setattr(views, "LOGGED", 2)
    for number in range(5):
        at = now - timedelta(hours=number)
        record_reading(
            by=nurse, now=at, subject="incident", subject_id=number, reference=f"2026-{number}"
        )
    client = page(nurse)
    text = shown(client, "/min-side/logg/")
    older = text.split('rel="next" href="')[1].split("#")[0].replace("&amp;", "&")
    text = shown(client, f"/min-side/logg/{older}")

    assert ("2026-2" in text, "2026-1<" in text) == (True, False)


@pytest.mark.parametrize(
    "question", ["apnet=x", "apnet=2026-01-01", "gjort=x", f"gjort={'9' * 30}"]
)
def test_nonsense_in_the_logs_address_is_no_error(page, nurse, question):
    shown(page(nurse), f"/min-side/logg/?{question}")


@pytest.mark.parametrize("address", DOORS)
def test_door_says_what_the_duty_asks(page, ward_leader, address):
    text = shown(page(ward_leader), f"/{address}/")

    assert DOORS[address] in text
    assert "st-lead" in text


def test_door_shows_only_what_one_may_open(page, ward_leader, nurse):
    assert "/avvik/" in shown(page(ward_leader), "/evaluere/").split("<main")[1]
    assert "/avvik/" not in shown(page(nurse), "/evaluere/").split("<main")[1]


def test_every_permission_has_words(page):
    assert set(presenters.PERMISSIONS) == set(Permission)


def test_roles_are_told_in_plain_words_and_mine_is_marked(page, ward_leader):
    text = shown(page(ward_leader), "/om/roller/")

    assert text.count("Du har denne rollen") == 1
    for word in ("Ansvarlig leder", "Styreleder", "lese forskriftskartet"):
        assert word in text


def test_norwegian_order_ends_in_ae_o_and_a():
    told = [Word(word, word, "", "", "") for word in ("årshjul", "øving", "ærlig", "Zoom", "avvik")]
    ordered = presenters.in_norwegian_order(told)

    assert [w.bokmal for w in ordered] == ["avvik", "Zoom", "ærlig", "øving", "årshjul"]


def test_glossary_tells_every_word_in_norwegian_order(page, nurse):
    text = shown(page(nurse), "/om/ordliste/")
    told = presenters.in_norwegian_order(words())

    assert all(escape(word.meaning) in text for word in words())
    places = [text.index(f"<dt>{escape(word.bokmal)}") for word in told]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "address", ["/min-side/logg/", "/om/roller/", "/om/ordliste/", "/planlegge/"]
)
def test_pages_about_oneself_ask_one_to_sign_in(page, world, address):
    assert page().get(address).status_code == 302


def test_health_is_open_and_short(client, db, django_assert_num_queries):
    client.get("/helse/")
    with django_assert_num_queries(1):
        answer = client.get("/helse/", headers={"host": "10.0.0.7"})

    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "database": "ok", "schema": "ok"}
    assert not answer.cookies


def test_health_says_when_the_schema_is_behind(client, db, monkeypatch):
    monkeypatch.setattr(health, "wanted", lambda: health.applied() | {("core", "9999_later")})
    answer = client.get("/helse/")

    assert answer.status_code == 503
    assert answer.json()["schema"] == "behind"


def test_health_says_when_the_database_is_gone(client, db, monkeypatch):
    def gone():
        raise OperationalError

    monkeypatch.setattr(health, "applied", gone)
    answer = client.get("/helse/")

    assert answer.status_code == 503
    assert answer.json()["database"] == "unreachable"
