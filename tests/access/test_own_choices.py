"""The password and the language: one's own."""

import pytest
from django.contrib.auth import authenticate

from styrk.access.models import Account
from styrk.trail.models import Entry
from tests.access.conftest import PASSWORD

NEW = "tolv blå sykler i regn"


def change(client, *, old=PASSWORD, new=NEW, again=None):
    words = {"old_password": old, "new_password": new, "new_password_again": again or new}
    return client.post("/passord/", words)


def test_password_is_changed_and_other_sessions_end(page, password, nurse, as_person):
    here, elsewhere = page(nurse), page(nurse)
    assert change(here).url == "/min-side/"

    assert Account.objects.get(person=nurse).check_password(NEW)
    assert "Passordet er byttet" in here.get("/om/roller/").content.decode()
    assert elsewhere.get("/om/roller/").status_code == 302
    with as_person(nurse):
        assert Entry.objects.filter(act="change_password", person_id=nurse.pk).count() == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"old": "feil"}, "Dette er ikke passordet du har nå."),
        ({"new": "kort"}, "Passordet er for kort."),
        ({"new": "1q2w3e4r5t6y"}, "Mange bruker dette passordet"),
        ({"again": "noe helt annet her"}, "De to er ikke like."),
        ({"new": ""}, "Fyll ut dette."),
    ],
)
def test_password_that_will_not_do(page, password, nurse, words, said):
    answer = change(page(nurse), **words)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert said in text
    assert 'type="password" id="id_new_password" name="new_password" value=""' in text
    assert Account.objects.get(person=nurse).check_password(PASSWORD)


def test_password_like_the_username_will_not_do(page, password, department_leader):
    answer = change(page(department_leader), new="departmentleader")

    assert "Passordet ligner for mye på brukernavnet ditt." in answer.content.decode()


def test_guessing_the_old_password_locks_out(page, password, nurse):
    client = page(nurse)
    for _ in range(5):
        change(client, old="feil")

    assert change(client).status_code == 429


def test_account_without_password_has_nothing_to_change(page, nurse, world):
    account = Account.objects.get(person=nurse)
    account.set_unusable_password()
    account.save()

    assert "ikke noe passord" in page(nurse).get("/passord/").content.decode()
    assert change(page(nurse)).status_code == 200


def test_language_is_kept_with_the_account(page, nurse, as_person, world):
    client = page(nurse)
    answer = client.post("/sprak/", {"language": "nn", "next": "/om/roller/"})

    assert answer.url == "/om/roller/"
    assert Account.objects.get(person=nurse).language == "nn"
    assert 'lang="nn"' in client.get("/om/roller/").content.decode()
    with as_person(nurse):
        assert Entry.objects.filter(act="choose_language").count() == 1


def test_language_of_a_visitor_is_kept_on_the_machine(page, world):
    client = page()
    client.post("/sprak/", {"language": "en", "next": "/logg-inn/"})

    assert 'lang="en"' in client.get("/logg-inn/").content.decode()


@pytest.mark.parametrize("language", ["", "de", "x" * 500])
def test_unknown_language_changes_nothing(page, nurse, language):
    answer = page(nurse).post("/sprak/", {"language": language, "next": "https://ond.example/"})

    assert answer.url == "/"
    assert Account.objects.get(person=nurse).language == "nb"


def test_backend_checks_whose_password_it_is(rf, password, nurse):
    request = rf.post("/logg-inn/")

    assert authenticate(request, username="nurse", password=password).person == nurse
    assert authenticate(request, username="nurse", password="feil") is None
