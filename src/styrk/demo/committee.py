"""The quality and patient safety committee in the demo: what it has treated, advised, and is to treat."""

from datetime import datetime, timedelta

from styrk.actions.types import Plan
from styrk.committee import commands, queries
from styrk.committee.models import Advice, CommitteeCase
from styrk.committee.states import AdviceState
from styrk.core import clock, scope
from styrk.demo.people import World
from styrk.incidents.models import Incident
from styrk.incidents.states import Kind, State
from styrk.organisation.models import Person

TRUST, CLINIC = "HF-VID", "V-MED"
# Days before today.
LAID, MET, ANSWERED, WAITS = (timedelta(days=days) for days in (40, 26, 19, 4))
FEWEST = 2
WHY = "Hadde dette gått bra med den rutinen vi har? Vi er ikke enige om hva som sviktet."
NEXT_WHY = "Det samme har skjedd på en annen post. Er det noe sykehuset bør gjøre likt?"
FOUND = (
    "Overleveringen mellom vaktene har ikke et fast sted, og det viktigste ble sagt i en korridor. De som"
    " hadde pasienten, gjorde det rutinen ber om. Vi vet ikke om det samme gjelder de kirurgiske postene."
)
FOLLOWED = "Prøv én fast form for muntlig overlevering på to sengeposter i klinikken, og mål om den brukes."
ASKED = "Finn ut om de kirurgiske postene har den samme svakheten i overleveringen, og si fra til utvalget."
ANSWER = (
    "Ja. Vi begynner på geriatri og på hjerte og lunge, og ser på det sammen med tillitsvalgte."
)


def settle_committee(world: World, now: datetime) -> None:
    member, leader = world.personas["committee"], world.leader_of(CLINIC)
    found = _cases(world, now)
    if leader is None or len(found) < FEWEST:
        return
    treated = _treated(world, leader, member, found[0], now)
    _advised(world, leader, member, treated, now)
    _laid(world, leader, found[1], NEXT_WHY, now - WAITS)


def _cases(world: World, now: datetime) -> list[Incident]:
    """Of patients, at the clinic, that somebody has in hand: what was worst first."""
    found = Incident.objects.filter(
        responsible_unit__path__startswith=world.units[CLINIC].path,
        kind=Kind.PATIENT,
        harm_possible__in=("severe", "death"),
        state__in=(State.IMPROVING, State.CONCLUDED),
        past_line=False,
        about_leader=False,
        reported_at__lt=now - LAID,
    )
    with scope.acting(scope.SYSTEM):
        return list(found.order_by("-reported_at", "-pk")[:FEWEST])


def _laid(
    world: World, leader: Person, incident: Incident, why: str, at: datetime
) -> CommitteeCase:
    with scope.acting(world.acting(leader, at)):
        return commands.lay_before(incident=incident, why=why, by=leader, now=at)


def _treated(
    world: World, leader: Person, member: Person, incident: Incident, now: datetime
) -> CommitteeCase:
    case = _laid(world, leader, incident, WHY, now - LAID)
    at = now - MET
    with scope.acting(world.acting(member, at)):
        commands.treat_case(case=case, met_on=clock.day(at), assessment=FOUND, by=member, now=at)
    return case


def _advised(
    world: World, leader: Person, member: Person, case: CommitteeCase, now: datetime
) -> None:
    """The clinic follows its advice with an action; the trust's leader has not answered yet."""
    at = now - MET
    given: list[Advice] = []
    for code, text in ((CLINIC, FOLLOWED), (TRUST, ASKED)):
        with scope.acting(world.acting(member, at)):
            advice = commands.give_advice(
                case=case,
                to_unit=world.units[code],
                text=text,
                due=clock.after(at, days=35),
                by=member,
                now=at,
            )
        given.append(advice)
    at = now - ANSWERED
    with scope.acting(world.acting(leader, at)):
        advice = queries.one_advice(given[0].uuid) or given[0]
        commands.answer_advice(
            advice=advice, state=AdviceState.FOLLOWED, answer=ANSWER, by=leader, now=at
        )
        commands.follow_with_action(advice=advice, plan=_plan(world, leader, at), by=leader, now=at)


def _plan(world: World, leader: Person, at: datetime) -> Plan:
    due = clock.after(at, days=60)
    return Plan(
        unit=world.units[CLINIC],
        title="Én fast form for muntlig overlevering",
        change="Det viktigste blir sagt ved sengen, i samme rekkefølge hver gang",
        sign="Åtte av ti overleveringer følger formen i februar",
        level="system",
        owner=leader,
        due=due,
        review_on=due + timedelta(days=60),
    )
