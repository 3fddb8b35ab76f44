"""What happens to the cases when a ward goes over to another trust: nothing."""

from datetime import timedelta

import pytest

from styrk.core import clock
from styrk.incidents.models import Incident, Reporter
from styrk.organisation import commands
from styrk.organisation.models import Appointment
from tests import world as worlds

FALL = "Pasienten skled på badet i natt."


@pytest.fixture
def old_case(report, nurse, world):
    return report(nurse, world.ward, FALL)


def seen_by(as_person, person, case) -> bool:
    with as_person(person):
        return Incident.objects.filter(pk=case.pk).exists()


def go_over(world, now):
    """As it must be done: the old unit ends, a new one begins in the other trust, with its leader."""
    today = clock.day(now)
    facts = {"by": None, "now": now}
    commands.end_unit(unit=world.ward, valid_to=today - timedelta(days=1), **facts)
    ward = commands.found_unit(
        code="g.ny",
        name="Sengepost 1A",
        level="Seksjon",
        parent=world.units["g.med.1"],
        valid_from=today,
        **facts,
    )
    commands.appoint(
        person=world.people["ward_leader"], unit=ward, role="leader", valid_from=today, **facts
    )


def test_a_ward_with_its_cases_is_never_moved_to_another_trust(
    world, now, old_case, as_person, outsider_ceo, ceo
):
    with pytest.raises(commands.OtherTrust):
        commands.move_unit(
            unit=world.ward,
            parent=world.units["g.med.1"],
            valid_from=clock.day(now),
            by=None,
            now=now,
        )

    assert seen_by(as_person, ceo, old_case)
    assert not seen_by(as_person, outsider_ceo, old_case)


def test_going_over_gives_nobody_there_the_old_cases(
    world, now, old_case, as_person, outsider_ceo, ward_leader
):
    go_over(world, now)

    assert not seen_by(as_person, outsider_ceo, old_case)
    # Has gone over as well: answers now for the other trust's ward, not for what was before.
    assert not seen_by(as_person, ward_leader, old_case)


@pytest.mark.parametrize("who", ["department_leader", "clinic_director", "ceo", "quality_adviser"])
def test_the_old_trust_still_sees_and_follows_its_cases(
    world, now, old_case, as_person, client_of, who
):
    person = world.people[who]
    go_over(world, now)

    with as_person(person):
        case = Incident.objects.get(pk=old_case.pk)
        reporters = Reporter.objects.filter(incident=case).exists()
    assert case.trust_id == world.trust.pk
    assert case.responsible_unit_id == world.ward.pk
    assert reporters or who == "quality_adviser"
    assert client_of(person).get(f"/avvik/{case.uuid}/").status_code == 200


def test_the_reporter_still_sees_the_own_report(world, now, old_case, as_person, nurse):
    go_over(world, now)

    assert seen_by(as_person, nurse, old_case)


def test_the_old_ward_has_nobody_and_the_cases_wait_above(world, now):
    go_over(world, now)

    assert not Appointment.objects.filter(unit=world.ward, valid_to__isnull=True).exists()
    ids = worlds.standing(world.people["department_leader"], now).scope.units("incident")
    assert world.ward.pk in ids
