"""Products in the demo: the pumps that two trusts report about, each without knowing of the other's words."""

from datetime import datetime, timedelta

from styrk.core import scope
from styrk.demo.people import World
from styrk.incidents import queries as incidents
from styrk.incidents.models import Incident
from styrk.incidents.states import State
from styrk.products.commands import name_product
from styrk.products.models import ProductKind
from styrk.products.types import Described

PUMP = Described("Infuvo 200 sprøytepumpe", "Norvent Medisin", ProductKind.DEVICE, "07090012345671")
WORDS = r"(infusjonspumpe|sprøytepumpe|pumpetype)"
LOTS = ("24-0817", "24-0817", "25-0102")
MOST = 6
LATER = timedelta(days=2)


def settle_products(world: World, now: datetime) -> None:
    """Whoever handles the case says which pump it was, two days after it was reported."""
    for number, one in enumerate(_about_pumps(now)):
        leader = world.leader_of(one.responsible_unit.code)
        if leader is None:
            continue
        at = min(one.reported_at + LATER, now)
        with scope.acting(world.acting(leader, at)):
            case = incidents.incident(one.uuid)
            if case:
                name_product(
                    incident=case,
                    product=PUMP,
                    lot=LOTS[number % len(LOTS)],
                    kept=number == 0,
                    by=leader,
                    now=at,
                )


def _about_pumps(now: datetime) -> list[Incident]:
    """The newest, of all trusts, that somebody has in hand."""
    with scope.acting(scope.SYSTEM):
        found = Incident.objects.filter(
            description__iregex=WORDS,
            reported_at__gte=now - timedelta(days=360),
            past_line=False,
            about_leader=False,
            state__in=(State.EXAMINING, State.IMPROVING, State.CONCLUDED),
        )
        newest = found.select_related("responsible_unit").order_by("-reported_at", "-pk")
        return list(newest[:MOST])
