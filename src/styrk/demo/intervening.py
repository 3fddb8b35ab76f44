"""Plikt til å gripe inn in the demo: discussed, switched on, and two nights of signals."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from styrk.core import clock, scope
from styrk.demo.people import World
from styrk.intervention import commands, sweeping
from styrk.intervention.models import Signal
from styrk.intervention.states import Stance
from styrk.intervention.types import Discussion

TRUST = "HF-VID"
# What the trust began with, a few at a time.
RULES = ("late_action", "late_order")
ANSWERING = "V-MED"
# Days ago: discussed, switched on, the first night, an answer, and the last night.
DISCUSSED, ON, FIRST, ANSWERED, LAST = 52, 45, 17, 10, 1
WITH_WHOM = "Foretakstillitsvalgte, hovedverneombudet og HR-direktøren"
PROTOCOL = (
    "Behovet: to ganger i fjor ble et pålegg ikke rettet i tide uten at noen over lederen visste det.\n"
    "De tillitsvalgte mente at lederen må få svare først, at ingen skal telles, og at vi begynner med"
    " to regler. Vi ble enige om det, og om å vurdere reglene sammen etter et halvt år. Hvor lenge et"
    " signal står, ble gjennomgått. Ingen av partene ba om endringer."
)
ANSWER = (
    "Legemidler har stått på sakslista to ganger, men uteblitt begge fordi møtet var for kort. Fra"
    " neste uke er det første sak. Jeg burde ha flyttet fristen i stedet for å la den stå."
)


def settle_signals(world: World, now: datetime) -> None:
    """The signals of the nights, as the data of the demo's year has them."""
    at = now - timedelta(days=ON)
    discussion = Discussion(clock.after(at, days=ON - DISCUSSED), WITH_WHOM, PROTOCOL)
    switch_on(world, TRUST, RULES, discussion, at)
    watch(world, TRUST, now - timedelta(days=FIRST))
    _answer(world, now - timedelta(days=ANSWERED))
    watch(world, TRUST, now - timedelta(days=LAST))


def switch_on(
    world: World, code: str, rules: Iterable[str], discussion: Discussion, at: datetime
) -> None:
    """The top leader switches rules on, after what was discussed."""
    leader = world.leaders[code][0]
    with scope.acting(world.acting(leader, at)):
        commands.switch_on(
            unit=world.units[code], codes=tuple(rules), discussion=discussion, by=leader, now=at
        )


def watch(world: World, code: str, at: datetime) -> None:
    """A night of signals in the organisation."""
    with scope.acting(scope.SYSTEM):
        sweeping.sweep(world.units[code], at)


def _answer(world: World, at: datetime) -> None:
    """One of those who got one the first night answers it."""
    with scope.acting(scope.SYSTEM):
        found = Signal.objects.filter(unit=world.units[ANSWERING]).select_related("leader")
        first = found.order_by("pk").first()
    if first is None:
        return
    with scope.acting(world.acting(first.leader, at)):
        commands.answer_signal(
            signal=first, stance=Stance.DONE, answer=ANSWER, by=first.leader, now=at
        )
