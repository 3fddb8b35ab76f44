import logging
from datetime import timedelta

import pytest

from styrk.access.middleware import SHARED
from styrk.access.models import Account
from styrk.trail.models import Entry

MY_PAGE = "/min-side/"


def test_sign_in_page_asks_for_name_and_password(page):
    answer = page().get("/logg-inn/")

    assert answer.status_code == 200
    assert b'autocomplete="username"' in answer.content
    assert b'autocomplete="current-password"' in answer.content


def test_sign_in_goes_to_min_side(page, sign_in):
    client = page()
    answer = sign_in(client, "nurse")

    assert answer.url == MY_PAGE
    assert "Nora Nilsen" in client.get(MY_PAGE).content.decode()


def test_sign_in_does_not_mind_capitals(page, sign_in):
    assert sign_in(page(), "NURSE").url == MY_PAGE


def test_sign_in_goes_back_to_where_one_was(page, sign_in):
    assert sign_in(page(), "nurse", neste="/om/roller/?a=1").url == "/om/roller/?a=1"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://ond.example/",
        "//ond.example/",
        r"/\ond.example/",
        "javascript:alert(1)",
        "\x00/",
        "",
    ],
)
def test_sign_in_never_goes_to_another_site(page, sign_in, elsewhere):
    assert sign_in(page(), "nurse", neste=elsewhere).url == MY_PAGE


def test_wrong_password_says_so_and_keeps_the_name(page, sign_in):
    answer = sign_in(page(), "nurse", word="feil", neste="/meld/")
    text = answer.content.decode()

    assert answer.status_code == 422
    assert "Brukernavnet eller passordet er feil." in text
    assert 'value="nurse"' in text
    assert 'value="/meld/"' in text
    assert "feil" not in text.replace("Brukernavnet eller passordet er feil.", "").split("<main")[1]


def test_unknown_name_says_the_same_as_wrong_password(page, sign_in):
    known = sign_in(page(), "nurse", word="feil").content.decode()
    unknown = sign_in(page(), "ingen", word="feil").content.decode()

    assert "Brukernavnet eller passordet er feil." in unknown
    assert known.count("ds-validation-message") == unknown.count("ds-validation-message")


def test_empty_form_says_what_is_missing(page, password):
    answer = page().post("/logg-inn/", {})

    assert answer.status_code == 422
    assert answer.content.decode().count("Fyll ut dette.") >= 2


def test_very_long_name_is_refused_and_no_error(page, sign_in):
    assert sign_in(page(), "x" * 5000).status_code == 422


def test_signed_in_is_not_asked_again(page, nurse):
    assert page(nurse).get("/logg-inn/?neste=/om/roller/").url == "/om/roller/"


def test_session_key_changes_at_sign_in(client_of, sign_in):
    client = client_of(None)
    client.cookies["styrk_session"] = planted = "a" * 32
    sign_in(client, "nurse")

    assert client.cookies["styrk_session"].value != planted
    first = client.cookies["styrk_session"].value
    sign_in(client, "nurse")
    assert client.cookies["styrk_session"].value != first


def test_sign_in_needs_the_token_of_our_page(client_of, password):
    client = client_of(None)
    client.handler.enforce_csrf_checks = True

    answer = client.post("/logg-inn/", {"username": "nurse", "password": password})
    assert answer.status_code == 403
    assert "Skjemaet kunne ikke sendes" in answer.content.decode()


def test_sign_in_is_recorded_and_seen_by_oneself_alone(client_of, sign_in, as_person, nurse, ceo):
    sign_in(client_of(None), "nurse")

    with as_person(nurse):
        assert [e.text for e in Entry.objects.filter(act="sign_in")] == ["Logget inn"]
    with as_person(ceo):
        assert not Entry.objects.filter(act="sign_in").exists()


def test_password_is_never_logged(client_of, sign_in, caplog):
    caplog.set_level(logging.DEBUG)
    sign_in(client_of(None), "nurse", word="hemmelig gåte 99")

    assert "hemmelig" not in caplog.text


def test_one_who_has_left_does_not_sign_in(page, sign_in, nurse, now):
    nurse.left_on = now.date() - timedelta(days=1)
    nurse.save()

    assert sign_in(page(), "nurse").status_code == 422


def test_one_who_leaves_later_signs_in(page, sign_in, nurse, now):
    nurse.left_on = now.date()
    nurse.save()

    assert sign_in(page(), "nurse").url == MY_PAGE


def test_account_without_person_does_not_sign_in(page, sign_in, password):
    account = Account(username="robot")
    account.set_password(password)
    account.save()

    assert sign_in(page(), "robot").status_code == 422


def test_shared_machine_is_remembered_by_the_machine_and_the_session(client_of, sign_in):
    client = client_of(None)
    sign_in(client, "nurse", shared="on")

    assert client.session[SHARED] is True
    client.post("/logg-ut/")
    assert 'name="shared" value="on" checked' in client.get("/logg-inn/").content.decode()
    sign_in(client, "nurse")
    assert client.session[SHARED] is False
    client.post("/logg-ut/")
    assert 'value="on" checked' not in client.get("/logg-inn/").content.decode()


def test_five_wrong_passwords_lock_for_a_quarter(page, sign_in):
    client = page()
    answers = [sign_in(client, "nurse", word="feil") for _ in range(5)]
    right = sign_in(client, "nurse")

    assert [a.status_code for a in answers[:4]] == [422] * 4
    assert right.status_code == 429
    assert right.headers["Retry-After"] == "900"
    assert "15 minutter" in right.content.decode()


def test_lock_out_is_over_after_the_quarter(page, sign_in, monkeypatch):
    client = page()
    for _ in range(5):
        sign_in(client, "nurse", word="feil")
    assert sign_in(client, "nurse").status_code == 429

    from axes.models import AccessAttempt
    from django.utils import timezone

    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert sign_in(client, "nurse").url == MY_PAGE


def test_lock_out_of_one_does_not_touch_another(page, sign_in):
    client = page()
    for _ in range(6):
        sign_in(client, "nurse", word="feil")

    assert sign_in(client, "colleague").url == MY_PAGE


def test_demo_is_offered_only_in_a_demo(page, settings):
    assert "/demo/" not in page().get("/logg-inn/").content.decode()
    settings.DEMO = True
    shown = page().get("/logg-inn/?neste=/meld/").content.decode()
    assert "/demo/?neste=%2Fmeld%2F" in shown
