"""A person gives other systems access, sees what is given, and ends it."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from styrk.access.models import Token
from styrk.core import clock, scope
from styrk.messages.models import Message

PAGE = "/tilganger/"


@pytest.fixture
def given(world, now):
    """What is sent from the form."""
    return {
        "name": "DIPS",
        "permissions": ["see_indicators", "record_values"],
        "units": [str(world.ward.uuid)],
        "until": (clock.day(now) + timedelta(days=90)).isoformat(),
    }


def word_on(answer):
    html = answer.content.decode()
    return html.split("<code>styrk_")[1].split("</code>")[0]


def test_the_key_is_shown_once_and_works(page, ward_leader, given, falls):
    client = page(ward_leader)

    answer = client.post(PAGE, given)

    word = "styrk_" + word_on(answer)
    called = Client().get("/api/v1/indicators", headers={"Authorization": f"Bearer {word}"})
    assert called.status_code == 200
    again = client.get(PAGE).content.decode()
    assert word not in again
    assert "Sengepost 1A" in again
    assert "Sist brukt" in again


def test_without_any_there_is_the_form_and_a_word(page, ward_leader, django_assert_max_num_queries):
    client = page(ward_leader)
    client.get(PAGE)

    with django_assert_max_num_queries(12):
        answer = client.get(PAGE)

    assert "Ingen ennå" in answer.content.decode()


def test_ending_ends_it_at_once(page, ward_leader, given):
    client = page(ward_leader)
    word = "styrk_" + word_on(client.post(PAGE, given))
    token = Token.objects.get()

    assert client.get(f"{PAGE}{token.uuid}/avslutt/").url == PAGE
    answer = client.post(f"{PAGE}{token.uuid}/avslutt/", follow=True)

    assert "Nøkkelen virker ikke lenger" in answer.content.decode()
    called = Client().get("/api/v1/indicators", headers={"Authorization": f"Bearer {word}"})
    assert called.status_code == 401
    again = client.post(f"{PAGE}{token.uuid}/avslutt/", follow=True)
    assert "avsluttet fra før" in again.content.decode()


def test_what_is_wrong_is_said_and_nothing_given(page, ward_leader, world, given, now):
    client = page(ward_leader)
    wrong = (
        {"units": [str(world.second_ward.uuid)]},
        {"units": []},
        {"permissions": ["see_incidents"]},
        {"name": " "},
        {"until": (clock.day(now) + timedelta(days=500)).isoformat()},
    )

    for one in wrong:
        assert client.post(PAGE, given | one).status_code == 422, one
    assert not Token.objects.exists()


def test_a_form_sent_twice_makes_one_key(page, ward_leader, given):
    client = page(ward_leader)
    html = client.get(PAGE).content.decode()
    key = re.search(r'name="key" value="([^"]+)"', html)[1]

    first = client.post(PAGE, given | {"key": key})
    again = client.post(PAGE, given | {"key": key}, follow=True)

    assert word_on(first)
    assert str(Token.objects.get().uuid) == key
    assert "Nøkkelen er laget allerede, og vises ikke igjen." in again.content.decode()


def test_nobody_ends_or_sees_anothers(page, ward_leader, department_leader, nurse, given):
    page(ward_leader).post(PAGE, given)
    token = Token.objects.get()

    for other in (department_leader, nurse):
        assert page(other).post(f"{PAGE}{token.uuid}/avslutt/").status_code == 404
    assert "DIPS" not in page(department_leader).get(PAGE).content.decode()
    assert page(nurse).get(PAGE).status_code == 404
    token.refresh_from_db()
    assert token.ended_at is None


def test_who_may_give_finds_the_page_on_min_side(page, ward_leader, nurse):
    assert PAGE in page(ward_leader).get("/min-side/").content.decode()
    assert PAGE not in page(nurse).get("/min-side/").content.decode()


ALL = f"{PAGE}alle/"


def test_an_administrator_sees_and_ends_the_tokens_of_others(
    page, ward_leader, administrator, given
):
    word = "styrk_" + word_on(page(ward_leader).post(PAGE, given))
    token = Token.objects.get()
    client = page(administrator)

    html = client.get(ALL).content.decode()
    assert all(text in html for text in ("DIPS", ward_leader.name, "Sengepost 1A", "Ikke brukt"))
    assert word not in html
    client.post(f"{ALL}{token.uuid}/avslutt/", follow=True)
    called = Client().get("/api/v1/indicators", headers={"Authorization": f"Bearer {word}"})
    assert called.status_code == 401
    assert f"av {administrator.name}" in client.get(ALL).content.decode()
    with scope.acting(scope.Scope(person_id=ward_leader.pk)):
        told = Message.objects.get(recipient=ward_leader)
    assert told.subject == "Tilgangen for DIPS er avsluttet"
    assert administrator.name in told.text


def test_only_administrators_of_the_line_reach_them(
    page, ward_leader, outsider_leader, administrator, world, given
):
    page(outsider_leader).post(PAGE, given | {"units": [str(world.their_ward.uuid)]})
    theirs = Token.objects.get()
    client = page(administrator)

    assert "DIPS" not in client.get(ALL).content.decode()
    assert client.post(f"{ALL}{theirs.uuid}/avslutt/").status_code == 404
    assert page(ward_leader).get(ALL).status_code in {403, 404}
    assert page(ward_leader).post(f"{ALL}{theirs.uuid}/avslutt/").status_code in {403, 404}
    theirs.refresh_from_db()
    assert theirs.ended_at is None


def test_the_list_asks_as_much_for_many(
    page, ward_leader, administrator, given, django_assert_max_num_queries
):
    for _number in range(5):
        page(ward_leader).post(PAGE, given)
    client = page(administrator)
    client.get(ALL)

    with django_assert_max_num_queries(10):
        client.get(ALL)
