"""What the database itself shows of a risk, whatever a page forgets to ask."""

import pytest
from django.db import DatabaseError, transaction

from styrk.core import clock, scope
from styrk.risks import commands, queries
from styrk.risks.models import (
    Acceptance,
    Proposal,
    Rating,
    Risk,
    RiskAction,
    RiskGoal,
    RiskPlacement,
    RiskStep,
    Snapshot,
)
from styrk.trail.models import Entry

pytestmark = pytest.mark.django_db
TABLES = (Risk, RiskStep, Rating, Acceptance, RiskAction, RiskPlacement, RiskGoal, Proposal)
TABLES += (Snapshot,)
WHOLE = {"Risk": 1, "RiskStep": 5, "Rating": 1, "Acceptance": 1, "RiskAction": 1}
WHOLE |= {"RiskPlacement": 1, "RiskGoal": 1, "Proposal": 1, "Snapshot": 1}
NOTHING: dict[str, int] = {}
SEES = {
    "nurse": WHOLE,
    "ward_leader": WHOLE,
    "deputy": WHOLE,
    "department_leader": WHOLE,
    "clinic_director": WHOLE,
    "quality_adviser": WHOLE,
    "ceo": WHOLE,
    "board_chair": WHOLE,
    "second_ward_leader": NOTHING,
    "other_leader": NOTHING,
    "other_clinic_director": NOTHING,
    "administrator": NOTHING,
    "outsider": NOTHING,
    "outsider_ceo": NOTHING,
    "home_leader": NOTHING,
}


@pytest.fixture
def whole(describe, rate, placement, goal, plan, ward_leader, world, now, as_person):
    """A risk with a row in every table."""
    risk = describe(ward_leader, placements=(placement,), goals=(goal(ward_leader, "Færre fall"),))
    rate(ward_leader, risk, 3, 4)
    with as_person(ward_leader):
        found = queries.risk(risk.uuid)
        commands.add_action(risk=found, plan=plan(world.ward, ward_leader), by=ward_leader, now=now)
        commands.accept_risk(
            risk=found,
            reason="En tid.",
            expires_on=clock.after(now, days=30),
            by=ward_leader,
            now=now,
        )
        commands.propose_up(
            risk=found, to=world.department, reason="Flere.", by=ward_leader, now=now
        )
        commands.take_picture(
            unit=world.ward, period="2026-T3", summary="Fall.", by=ward_leader, now=now
        )
    return risk


def seen():
    rows = {model.__name__: model.objects.count() for model in TABLES}
    return {name: number for name, number in rows.items() if number}


@pytest.mark.parametrize("role", sorted(SEES))
def test_who_sees_what(describe, whole, red, world, as_person, role):
    """`red` is there too, which everybody who sees the ward sees."""
    with as_person(world.people[role]):
        there = seen()

    own = SEES[role]
    also = {"Risk": 1, "RiskStep": 2, "Rating": 1} if own else {}
    assert there == {name: own.get(name, 0) + also.get(name, 0) for name in own}


def test_an_owner_from_elsewhere_sees_the_risk_and_not_the_picture(
    describe, rate, ward_leader, outsider_leader, other_leader, as_person
):
    risk = describe(ward_leader, owner=other_leader)
    rate(other_leader, risk, 3, 3)

    with as_person(other_leader):
        assert seen() == {"Risk": 1, "RiskStep": 2, "Rating": 1}
    with as_person(outsider_leader):
        assert not seen()


def test_with_nobody_acting_nothing_is_seen(whole):
    assert not seen()
    assert not Entry.objects.filter(subject__startswith="risk").exists()


def test_the_trail_of_a_risk_is_for_those_who_see_it(whole, ward_leader, outsider, as_person):
    with as_person(ward_leader):
        assert Entry.objects.filter(subject="risk", subject_id=whole.pk).count() == 5
        assert Entry.objects.filter(subject="risk_picture").count() == 1
    with as_person(outsider):
        assert not Entry.objects.filter(subject="risk").exists()
        assert not Entry.objects.filter(subject="risk_picture").exists()


@pytest.mark.parametrize("model", [RiskStep, Rating, Acceptance, RiskAction, Snapshot])
def test_what_is_written_once_stands(whole, model):
    with scope.acting(scope.SYSTEM):
        row = model.objects.first()
        for change in (row.save, row.delete):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()


@pytest.mark.parametrize("model", [Risk, RiskPlacement, RiskGoal, Proposal])
def test_nothing_of_a_risk_is_removed(whole, model):
    with scope.acting(scope.SYSTEM), pytest.raises(DatabaseError), transaction.atomic():
        model.objects.all()._raw_delete("default")
