"""The administrator's page about accounts."""

import re

import pytest

from styrk.access.models import Account
from styrk.core import scope
from styrk.messages.models import Message
from styrk.organisation.commands import appoint, register_person
from tests import world as worlds

ADDRESS = "/organisasjon/kontoer/"
SAVEPOINT = 2


def text(response) -> str:
    return " ".join(response.content.decode().split())


def of(person, act="") -> str:
    return f"{ADDRESS}{person.uuid}/{act}"


def inbox(person) -> list[tuple[str, str]]:
    with scope.acting(scope.Scope(person_id=person.pk)):
        found = Message.objects.filter(recipient=person).order_by("pk")
        return [(said.subject, said.text) for said in found]


@pytest.fixture
def newcomer(world, now):
    return register_person(name="Tove Ny", home_unit=world.ward, by=None, now=now)


@pytest.mark.parametrize("who", [key for key, *_ in worlds.PEOPLE if key != "administrator"])
def test_only_administrators_come_here(client_of, world, who):
    client, nurse = client_of(world.people[who]), world.people["nurse"]

    assert client.get(ADDRESS).status_code == 404
    assert client.get(of(nurse)).status_code == 404
    for act in ("", "passord/", "steng/"):
        assert client.post(of(nurse, act), {"username": "x"}).status_code == 404
    assert Account.objects.get(person=nurse).is_active


def test_the_list_finds_people_of_the_own_line(page, world, administrator, newcomer):
    client = page(administrator)

    assert "Ingen konto" in text(client.get(ADDRESS, {"sok": "tove"}))
    assert "Åpen" in text(client.get(ADDRESS, {"sok": "nora"}))
    assert "Fant ingen" in text(client.get(ADDRESS, {"sok": "unni"}))
    assert client.get(ADDRESS, {"sok": "x" * 101}).status_code == 422


def test_the_list_asks_no_more_for_more(
    client_of, world, administrator, now, django_assert_max_num_queries
):
    client = client_of(administrator)
    for number in range(5):
        register_person(name=f"Tove {number}", home_unit=world.ward, by=None, now=now)
    client.get(ADDRESS, {"sok": "tove"})

    with django_assert_max_num_queries(8 + SAVEPOINT):
        client.get(ADDRESS, {"sok": "tove"})


def test_an_account_is_opened_with_a_password_shown_once(page, administrator, newcomer, now):
    client = page(administrator)

    opened = client.post(of(newcomer), {"username": "tove"})

    word = re.search(r"<code>([a-z2-9-]{19})</code>", text(opened)).group(1)
    account = Account.objects.get(person=newcomer)
    assert account.check_password(word)
    assert (account.start_until - now).days == 7
    assert opened["Cache-Control"] == "no-store"
    assert word not in text(client.get(of(newcomer)))
    assert "Har et startpassord som gjelder til" in text(client.get(of(newcomer)))


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("", "Fyll ut dette."),
        ("tove ny", "uten mellomrom"),
        ("NURSE", "Brukernavnet NURSE er i bruk."),
        ("x" * 151, "for lang"),
    ],
)
def test_a_username_that_will_not_do(page, administrator, newcomer, name, error):
    response = page(administrator).post(of(newcomer), {"username": name})

    assert response.status_code == 422
    assert error in text(response)
    assert not Account.objects.filter(person=newcomer).exists()


def test_twice_is_once(page, administrator, newcomer):
    client = page(administrator)
    client.post(of(newcomer), {"username": "tove"})

    again = client.post(of(newcomer), {"username": "tove2"})

    assert again.status_code == 422
    assert "Tove Ny har en konto fra før." in text(again)


def test_close_and_open_again_and_the_owner_is_told(page, world, administrator, nurse):
    client = page(administrator)

    assert "Kontoen er stengt." in text(client.post(of(nurse, "steng/"), follow=True))
    assert not Account.objects.get(person=nurse).is_active
    assert "Åpne igjen med nytt passord" in text(client.get(of(nurse)))
    assert "Startpassordet vises bare nå" in text(client.post(of(nurse, "passord/")))
    assert Account.objects.get(person=nurse).is_active
    with scope.acting(scope.Scope(person_id=nurse.pk)):
        said = Message.objects.get(recipient=nurse)
    assert said.subject == "Kontoen din har fått nytt passord"
    assert said.text.startswith("Anders Amundsen ga kontoen din et nytt passord.")


def test_a_password_that_opens_cases_is_told_to_the_leader_too(
    page, world, administrator, nurse, ward_leader, department_leader, deputy
):
    client = page(administrator)
    client.post(of(nurse, "passord/"))
    assert inbox(ward_leader) == []

    client.post(of(ward_leader, "passord/"))
    ((subject, told),) = inbox(department_leader)
    assert subject == "Nytt passord til en som ser saker"
    assert told.startswith("Anders Amundsen ga kontoen til Lars Lunde et nytt passord.")
    assert [subject for subject, _ in inbox(ward_leader)] == ["Kontoen din har fått nytt passord"]

    client.post(of(deputy, "passord/"))
    assert "Dina Dahl" in inbox(ward_leader)[-1][1]


def test_an_account_in_the_name_of_one_who_sees_cases_is_told_to_the_leader_above(
    page, administrator, newcomer, ward_leader, department_leader
):
    client = page(administrator)
    client.post(of(newcomer), {"username": "tove"})
    assert [subject for subject, _ in inbox(newcomer)] == ["Du har fått en konto i Styrk"]
    assert inbox(ward_leader) == []

    Account.objects.filter(person=ward_leader).delete()
    client.post(of(ward_leader), {"username": "lars"})

    ((subject, told),) = inbox(department_leader)
    assert subject == "Ny konto til en som ser saker"
    assert told.startswith("Anders Amundsen åpnet en konto for Lars Lunde.")
    assert inbox(ward_leader)[0][1].startswith("Anders Amundsen åpnet en konto for deg.")


def test_the_own_account_is_not_for_oneself(page, administrator):
    client = page(administrator)

    assert "Dette er din egen konto." in text(client.get(of(administrator)))
    for act in ("passord/", "steng/"):
        refused = client.post(of(administrator, act))
        assert refused.status_code == 422
        assert "be en annen om å gjøre det" in text(refused)
    assert Account.objects.get(person=administrator).is_active


def test_one_with_posts_elsewhere_is_for_another_administrator(
    page, client_of, world, administrator, nurse, now
):
    appoint(person=nurse, unit=world.region, role="leader", valid_from=now.date(), by=None, now=now)

    assert "har roller utenfor ditt område" in text(page(administrator).get(of(nurse)))
    for act in ("passord/", "steng/"):
        assert client_of(administrator).post(of(nurse, act)).status_code == 404


def test_without_an_account_there_is_nothing_to_close(client_of, administrator, newcomer):
    assert client_of(administrator).post(of(newcomer, "steng/")).status_code == 404
    assert client_of(administrator).get(of(newcomer, "steng/")).url == of(newcomer)


def test_people_of_others_are_missing(client_of, administrator, outsider):
    assert client_of(administrator).get(of(outsider)).status_code == 404
