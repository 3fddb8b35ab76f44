"""A unit's forskriftskart, and incidents and actions in any number and state."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from styrk.actions.models import Action
from styrk.core import clock, ids, scope
from styrk.incidents.models import Incident, IncidentAnalysis
from styrk.organisation.models import Unit
from styrk.regulation.queries import collect
from styrk.regulation.types import Evidence, Question


@pytest.fixture
def letters(now) -> Callable[..., dict[str, Evidence]]:
    """The unit's rows by letter."""

    def letters(unit: Unit, on: date | None = None) -> dict[str, Evidence]:
        today = clock.day(now)
        found = collect(Question(unit.pk, unit.code, unit.path, on or today, today))
        return {one.letter.value: one for one in found}

    return letters


def facts(evidence: Evidence) -> list[int | str]:
    return [datum.value for datum in evidence.data]


@pytest.fixture
def reports(world, now) -> Callable[..., list[Incident]]:
    """So many incidents at the ward, reported so many days ago."""

    def reports(number: int = 1, *, days: int = 0, unit: Unit | None = None, **facts) -> list:
        at: datetime = now - timedelta(days=days)
        place = unit or world.ward
        handler = None if facts.get("state", "received") == "received" else leader(world)
        with scope.acting(scope.SYSTEM):
            return [
                Incident.objects.create(
                    trust=place.trust,
                    unit=place,
                    responsible_unit=place,
                    submission=ids.new_uuid(),
                    title="Fall",
                    description="Falt",
                    happened_at=at,
                    reported_at=at,
                    handler=handler,
                    **{"kind": "patient", "harm_actual": "mild"} | facts,
                )
                for _ in range(number)
            ]

    return reports


@pytest.fixture
def analyses(world, now) -> Callable[[list[Incident]], None]:
    def analyses(incidents: list[Incident]) -> None:
        with scope.acting(scope.SYSTEM):
            for one in incidents:
                IncidentAnalysis.objects.create(
                    incident=one, trust=one.trust, found="x", at=now, by=leader(world)
                )

    return analyses


@pytest.fixture
def actions(world, now) -> Callable[..., list[Action]]:
    """So many actions at the ward; `due` and `review` are days from today."""

    def actions(number: int = 1, *, due: int = 14, review: int = 60, **facts) -> list:
        if facts.get("state") in {"done", "finished"}:
            facts |= {"done_at": now, "done_by": leader(world)}
        with scope.acting(scope.SYSTEM):
            return [
                Action.objects.create(
                    trust=world.trust,
                    unit=world.ward,
                    origin="incident",
                    title="Ny rutine",
                    change="Færre fall",
                    sign="Telling",
                    level="system",
                    owner=leader(world),
                    due=clock.after(now, days=due),
                    review_on=clock.after(now, days=review),
                    raised_at=now,
                    raised_by=leader(world),
                    **facts,
                )
                for _ in range(number)
            ]

    return actions


def leader(world):
    return world.people["ward_leader"]
