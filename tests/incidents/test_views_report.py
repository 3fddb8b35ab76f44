"""Meld: one form that takes anything, keeps what was typed, and makes one report of it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrk.core import clock
from styrk.organisation.commands import changing
from styrk.organisation.models import Appointment, Unit
from tests.counting import CONTROL, shortened
from tests.incidents.conftest import FALL, refused, reports

pytestmark = pytest.mark.django_db

FNR = "13116900216"
SENT = "Takk! Meldingen er sendt."


def test_form_is_filled_in_with_where_and_when(page, nurse, world):
    text = page(nurse).get("/meld/").content.decode()

    assert re.search(f'value="{world.ward.uuid}" checked', text)
    assert 'value="2026-11-16T10:00"' in text
    assert "Et annet sted" in text


def test_report_is_sent_and_followed(page, nurse, meld, world):
    client = page(nurse)
    answer = client.post("/meld/", meld(place="Bad 3", immediate="Tørket gulvet"))
    (sent,) = reports()

    assert answer.url == f"/mine-meldinger/{sent.uuid}/"
    text = client.get(answer.url).content.decode()
    for word in (SENT, "Mottatt. Takk for at du sa fra.", "Bad 3", "Tørket gulvet", FALL):
        assert word in text
    assert SENT not in client.get(answer.url).content.decode()
    assert (sent.unit, sent.kind, sent.harm_actual, sent.harm_possible) == (
        *(world.ward, "patient"),
        *("mild", "severe"),
    )


@pytest.mark.parametrize(
    ("left_out", "says"),
    [
        ("description", "Hva skjedde: Fyll ut dette."),
        ("kind", "Hva gjelder det: Velg det som passer."),
        ("unit", "Hvor skjedde det: Velg det som passer."),
        ("happened_at", "Når skjedde det: Fyll ut dette."),
        ("harm_actual", "Hvor alvorlig ble det: Velg hvor alvorlig det ble."),
    ],
)
def test_what_is_missing_is_said_in_plain_words(page, nurse, meld, left_out, says):
    kept = {"place": "Bad 3 ved vinduet"}
    answer = page(nurse).post("/meld/", meld(**{left_out: None}, **kept))

    text = refused(answer, says, keeps="Bad 3 ved vinduet")
    field = "id_happened_at" if left_out == "happened_at" else f"id_{left_out}"
    assert f'href="#{field}' in text


def test_empty_post_says_what_is_missing(page, nurse):
    text = refused(page(nurse).post("/meld/", {}), "Fyll ut dette.", keeps="Meld")

    assert text.count("Velg det som passer.") >= 2


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"description": "å" * 6001}, "Bruk høyst 6000 tegn; nå er den på 6001."),
        ({"place": "x" * 201}, "Bruk høyst 200 tegn"),
        ({"immediate": "x" * 2001}, "Bruk høyst 2000 tegn"),
        ({"happened_at": "i går"}, "Skriv dato og klokkeslett som 21.11.2026 14:05."),
        ({"happened_at": "2026-11-17T10:00"}, "Tidspunktet er fram i tid."),
        ({"happened_at": "0000-00-00T00:00"}, "Skriv dato og klokkeslett"),
        ({"happened_at": "0001-01-01T00:00"}, "Se på årstallet"),
        ({"happened_at": "0202-11-15T10:00"}, "Se på årstallet"),
        ({"happened_at": "9999-12-31T23:59"}, "Tidspunktet er fram i tid."),
        ({"kind": "tull"}, "Hva gjelder det"),
        ({"harm_actual": "tull"}, "Hvor alvorlig ble det"),
        ({"harm_possible": "tull"}, "Hvor alvorlig kunne det ha blitt"),
        ({"unit": "tull"}, "Hvor skjedde det"),
        ({"unit": "01999999-0000-7000-8000-000000000000"}, "Hvor skjedde det"),
        ({"description": "Pasienten falt\0 på badet"}, "Hva skjedde"),
        ({"unit": "annet"}, "Skriv litt av navnet på enheten, så finner vi den."),
        ({"unit": "annet", "search": "finnesikke"}, "søk på noe annet"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_kept(page, nurse, meld, changes, says):
    kept = FALL if "description" not in changes else changes["description"].replace("\0", "")[:14]

    refused(page(nurse).post("/meld/", meld(**changes)), says, keeps=kept)


def test_unit_of_the_neighbour_trust_is_refused(page, nurse, meld, world):
    text = refused(
        page(nurse).post("/meld/", meld(unit=str(world.their_ward.uuid))), "Hvor skjedde"
    )

    assert f'value="{world.their_ward.uuid}"' not in text


def test_time_a_little_ahead_is_the_phones_clock(page, nurse, meld, now):
    ahead = clock.oslo(now) + timedelta(minutes=4)
    page(nurse).post("/meld/", meld(happened_at=f"{ahead:%Y-%m-%dT%H:%M}"))

    assert reports()[0].happened_at == now


def test_time_may_be_typed_as_people_write_it(page, nurse, meld, now):
    page(nurse).post("/meld/", meld(happened_at="15.11.2026 kl. 23.10"))

    assert f"{clock.oslo(reports()[0].happened_at):%d.%m.%Y %H:%M}" == "15.11.2026 23:10"


@pytest.mark.parametrize("kind", ["suggestion", "good"])
def test_nobody_is_asked_how_bad_a_good_thing_was(page, nurse, meld, kind):
    page(nurse).post("/meld/", meld(kind=kind, harm_actual=None, harm_possible="death"))

    assert (reports()[0].harm_actual, reports()[0].harm_possible) == ("", "")


def test_what_could_have_happened_is_at_least_what_did(page, nurse, meld):
    page(nurse).post("/meld/", meld(harm_actual="moderate", harm_possible=None))

    assert reports()[0].harm_possible == "moderate"


def test_elsewhere_is_searched_for_and_chosen_without_scripts(page, nurse, meld, world):
    client = page(nurse)
    told = meld(unit="annet", search="2a")
    text = refused(client.post("/meld/", told), "Velg enheten i listen", "Sengepost 2A")

    assert f'value="{world.other_ward.uuid}"' in text
    client.post("/meld/", told | {"unit": str(world.other_ward.uuid)})
    assert reports()[0].unit == world.other_ward


def test_places_are_searched_for_while_one_types(page, nurse, world):
    found = page(nurse).get("/meld/steder/?search=senge", HTTP_HX_REQUEST="true").content.decode()

    assert "<html" not in found
    assert str(world.second_ward.uuid) in found
    assert str(world.ward.uuid) not in found
    assert str(world.their_ward.uuid) not in found
    for question in ("search=", "search=%00", "search=%5B(", "", "search=" + "x" * 9999):
        answer = page(nurse).get(f"/meld/steder/?{question}", HTTP_HX_REQUEST="true")
        assert answer.status_code == 200


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"Pasienten {FNR} falt på badet", "et fødselsnummer"),
        ("Ring datteren på 912 34 567 om fallet", "et telefonnummer"),
        ("Skriv til kari.lie@example.no om fallet", "en e-postadresse"),
    ],
)
def test_what_identifies_is_stopped_and_taken_out_on_request(page, nurse, meld, text, says):
    client = page(nurse)
    told = meld(description=text)
    refused(client.post("/meld/", told), says, "Fjern det for meg og fortsett", keeps=text)

    assert client.post("/meld/", told | {"redact": "1"}).status_code == 302
    (sent,) = reports()
    assert "fjernet]" in sent.description
    assert not any(secret in sent.description for secret in (FNR, "912 34", "kari.lie"))


def test_what_identifies_is_stopped_in_every_text(page, nurse, meld):
    for name in ("place", "immediate"):
        refused(page(nurse).post("/meld/", meld(**{name: f"Født {FNR}"})), "et fødselsnummer")


def test_redaction_keeps_the_form_where_something_else_is_wrong(page, nurse, meld):
    told = meld(description=f"Pasienten {FNR} falt på badet", kind=None, redact="1")

    refused(page(nurse).post("/meld/", told), "Velg det som passer.", keeps="Pasienten [fødsels")


def test_likely_name_is_asked_about_once(page, nurse, meld):
    client = page(nurse)
    told = meld(description="Pasienten Solveig Hansen falt på badet i natt.")
    asked = "Ser dette ut som et navn på en pasient: «Solveig Hansen»?"
    refused(client.post("/meld/", told), asked, 'name="guard_seen"', keeps="Solveig Hansen falt")

    assert client.post("/meld/", told | {"guard_seen": "1"}).status_code == 302
    assert "Solveig Hansen" in reports()[0].description


def test_confirmed_name_does_not_let_a_number_through(page, nurse, meld):
    told = meld(description=f"Solveig Hansen, {FNR}, falt på badet.", guard_seen="1")

    refused(page(nurse).post("/meld/", told), "et fødselsnummer", keeps="Solveig Hansen")


def test_text_is_shown_as_it_was_typed(page, nurse, meld):
    client = page(nurse)
    client.post("/meld/", meld(description='Arket sa <b>5 mg</b> & "10 mg". Vi ga 5.'))

    text = client.get(f"/mine-meldinger/{reports()[0].uuid}/").content.decode()
    assert "&lt;b&gt;5 mg&lt;/b&gt; &amp; &#34;10 mg&#34;" in text


def test_what_could_have_happened_is_never_less_than_what_did(page, nurse, meld, case, send):
    page(nurse).post("/meld/", meld(harm_actual="death", harm_possible="none"))
    chosen = {"kind": "patient", "harm_actual": "severe", "harm_possible": "mild"}
    send("type-og-alvor", reason="Bruddet ble sett på røntgen", **chosen)

    assert [(sent.harm_actual, sent.harm_possible) for sent in reports()] == [
        ("severe", "severe"),
        ("death", "death"),
    ]


def test_who_has_nothing_but_an_ended_unit_may_report_in_the_trust(page, nurse, meld, world, now):
    Appointment.objects.filter(person=nurse).delete()
    Unit.objects.filter(pk=nurse.home_unit_id).update(valid_to=clock.after(now, days=-1))
    changing()
    client = page(nurse)
    found = client.get("/meld/steder/?search=2A", HTTP_HX_REQUEST="true").content.decode()
    assert str(world.other_ward.uuid) in found

    client.post("/meld/", meld(unit=str(world.other_ward.uuid)))
    assert [sent.unit for sent in reports()] == [world.other_ward]
    refused_there = client.post("/meld/", meld(unit=str(world.their_ward.uuid)))
    assert refused_there.status_code == 422


def test_sending_asks_nineteen(page, nurse, meld):
    """What was known a moment ago is not asked again, and all letters are sent in one."""
    client = page(nurse)
    client.post("/meld/", meld(place="Bad 3"))
    with CaptureQueriesContext(connection) as captured:
        assert client.post("/meld/", meld()).status_code == 302
    questions = [q["sql"] for q in captured if not q["sql"].startswith(CONTROL)]

    assert len(questions) == 19, shortened(questions)
