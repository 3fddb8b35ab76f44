from datetime import date, timedelta

import pytest

from styrk.access.models import Account
from styrk.core import clock
from styrk.organisation.models import Appointment, Person
from styrk.requirements import commands
from styrk.requirements.types import Meaning, Wording
from tests.goals.conftest import aim, set_goal  # noqa: F401 - goals that come from requirements

CEO_OF_REGION = "Ragna Rud"


@pytest.fixture
def region_leader(world):
    """Whoever leads the region, and lays the owner's demands on the trusts."""
    person = Person.objects.create(name=CEO_OF_REGION, title="Administrerende direktør")
    Appointment.objects.create(
        person=person, unit=world.region, role="leader", valid_from=date(2020, 1, 1)
    )
    Account.objects.create(username="region_leader", person=person, password="!")
    return person


@pytest.fixture
def mandate(world, region_leader, now):
    """The region's «oppdrag og bestilling», without editions."""
    return commands.register_source(
        code="OBD",
        kind="mandate",
        title="Oppdrag og bestilling",
        unit=world.region,
        owner=region_leader,
        by=region_leader,
        now=now,
    )


@pytest.fixture
def write(region_leader, now):
    """`write(edition, ref, text, **facts)`: one more requirement in a draft."""

    def write(edition, ref, text, **facts):
        told = {"title": "", "point": ref, "kind": "target", "rhythm": "tertial"} | facts
        wording = Wording(ref=ref, text=text, **told)
        return commands.write_requirement(
            edition=edition, wording=wording, by=region_leader, now=now
        )

    return write


@pytest.fixture
def draft(mandate, region_leader, now):
    return commands.begin_edition(
        source=mandate, label="2026", dated=date(2026, 2, 12), by=region_leader, now=now
    )


@pytest.fixture
def published(draft, write, region_leader, now):
    """A published edition: a heading, a target, a task, and one for information."""
    write(draft, "3", "", title="Rask tilgang", kind="", rhythm="")
    write(draft, "3.1", "Ventetiden i somatikken skal ned til 61 dager.", parent_ref="3")
    write(draft, "3.2", "Foretaket skal lage en plan for utskrivning i helg.", kind="task")
    write(draft, "3.3", "Ny tilskuddsordning er innført.", kind="information", rhythm="")
    commands.publish_edition(edition=draft, by=region_leader, now=now)
    draft.refresh_from_db()
    return draft


@pytest.fixture
def requirement(published):
    return published.requirements.get(ref="3.1")


@pytest.fixture
def place(region_leader, now):
    """`place(requirement, *units, above=None)`: the new placements, answers due in four weeks."""

    def place(requirement, *units, above=None, by=region_leader):
        return commands.place_requirement(
            requirement=requirement,
            units=units,
            answer_due=clock.day(now) + timedelta(days=28),
            by=by,
            now=now,
            above=above,
        )

    return place


@pytest.fixture
def placed(world, requirement, place):
    """The target, laid with the trust."""
    (placement,) = place(requirement, world.trust)
    return placement


@pytest.fixture
def accepted(placed, ceo, now):
    """The same, taken on by the trust's leader."""
    meaning = Meaning("Under 61 dager i alle klinikker", ceo, "Månedlig ventetid", None)
    commands.accept_requirement(placement=placed, meaning=meaning, by=ceo, now=now)
    return placed
