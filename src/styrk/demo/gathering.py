"""Samleavvik in the demo: falls at one clinic, seen as one, and answered once."""

from datetime import datetime

from styrk.core import scope
from styrk.demo.people import World
from styrk.incidents.models import Incident
from styrk.incidents.states import State
from styrk.patterns import commands

CLINIC = "V-MED"
MOST = 9
TITLE = "Fall på rommet og badet"
COMMON = "Pasienten er alene, skal opp til toalettet, og faller på vei dit eller inne på badet."
SAID = (
    "Det dere har meldt hver for seg, har skjedd mange ganger. Klinikken går nå gjennom belysning og"
    " gulv på alle rom, og dere får vite hva vi finner."
)


def settle_groups(world: World, now: datetime) -> None:
    """What the clinic's leader finds by the word."""
    leader = world.leader_of(CLINIC)
    if leader is None:
        return
    with scope.acting(world.acting(leader, now)):
        found = _falls(world)
        if not found:
            return
        group = commands.begin_group(
            incident=found[0],
            unit=world.units[CLINIC],
            title=TITLE,
            common=COMMON,
            by=leader,
            now=now,
        )
        commands.join_group(group=group, incidents=found[1:], by=leader, now=now)
        commands.answer_reporters(group=group, said=SAID, by=leader, now=now)


def _falls(world: World) -> list[Incident]:
    below = Incident.objects.filter(
        description__iregex=r"\yfalt\y",
        responsible_unit__path__startswith=world.units[CLINIC].path,
        past_line=False,
    )
    found = below.exclude(state=State.ASIDE).select_related("responsible_unit")
    return list(found.order_by("-reported_at", "-pk")[:MOST])
