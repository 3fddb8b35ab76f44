"""Who is asked to take a case at once, in turn: on call, next in the rota, the post, the next leaders."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from styrk.core import clock
from styrk.incidents.models import Incident
from styrk.incidents.queries import recused_from
from styrk.incidents.responsible import holders_of, past
from styrk.organisation.models import Person, Unit
from styrk.serious import queries, rules
from styrk.serious.models import Event, Rota, Shift
from styrk.serious.shifts import following, holder
from styrk.serious.states import RUNNING, Way


class Asked(NamedTuple):
    person: Person
    way: Way


def rotas_of(event: Event, now: datetime) -> list[Rota]:
    """None for what goes past the leader: those who act for that leader are not asked of it."""
    incident = event.incident
    return [] if incident.past_line else queries.rotas_for(incident.responsible_unit, now)


def chain(event: Event, rotas: list[Rota], now: datetime) -> list[Asked]:
    """Each once: nobody who is recused, or has left."""
    on, recused = clock.day(now), recused_from(event.incident)
    found: dict[Person, Asked] = {}
    for one in _in_turn(event.incident, rotas, now):
        here = one.person.left_on is None or one.person.left_on >= on
        if here and one.person not in recused:
            found.setdefault(one.person, one)
    return list(found.values())


def _in_turn(incident: Incident, rotas: list[Rota], now: datetime) -> Iterator[Asked]:
    shifts = queries.coming(rotas, now)
    each = [[one for one in shifts if one.rota_id == rota.pk] for rota in rotas]
    yield from (Asked(p, Way.ON_CALL) for of in each if (p := holder(of, now)))
    yield from (Asked(p, Way.NEXT) for of in each for p in _after(of, now))
    yield from (Asked(p, Way.POST) for p in holders_of(incident, clock.day(now)))
    yield from (Asked(p, Way.ABOVE) for p in next_leaders(incident, now)[1])


def _after(shifts: list[Shift], now: datetime) -> list[Person]:
    """The first other one to come on."""
    here = holder(shifts, now)
    return [one for one in following(shifts, now) if one != here][:1]


def without_anyone(rotas: list[Rota], now: datetime) -> list[Rota]:
    """Those where nobody is on call now."""
    shifts = queries.coming(rotas, now)
    return [one for one in rotas if not holder([s for s in shifts if s.rota_id == one.pk], now)]


def is_pressing(event: Event) -> bool:
    """Nobody has looked at what was reported as serious, or a duty that is straks is not met."""
    if event.opened_by_id is None and not event.answers.filter(by__isnull=False).exists():
        return True
    found = event.notices.filter(sent_at__isnull=True, given=True, late_at__isnull=False)
    running = found.filter(obligation__state__in=RUNNING).select_related("obligation")
    return any(rules.is_urgent(one) for one in running)


def next_leaders(incident: Incident, now: datetime) -> tuple[Unit | None, list[Person]]:
    """The nearest leader above who may see it, and the deputies; past the top leader there is none."""
    on = clock.day(now)
    if incident.past_line:
        return None, []
    here = holders_of(incident, on)
    next_one = past(incident.responsible_unit, [*here, *recused_from(incident)], on)
    if next_one.is_chair:
        return None, []
    return next_one.unit, next_one.holders
