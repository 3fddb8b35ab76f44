"""Which numbers a board is shown of each area, where they come from, and who may open their lists."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.actions import evidence as actions
from styrk.actions.states import Listing as Actions
from styrk.board.types import Figure
from styrk.core.asking import Ask
from styrk.feedback import evidence as feedback
from styrk.goals import evidence as goals
from styrk.incidents import evidence as incidents
from styrk.incidents.heard import heard
from styrk.incidents.states import Listing as Incidents
from styrk.inspections import evidence as inspections
from styrk.organisation.models import Unit
from styrk.regulation.profiles import Extent
from styrk.regulation.types import Question
from styrk.review.queries import number_late
from styrk.risks import evidence as risks
from styrk.ui.addresses import address_of

type Read = Callable[[Question], Ask[Any]]


def _reporters(question: Question) -> Ask[Any]:
    return heard(question.path, question.on)


def _reports(question: Question) -> Ask[Any]:
    number = number_late(question.path, question.on)
    return Ask(number.sql, number.facts, lambda late: {"late": late})


READS: Mapping[str, Read] = {
    "goals": goals.read,
    "risks": risks.read,
    "incidents": incidents.read,
    "reporters": _reporters,
    "inspections": inspections.read,
    "reports": _reports,
    "voices": feedback.read,
    "actions": actions.read,
}


@dataclass(frozen=True)
class Spec:
    """A number: `name` in what `READS[area]` gives, and the list that it counts, for those with `needs`."""

    area: str
    name: str
    what: Promise
    page: str = ""
    query: str = ""
    needs: Permission | None = None

    @property
    def key(self) -> str:
        return f"{self.area}.{self.name}"


SPECS: tuple[Spec, ...] = (
    Spec("goals", "agreed", _("Avtalte mål i år")),
    Spec("goals", "followed", _("Mål som er fulgt opp siste tertial")),
    Spec("goals", "late", _("Mål der fristen er gått ut")),
    Spec("goals", "reached", _("Mål som er nådd i år")),
    Spec("risks", "live", _("Risikoer som følges opp"), "risks:risks", "", Permission.SEE_RISKS),
    Spec("risks", "red", _("Røde risikoer"), "risks:risks", "sone=red", Permission.SEE_RISKS),
    Spec("risks", "serious", _("Gule og røde risikoer")),
    Spec("risks", "treated", _("Gule og røde med tiltak eller aksept")),
    *(
        Spec(
            "incidents", name, what, "incidents:incidents", f"vis={name}", Permission.SEE_INCIDENTS
        )
        for name, what in (
            (Incidents.SERIOUS, _("Alvorlige (alvorlig skade eller død) siste tolv måneder")),
            (Incidents.SERIOUS_LATE, _("Alvorlige som ikke er tatt imot i tide")),
            (Incidents.SERIOUS_UNDECIDED, _("Alvorlige som ikke er avgjort i tide")),
            (Incidents.LATE, _("Avvik som har ventet for lenge på å bli tatt imot")),
        )
    ),
    Spec(
        "inspections",
        "looked",
        _("Tilsyn og revisjoner med rapport så langt tilbake som kartet ser"),
    ),
    Spec("inspections", "asking", _("Funn som ber om noe")),
    Spec(
        "inspections",
        "late",
        _("Funn over fristen"),
        "inspections:findings",
        "vis=sen",
        Permission.SEE_INSPECTIONS,
    ),
    Spec("inspections", "unlawful", _("Lovbrudd og pålegg")),
    Spec("inspections", "unlawful_met", _("Lovbrudd og pålegg som er bekreftet rettet")),
    Spec("reports", "late", _("Rapporter opp linjen som ikke er sendt innen fristen")),
    *(
        Spec("actions", name, what, "actions:actions", f"vis={name}", Permission.SEE_ACTIONS)
        for name, what in (
            (Actions.UNKNOWN, _("Tiltak der effekten skulle vært vurdert")),
            (Actions.LATE, _("Tiltak over fristen")),
            (Actions.PLANNED, _("Tiltak som er planlagt nå")),
            (Actions.WORKED, _("Tiltak som virket, helt eller delvis, siste tolv måneder")),
        )
    ),
    Spec("voices", "received", _("Klager, erfaringer og forslag siste tolv måneder")),
    Spec("voices", "late", _("Klager, erfaringer og forslag uten svar etter en måned")),
)
# Whether a number is wished to be higher (1) or lower (-1); the others are neither good nor bad by themselves.
WISHES = {
    **dict.fromkeys(("goals.reached", "actions.worked", "reporters.share"), 1),
    **dict.fromkeys(
        ("incidents.serious_late", "incidents.serious_undecided", "incidents.late"), -1
    ),
    **dict.fromkeys(("inspections.unlawful", "inspections.late", "risks.red", "risks.serious"), -1),
    **dict.fromkeys(("actions.unknown", "actions.late", "goals.late", "voices.late"), -1),
    "reports.late": -1,
}
# In which order a board is told of what is another; what is not named comes last.
GRAVEST = (
    *("incidents.serious", "incidents.serious_late", "incidents.serious_undecided"),
    *("inspections.unlawful", "inspections.late", "risks.red", "letters"),
    *("actions.unknown", "actions.late", "incidents.late", "goals.late", "reporters.share"),
    *("voices.late", "reports.late", "risks.serious", "goals.reached", "actions.worked"),
)
# What the organisations are set beside each other by.
SIDE_BY_SIDE = (
    *("incidents.serious_late", "incidents.serious_undecided", "inspections.late", "reports.late"),
    *("actions.unknown", "actions.late", "risks.red", "goals.late"),
)


def question_of(unit: Unit, on: date, extent: Extent) -> Question:
    return Question(unit.pk, unit.code, unit.path, on, on, extent)


def asks(question: Question) -> list[Ask[Any]]:
    """All that the numbers build on, in the order of READS."""
    return [read(question) for read in READS.values()]


def by_area(answers: list[Any]) -> dict[str, Any]:
    """What `asks` gave, by what it is about."""
    return dict(zip(READS, answers, strict=True))


def values_of(found: Mapping[str, Any]) -> dict[str, int]:
    """Every number by its key."""
    return {one.key: _value(found[one.area], one.name) for one in SPECS}


def _value(found: Any, name: str) -> int:
    return int(found[name] if isinstance(found, dict) else getattr(found, name))


def shown(
    area: str, values: Mapping[str, int], before: Mapping[str, int], unit: Unit, standing: Standing
) -> tuple[Figure, ...]:
    """The numbers of an area, with the way to their lists for one who may open them."""
    return tuple(
        Figure(
            key=one.key,
            what=str(one.what),
            value=values[one.key],
            before=before.get(one.key),
            url=_list(one, unit) if _opens(one, unit, standing) else "",
            kept=one.needs is not None and not _opens(one, unit, standing),
        )
        for one in SPECS
        if one.area == area
    )


def _opens(one: Spec, unit: Unit, standing: Standing) -> bool:
    return one.needs is not None and standing.allows(one.needs, unit.pk)


def _list(one: Spec, unit: Unit) -> str:
    query = "&".join(part for part in (one.query, f"enhet={unit.code}") if part)
    return f"{address_of(one.page)}?{query}"
