"""The administrator's pages about one person: what is known, and that the person leaves."""

from datetime import timedelta

import pytest

from styrk.core import clock
from styrk.duties.commands import require
from styrk.organisation.models import Person
from tests import world as worlds

ADDRESS = "/organisasjon/kontoer/"
ACTS = ("opplysninger/", "slutt/", "ikke-slutt/")


def text(response) -> str:
    return " ".join(response.content.decode().split())


def of(person, act="") -> str:
    return f"{ADDRESS}{person.uuid}/{act}"


@pytest.mark.parametrize("who", [key for key, *_ in worlds.PEOPLE if key != "administrator"])
def test_only_administrators_come_here(client_of, world, who):
    client, nurse = client_of(world.people[who]), world.people["nurse"]

    assert {client.get(of(nurse, act)).status_code for act in ACTS} == {404}
    fields = {"until": "2026-11-16"}
    assert {client.post(of(nurse, act), fields).status_code for act in ACTS} == {404}
    assert Person.objects.get(pk=nurse.pk).left_on is None


def test_people_of_others_are_missing(client_of, administrator, outsider):
    assert {client_of(administrator).get(of(outsider, act)).status_code for act in ACTS} == {
        404,
        405,
    }


def test_what_is_known_is_changed(page, world, administrator, nurse):
    client = page(administrator)
    fields = {"name": "Nora Ny", "title": "Sykepleier", "email": "nora@x.no", "who": "g.kir"}

    wrong = client.post(of(nurse, "opplysninger/"), fields | {"who": "f.med.9"})
    assert wrong.status_code == 422
    assert 'value="Nora Ny"' in text(wrong)
    fields["who"] = world.second_ward.code
    done = client.post(of(nurse, "opplysninger/"), fields, follow=True)

    nurse.refresh_from_db()
    assert (nurse.name, nurse.email, nurse.home_unit) == ("Nora Ny", "nora@x.no", world.second_ward)
    assert "Opplysningene er lagret." in text(done)


def test_whoever_has_left_is_out_and_what_waited_falls_to_the_leader(
    page, client_of, world, administrator, nurse, now
):
    inside, today = client_of(nurse), clock.day(now)
    require(
        kind="action.judge",
        subject_id=world.ward.pk,
        subject_uuid=world.ward.uuid,
        unit=world.ward,
        person=nurse,
        due=today,
        now=now,
    )
    client = page(administrator)

    asked = text(client.get(of(nurse, "slutt/")))
    assert "Medarbeider i Sengepost 1A slutter." in asked
    assert "Dette venter på Nora Nilsen nå." in asked
    yesterday = today - timedelta(days=1)
    done = text(client.post(of(nurse, "slutt/"), {"until": f"{yesterday}"}, follow=True))

    nurse.refresh_from_db()
    assert nurse.left_on == yesterday
    assert {post.valid_to for post in nurse.appointments.all()} == {yesterday}
    assert "Nora Nilsen har sluttet. Siste dag var" in done
    assert inside.get("/").status_code == 302
    back = text(client.post(of(nurse, "ikke-slutt/"), follow=True))
    assert "Nora Nilsen har ikke sluttet." in back
    nurse.refresh_from_db()
    assert nurse.left_on is None


def test_a_day_before_a_post_is_said_at_its_field(page, administrator, nurse):
    response = page(administrator).post(of(nurse, "slutt/"), {"until": "1999-01-01"})

    assert response.status_code == 422
    assert "fikk en rolle" in text(response).partition('id="id_until-feil"')[2]


def test_nobody_leaves_by_the_own_hand(page, administrator):
    client = page(administrator)

    assert "slutt/" not in text(client.get(of(administrator))).partition('id="person"')[2]
    response = client.post(of(administrator, "slutt/"), {"until": "2026-11-16"})
    assert "Be en annen om å registrere at du slutter." in text(response)


@pytest.mark.parametrize("act", ["opplysninger/", "slutt/"])
def test_pages_ask_little(client_of, administrator, nurse, act, django_assert_max_num_queries):
    client = client_of(administrator)
    client.get(of(nurse, act))

    with django_assert_max_num_queries(12):
        client.get(of(nurse, act))
