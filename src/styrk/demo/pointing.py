"""What risks in the demo threaten, and which avvik show them: where the words are the same."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Q

from styrk.core import clock, scope
from styrk.demo.people import World
from styrk.incidents import commands
from styrk.incidents.models import Incident
from styrk.incidents.states import State
from styrk.indicators.models import Indicator, Signal
from styrk.risks.models import Risk, RiskGoal, RiskMeasure, RiskPlacement
from styrk.risks.queries import goals_for, placements_for
from styrk.risks.states import LIVE

# A word here is the beginning of a word in the text, and with a space after it the whole: «ikt» is not
# in «plikt», and «fell » not in «felles».
# A word in the risk's title -> words of what happens because of it.
WORDS = {
    "bortfall": ("journalen",),
    "fall": ("falt ", "fall "),
    "fell ": ("falt ", "fall "),
    "dose": ("dose", "tablett", "medisin"),
    "multidose": ("multidose", "dose", "medisin"),
    "vold": ("slag ", "slått ", "spark", "lugg", "trus", "truende", "alarm"),
    "epikrise": ("epikrise",),
    "vikar": ("vikar", "turnus", "bemann"),
    "korridor": ("korridor",),
    "smitte": ("smitte", "isol"),
}
NURSES = ("bemanning", ("bemann", "innleie", "rekrutter"))
DOCTORS = ("bemanning", ("bemann", "rekrutter"))
# A word in the risk's title -> its theme, and words of the requirements and goals it threatens, and
# of the indicators that show it.
ABOUT = {
    "bortfall": ("ikt", ("ikt", "informasjonssikkerhet")),
    "fall": ("fall", ("fall",)),
    "fell ": ("fall", ("fall",)),
    "dose": ("legemidler", ("legemid",)),
    "multidose": ("legemidler", ("legemid",)),
    "medisin": ("legemidler", ("legemid",)),
    "vold": ("vold og trusler", ("vold", "trus")),
    "epikrise": ("epikriser", ("epikrise",)),
    "vikar": ("bemanning", ("bemann", "innleie")),
    "sykepleier": NURSES,
    "intensivsykepleier": NURSES,
    "spesialsykepleier": NURSES,
    "spesialist": DOCTORS,
    "legespesialist": DOCTORS,
    "smitte": ("smittevern", ("smitte", "infeksjon")),
    "korridor": ("korridor", ("korridor", "gangen")),
    "venter": ("ventetid", ("ventetid", "venter")),
    "økonomi": ("økonomi", ("balanse", "økonomi")),
    "ikt": ("ikt", ("ikt", "informasjonssikkerhet")),
    "journal": ("ikt", ("ikt", "journal")),
}
# As many at each risk as one remembers to link.
EACH = 7
AIMS = 2


def settle_pointing(world: World, now: datetime) -> None:
    """Once both are there: each leader links the newest of the unit's own."""
    with scope.acting(scope.SYSTEM):
        risks = list(
            Risk.objects.filter(state__in=LIVE, unit__code__in=list(world.facts))
            .select_related("unit", "described_by")
            .order_by("pk")
        )
        _aim(risks, now)
    for risk in risks:
        leader = world.leader_of(risk.unit.code)
        words = _first(WORDS, risk.title) or ()
        if leader and words:
            with scope.acting(world.acting(leader, now)):
                for incident in _shown(risk, words):
                    commands.point_at_risk(incident=incident, risk=risk, by=leader, now=now)


def _shown(risk: Risk, words: tuple[str, ...]) -> list[Incident]:
    told = Q(description__iregex=_pattern(words, edge=r"\y"))
    there = Q(responsible_unit__path__startswith=risk.unit.path)
    found = Incident.objects.filter(told, there).exclude(state=State.RECEIVED)
    return list(found.select_related("responsible_unit").order_by("-reported_at", "-pk")[:EACH])


def _aim(risks: list[Risk], now: datetime) -> None:
    """Say what the risks are about, and what of that is asked of their units, wanted and measured there.

    All at once, and as whoever described each: their days to be looked at again stand.
    """
    asked, wanted, shown = [], [], []
    series = _series()
    told = {risk: _first(ABOUT, risk.title) for risk in risks}
    about = {risk: said for risk, said in told.items() if said}
    for risk, (theme, words) in about.items():
        placed = [one for one in placements_for(risk.unit) if _says(str(one.requirement), words)]
        goals = [one for one in goals_for(risk.unit, clock.day(now)) if _says(one.title, words)]
        risk.themes, risk.linked = [theme], bool(placed)
        link = {"risk": risk, "linked_at": now, "linked_by": risk.described_by}
        asked += [RiskPlacement(placement=one, **link) for one in placed[:AIMS]]
        wanted += [RiskGoal(goal=one, **link) for one in goals[:AIMS]]
        seen = [one for one in series[risk.unit_id] if _says(one.name, words)]
        shown += [RiskMeasure(indicator=one, **link) for one in seen[:AIMS]]
    Risk.objects.bulk_update(list(about), ["themes", "linked"])
    RiskPlacement.objects.bulk_create(asked)
    RiskGoal.objects.bulk_create(wanted)
    RiskMeasure.objects.bulk_create(shown)


def _series() -> dict[int, list[Indicator]]:
    """The indicators that have figures, by unit."""
    found: dict[int, list[Indicator]] = defaultdict(list)
    for one in Signal.objects.select_related("indicator").filter(points__gt=0).order_by("pk"):
        found[one.unit_id].append(one.indicator)
    return found


def _first[T](words: Mapping[str, T], title: str) -> T | None:
    """What belongs to the first word that the title says."""
    return next((told for word, told in words.items() if _says(title, (word,))), None)


def _says(text: str, words: Iterable[str]) -> bool:
    return bool(re.search(_pattern(words, edge=r"\b"), text.lower()))


def _pattern(words: Iterable[str], *, edge: str) -> str:
    """`edge` is how a regular expression says where a word begins or ends."""
    return "|".join(edge + word.replace(" ", edge) for word in words)
