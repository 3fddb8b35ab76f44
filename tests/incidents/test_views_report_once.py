"""Meld: once whatever the finger and the network do, without a session, from elsewhere; photos."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from styrk.access.models import Account, Draft
from styrk.access.queries import draft_for
from styrk.core import clock, scope
from styrk.incidents.models import Attachment, Reporter
from tests.clients import signed_in
from tests.incidents.conftest import FALL, picture, refused, reports

pytestmark = pytest.mark.django_db


def test_double_tap_is_one_report(page, nurse, meld):
    client = page(nurse)
    told = meld()
    first = client.post("/meld/", told)
    again = client.post("/meld/", told)

    assert first.url == again.url
    assert len(reports()) == 1
    with scope.acting(scope.SYSTEM):
        assert Reporter.objects.filter(incident=reports()[0]).count() == 1


def test_double_tap_with_photos_keeps_one_of_each(page, nurse, meld, upload):
    for _tap in (1, 2):
        page(nurse).post("/meld/", meld(key="01a2") | {"photos": upload()})
    assert not reports()  # that is no key

    told = meld()
    for _tap in (1, 2):
        page(nurse).post("/meld/", told | {"photos": upload()})
    with scope.acting(scope.SYSTEM):
        assert Attachment.objects.count() == 1


AGAIN = "den samme som du nettopp sendte"


def test_the_same_words_from_a_new_form_are_the_report_that_is_here(page, nurse, meld, upload):
    client = page(nurse)
    told = meld(about_leader="on")
    first = client.post("/meld/", told | {"photos": upload()})
    again = client.post("/meld/", told | {"photos": upload(), "key": str(uuid4())})

    assert again.url == first.url
    assert AGAIN in client.get(again.url).content.decode()
    assert len(reports()) == 1


def test_a_time_that_nobody_chose_makes_no_other_report(page, nurse, meld, stopped_clock):
    client = page(nurse)
    first = client.post("/meld/", meld(**filled_in(client)))
    stopped_clock.at += timedelta(seconds=61)
    again = client.post("/meld/", meld(**filled_in(client)))
    chosen = meld(
        **filled_in(client) | {"happened_at": f"{clock.oslo(stopped_clock.at):%Y-%m-%dT00:01}"}
    )

    assert again.url == first.url
    assert client.post("/meld/", chosen).url != first.url
    assert len(reports()) == 2


def filled_in(client) -> dict[str, str]:
    """What the form says of time by itself."""
    shown = client.get("/meld/").content.decode()
    return {
        name: re.search(rf'<input[^>]*name="{name}"[^>]*value="([^"]+)"', shown)[1]
        for name in ("opened", "happened_at")
    }


@pytest.mark.parametrize(
    "changed",
    [
        {"description": f"{FALL} Igjen."},
        {"harm_actual": "death"},
        {"kind": "equipment"},
        {"place": "Bad 3"},
        {"happened_at": "2026-11-15T10:00"},
        {"about_leader_there": "on", "about_leader": ""},
        {"photos": "another"},
    ],
)
def test_what_differs_from_the_one_before_is_another_report(
    page, nurse, meld, upload, world, changed
):
    client = page(nurse)
    told = meld(about_leader="on", unit=str(world.other_ward.uuid))
    client.post("/meld/", told | {"photos": upload()})
    photos = {"photos": upload()} if "photos" not in changed else {}
    new = {name: value for name, value in changed.items() if value and name != "photos"}
    left = {name: value for name, value in told.items() if changed.get(name, value)}
    answer = client.post("/meld/", left | new | photos | {"key": str(uuid4())})

    assert AGAIN not in client.get(answer.url).content.decode()
    assert len(reports()) == 2


def test_the_same_from_another_or_later_is_another_report(
    page, nurse, colleague, meld, stopped_clock
):
    for person in (nurse, colleague):
        page(person).post("/meld/", meld())
    assert len(reports()) == 2

    stopped_clock.at += timedelta(minutes=11)
    page(nurse).post("/meld/", meld())
    assert len(reports()) == 3


@pytest.mark.parametrize(
    "correction",
    [
        {"harm_actual": "death"},
        {"harm_possible": "death"},
        {"kind": "equipment"},
        {"place": "Bad 3"},
        {"immediate": "Tørket"},
        {"happened_at": "2026-11-15T10:00"},
        {"about_leader": "on"},
    ],
)
def test_correction_after_back_is_not_thrown_away(page, nurse, meld, correction):
    client = page(nurse)
    told = meld()
    first = client.post("/meld/", told)
    second = client.post("/meld/", told | correction)

    assert len(reports()) == 2
    assert first.url != second.url
    assert client.post("/meld/", told | correction).url == second.url


def test_photo_added_after_back_is_not_thrown_away(page, nurse, meld, upload):
    told = meld()
    for photos in ({}, {"photos": upload()}):
        page(nurse).post("/meld/", told | photos)
    with scope.acting(scope.SYSTEM):
        assert Attachment.objects.count() == 1


def test_double_tap_on_a_phone_whose_clock_is_ahead_is_one_report(page, nurse, meld, stopped_clock):
    ahead = clock.oslo(stopped_clock.at) + timedelta(minutes=3)
    told = meld(happened_at=f"{ahead:%Y-%m-%dT%H:%M}")
    for _tap in (1, 2):
        page(nurse).post("/meld/", told)
        stopped_clock.at += timedelta(seconds=2)

    assert len(reports()) == 1


@pytest.mark.parametrize("key", [None, "", "tull"])
def test_form_with_a_broken_key_gets_a_new_one(page, nurse, meld, key):
    client = page(nurse)
    text = refused(client.post("/meld/", meld(key=key)), "Send skjemaet en gang til.")
    new = text.split('name="key" value="')[1].split('"')[0]

    assert client.post("/meld/", meld(key=new)).status_code == 302


# Without a session, and from elsewhere


def test_report_without_session_is_kept_through_the_sign_in(page, world, meld, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    Account.objects.filter(username="nurse").update(password=make_password("fire trege elger"))
    client = page()
    sent = client.post("/meld/", meld(place="Bad 3"))
    assert sent.status_code == 401
    assert FALL in sent.content.decode()
    assert not reports()

    word = sent.content.decode().split('name="carried" value="')[1].split('"')[0]
    told = {"username": "nurse", "password": "fire trege elger", "carried": word}
    back = client.post("/logg-inn/", told | {"neste": "/meld/"})
    text = client.get(back.url).content.decode()
    for kept in ("Vi har tatt vare på det du skrev", FALL, 'value="Bad 3"'):
        assert kept in text


def test_report_from_a_locked_session_waits_in_the_form(
    page, nurse, meld, stopped_clock, as_person, unlock
):
    client = page(nurse)
    client.get("/meld/")
    stopped_clock.at += timedelta(hours=2)
    sent = client.post("/meld/", meld(place="Bad 3"))

    assert sent.status_code == 401
    assert not reports()
    text = client.get(unlock(client, sent, nurse).url).content.decode()
    for word in ("Vi har tatt vare på det du skrev", FALL, 'value="Bad 3"'):
        assert word in text
    assert page(nurse).post("/meld/", meld()).status_code == 302
    with as_person(nurse):
        assert draft_for(nurse, "/meld/") == {}


def test_what_is_refused_is_kept_in_place_of_what_was_typed_before(
    page, nurse, meld, now, as_person
):
    with as_person(nurse):
        Draft.objects.create(
            person=nurse, path="/meld/", fields={"description": "Pasi"}, saved_at=now
        )
    page(nurse).post("/meld/", meld(kind=None, place="Bad 3"))
    text = page(nurse).get("/meld/").content.decode()
    for word in ("Vi har tatt vare på det du skrev", FALL, 'value="Bad 3"'):
        assert word in text
    page(nurse).post("/meld/", meld())
    with as_person(nurse):
        assert draft_for(nurse, "/meld/") == {}


def test_form_from_another_site_is_refused_in_norwegian(world, nurse, meld, stopped_clock):
    client = signed_in(Client(enforce_csrf_checks=True), nurse)
    answer = client.post("/meld/", meld(), headers={"origin": "https://ond.example"})

    assert answer.status_code == 403
    assert "Skjemaet kunne ikke sendes" in answer.content.decode()
    assert "<html" in answer.content.decode()
    assert not reports()


def test_form_with_its_token_is_taken(world, nurse, meld, stopped_clock):
    client = signed_in(Client(enforce_csrf_checks=True), nurse)
    token = client.get("/meld/").content.decode().split('csrfmiddlewaretoken" value="')[1]

    assert client.post("/meld/", meld(csrfmiddlewaretoken=token.split('"')[0])).status_code == 302


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_wrong_method_is_said(page, nurse, method):
    assert getattr(page(nurse), method)("/meld/").status_code == 405


def test_far_too_much_is_refused_with_words(client_of, nurse, meld):
    answer = client_of(nurse).post("/meld/", meld(description="x" * 3_000_000))

    assert answer.status_code == 413
    assert "For mye på én gang" in answer.content.decode()
    assert not reports()


# Photos


def test_photos_come_along(page, nurse, meld, upload):
    client = page(nurse)
    photos = [upload("en.jpg"), upload("to.png", picture("PNG"), "image/png")]
    answer = client.post("/meld/", meld() | {"photos": photos})
    text = client.get(answer.url).content.decode()

    assert 'alt="Bilde 1"' in text
    assert 'alt="Bilde 2"' in text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"Ikke et bilde", "«bad.jpg» er ikke et bilde vi kan lese. Bruk JPG, PNG eller WebP."),
        (b"", "tom"),
        (b"x" * (10 * 1024 * 1024 + 1), "«bad.jpg» er for stort. Et bilde kan være på 10 MB."),
    ],
)
def test_photo_that_cannot_be_used_is_said(page, nurse, meld, upload, content, says):
    refused(page(nurse).post("/meld/", meld() | {"photos": upload(content=content)}), says)


def test_too_many_photos_are_said(page, nurse, meld, upload):
    six = [upload(f"{number}.jpg") for number in range(6)]

    refused(page(nurse).post("/meld/", meld() | {"photos": six}), "Legg ved høyst 5 bilder.")


def test_far_too_many_photos_are_refused_with_words(client_of, nurse, meld, upload):
    many = [upload(f"{number}.jpg") for number in range(11)]
    answer = client_of(nurse).post("/meld/", meld() | {"photos": many})

    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Legg ved høyst 5 bilder." in text
    assert "Pasienten falt" in text
    assert not reports()
