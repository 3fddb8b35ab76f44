"""Accounts are opened, closed and given new passwords by others; the owner then chooses a password."""

from datetime import timedelta

import pytest

from styrk.access import commands, passwords
from styrk.access.models import Account
from styrk.core import scope
from styrk.organisation.commands import register_person
from styrk.trail.models import Entry

START = "k7mq-x4vd-9hpt-w2rs"
OWN = "hest batteri stift bok"
PASSWORD_PAGE = "/passord/"


@pytest.fixture
def newcomer(world, now):
    return register_person(name="Tove Ny", home_unit=world.ward, by=None, now=now)


@pytest.fixture
def started(newcomer, now, administrator, password):
    return commands.open_account(
        person=newcomer,
        username="tove",
        password=START,
        start_until=passwords.start_until(now),
        by=administrator,
        now=now,
    )


def last_text():
    with scope.acting(scope.Scope(person_id=1)):
        return Entry.objects.order_by("-pk")[0].text


def test_opening_is_recorded_and_says_no_password(started, administrator, as_person):
    with as_person(administrator):
        entry = Entry.objects.get(act="open_account")

    assert (entry.text, entry.person_name) == ("Ga Tove Ny en brukerkonto", "Anders Amundsen")
    assert START not in f"{entry.detail}{entry.text}"


def test_one_account_a_person_and_one_name_an_account(started, newcomer, world, now):
    facts = {"password": START, "by": None, "now": now}
    with pytest.raises(commands.HasAccount):
        commands.open_account(person=newcomer, username="tove2", **facts)
    other = register_person(name="Kari Ny", by=None, now=now)
    with pytest.raises(commands.UsernameTaken):
        commands.open_account(person=other, username="TOVE", **facts)


def test_a_start_password_opens_only_the_page_where_it_is_changed(page, started, sign_in):
    client = page()
    sign_in(client, "tove", word=START)

    for address in ("/min-side/", "/organisasjon/", "/meld/"):
        assert client.get(address).url == PASSWORD_PAGE, address
    assert client.post("/meld/", {"description": "x"}).url == PASSWORD_PAGE
    html = client.get(PASSWORD_PAGE).content.decode()
    assert "Noen andre har valgt passordet du har nå" in html


def test_the_start_password_is_changed_and_the_way_is_open(page, started, sign_in):
    client = page()
    sign_in(client, "tove", word=START)

    same = change(client, START, START)
    assert same.status_code == 422
    assert "Velg et annet passord enn det du fikk." in same.content.decode()
    assert change(client, START, OWN).url == "/min-side/"
    assert client.get("/min-side/").status_code == 200
    assert "Noen andre" not in client.get(PASSWORD_PAGE).content.decode()


def change(client, old, new):
    fields = {"old_password": old, "new_password": new, "new_password_again": new}
    return client.post(PASSWORD_PAGE, fields)


def test_signing_out_is_possible_without_changing(page, started, sign_in):
    client = page()
    sign_in(client, "tove", word=START)

    assert client.post("/logg-ut/").url == "/logg-inn/"


def test_a_start_password_lasts_a_week(page, started, sign_in, stopped_clock, now):
    stopped_clock.at = now + timedelta(days=7, seconds=1)
    client = page()

    assert sign_in(client, "tove", word=START).status_code == 422


def test_closing_puts_out_those_who_are_in(client_of, nurse, administrator, now, password):
    client = client_of(nurse)
    assert client.get("/min-side/").status_code == 200

    commands.close_account(account=Account.objects.get(person=nurse), by=administrator, now=now)

    assert client.get("/min-side/").url.startswith("/logg-inn/")
    assert last_text() == "Stengte kontoen til Nora Nilsen"


def test_closed_accounts_do_not_sign_in_and_a_new_password_opens(page, sign_in, nurse, now):
    account = Account.objects.get(person=nurse)
    commands.close_account(account=account, by=None, now=now)
    assert sign_in(page(), "nurse").status_code == 422

    commands.reset_password(
        account=account, password=START, start_until=now + timedelta(days=7), by=None, now=now
    )

    assert last_text() == "Ga Nora Nilsen nytt passord og åpnet kontoen igjen"
    assert sign_in(page(), "nurse", word=START).status_code == 302


def test_a_new_password_ends_sessions(client_of, nurse, now, password):
    client = client_of(nurse)
    account = Account.objects.get(person=nurse)

    commands.reset_password(account=account, password=START, start_until=None, by=None, now=now)

    assert client.get("/min-side/").url.startswith("/logg-inn/")


def test_nobody_closes_or_resets_the_own_account(administrator, now):
    account = Account.objects.get(person=administrator)

    with pytest.raises(commands.OwnAccount):
        commands.close_account(account=account, by=administrator, now=now)
    with pytest.raises(commands.OwnAccount):
        commands.reset_password(
            account=account, password=START, start_until=None, by=administrator, now=now
        )


def test_start_passwords_are_strong_and_never_the_same():
    made = {passwords.start_password() for _ in range(50)}

    assert len(made) == 50
    assert all(len(one) == 19 and not set(one) & set("l1o0i") for one in made)
    assert passwords.weaknesses(made.pop(), Account(username="tove")) == []
    assert passwords.weaknesses("passord", Account(username="tove"))
