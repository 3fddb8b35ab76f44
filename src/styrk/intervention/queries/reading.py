"""Signals as those they concern see them, and numbers of a whole organisation that name nobody."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, F, Prefetch, Q, QuerySet, When

from styrk.access.queries import Standing
from styrk.access.roles import BOARD_CHAIR
from styrk.core.trips import Sql, asks
from styrk.intervention import rules
from styrk.intervention import watched as told
from styrk.intervention.models import Signal, SignalStep
from styrk.intervention.states import State
from styrk.organisation.models import Unit

MOST = 60
# Fewer than this is not told: the leader of a small organisation would be known by it.
FEWEST = 5


def _whole() -> QuerySet[Signal]:
    found = Signal.objects.select_related("unit", "trust", "leader", "above", "decided_by")
    return found.exclude(state=State.LOCKED)


def signals_about(standing: Standing) -> list[Signal]:
    """Those about oneself, the newest first."""
    return list(_whole().filter(leader=standing.person_id).order_by("-pk")[:MOST])


def signals_above(standing: Standing) -> list[Signal]:
    """Those that have gone up to a post one holds; those that wait first."""
    found = _whole().filter(_posts(standing)).exclude(leader=standing.person_id)
    return _first(found)


def _first(found: QuerySet[Signal]) -> list[Signal]:
    """Those that wait before the rest, so that none of them falls out of a long list."""
    waits = Case(When(state=State.RAISED, then=0), default=1)
    return list(found.order_by(waits, "-pk")[:MOST])


def _posts(standing: Standing) -> Q:
    held = Q(pk__in=())
    for post in standing.posts:
        held |= Q(above=post.unit_id, above_role=post.role.code)
    return held


def signals_for_board(standing: Standing, unit: Unit) -> list[Signal]:
    """What has gone to the chair of the unit's board, to the one who chairs it; for nobody else.

    Those that wait first.
    """
    if unit.pk not in standing.scope.chairs:
        return []
    above = _whole().filter(above=unit, above_role=BOARD_CHAIR.code)
    return _first(above.exclude(leader=standing.person_id))


def signal(uuid: UUID, standing: Standing) -> Signal | None:
    """One that concerns the person, with what was done with it."""
    steps = Prefetch("steps", SignalStep.objects.select_related("by").order_by("pk"))
    found = _whole().filter(uuid=uuid).prefetch_related(steps).first()
    return found if found and rules.may_read(standing, found) else None


def locked(uuid: UUID) -> Signal | None:
    """The same row, held until the transaction ends."""
    return Signal.objects.select_for_update(no_key=True, of=("self",)).filter(uuid=uuid).first()


def titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """What the signals that the person in scope sees are called."""
    found = Signal.objects.filter(uuid__in=uuids).select_related("unit")
    known = told.rules()
    return {
        one.uuid: f"{known[one.rule].name}, {one.unit.name}" for one in found if one.rule in known
    }


def organisations(standing: Standing) -> list[Unit]:
    """The organisations one belongs to: whose rules one may read."""
    top = Q(trust=F("pk")) | Q(trust__isnull=True)
    return list(Unit.objects.filter(top, pk__one_of=standing.trusts).order_by("path")[:MOST])


@dataclass(frozen=True)
class Figures:
    """Of a rule in an organisation: how many signals, and how they went; None where they are too few.

    How they went is told only where those ended and those lifted are each enough.
    """

    found: int | None
    ended_at_leader: int | None
    lifted: int | None
    unfounded: int | None


NO_FIGURES = Figures(0, 0, 0, 0)


def figures(unit: Unit, since: date) -> dict[str, Figures]:
    """By rule, of the whole organisation and never of a part of it: nobody is counted."""
    return {rule: _figures(*numbers) for rule, *numbers in _numbers(unit.pk, since)}


@asks
def _numbers(unit: int, since: date) -> Sql:
    text = "SELECT * FROM intervention_figures(%(unit)s, %(since)s)"
    return Sql(text, {"unit": unit, "since": since})


def _figures(found: int, ended: int, lifted: int, unfounded: int) -> Figures:
    if found < FEWEST:
        return Figures(None, None, None, None)
    if min(ended, lifted) < FEWEST:
        return Figures(found, None, None, None)
    return Figures(found, ended, lifted, unfounded if unfounded >= FEWEST else None)
