"""A mandate that went from the region to a trust, a clinic and a ward, and what was done there."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from styrk.access.models import Account
from styrk.actions.commands import carry_out, judge_effect
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.core import clock, scope
from styrk.organisation.commands import changing
from styrk.organisation.models import Appointment, Person, Unit
from styrk.requirements import commands
from styrk.requirements.models import Placement, PlacementAction
from styrk.requirements.types import Meaning, Wording


@pytest.fixture
def region_leader(world):
    person = Person.objects.create(name="Ragna Rud", title="Administrerende direktør")
    Appointment.objects.create(
        person=person, unit=world.region, role="leader", valid_from=date(2020, 1, 1)
    )
    Account.objects.create(username="region_leader", person=person, password="!")
    return person


@pytest.fixture
def requirement(world, region_leader, now):
    """«3.1», under the heading «3», in a published mandate."""
    source = commands.register_source(
        code="OBD",
        kind="mandate",
        title="Oppdrag og bestilling",
        unit=world.region,
        owner=region_leader,
        by=region_leader,
        now=now,
    )
    edition = commands.begin_edition(
        source=source, label="2026", dated=date(2026, 2, 12), by=region_leader, now=now
    )
    for ref, told in (
        ("3", {"text": "", "title": "Rask tilgang", "kind": "", "rhythm": ""}),
        ("3.1", {"text": "Ned til 61 dager.", "title": "Ventetid", "parent_ref": "3"}),
    ):
        wording = Wording(ref=ref, **({"point": ref, "kind": "target", "rhythm": "tertial"} | told))
        commands.write_requirement(edition=edition, wording=wording, by=region_leader, now=now)
    commands.publish_edition(edition=edition, by=region_leader, now=now)
    return edition.requirements.get(ref="3.1")


@pytest.fixture
def place(region_leader, now):
    """`place(requirement, unit, above=, by=, owner=)`: laid there, and accepted by the owner."""

    def place(requirement, unit, *, above=None, by=None, owner=None):
        (placed,) = commands.place_requirement(
            requirement=requirement,
            units=[unit],
            answer_due=clock.day(now) + timedelta(days=28),
            by=by or region_leader,
            now=now,
            above=above,
        )
        if owner:
            meaning = Meaning("Under 61 dager hos oss", owner, "Målt hver måned", None)
            commands.accept_requirement(placement=placed, meaning=meaning, by=owner, now=now)
        return placed

    return place


@pytest.fixture
def plan(now):
    def plan(unit, owner, title="Kveldspoliklinikk", days=14):
        due = clock.after(now, days=days)
        return Plan(
            unit=unit,
            title=title,
            change="Flere får time",
            sign="Ventetiden går ned",
            level="system",
            owner=owner,
            due=due,
            review_on=due + timedelta(days=90),
        )

    return plan


@pytest.fixture
def walked(
    world,
    requirement,
    place,
    plan,
    region_leader,
    ceo,
    clinic_director,
    ward_leader,
    now,
    as_person,
):
    """Region, trust, clinic and ward; an action at the clinic that worked, and a status of it."""
    region = place(requirement, world.region, owner=region_leader)
    trust = place(requirement, world.trust, above=region, owner=ceo)
    clinic = place(requirement, world.clinic, above=trust, by=ceo, owner=clinic_director)
    ward = place(requirement, world.ward, above=clinic, by=clinic_director)
    with as_person(clinic_director):
        action = commands.act_on_requirement(
            placement=clinic, plan=plan(world.clinic, clinic_director), by=clinic_director, now=now
        )
        carry_out(action=action, note="Åpnet", by=clinic_director, now=now)
        judge_effect(
            action=action,
            effect="worked",
            reason="Ventetiden gikk ned ti dager",
            by=clinic_director,
            now=now + timedelta(days=120),
        )
        commands.report_status(
            placement=clinic,
            period="2026-T2",
            course="on_course",
            text="Vi er nesten i mål",
            by=clinic_director,
            now=now,
        )
    return SimpleNamespace(
        requirement=requirement, region=region, trust=trust, clinic=clinic, ward=ward, action=action
    )


TRUSTS, UNITS, ACTIONS = 11, 400, 2000


@pytest.fixture
def big(world, requirement, region_leader, now):
    """The requirement at 11 trusts and 400 units below them, with 2,000 actions. Made in bulk."""
    top = world.region
    trusts = _units([(f"t{n}", f"Sykehus {n:02}", top) for n in range(TRUSTS)])
    wards = _units(
        [(f"t{n % TRUSTS}.{n}", f"Post {n:03}", trusts[n % TRUSTS]) for n in range(UNITS)]
    )
    changing()
    upper = _placed(requirement, trusts, {}, region_leader, now)
    lower = _placed(requirement, wards, {one.unit_id: one for one in upper}, region_leader, now)
    with scope.acting(scope.SYSTEM):
        Action.objects.bulk_create(
            [_action(n, wards[n % UNITS], region_leader, now) for n in range(ACTIONS)],
            ignore_conflicts=True,
        )
        made = Action.objects.filter(title__startswith="Tiltak nr").order_by("pk")
        PlacementAction.objects.bulk_create(
            PlacementAction(placement=lower[n % UNITS], action=one) for n, one in enumerate(made)
        )
    return SimpleNamespace(requirement=requirement, trusts=upper, wards=lower)


def _units(told):
    units = [
        Unit(code=code, name=name, level="", valid_from=date(2020, 1, 1), parent=parent)
        for code, name, parent in told
    ]
    Unit.objects.bulk_create(units)
    for unit in units:
        unit.trust = unit if unit.parent.parent is None else unit.parent
        unit.path = f"{unit.parent.path}{unit.pk}."
    Unit.objects.bulk_update(units, ["trust", "path"])
    return units


def _placed(requirement, units, above, by, now):
    rows = [
        Placement(
            requirement=requirement,
            unit=unit,
            trust=unit.trust,
            above=above.get(unit.parent_id),
            answer_due=clock.after(now, days=28),
            placed_at=now,
            placed_by=by,
        )
        for unit in units
    ]
    return Placement.objects.bulk_create(rows)


def _action(number, unit, owner, now):
    return Action(
        trust=unit.trust,
        unit=unit,
        origin="requirement",
        title=f"Tiltak nr. {number}",
        change="Bedre",
        sign="Vi ser det",
        level="system",
        owner=owner,
        due=clock.after(now, days=14),
        review_on=clock.after(now, days=60),
        raised_at=now,
        raised_by=owner,
    )
