"""What the unit's page tells of who led it, who said so, and when."""

from datetime import date

from styrk.organisation import commands
from styrk.organisation.models import Appointment


def shown(response) -> str:
    """What stands in the page itself, without its frame."""
    html = " ".join(response.content.decode().split())
    return html.partition("<main")[2].partition("</main>")[0]


def test_unit_says_what_was_registered_of_its_leader_only_afterwards(page, world, nurse, now):
    address = f"/organisasjon/{world.ward.uuid}/ansvarlig/"
    deputy, leader = world.people["deputy"], world.people["ward_leader"]
    former = Appointment.objects.get(person=leader, unit=world.ward)
    by = world.people["administrator"]
    commands.end_appointment(appointment=former, valid_to=date(2026, 10, 31), by=by, now=now)
    facts = {"person": deputy, "unit": world.ward, "role": "leader", "by": by, "now": now}
    commands.appoint(**facts, valid_from=date(2026, 11, 1))

    def answer(day: str) -> str:
        return shown(page(nurse).get(address, {"dato": day})).partition('id="svar"')[2]

    backdated = answer("2026-11-10")
    assert "Ansvarlig leder: Dina Dahl." in backdated
    assert "Dette ble registrert først etterpå:" in backdated
    assert "<strong>Anders Amundsen</strong> Ga Dina Dahl ansvaret som leder" in backdated
    assert "Avsluttet ansvaret som leder for Lars Lunde" in backdated
    assert "etterpå" not in answer("2026-11-16")
    assert "etterpå" not in answer("2026-10-31")


def test_a_leader_who_left_before_it_was_registered_is_told_of(page, world, nurse, now):
    leader, by = world.people["ward_leader"], world.people["administrator"]
    commands.record_departure(person=leader, left_on=date(2026, 11, 1), by=by, now=now)
    address = f"/organisasjon/{world.ward.uuid}/ansvarlig/"

    html = shown(page(nurse).get(address, {"dato": "2026-11-10"}))

    assert "Nærmeste leder over var Astrid Aas" in html
    assert "Registrerte at Lars Lunde slutter" in html


def test_who_has_changed_the_unit_tells_of_its_roles(page, world, nurse, outsider, now):
    by = world.people["administrator"]
    facts = {"unit": world.ward, "valid_from": now.date(), "by": by, "now": now}
    commands.appoint(person=world.people["colleague"], role="safety_representative", **facts)
    commands.name_deputy(person=world.people["colleague"], valid_to=None, **facts)
    commands.appoint(
        person=world.people["colleague"], role="employee", **facts | {"unit": world.second_ward}
    )
    address = f"/organisasjon/{world.ward.uuid}/"

    inside, outside = (shown(page(one).get(address)) for one in (nurse, outsider))

    assert "Ga Kari Karlsen en rolle i Sengepost 1A" in inside
    assert "Sengepost 1B" not in inside.partition("Hvem som har endret enheten")[2]
    assert "Gjorde Kari Karlsen til stedfortreder i Sengepost 1A" in outside
    assert "Ga Kari Karlsen en rolle" not in outside
