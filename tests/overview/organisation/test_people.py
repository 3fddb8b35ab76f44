"""The administrator's pages about one person: what is known, and that the person leaves."""

from datetime import timedelta

import pytest

from styrk.core import clock
from styrk.duties.commands import require
from styrk.organisation.commands import appoint
from styrk.organisation.models import Person
from styrk.overview.organisation import departures
from tests import world as worlds
from tests.overview.organisation.test_accounts import inbox

ADDRESS = "/organisasjon/kontoer/"
ACTS = ("opplysninger/", "slutt/", "ikke-slutt/", "tilbake/")


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
        302,  # to the person's own page, which is missing too
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
    assert "Da blir dette som avtalt igjen" in done
    assert "Medarbeider i Sengepost 1A" in done.partition("Er siste dag feil?")[2]
    back = text(client.post(of(nurse, "ikke-slutt/"), follow=True))
    assert nurse.appointments.filter(valid_to__isnull=True).exists()
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


def leave(person, day, by, now):
    departures.register_departure(person=person, left_on=day, by=by, now=now)


def test_departure_and_its_end_are_told_to_the_person_and_to_whoever_gets_the_work(
    page, world, administrator, nurse, ward_leader, stopped_clock
):
    now = stopped_clock.at
    require(
        kind="action.judge",
        subject_id=world.ward.pk,
        subject_uuid=world.ward.uuid,
        unit=world.ward,
        person=nurse,
        due=clock.day(now),
        now=now,
    )
    yesterday = clock.day(now) - timedelta(days=1)
    page(administrator).post(of(nurse, "slutt/"), {"until": f"{yesterday}"})
    stopped_clock.at += timedelta(minutes=1)
    page(administrator).post(of(nurse, "ikke-slutt/"))

    registered, taken_back = inbox(nurse)
    assert registered[0] == "Siste dagen din er registrert"
    assert "Anders Amundsen registrerte at siste dagen din er 15. nov. 2026" in registered[1]
    assert taken_back[0] == "Siste dagen din er tatt bort"
    ((subject, told),) = inbox(ward_leader)
    assert subject == "Nora Nilsen slutter"
    assert "går da til deg: 1." in told
    logged = text(page(nurse).get("/min-side/logg/")).partition('id="andre"')[2]
    assert "Registrerte at Nora Nilsen slutter, siste dag 15.11.2026" in logged
    assert "Registrerte at Nora Nilsen likevel ikke har sluttet" in logged


def test_whoever_has_left_is_found_and_can_come_back(page, world, administrator, nurse, now):
    leave(nurse, clock.day(now) - timedelta(days=40), administrator, now)
    client = page(administrator)

    found = text(client.get(ADDRESS, {"sok": "nora"}))
    assert "Har sluttet" in found.partition("Nora Nilsen")[2]
    fields = {"name": "Nora Nilsen", "number": nurse.employee_number}
    register = f"/organisasjon/{world.ward.uuid}/personer/ny/"
    assert "velg «Har begynt igjen»" in text(client.post(register, fields))
    done = text(client.post(of(nurse, "tilbake/"), follow=True))

    nurse.refresh_from_db()
    assert nurse.left_on is None
    assert not nurse.appointments.filter(valid_to__isnull=True).exists()
    assert "Nora Nilsen har begynt igjen." in done
    history = done.partition('id="historie"')[2]
    assert "Registrerte at Nora Nilsen har begynt igjen" in history
    assert "Registrerte at Nora Nilsen slutter" in history


@pytest.mark.parametrize(
    ("first", "second", "lasts"),
    [("tilbake/", "ikke-slutt/", False), ("ikke-slutt/", "tilbake/", True)],
)
def test_what_another_has_done_meanwhile_is_said_and_nobody_is_told_otherwise(
    page, administrator, nurse, stopped_clock, first, second, lasts
):
    now, client = stopped_clock.at, page(administrator)
    leave(nurse, clock.day(now) - timedelta(days=1), administrator, now)
    for act in (first, first, second):
        stopped_clock.at += timedelta(minutes=1)
        said = text(client.post(of(nurse, act), follow=True))

    assert "Noen har gjort dette allerede." in said
    assert "som avtalt før" not in said
    assert len(inbox(nurse)) == 2  # the departure, and what came first of it
    assert nurse.appointments.filter(valid_to__isnull=True).exists() is lasts


def test_whoever_has_left_is_not_offered_a_way_in(page, administrator, nurse, stopped_clock):
    client, now = page(administrator), stopped_clock.at
    leave(nurse, clock.day(now) - timedelta(days=1), administrator, now)

    shown = text(client.get(of(nurse)))
    assert "Virker ikke: har sluttet" in shown
    assert not [word for word in ("Åpen", "Gi nytt passord", "Steng kontoen") if word in shown]
    stale = client.post(of(nurse, "passord/"))
    assert stale.status_code == 422
    assert "Nora Nilsen har sluttet, så kontoen virker ikke." in text(stale)

    stopped_clock.at += timedelta(minutes=1)
    assert "Gi nytt passord" in text(client.post(of(nurse, "tilbake/"), follow=True))


def test_a_last_day_sent_twice_is_told_once(page, administrator, nurse, stopped_clock):
    yesterday = clock.day(stopped_clock.at) - timedelta(days=1)
    for _ in range(2):
        stopped_clock.at += timedelta(seconds=2)
        page(administrator).post(of(nurse, "slutt/"), {"until": f"{yesterday}"})

    assert len(inbox(nurse)) == 1


def test_what_would_come_back_outside_the_own_line_is_not_given_back(
    page, client_of, world, administrator, nurse, now
):
    facts = {"person": nurse, "unit": world.their_ward, "role": "leader", "by": None, "now": now}
    appoint(**facts, valid_from=clock.day(now) - timedelta(days=90))
    leave(nurse, clock.day(now) - timedelta(days=1), administrator, now)

    assert "har roller utenfor ditt område" in text(page(administrator).get(of(nurse)))
    assert client_of(administrator).post(of(nurse, "ikke-slutt/")).status_code == 404
