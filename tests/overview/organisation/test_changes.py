"""Single changes of the organisation on its pages: who may, what happens, what is kept on error."""

from datetime import date

import pytest

from styrk.core import clock, scope
from styrk.messages.models import Message
from styrk.organisation import commands
from styrk.organisation.models import Appointment, Deputyship, Person, Unit
from tests import world as worlds

TODAY = "2026-11-16"
NOBODY = "00000000-0000-0000-0000-000000000000"
# The test's own transaction around the page's.
SAVEPOINT = 2


def at(unit, page: str) -> str:
    return f"/organisasjon/{unit.uuid}/{page}"


def text(response) -> str:
    return " ".join(response.content.decode().split())


def inbox(person) -> list[tuple[str, str]]:
    with scope.acting(scope.Scope(person_id=person.pk)):
        return list(Message.objects.filter(recipient=person).values_list("subject", "text"))


def pages_of(world) -> list[str]:
    deputy, leader = world.people["deputy"], world.people["ward_leader"]
    return [
        *("navn/", "flytt/", "ny/", "avslutt/", "personer/ny/", "roller/", "roller/ny/"),
        f"roller/{leader.uuid}/leader/2020-01-01/",
        "stedfortreder/ny/",
        f"stedfortreder/{deputy.uuid}/2020-01-01/",
    ]


OF_LEADERS = ("roller/", "stedfortreder/")


@pytest.mark.parametrize("who", [key for key, *_ in worlds.PEOPLE])
def test_whom_the_pages_are_there_for(client_of, world, who):
    client = client_of(world.people[who])
    expected = {"administrator": pages_of(world)}.get(who, [])
    if who == "ward_leader":
        expected = ["roller/", *(p for p in pages_of(world) if p.startswith("stedfortreder/"))]

    found = [p for p in pages_of(world) if client.get(at(world.ward, p)).status_code == 200]

    assert found == expected
    posted = [p for p in pages_of(world) if client.post(at(world.ward, p)).status_code != 404]
    assert posted == expected


@pytest.mark.parametrize("address", ["navn/", "roller/ny/", "stedfortreder/ny/", "avslutt/"])
def test_an_administrator_changes_the_own_line_alone(client_of, world, administrator, address):
    assert client_of(administrator).get(at(world.their_ward, address)).status_code == 404
    assert client_of(administrator).get(f"/organisasjon/{NOBODY}/{address}").status_code == 404


def test_the_unit_page_shows_the_way_to_those_who_may(page, world, administrator, ward_leader):
    def ways(person, unit) -> list[bool]:
        html = text(page(person).get(at(unit, "")))
        return [f'href="{at(unit, p)}"' in html for p in ("navn/", "stedfortreder/ny/")]

    assert ways(administrator, world.ward) == [True, True]
    assert ways(ward_leader, world.ward) == [False, True]
    assert ways(ward_leader, world.second_ward) == [False, False]
    assert ways(administrator, world.their_ward) == [False, False]


@pytest.mark.parametrize("address", ["navn/", "flytt/", "roller/", "roller/ny/", "avslutt/"])
def test_pages_ask_little(client_of, world, administrator, address, django_assert_max_num_queries):
    client = client_of(administrator)
    client.get(at(world.ward, address))

    with django_assert_max_num_queries(9 + SAVEPOINT):
        client.get(at(world.ward, address))


# Units


def test_rename(page, world, administrator):
    client = page(administrator)
    fields = {"name": "Hjerteposten", "level": "Sengepost", "since": TODAY}

    done = client.post(at(world.ward, "navn/"), fields, follow=True)

    world.ward.refresh_from_db()
    assert (world.ward.name, world.ward.level) == ("Hjerteposten", "Sengepost")
    assert "Navnet er endret." in text(done)
    assert "Anders Amundsen" in text(done)


def test_what_is_typed_is_kept_and_the_error_stands_at_its_field(page, world, administrator):
    fields = {"name": "Hjerteposten", "level": "", "since": "2026-12-24"}

    response = page(administrator).post(at(world.ward, "navn/"), fields)

    assert response.status_code == 422
    assert 'value="Hjerteposten"' in text(response)
    assert "24.12.2026 har ikke vært ennå." in text(response).partition('id="id_since-feil"')[2]


def test_move_within_the_trust(page, world, administrator):
    fields = {"who": "Kirurgisk klinikk", "since": TODAY}

    done = page(administrator).post(at(world.department, "flytt/"), fields, follow=True)

    world.ward.refresh_from_db()
    assert world.ward.path.startswith(world.other_clinic.path)
    assert "Enheten er flyttet." in text(done)


@pytest.mark.parametrize("parent", ["g.kir", "Helse Prøve", "k.helse", "f.med.1.a"])
def test_move_never_out_of_the_trust_nor_under_itself(page, world, administrator, parent):
    response = page(administrator).post(at(world.ward, "flytt/"), {"who": parent, "since": TODAY})

    world.ward.refresh_from_db()
    assert response.status_code == 422
    assert world.ward.parent == world.department
    assert "Fant ingen enhet som passer" in text(response)


def test_move_of_what_one_would_then_see_is_for_another(page, world, administrator, now):
    commands.appoint(
        person=administrator,
        unit=world.other_clinic,
        role="leader",
        valid_from=clock.day(now),
        by=None,
        now=now,
    )
    response = page(administrator).post(
        at(world.ward, "flytt/"), {"who": "f.kir", "chosen": "", "since": TODAY}
    )

    # f.kir, f.kir.2 and f.kir.2.a begin with it: the clinic is chosen among them.
    chosen = {"who": "f.kir", "chosen": f"{world.other_clinic.uuid}", "since": TODAY}
    refused = page(administrator).post(at(world.ward, "flytt/"), chosen)

    assert "Flere passer. Velg den du mener." in text(response)
    assert "Be en annen om å flytte enheten hit" in text(refused)
    world.ward.refresh_from_db()
    assert world.ward.parent == world.department


def test_found_and_end(page, world, administrator):
    client = page(administrator)
    fields = {"name": "Post 9", "code": "f.9", "level": "", "number": "", "since": TODAY}

    client.post(at(world.clinic, "ny/"), fields)
    unit = Unit.objects.get(code="f.9")
    assert (unit.parent, unit.trust) == (world.clinic, world.trust)
    again = client.post(at(world.clinic, "ny/"), fields)
    assert "Koden f.9 er i bruk på en annen enhet." in text(again)
    assert client.post(at(unit, "avslutt/"), {"until": TODAY}).status_code == 302
    unit.refresh_from_db()
    assert unit.valid_to == date(2026, 11, 16)


def test_end_says_why_not(page, world, administrator):
    response = page(administrator).post(at(world.clinic, "avslutt/"), {"until": TODAY})

    assert response.status_code == 422
    assert "har enheter under seg. Flytt eller avslutt dem først." in text(response)


# People and roles


def test_register_a_person_and_give_a_role(page, world, administrator, ward_leader):
    client = page(administrator)
    fields = {"name": "Tove Ny", "title": "Sykepleier", "number": "900", "email": "tove@x.example"}

    step = client.post(at(world.ward, "personer/ny/"), fields)
    assert step.url == f"{at(world.ward, 'roller/ny/')}?hvem=900"
    assert 'value="900"' in text(client.get(step.url))
    role = {"who": "900", "role": "employee", "since": TODAY, "until": ""}
    assert client.post(at(world.ward, "roller/ny/"), role).status_code == 302

    tove = Person.objects.get(employee_number="900")
    assert (tove.home_unit, tove.email) == (world.ward, "tove@x.example")
    assert tove.appointments.get().role == "employee"
    assert inbox(tove) == [
        (
            "Du har fått en rolle i Sengepost 1A",
            "Anders Amundsen ga deg rollen Medarbeider i Sengepost 1A.",
        )
    ]
    assert inbox(ward_leader) == []


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"name": ""}, "Fyll ut dette."),
        ({"email": "tull"}, "Skriv e-postadressen som navn@sykehus.no."),
        ({"number": "T1"}, "Ansattnummeret T1 er i bruk på en annen person."),
    ],
)
def test_register_says_what_is_wrong(page, world, administrator, fields, error):
    given = {"name": "Tove Ny", "title": "Tittel", "number": "", "email": ""} | fields

    response = page(administrator).post(at(world.ward, "personer/ny/"), given)

    assert response.status_code == 422
    assert error in text(response)
    assert 'value="Tittel"' in text(response)


@pytest.mark.parametrize("number", ["", "900"])
def test_a_form_sent_twice_registers_one_person(page, world, administrator, number):
    client = page(administrator)
    html = client.get(at(world.ward, "personer/ny/")).content.decode()
    key = html.partition('name="key" value="')[2].partition('"')[0]
    fields = {"key": key, "name": "Tove Ny", "title": "", "number": number, "email": ""}

    sent = [client.post(at(world.ward, "personer/ny/"), fields).url for _ in range(2)]

    assert sent[0] == sent[1]
    assert Person.objects.filter(name="Tove Ny").count() == 1


def test_a_new_leader_is_told_and_so_is_the_leader_above(
    page, world, administrator, nurse, department_leader, ward_leader
):
    fields = {"who": "Nora Nilsen", "role": "leader", "since": TODAY, "until": ""}

    done = page(administrator).post(at(world.ward, "roller/ny/"), fields, follow=True)

    assert Appointment.objects.filter(person=nurse, role="leader", unit=world.ward).exists()
    assert "Lars Lunde er leder samtidig fra 16. nov. 2026. Enheten skal ha én" in text(done)
    assert [subject for subject, _ in inbox(nurse)] == ["Du har fått en rolle i Sengepost 1A"]
    assert inbox(department_leader) == [
        (
            "Ny rolle i Sengepost 1A",
            (
                "Anders Amundsen ga Nora Nilsen rollen Ansvarlig leder i Sengepost 1A."
                " Er det ikke riktig, så si fra til den som gjorde det."
            ),
        )
    ]


@pytest.mark.parametrize(
    ("leads_until", "said"),
    [
        (date(2026, 10, 31), None),
        (date(2026, 11, 5), "Lars Lunde er leder samtidig fra 1. nov. 2026 til 5. nov. 2026."),
        (date(2026, 11, 30), "Lars Lunde er leder samtidig fra 1. nov. 2026 til 10. nov. 2026."),
    ],
)
def test_the_days_when_two_lead_are_named(page, world, administrator, leads_until, said):
    Appointment.objects.filter(unit=world.ward, role="leader").update(valid_to=leads_until)
    fields = {"role": "leader", "since": "2026-11-01", "until": "2026-11-10", "who": "Nora Nilsen"}

    done = text(page(administrator).post(at(world.ward, "roller/ny/"), fields, follow=True))

    assert "har fått rollen" in done
    assert said in done if said else "samtidig" not in done


@pytest.mark.parametrize("role", ["leader", "quality_adviser", "board_chair"])
def test_nobody_gives_oneself_sight_of_cases(page, world, administrator, role):
    before = administrator.appointments.count()
    fields = {"who": administrator.name, "role": role, "since": TODAY, "until": ""}

    response = page(administrator).post(at(world.ward, "roller/ny/"), fields)

    assert response.status_code == 422
    assert "Be en annen om å gi deg denne rollen." in text(response)
    assert administrator.appointments.count() == before


def test_nobody_makes_oneself_deputy(page, world, administrator, ward_leader):
    for person in (administrator, ward_leader):
        fields = {"who": person.name, "since": TODAY, "until": TODAY, "reason": ""}
        response = page(person).post(at(world.ward, "stedfortreder/ny/"), fields)

        assert response.status_code == 422
        assert "Be en annen om å gi deg denne rollen." in text(response)
    assert Deputyship.objects.count() == 1


def test_a_few_letters_name_nobody_until_confirmed(page, world, ward_leader, outsider, colleague):
    client, way = page(ward_leader), at(world.ward, "stedfortreder/ny/")
    fields = {"who": "kari k", "since": TODAY, "until": "2026-12-01", "reason": ""}

    asked = client.post(way, fields)
    assert asked.status_code == 422
    assert "Vi fant én. Velg den hvis det er riktig" in text(asked)
    assert "Sykepleier, Sengepost 1A" in text(asked)
    assert not Deputyship.objects.filter(person=colleague).exists()
    client.post(way, fields | {"chosen": f"{outsider.uuid}"})
    assert Deputyship.objects.count() == 1

    client.post(way, fields | {"chosen": f"{colleague.uuid}"})
    assert Deputyship.objects.filter(person=colleague).exists()


@pytest.mark.parametrize("who", ["  kari  karlsen ", "T2", "t2"])
def test_a_full_name_or_number_needs_no_confirming(page, world, ward_leader, colleague, who):
    fields = {"who": who, "since": TODAY, "until": "2026-12-01", "reason": ""}

    page(ward_leader).post(at(world.ward, "stedfortreder/ny/"), fields)

    assert Deputyship.objects.filter(person=colleague).exists()


def test_a_unit_is_confirmed_too(page, world, administrator):
    response = page(administrator).post(at(world.ward, "flytt/"), {"who": "kirurg", "since": TODAY})

    assert response.status_code == 422
    assert "Hvilken mener du?" in text(response)


def test_a_deputy_has_a_last_day(page, world, ward_leader, colleague):
    client, way = page(ward_leader), at(world.ward, "stedfortreder/ny/")
    assert 'value="2026-12-14"' in text(client.get(way))

    fields = {"who": "Kari Karlsen", "since": TODAY, "until": "", "reason": ""}
    assert "Til og med: Fyll ut dette." in text(client.post(way, fields))
    assert not Deputyship.objects.filter(person=colleague).exists()


def test_several_of_a_name_are_chosen_among(page, world, administrator, now):
    twin = commands.register_person(
        name="Nora Nilsen", title="Lege", home_unit=world.other_ward, by=None, now=now
    )
    client = page(administrator)
    fields = {"who": "nora", "role": "employee", "since": "2026-12-01", "until": "2026-12-31"}

    asked = client.post(at(world.second_ward, "roller/ny/"), fields)
    assert "Flere passer. Velg den du mener." in text(asked)
    assert "Lege, Sengepost 2A" in text(asked)
    assert 'value="2026-12-31"' in text(asked)
    assert not twin.appointments.exists()
    stale = client.post(
        at(world.second_ward, "roller/ny/"), fields | {"chosen": f"{world.people['ceo'].uuid}"}
    )
    assert "Flere passer. Velg den du mener." in text(stale)

    client.post(at(world.second_ward, "roller/ny/"), fields | {"chosen": f"{twin.uuid}"})
    assert twin.appointments.get().valid_to == date(2026, 12, 31)


@pytest.mark.parametrize("who", ["Unni Utgård", "T15", "Finnes Ikke", "%", "\x00"])
def test_people_of_others_are_not_found(page, world, administrator, who):
    fields = {"who": who, "role": "employee", "since": TODAY, "until": ""}

    response = page(administrator).post(at(world.ward, "roller/ny/"), fields)

    assert response.status_code == 422
    assert not Appointment.objects.filter(valid_from=date(2026, 11, 16)).exists()


def test_a_leader_names_and_ends_the_own_deputy(
    page, world, ward_leader, colleague, department_leader, as_person
):
    client = page(ward_leader)
    fields = {"who": "Kari Karlsen", "since": TODAY, "until": "2026-12-01", "reason": "Ferie"}

    done = client.post(at(world.ward, "stedfortreder/ny/"), fields, follow=True)
    assert "Kari Karlsen er stedfortreder." in text(done)
    post = Deputyship.objects.get(person=colleague)
    assert (post.unit, post.valid_to, post.reason) == (world.ward, date(2026, 12, 1), "Ferie")
    assert [subject for subject, _ in inbox(department_leader)] == ["Ny rolle i Sengepost 1A"]

    way = f"stedfortreder/{colleague.uuid}/{TODAY}/"
    assert f'href="{at(world.ward, way)}"' in text(client.get(at(world.ward, "roller/")))
    later = client.post(at(world.ward, way), {"until": "2026-12-24"})
    assert "Den slutter allerede 01.12.2026." in text(later)
    assert client.post(at(world.ward, way), {"until": "2026-11-20"}).status_code == 302
    post.refresh_from_db()
    assert post.valid_to == date(2026, 11, 20)


def test_a_deputy_names_no_deputy(client_of, world, deputy):
    assert client_of(deputy).get(at(world.ward, "stedfortreder/ny/")).status_code == 404


def test_end_a_role(page, world, administrator, nurse):
    way = at(world.ward, f"roller/{nurse.uuid}/employee/2020-01-01/")
    client = page(administrator)

    early = client.post(way, {"until": "2019-12-31"})
    assert "Sluttdatoen kan ikke være før startdatoen, 01.01.2020." in text(early)
    assert client.post(way, {"until": TODAY}).status_code == 302
    assert nurse.appointments.get().valid_to == date(2026, 11, 16)
    for gone in ("leader/2020-01-01/", "employee/2020-01-02/", "employee/tull/"):
        assert client.get(at(world.ward, f"roller/{nurse.uuid}/{gone}")).status_code == 404
