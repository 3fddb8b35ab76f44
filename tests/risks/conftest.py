from datetime import timedelta

import pytest
from django.db.models import prefetch_related_objects

from styrk.actions.types import Plan
from styrk.core import clock, scope
from styrk.goals.models import Goal
from styrk.requirements.models import Edition, Placement, Requirement, Source
from styrk.risks import commands, queries
from styrk.risks.models import Risk
from styrk.risks.types import Assessment, Description


@pytest.fixture
def description(now):
    """`description(ward, owner)`: falls at the ward, looked at again in a hundred days."""

    def description(unit, owner, **facts):
        told = {
            "unit": unit,
            "title": "Pasienter faller på badet om natten",
            "description": "Gulvet blir glatt, og lyset er dårlig.",
            "causes": "Belegget er slitt.",
            "consequences": "Brudd, og lengre opphold.",
            "measures": "Vi følger dem som er ustø.",
            "interaction": "none",
            "owner": owner,
            "review_on": clock.after(now, days=100),
        }
        return Description(**told | facts)

    return description


@pytest.fixture
def assess():
    """`assess(4, 4)`: an assessment of that likelihood and consequence for patients."""

    def assess(likelihood, patient, kind="now", reason="Sju fall i år.", **harms):
        return Assessment(kind, likelihood, {"patient": patient} | harms, reason)

    return assess


@pytest.fixture
def describe(world, description, now, as_person):
    """`describe(leader)`: one more risk at the ward, or at `unit`."""

    def describe(person, *, unit=None, owner=None, at=None, **facts):
        with as_person(person):
            return commands.describe_risk(
                description=description(unit or world.ward, owner or person, **facts),
                by=person,
                now=at or now,
            )

    return describe


@pytest.fixture
def rate(now, as_person, assess):
    """`rate(leader, risk, 4, 4)`."""

    def rate(person, risk, likelihood, patient, *, at=None, **facts):
        with as_person(person):
            found = queries.risk(risk.uuid)
            return commands.rate_risk(
                risk=found,
                assessment=assess(likelihood, patient, **facts),
                by=person,
                now=at or now,
            )

    return rate


@pytest.fixture
def described(describe, ward_leader):
    """A risk that the ward's leader has described and owns."""
    return describe(ward_leader)


@pytest.fixture
def yellow(described, rate, ward_leader):
    """The same, rated yellow: three by four."""
    rate(ward_leader, described, 3, 4)
    return described


@pytest.fixture
def red(described, rate, ward_leader):
    """The same, rated red: four by four."""
    rate(ward_leader, described, 4, 4)
    return described


@pytest.fixture
def plan(now):
    """`plan(ward, owner)`: an action due in two weeks."""

    def plan(unit, owner, **facts):
        due = clock.after(now, days=14)
        told = {
            "unit": unit,
            "title": "Sklisikkert belegg på badet",
            "change": "Ingen faller fordi gulvet er vått",
            "sign": "Ingen fall på badet på tre måneder",
            "level": "system",
            "owner": owner,
            "due": due,
            "review_on": due + timedelta(days=90),
        }
        return Plan(**told | facts)

    return plan


@pytest.fixture
def again(as_person):
    """`again(person, risk)`: the risk with all that hangs on it, in the person's sight."""

    def again(person, risk):
        with as_person(person):
            found = queries.risk(risk.uuid)
            if found:
                prefetch_related_objects([found], "sources", "proposals")
            return found

    return again


@pytest.fixture
def acts():
    """`acts(risk)`: what was done with it, in order."""

    def acts(risk):
        with scope.acting(scope.SYSTEM):
            steps = Risk.objects.get(pk=risk.pk).steps.order_by("pk")
            return list(steps.values_list("act", flat=True))

    return acts


@pytest.fixture
def lifted(red, now, world, as_person):
    """`lifted(leader)`: the red risk proposed to the clinic, or to another unit above."""

    def lifted(person, *, risk=None, to=None):
        with as_person(person):
            return commands.propose_up(
                risk=queries.risk((risk or red).uuid),
                to=to or world.clinic,
                reason="Det gjelder flere avdelinger.",
                by=person,
                now=now,
            )

    return lifted


@pytest.fixture
def take_in(description, now, as_person):
    """`take_in(director, proposal)`: in words of its own."""

    def take_in(person, proposal):
        with as_person(person):
            found = queries.proposal(proposal.uuid)
            return commands.take_in(
                proposal=found,
                description=description(found.to_unit, person, title="Fall i hele huset"),
                answer="Vi samler dem.",
                by=person,
                now=now,
            )

    return take_in


@pytest.fixture
def placement(world, now, ward_leader):
    """A requirement placed with the ward."""
    source = Source.objects.create(code="lov", kind="law", title="En lov")
    edition = Edition.objects.create(source=source, label="2026", dated=clock.day(now))
    requirement = Requirement.objects.create(
        edition=edition, ref="1", position=1, title="Trygge bad", kind="standing"
    )
    return Placement.objects.create(
        requirement=requirement,
        unit=world.ward,
        trust=world.trust,
        answer_due=clock.after(now, days=28),
        placed_at=now,
        placed_by=ward_leader,
    )


@pytest.fixture
def goal(world, now, placement):
    """`goal(person, "Færre fall")`: a goal at the ward, or at `unit`, that the requirement led to."""

    def goal(person, title, unit=None, **facts):
        unit = unit or world.ward
        year = clock.day(now).year
        told = {"direction": "down", "target_words": "Halvert innen jul", "state": "agreed"}
        told |= {"first_year": year, "last_year": year}
        return Goal.objects.create(
            unit=unit,
            trust_id=unit.legal_id,
            title=title,
            owner=person,
            placement=placement,
            set_at=now,
            set_by=person,
            **told | facts,
        )

    return goal
