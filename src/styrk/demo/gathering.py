"""Samleavvik in the demo: falls at one clinic, raised to the director, answered no, and raised again."""

from collections.abc import Callable
from datetime import datetime, timedelta

from styrk.core import clock, scope
from styrk.demo.people import World
from styrk.incidents.models import Incident
from styrk.incidents.states import State
from styrk.organisation.models import Person
from styrk.patterns import commands, queries
from styrk.patterns.models import IncidentGroup
from styrk.patterns.types import WrittenCase

CLINIC = "V-MED"
# Days after the last of those it begins with; and before today, when it is raised again.
BEGUN, RAISED, ANSWERED, AGAIN = (timedelta(days=days) for days in (3, 5, 19, 1))
NEW = 2
TITLE = "Fall på rommet og badet"
COMMON = "Pasienten er alene, skal opp til toalettet, og faller på vei dit eller inne på badet."
CASE = WrittenCase(
    happens=(
        "Pasienter faller på vei til toalettet, mest om natten. Vi har flyttet senger nærmere badet,"
        " satt inn nattlys på fire rom og gått gjennom fallrisiko ved innkomst. Det skjer fortsatt."
    ),
    costs=(
        "To lårhalsbrudd det siste året, med om lag tre uker lengre liggetid hver. Ekstra nattevakt i"
        " 40 døgn: om lag 260 000 kroner. Liggetiden er ikke regnet ut i kroner."
    ),
    asks=(
        "Sklisikkert gulv og fast nattlys på alle rom på de to sengepostene: 480 000 kroner i 2027,"
        " og 30 000 kroner i året til vedlikehold i økonomisk langtidsplan."
    ),
)
NO = (
    "Nei, ikke i budsjettet som er vedtatt. Eiendom lager en plan for badene sammen med dere, og vi ser"
    " på det på nytt når den er klar. Meld fortsatt: tallet avgjør hvor dere står i køen."
)
DAYS_TO_ANSWER = 21


def settle_groups(world: World, now: datetime) -> None:
    """What the clinic's leader finds by the word; what came after the no is joined before the next."""
    leader = world.leader_of(CLINIC)
    falls = _falls(world)
    late, early = falls[:NEW], falls[NEW:]
    if leader is None or len(early) < 2 or early[0].reported_at + ANSWERED > now - AGAIN:
        return
    since = early[0].reported_at
    group = _begun(world, leader, early, since + BEGUN)
    _raise(world, leader, group, since + RAISED)
    _decline(world, group, since + ANSWERED)
    _as(world, leader, now - AGAIN, lambda by, at: _join(group, late, by, at))
    _raise(world, leader, group, now - AGAIN)


def _as(
    world: World, person: Person, at: datetime, act: Callable[[Person, datetime], object]
) -> None:
    with scope.acting(world.acting(person, at)):
        act(person, at)


def _begun(world: World, leader: Person, falls: list[Incident], at: datetime) -> IncidentGroup:
    with scope.acting(world.acting(leader, at)):
        group = commands.begin_group(
            incident=falls[0],
            unit=world.units[CLINIC],
            title=TITLE,
            common=COMMON,
            by=leader,
            now=at,
        )
        _join(group, falls, leader, at)
    return group


def _join(group: IncidentGroup, falls: list[Incident], by: Person, at: datetime) -> None:
    commands.join_group(group=group, incidents=falls, by=by, now=at)


def _raise(world: World, leader: Person, group: IncidentGroup, at: datetime) -> None:
    due = clock.day(at) + timedelta(days=DAYS_TO_ANSWER)
    _as(
        world,
        leader,
        at,
        lambda by, now: commands.raise_group(group=group, case=CASE, due=due, by=by, now=now),
    )


def _decline(world: World, group: IncidentGroup, at: datetime) -> None:
    with scope.acting(scope.SYSTEM):
        raised = queries.waiting(group)
    director = world.leader_of(raised.to_unit.code) if raised else None
    if raised and director:
        _as(
            world,
            director,
            at,
            lambda by, now: commands.decline_raised(raised=raised, answer=NO, by=by, now=now),
        )


def _falls(world: World) -> list[Incident]:
    with scope.acting(scope.SYSTEM):
        below = Incident.objects.filter(
            description__iregex=r"\ypas\w*\y[^.]*\yfalt\y",
            responsible_unit__path__startswith=world.units[CLINIC].path,
            past_line=False,
        )
        found = below.exclude(state=State.ASIDE).select_related("responsible_unit")
        return list(found.order_by("-reported_at", "-pk"))
