from datetime import date

import pytest

from styrk.access.models import Account
from styrk.auditplan import commands, queries
from styrk.auditplan.models import AuditPlan
from styrk.auditplan.types import Decided, Scope
from styrk.core import clock
from styrk.organisation.commands import appoint, register_person
from tests.world import standing

YEAR = 2027


def _in_post(name, title, role, world, now):
    unit = world.region
    person = register_person(name=name, title=title, email="", home_unit=unit, by=None, now=now)
    since = date(2025, 1, 1)
    appoint(person=person, unit=unit, role=role, valid_from=since, by=None, now=now)
    Account.objects.create(username=title, person=person, password="!")
    return person


@pytest.fixture
def auditor(world, now):
    """Konsernrevisjonen, in the region."""
    return _in_post("Ragna Rud", "Konsernrevisor", "auditor", world, now)


@pytest.fixture
def chair(world, now):
    """Who chairs the region's board."""
    return _in_post("Rolf Ravn", "Styreleder i regionen", "board_chair", world, now)


@pytest.fixture
def committee(world, now):
    """One of the region's revisjonsutvalg."""
    return _in_post("Ulla Ulven", "Medlem av utvalget", "audit_committee", world, now)


@pytest.fixture
def begun(world, auditor, now, as_person):
    with as_person(auditor):
        return commands.begin_plan(
            unit=world.region,
            year=YEAR,
            wishes_until=clock.day(now),
            by=auditor,
            now=now,
        )


@pytest.fixture
def scope(world):
    def scope(**facts):
        told = {
            "kind": "group",
            "title": "Legemidler ved overføring",
            "about": "Om listen følger pasienten.",
            "units": (world.trust,),
            "why": "Røde risikoer i begge foretak.",
            "quarter": 1,
            "criteria_words": "Egen rutine",
        }
        return Scope(**told | facts)

    return scope


@pytest.fixture
def lined(begun, scope, auditor, now, as_person):
    """`lined()`: a line in the plan."""

    def lined(plan=begun, **facts):
        with as_person(auditor):
            return commands.add_line(plan=fresh(plan), scope=scope(**facts), by=auditor, now=now)

    return lined


def fresh(plan):
    return AuditPlan.objects.select_related("unit", "begun_by").get(pk=plan.pk)


@pytest.fixture
def wished(begun, world, board_chair, now, as_person):
    """`wished()`: the board of the trust says what ought to be looked at."""

    def wished(title="Overføring mellom sykehus", by=board_chair, party="board", unit=None):
        with as_person(by):
            return commands.wish_for(
                plan=fresh(begun),
                party=party,
                unit=unit or world.trust,
                title=title,
                text="Vi vet ikke om listen følger pasienten.",
                by=by,
                now=now,
            )

    return wished


@pytest.fixture
def recommend(begun, auditor, now, as_person):
    def recommend(plan=begun, at=now):
        with as_person(auditor):
            commands.recommend_plan(
                plan=fresh(plan),
                body="committee",
                held_on=clock.day(at),
                words="Utvalget støtter planen.",
                by=auditor,
                now=at,
            )

    return recommend


@pytest.fixture
def approve(begun, chair, now, as_person):
    def approve(case="92/26"):
        with as_person(chair):
            decided = Decided(clock.day(now), case, "Styret vedtar planen.")
            commands.approve_plan(plan=fresh(begun), decided=decided, by=chair, now=now)

    return approve


@pytest.fixture
def approved(begun, lined, recommend, approve):
    """With one line in the first quarter."""
    lined()
    recommend()
    approve()
    return begun


@pytest.fixture
def seen(now):
    """`seen(plan, person)`: the plan as that person may see it, or None."""
    return lambda plan, person: queries.plan(plan.uuid, standing(person, now))
