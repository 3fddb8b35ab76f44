from datetime import timedelta
from uuid import uuid4

import pytest

from styrk.actions.commands import carry_out, judge_effect, raise_action
from styrk.actions.types import Plan
from styrk.core import clock
from styrk.incidents import commands
from styrk.incidents.types import Report


@pytest.fixture
def report(now, as_person):
    """`report(nurse, ward, text)` as the nurse; `at` is when."""

    def send(person, unit, text="Senga manglet bremse og trillet.", *, at=None, **facts):
        at = at or now
        told = {
            "unit": unit,
            "kind": "patient",
            "description": text,
            "happened_at": at - timedelta(hours=2),
            "harm_actual": "none",
            "harm_possible": "mild",
        } | facts
        with as_person(person):
            return commands.report_incident(report=Report(**told), key=uuid4(), by=person, now=at)

    return send


@pytest.fixture
def take(now, as_person):
    def take(person, incident, *, at=None):
        with as_person(person):
            incident.refresh_from_db()
            commands.take_incident(incident=incident, by=person, now=at or now)

    return take


def plan(unit, owner, title, on, days):
    return Plan(
        unit=unit,
        title=title,
        change="Ingen faller på badet",
        sign="Ingen fall på tre måneder",
        level="system",
        owner=owner,
        due=on + timedelta(days=days),
        review_on=on + timedelta(days=max(days, 0) + 60),
    )


@pytest.fixture
def act(now, as_person):
    """`act(leader, ward, owner, title, days=-2)`: an action decided long ago, due two days ago."""

    def decide(person, unit, owner, title="Sett inn rekkverk", *, days=-2):
        wanted = plan(unit, owner, title, clock.day(now), days)
        with as_person(person):
            return raise_action(plan=wanted, origin="unit", by=person, now=now - timedelta(days=90))

    return decide


@pytest.fixture
def improved(report, take, now, as_person, world):
    """An incident of the nurse's whose action worked."""

    def improve(nurse, leader, title="Rekkverk på badet"):
        at = now - timedelta(days=200)
        incident = report(nurse, world.ward, "Pasienten skled på badet i natt.", at=at)
        take(leader, incident, at=at)
        with as_person(leader):
            wanted = plan(world.ward, leader, title, clock.day(at), 14)
            action = commands.add_action(incident=incident, plan=wanted, by=leader, now=at)
            commands.decide_improvement(incident=incident, decision="Rekkverk", by=leader, now=at)
            done = at + timedelta(days=14)
            carry_out(action=action, note="Montert", by=leader, now=done)
            judge_effect(
                action=action, effect="worked", reason="Ingen fall siden", by=leader, now=now
            )
        return incident

    return improve
