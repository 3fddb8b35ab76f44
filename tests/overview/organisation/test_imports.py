"""Reading in from the page: upload, preview, confirm."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from styrk.access.commands import keep_preview
from styrk.core import scope
from styrk.messages.models import Message
from styrk.organisation import commands
from styrk.organisation.models import Person, Unit
from styrk.overview.organisation import forms
from tests.clients import yes_to

UNITS = "code;name;level;parent;organisation_number;is_trust;valid_from;valid_to"
ADDRESS = "/organisasjon/importer/"
NEW = "NY;Ny sengepost;Seksjon;f.med.1;;0;;"


def uploaded(*rows: str, name: str = "units.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "\n".join([UNITS, *rows]).encode(), "text/csv")


def send(client, *files, mapping=""):
    return client.post(ADDRESS, {"uploads": files, "mapping": mapping}, follow=True)


def test_preview_changes_nothing_and_confirming_does(page, world, administrator):
    client = page(administrator)

    preview = send(client, uploaded(NEW))
    assert preview.status_code == 200
    assert "Dette vil skje" in preview.content.decode()
    assert not Unit.objects.filter(code="NY").exists()

    done = client.post(ADDRESS, yes_to(preview), follow=True)
    ward = Unit.objects.get(code="NY")
    assert (ward.parent, ward.trust) == (world.department, world.trust)
    assert "Lest inn. Nye: 1. Endret: 0." in done.content.decode()


POSTS = "person;unit;role;valid_from;valid_to"


def read_in(client, *rows):
    file = SimpleUploadedFile("appointments.csv", "\n".join([POSTS, *rows]).encode(), "text/csv")
    done = client.post(ADDRESS, yes_to(send(client, file)), follow=True)
    assert "Lest inn." in done.content.decode()


def inbox(person):
    with scope.acting(scope.Scope(person_id=person.pk)):
        return list(Message.objects.filter(recipient=person).values_list("subject", "text"))


def test_roles_of_a_file_are_told_as_those_of_the_page(
    page, world, administrator, nurse, colleague, ward_leader, department_leader, stopped_clock
):
    """One letter to each who gets a role, and one digest to the leader who answers for it."""
    client = page(administrator)
    rows = (
        "T1;f.med.1.a;quality_adviser;2026-11-16;",
        "T2;f.med.1.a;quality_adviser;2026-11-16;2026-12-31",
        "T2;f.med.1.b;employee;2026-11-16;",
    )
    read_in(client, *rows)

    assert inbox(nurse) == [
        (
            "Du har fått 1 rolle",
            (
                "Anders Amundsen ga deg roller fra en fil:\n"
                "Nora Nilsen: Kvalitetsrådgiver, Sengepost 1A"
            ),
        )
    ]
    assert [subject for subject, _ in inbox(colleague)] == ["Du har fått 2 roller"]
    ((subject, told),) = inbox(ward_leader)
    assert subject == "2 nye roller"
    assert told.splitlines()[1:] == [
        "Nora Nilsen: Kvalitetsrådgiver, Sengepost 1A",
        "Kari Karlsen: Kvalitetsrådgiver, Sengepost 1A",
    ]

    stopped_clock.at += timedelta(minutes=1)
    read_in(client, "T2;f.med.1.a;quality_adviser;2026-11-16;")
    assert len(inbox(ward_leader)) == 2
    stopped_clock.at += timedelta(minutes=1)
    read_in(client, "T2;f.med.1.a;quality_adviser;2026-11-16;2026-11-20")
    assert len(inbox(ward_leader)) == 2
    assert inbox(department_leader) == []


def test_errors_are_shown_by_row_and_nothing_can_be_confirmed(page, world, administrator):
    response = send(page(administrator), uploaded(NEW, "B;;;f;123;;;"))

    html = response.content.decode()
    assert response.status_code == 422
    assert "2 feil. Ingenting er lest inn." in html
    assert '<td data-label="Rad">3</td>' in html
    assert "organisation_number" in html
    assert not yes_to(response)


def test_what_is_changed_is_told_before(page, world, administrator):
    response = send(
        page(administrator),
        uploaded(
            "f.med;Medisinsk avdeling;Klinikk;f;;0;;", "f.kir;Kirurgisk klinikk;Klinikk;f;;;;"
        ),
    )

    html = response.content.decode()
    assert "<strong>Medisinsk klinikk</strong>, navn: Medisinsk avdeling (før: " in html
    assert "Kirurgisk klinikk</strong>" not in html


def test_the_preview_names_who_gets_which_role_where(page, world, administrator, nurse, now):
    kept = nurse.appointments.get()
    row = f"T1;{kept.unit.code};{kept.role};{kept.valid_from}"
    response = send(
        page(administrator),
        posts(
            "T2;f.med.1.b;employee;2026-11-16;",
            "T1;f;quality_adviser;2026-11-16;2026-12-31",
            f"{row};2026-11-30",
        ),
    )

    html = " ".join(response.content.decode().split())
    given, _, changed = html.partition("Roller som gis (2)")[2].partition("Roller som endres (1)")
    assert (
        "<strong>Nora Nilsen</strong>, Kvalitetsrådgiver i Fjordheim sykehus,"
        " fra 16. nov. 2026 til 31. des. 2026" in given
    )
    assert "Ser saker i hele virksomheten" in given.partition("Kari Karlsen")[0]
    assert "Ser saker" not in given.partition("Kari Karlsen")[2]
    assert "Medarbeider i Sengepost 1A, siste dag: 30. nov. 2026 (før: ingen)" in changed


def test_only_the_own_line_can_be_changed(page, world, administrator):
    before = world.their_ward.name

    response = send(page(administrator), uploaded("g.med.1.a;Nytt navn;Seksjon;g.med.1;;;;"))

    assert response.status_code == 422
    assert "utenfor ditt område" in response.content.decode()
    world.their_ward.refresh_from_db()
    assert world.their_ward.name == before


def test_a_preview_is_ones_own(page, world, administrator, ceo, now, as_person):
    with as_person(ceo):
        kept = keep_preview(
            person=ceo, purpose="organisation:import", sources=[], facts={"mapping": ""}, now=now
        )

    for given in (str(kept.uuid), str(kept.uuid)[:-2], "", "tull"):
        response = page(administrator).post(ADDRESS, {"forhand": given})
        assert response.status_code == 410
        assert "Forhåndsvisningen er for gammel" in response.content.decode()


def test_a_preview_grows_old(page, world, administrator, stopped_clock):
    preview = yes_to(send(page(administrator), uploaded(NEW)))
    stopped_clock.at += timedelta(minutes=61)
    client = page(administrator)

    assert client.get(f"{ADDRESS}?forhand={preview['forhand']}").status_code == 410
    assert client.post(ADDRESS, preview).status_code == 410
    assert not Unit.objects.filter(code="NY").exists()


def test_no_file_an_empty_file_and_too_much(page, world, administrator, monkeypatch):
    client = page(administrator)

    assert "Velg minst én fil." in send(client).content.decode()
    assert "Fila er tom." in send(client, SimpleUploadedFile("tom.csv", b"")).content.decode()
    assert send(client, uploaded(NEW), mapping="ukjent").status_code == 422
    monkeypatch.setattr(forms.UploadForm, "together", 10)
    assert "for store til sammen" in send(client, uploaded(NEW)).content.decode()


def test_latin_1_is_refused_in_words(page, world, administrator):
    file = SimpleUploadedFile("units.csv", f"{UNITS}\nA;Blå post;;f;;;;".encode("latin-1"))

    response = send(page(administrator), file)

    assert response.status_code == 422
    assert "CSV UTF-8" in response.content.decode()


@pytest.mark.parametrize("who", ["nurse", "ward_leader", "ceo", "quality_adviser"])
@pytest.mark.parametrize("address", ["", "mal/units.csv", "eksport/people.csv"])
def test_only_administrators_come_here(client_of, world, who, address):
    client = client_of(world.people[who])

    assert client.get(f"{ADDRESS}{address}").status_code == 404
    assert client.post(f"{ADDRESS}{address}").status_code == 404


def test_templates_and_exports(client_of, world, administrator):
    client = client_of(administrator)

    template = client.get(f"{ADDRESS}mal/units.csv")
    people = client.get(f"{ADDRESS}eksport/people.csv").content.decode("utf-8-sig")
    assert template.content.decode("utf-8-sig").strip() == UNITS
    assert template["Content-Disposition"] == 'attachment; filename="units.csv"'
    assert "Nora Nilsen" in people
    assert "Unni Utgård" not in people
    assert client.get(f"{ADDRESS}mal/tull.csv").status_code == 404
    assert client.get(f"{ADDRESS}eksport/tull.csv").status_code == 404


def test_the_export_can_be_read_in_again(page, world, administrator):
    client = page(administrator)
    files = [
        SimpleUploadedFile(f"{kind}.csv", client.get(f"{ADDRESS}eksport/{kind}.csv").content)
        for kind in ("units", "people", "appointments")
    ]

    response = send(client, *files)

    assert response.status_code == 200
    assert "Alt er likt fra før" in response.content.decode()
    assert Person.objects.count() == len(world.people)


POSTS = "person;unit;role;valid_from;valid_to"


def posts(*rows: str) -> SimpleUploadedFile:
    return uploaded_as("appointments.csv", POSTS, *rows)


def uploaded_as(name: str, *lines: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "\n".join(lines).encode(), "text/csv")


@pytest.mark.parametrize("role", ["leader", "quality_adviser", "board_chair"])
def test_an_administrator_is_given_sight_of_cases_by_another(page, world, administrator, role):
    own = administrator.employee_number

    response = send(page(administrator), posts(f"{own};f.med.1.a;{role};;"))

    assert response.status_code == 422
    assert "Be en annen om å gi deg denne rollen." in response.content.decode()
    assert not yes_to(response)


def test_an_administrator_gives_others_roles_and_oneself_the_harmless(page, world, administrator):
    own, other = administrator.employee_number, world.people["nurse"].employee_number

    response = send(
        page(administrator), posts(f"{own};f.med.1.a;employee;;", f"{other};f.med.1.b;leader;;")
    )

    assert response.status_code == 200
    assert yes_to(response)


def test_an_own_role_is_shortened_but_not_made_longer(page, world, administrator, now):
    commands.appoint(
        person=administrator,
        unit=world.ward,
        role="leader",
        valid_from=date(2026, 1, 1),
        valid_to=date(2026, 12, 31),
        by=None,
        now=now,
    )
    row = f"{administrator.employee_number};f.med.1.a;leader;2026-01-01"

    assert send(page(administrator), posts(f"{row};2026-11-30")).status_code == 200
    assert send(page(administrator), posts(f"{row};2027-12-31")).status_code == 422
    assert send(page(administrator), posts(f"{row};")).status_code == 422
