"""Which avvik in the demo show which risk: said by the leaders, where the words are the same."""

from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q

from styrk.core import scope
from styrk.demo.people import World
from styrk.incidents import commands
from styrk.incidents.models import Incident
from styrk.incidents.states import State
from styrk.risks.models import Risk
from styrk.risks.states import LIVE

# A word in the risk's title -> words of what happens because of it.
WORDS = {
    "fall": ("falt", "fall "),
    "fell": ("datt", "fall "),
    "dose": ("dose", "tablett", "medisin"),
    "vold": ("slo ", "trus", "alarm"),
    "epikrise": ("epikrise",),
    "vikar": ("vikar", "turnus", "bemann"),
    "korridor": ("korridor",),
    "smitte": ("smitte", "isol"),
}
# As many at each risk as one remembers to link.
EACH = 7


def settle_pointing(world: World, now: datetime) -> None:
    """Once both are there: each leader links the newest of the unit's own."""
    with scope.acting(scope.SYSTEM):
        risks = list(Risk.objects.filter(state__in=LIVE).select_related("unit").order_by("pk"))
    for risk in risks:
        leader = world.leader_of(risk.unit.code)
        words = next((told for word, told in WORDS.items() if word in risk.title.lower()), ())
        if leader and words:
            with scope.acting(world.acting(leader, now)):
                for incident in _shown(risk, words):
                    commands.point_at_risk(incident=incident, risk=risk, by=leader, now=now)


def _shown(risk: Risk, words: tuple[str, ...]) -> list[Incident]:
    told = reduce(or_, (Q(description__icontains=word) for word in words))
    there = Q(responsible_unit__path__startswith=risk.unit.path)
    found = Incident.objects.filter(told, there).exclude(state=State.RECEIVED)
    return list(found.select_related("responsible_unit").order_by("-reported_at", "-pk")[:EACH])
