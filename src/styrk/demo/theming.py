"""Temas in the demo: what was a samleavvik and never ends, at a clinic and at the trust it belongs to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from styrk.actions.types import Plan
from styrk.core import clock, scope
from styrk.demo.people import World
from styrk.incidents import queries as incidents
from styrk.incidents.models import Incident
from styrk.incidents.states import State
from styrk.organisation.models import Person
from styrk.patterns import commands, queries, rules
from styrk.patterns.models import Theme
from styrk.patterns.types import AboutTheme

# Days before today: what is reported until then is seen as one, and becomes a tema that is gone through.
GATHERED, BEGUN, MEASURED, REVIEWED, LATELY = (timedelta(days=days) for days in (45, 43, 40, 12, 1))
MONTHLY = 1
FEWEST = 3
NEXT = timedelta(days=18)
# So many of the newest that nobody has finished are followed up as part of it.
FINISHED = 2


@dataclass(frozen=True)
class Tale:
    """A tema: where it is, the words it is found by, and what is said of it."""

    unit: str
    words: str
    title: str
    belongs: str
    not_belongs: str
    answer: str
    measure: tuple[str, str, str]
    shows: str
    changes: str


TALES = (
    Tale(
        unit="V-MED",
        words=(
            r"\y(feil dose|dobbel dose|feil type insulin|tablettene|(to|fire) tabletter|samstem|kvittert|klexane"
            r"|delte ut medisin|feil medisin|antibiotika ikke)"
        ),
        title="Legemiddelfeil",
        belongs=(
            "Feil legemiddel, feil dose, feil pasient, feil tid, eller et legemiddel som ikke ble gitt."
            " Også det som ble oppdaget før pasienten fikk det."
        ),
        not_belongs="Bivirkninger av riktig behandling. De meldes etter egne regler.",
        answer=(
            "Takk for at du meldte. Vi arbeider med legemiddelfeil hele tiden, og det du meldte, er med"
            " når vi går gjennom dem hver måned. Nå prøver vi dobbeltkontroll med fredet tid. Du hører"
            " fra oss når noe endres."
        ),
        measure=(
            "Fredet tid ved istandgjøring av legemidler",
            "Den som gjør i stand legemidler, blir ikke avbrutt",
            "Færre meldinger om feil dose fra istandgjøring de neste tre månedene",
        ),
        shows=(
            "De fleste feilene skjer ved istandgjøring på kvelden, når telefonen ringer mest. Feil dose er"
            " vanligere enn feil pasient."
        ),
        changes=(
            "Vakttelefonen ligger hos sekretæren mellom kl. 19 og 21, så den som gjør i stand"
            " legemidler, ikke blir avbrutt."
        ),
    ),
    Tale(
        unit="HF-VID",
        words=r"\y(slo (etter|i glasset|i bordet)|slått (i|på)|slag i|spark|lugg|trus|true[tn])",
        title="Vold og trusler",
        belongs="Slag, spark, trusler og annet som gjør at ansatte eller pasienter blir redde.",
        not_belongs="Uenighet mellom ansatte. Det tas med lederen eller verneombudet.",
        answer=(
            "Takk for at du sa fra. Lederen din tar kontakt om hvordan du har det. Det du meldte, er med når"
            " vi går gjennom vold og trusler med verneombudene hver måned, og du hører fra oss når noe"
            " endres."
        ),
        measure=(
            "Alarm som virker på alle rom",
            "Alle som er alene med en pasient, kan kalle på hjelp",
            "Ingen meldinger om alarm som ikke virket, de neste seks månedene",
        ),
        shows="Det skjer mest på kvelden og i helgene. I to av meldingene virket ikke alarmen.",
        changes="Alarmene prøves hver mandag, og feil rettes samme uke.",
    ),
)


def settle_themes(world: World, now: datetime) -> None:
    for tale in TALES:
        leader = world.leader_of(tale.unit)
        found = _reports(world, tale)
        early = [one for one in found if one.reported_at < now - GATHERED]
        if leader and len(early) >= FEWEST:
            _live(world, tale, leader, early, now)


def _live(world: World, tale: Tale, leader: Person, early: list[Incident], now: datetime) -> None:
    theme = _as(world, leader, now - BEGUN, lambda at: _begun(world, tale, leader, early, at))
    _as(world, leader, now - MEASURED, lambda at: _measured(world, tale, theme, leader, at))
    _as(world, leader, now - REVIEWED, lambda at: _reviewed(tale, theme, leader, at))
    fresh = [one for one in _reports(world, tale) if _fits(theme, one)]
    for one in fresh[:FINISHED]:
        _as(world, leader, now - LATELY, partial(_belong, theme, one, leader))


def _as[T](world: World, person: Person, at: datetime, act: Callable[[datetime], T]) -> T:
    with scope.acting(world.acting(person, at)):
        return act(at)


def _begun(world: World, tale: Tale, leader: Person, early: list[Incident], at: datetime) -> Theme:
    """A samleavvik that turns out never to end becomes a tema."""
    unit = world.units[tale.unit]
    group = commands.begin_group(
        incident=early[0],
        others=early[1:],
        unit=unit,
        title=tale.title,
        common=tale.belongs,
        by=leader,
        now=at,
    )
    about = AboutTheme(tale.title, tale.belongs, tale.not_belongs, tale.answer, leader, MONTHLY)
    theme = commands.begin_theme(unit=unit, about=about, by=leader, now=at, group=group)
    commands.end_group(
        group=group, why="Det blir aldri ferdig, og er gjort til et tema.", by=leader, now=at
    )
    return theme


def _measured(world: World, tale: Tale, theme: Theme, leader: Person, at: datetime) -> None:
    title, change, sign = tale.measure
    due = clock.day(at) + 2 * BEGUN
    plan = Plan(world.units[tale.unit], title, change, sign, "system", leader, due, due + 2 * BEGUN)
    commands.add_measure(theme=theme, plan=plan, by=leader, now=at)


def _reviewed(tale: Tale, theme: Theme, leader: Person, at: datetime) -> None:
    commands.review_theme(
        theme=theme,
        shows=tale.shows,
        changes=tale.changes,
        answer=tale.answer,
        next_on=clock.day(at) + NEXT,
        by=leader,
        now=at,
    )


def _fits(theme: Theme, one: Incident) -> bool:
    return rules.takes(theme, one) and rules.is_light(one)


def _belong(theme: Theme, one: Incident, leader: Person, at: datetime) -> None:
    incident = incidents.incident(one.uuid)
    if incident and one.reported_at < at and not queries.theme_member(theme, incident):
        commands.belong(theme=theme, incident=incident, said=theme.answer, by=leader, now=at)


def _reports(world: World, tale: Tale) -> list[Incident]:
    with scope.acting(scope.SYSTEM):
        found = Incident.objects.filter(
            description__iregex=tale.words,
            responsible_unit__path__startswith=world.units[tale.unit].path,
            past_line=False,
            about_leader=False,
        )
        told = found.exclude(state=State.ASIDE).select_related("responsible_unit")
        return list(told.order_by("-reported_at", "-pk"))
