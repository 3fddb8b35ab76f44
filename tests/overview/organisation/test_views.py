"""The organisation's pages: who sees what of units and people."""

from datetime import date, timedelta

import pytest

from styrk.organisation import commands
from styrk.organisation.models import Appointment, Deputyship

# The test's own transaction around the page's.
SAVEPOINT = 2
NOBODY = "00000000-0000-0000-0000-000000000000"


def text(response) -> str:
    return " ".join(response.content.decode().split())


def shown(response) -> str:
    """What stands in the page itself, without its frame."""
    return text(response).partition("<main")[2].partition("</main>")[0]


@pytest.fixture
def rename(now):
    def rename(unit, name, valid_from):
        commands.rename_unit(unit=unit, name=name, valid_from=valid_from, by=None, now=now)

    return rename


# The tree


def test_units_shows_two_levels_with_leaders(page, world, nurse):
    html = shown(page(nurse).get("/organisasjon/"))

    assert "Helse Prøve" in html
    assert html.count(">Fjordheim sykehus</a>") == 2
    assert "Daniel Drange" in html
    assert "Medisinsk klinikk" not in html
    assert f'href="/organisasjon/?fra={world.trust.uuid}"' in html
    assert "Mangler leder" in html


def test_units_below_a_chosen_unit(page, world, nurse):
    html = shown(page(nurse).get(f"/organisasjon/?fra={world.clinic.uuid}"))

    assert "<h1>Medisinsk klinikk</h1>" in html
    assert "Sengepost 1B" in html
    assert "Kirurgisk klinikk" not in html
    assert "Stein Sand" in html


def test_units_does_not_ask_more_for_more_units(
    client_of, world, nurse, now, django_assert_max_num_queries
):
    client = client_of(nurse)
    client.get("/organisasjon/")
    for number in range(5):
        commands.found_unit(
            code=f"x{number}",
            name=f"Enhet {number}",
            level="",
            parent=world.trust,
            valid_from=date(2024, 1, 1),
            by=None,
            now=now,
        )
    client.get("/organisasjon/")

    with django_assert_max_num_queries(12 + SAVEPOINT):
        client.get(f"/organisasjon/?fra={world.trust.uuid}")


@pytest.mark.parametrize("given", ["tull", NOBODY])
def test_units_of_an_unknown_unit(client_of, world, nurse, given):
    assert client_of(nurse).get(f"/organisasjon/?fra={given}").status_code == 404


def test_units_tells_of_two_leaders(page, world, nurse):
    Appointment.objects.create(
        person=world.people["deputy"], unit=world.ward, role="leader", valid_from=date(2024, 1, 1)
    )

    html = shown(page(nurse).get(f"/organisasjon/?fra={world.department.uuid}"))

    assert "To ledere" in html
    assert "Lars Lunde, Dina Dahl" in html


def test_units_search(page, nurse):
    client = page(nurse)

    html = shown(client.get("/organisasjon/", {"sok": "sengep 1b"}))
    assert "2 enheter" in html
    assert "Sengepost 1B" in html
    assert "Indremedisinsk avdeling" in html
    assert "Fant ingen enhet" in shown(client.get("/organisasjon/", {"sok": "<b>x</b>"}))
    assert client.get("/organisasjon/", {"sok": "x" * 101}).status_code == 422


def test_units_search_as_a_fragment(page, nurse):
    response = page(nurse).get("/organisasjon/", {"sok": "1b"}, headers={"HX-Request": "true"})

    assert text(response).startswith('<div id="funnet"')
    assert "<html" not in text(response)


# A unit


def test_unit_shows_who_answers_for_it(page, world, nurse):
    html = shown(page(nurse).get(f"/organisasjon/{world.ward.uuid}/"))

    assert "<h1>Sengepost 1A</h1>" in html
    assert "Lars Lunde" in html
    assert "Stedfortreder nå" in html
    assert "Dina Dahl" in html
    assert "Nora Nilsen" in html
    assert "ward_leader@styrk.example" in html
    assert "Seksjon under Indremedisinsk avdeling" in html
    assert f'href="/organisasjon/{world.trust.uuid}/"' in html


def test_unit_shows_no_addresses_nor_staff_to_outsiders(page, world, outsider):
    html = shown(page(outsider).get(f"/organisasjon/{world.ward.uuid}/"))

    assert "Lars Lunde" in html
    assert "@" not in html
    assert "Nora Nilsen" not in html
    assert "vises for dem som hører til Fjordheim sykehus" in html


def test_unit_shows_its_people_to_those_above_it(page, world, now):
    region_leader = world.people["municipal_director"]
    Appointment.objects.filter(person=region_leader).update(unit=world.region)
    commands.changing()

    assert "ward_leader@styrk.example" in text(
        page(region_leader).get(f"/organisasjon/{world.ward.uuid}/")
    )


def test_unit_shows_its_names_and_places_through_time(page, world, nurse, rename, now):
    rename(world.ward, "Hjerteposten", date(2025, 6, 1))
    commands.move_unit(
        unit=world.ward, parent=world.other_clinic, valid_from=date(2026, 1, 1), by=None, now=now
    )

    html = shown(page(nurse).get(f"/organisasjon/{world.ward.uuid}/"))

    assert "<strong>Sengepost 1A</strong>, under Indremedisinsk avdeling" in html
    assert "<strong>Hjerteposten</strong>, under Kirurgisk klinikk" in html
    assert "Ga enheten navnet Hjerteposten" in html


def test_unit_who_was_responsible_on_a_day(page, world, nurse, rename):
    rename(world.ward, "Hjerteposten", date(2025, 6, 1))
    Appointment.objects.filter(unit=world.ward, role="leader").update(valid_from=date(2025, 1, 1))
    Deputyship.objects.update(valid_from=date(2026, 1, 1))
    client, address = page(nurse), f"/organisasjon/{world.ward.uuid}/ansvarlig/"

    def answer(day: str) -> str:
        return shown(client.get(address, {"dato": day})).partition('id="svar"')[2]

    assert "Ansvarlig leder: Lars Lunde." in answer("2025-05-31")
    assert "Enheten het Sengepost 1A." in answer("2025-05-31")
    assert "Stedfortreder" not in answer("2025-05-31")
    assert "Stedfortreder: Dina Dahl." in answer("01.02.2026")
    assert "Nærmeste leder over var Astrid Aas i Indremedisinsk avdeling." in answer("2024-01-01")
    assert "Enheten fantes ikke den dagen." in answer("2019-12-31")


def test_unit_who_was_responsible_as_a_fragment(page, world, nurse):
    address = f"/organisasjon/{world.ward.uuid}/ansvarlig/?dato=2026-01-01"

    response = page(nurse).get(address, headers={"HX-Request": "true"})

    assert text(response).startswith('<div id="svar"')
    assert "Lars Lunde" in text(response)


@pytest.mark.parametrize("given", ["", "i går", "2025-02-30"])
def test_unit_with_a_day_that_is_none(page, world, nurse, given):
    response = page(nurse).get(f"/organisasjon/{world.ward.uuid}/ansvarlig/", {"dato": given})

    assert response.status_code == 422
    assert 'aria-invalid="true"' in shown(response)


def test_unit_without_a_leader_says_so(page, world, nurse):
    html = shown(page(nurse).get(f"/organisasjon/{world.region.uuid}/"))

    assert "Mangler leder" in html


def test_unit_that_has_ended(page, world, nurse, now):
    commands.end_unit(unit=world.second_ward, valid_to=date(2026, 1, 31), by=None, now=now)

    html = shown(page(nurse).get(f"/organisasjon/{world.second_ward.uuid}/"))

    assert "Enheten ble avsluttet 31. jan. 2026." in html


def test_unit_needs_few_queries(client_of, world, nurse, django_assert_max_num_queries):
    client, address = client_of(nurse), f"/organisasjon/{world.trust.uuid}/"
    client.get(address)

    with django_assert_max_num_queries(12 + SAVEPOINT):
        client.get(address)
    with django_assert_max_num_queries(12 + SAVEPOINT):
        client.get(f"{address}ansvarlig/", {"dato": "2026-01-01"})


def test_unit_that_is_not_there(client_of, world, nurse):
    assert client_of(nurse).get(f"/organisasjon/{NOBODY}/").status_code == 404


# Gaps


def test_gaps_are_those_of_the_own_line(page, world, clinic_director, outsider_ceo):
    Appointment.objects.filter(unit=world.ward, role="leader").delete()
    Appointment.objects.create(
        person=world.people["deputy"],
        unit=world.second_ward,
        role="leader",
        valid_from=date(2024, 1, 1),
    )

    html = shown(page(clinic_director).get("/organisasjon/mangler/"))
    without, _, doubled = html.partition("Flere ledere</h2>")

    assert "Sengepost 1A" in without
    assert "Stedfortreder: Dina Dahl" in without
    assert "Sengepost 1B" in doubled
    assert "Stein Sand, Dina Dahl" in doubled
    assert "Lars" not in shown(page(outsider_ceo).get("/organisasjon/mangler/"))


@pytest.mark.parametrize("address", ["mangler/", "?sok=s", "?fra={}"])
def test_lists_need_few_queries(client_of, world, ceo, address, django_assert_max_num_queries):
    Appointment.objects.filter(role="leader").exclude(person=ceo).delete()
    client, path = client_of(ceo), f"/organisasjon/{address.format(world.trust.uuid)}"
    client.get(path)

    with django_assert_max_num_queries(12 + SAVEPOINT):
        client.get(path)


def test_units_that_have_ended_are_not_counted_among_those_without_a_leader(
    page, world, clinic_director, now
):
    def counted() -> str:
        html = shown(page(clinic_director).get("/organisasjon/mangler/"))
        return html.partition('st-stat-value">')[2].partition("<")[0]

    assert counted() == "4"
    yesterday = now.date() - timedelta(days=1)
    commands.end_unit(unit=world.second_ward, valid_to=yesterday, by=None, now=now)

    assert counted() == "3"


def test_gaps_of_a_unit_are_those_there_and_below(page, world, ceo):
    """As the forskriftskart of the unit counts them."""
    Appointment.objects.filter(unit__in=[world.ward, world.other_ward], role="leader").delete()
    map_of = page(ceo).get(f"/forskriftskart/?enhet={world.department.code}")
    address = f"/organisasjon/mangler/?enhet={world.department.code}"
    assert f'href="{address}"' in map_of.content.decode()

    html = shown(page(ceo).get(address))
    assert f"{world.department.name} og enhetene under." in html
    assert "Sengepost 1A" in html
    assert "Sengepost 2A" not in html
    assert "Sengepost 2A" in shown(page(ceo).get("/organisasjon/mangler/"))


@pytest.mark.parametrize("code", ["finnes-ikke", "k"])
def test_gaps_of_a_unit_out_of_sight_are_not_there(page, ward_leader, code):
    assert page(ward_leader).get(f"/organisasjon/mangler/?enhet={code}").status_code == 404


def test_the_tree_may_begin_at_a_units_code(page, world, ward_leader):
    by_code = page(ward_leader).get(f"/organisasjon/?enhet={world.department.code}")
    assert page(ward_leader).get("/organisasjon/?enhet=finnes-ikke").status_code == 404
    fra = page(ward_leader).get(f"/organisasjon/?fra={world.department.uuid}")
    assert "Sengepost 1A" in shown(by_code)
    assert shown(by_code).count("<li") == shown(fra).count("<li")


def test_gaps_when_there_are_none(page, nurse):
    assert "Alle enhetene har én ansvarlig leder" in shown(
        page(nurse).get("/organisasjon/mangler/")
    )


@pytest.mark.parametrize("address", ["", "mangler/", "importer/", f"{NOBODY}/"])
def test_signed_out_people_are_asked_to_sign_in(client_of, world, address):
    response = client_of(None).get(f"/organisasjon/{address}")

    assert response.status_code == 302
    assert response.url.startswith("/logg-inn/")


def test_someone_without_posts_sees_nothing(client_of, world, nurse):
    Appointment.objects.filter(person=nurse).delete()
    commands.changing()

    assert client_of(nurse).get("/organisasjon/").status_code == 404
