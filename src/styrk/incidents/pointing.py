"""Which risks incidents show: those to choose from, and what a risk is shown by."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import BooleanField, Count, ExpressionWrapper, F, Q, QuerySet, Window
from django.db.models.functions import Abs, Length, RowNumber, TruncMonth

from styrk.core.clock import OSLO
from styrk.core.scope import current
from styrk.core.tallies import first_of_month
from styrk.core.trips import asks
from styrk.incidents.models import Incident, IncidentRisk
from styrk.incidents.queries import Listed
from styrk.risks.models import Risk
from styrk.risks.queries.strands import WITH
from styrk.risks.states import LIVE
from styrk.ui.strands import Links

# More than one looks through in a list to choose from.
CHOICES = 12
MONTHS = 12
NEWEST = 5


class ShownBy(NamedTuple):
    """What shows a risk, of what the person in scope may see.

    `months` is the last twelve with the number reported in each, the oldest first.
    """

    total: int
    months: list[tuple[date, int]]
    newest: list[Listed]

    @property
    def lately(self) -> int:
        return sum(number for _month, number in self.months)


# What is told of an incident on the golden thread.
TOLD = (
    "uuid",
    "title",
    "state",
    "reported_at",
    "past_line",
    "trust_id",
    "responsible_unit_id",
    "responsible_unit__name",
)
FACTS = (*Listed._fields[:-1], "unit__name")


def shown_by(risk: Risk, on: date) -> ShownBy:
    """How many incidents in sight show the risk, and the newest: one question, a row for each month.

    The policy on the links is the one of the case, so what may not be read is not counted.
    """
    rows = _numbered(risk)
    counted = {row[0].date(): row[1] for row in rows}
    months = [first_of_month(on, back) for back in range(MONTHS - 1, -1, -1)]
    newest = sorted((row for row in rows if row[3] <= NEWEST), key=lambda row: row[3])
    return ShownBy(
        total=rows[0][2] if rows else 0,
        months=[(month, counted.get(month, 0)) for month in months],
        newest=[Listed(*row[4:]) for row in newest],
    )


@asks
def _numbered(risk: Risk) -> QuerySet[Any, Any]:
    """The newest few, and one of each month, with how many there are of that month and in all."""
    order = (F("incident__reported_at").desc(), F("incident_id").desc())
    of_month = F("month")
    return (
        IncidentRisk.objects.filter(risk=risk, removed_at__isnull=True)
        .annotate(month=TruncMonth("incident__reported_at", tzinfo=OSLO))
        .annotate(
            in_month=Window(Count("pk"), partition_by=of_month),
            in_all=Window(Count("pk")),
            nth=Window(RowNumber(), order_by=order),
            nth_of_month=Window(RowNumber(), partition_by=of_month, order_by=order),
        )
        .filter(Q(nth__lte=NEWEST) | Q(nth_of_month=1))
        .values_list("month", "in_month", "in_all", "nth", *(f"incident__{fact}" for fact in FACTS))
    )


def risks_near(incident: Incident, text: str = "") -> list[Risk]:
    """Live risks in sight at the unit where the case lies, above it and below it; by words of theirs.

    Those at the unit itself first, then the nearest above, then those below.
    """
    path = incident.responsible_unit.path
    line = [int(pk) for pk in path.split(".") if pk]
    near = Q(unit__one_of=line) | Q(unit__path__startswith=path)
    found = Risk.objects.filter(current().units("risk").rows(), near, state__in=LIVE)
    for word in text.split():
        found = found.filter(Q(title__icontains=word) | Q(description__icontains=word))
    already = IncidentRisk.objects.filter(incident=incident, removed_at__isnull=True)
    found = found.exclude(pk__in=already.values("risk")).annotate(
        in_line=ExpressionWrapper(Q(unit__one_of=line), BooleanField()),
        far=Abs(Length("unit__path") - len(path)),
    )
    nearest = found.order_by("-in_line", "far", "-described_at", "-pk")
    return list(nearest.select_related("unit")[:CHOICES])


def risk_shown(incident: Incident, uuid: UUID) -> Risk | None:
    """One that the incident shows, if the person in scope sees it."""
    links = IncidentRisk.objects.filter(incident=incident, removed_at__isnull=True)
    return (
        Risk.objects.filter(pk__in=links.values("risk"), uuid=uuid).select_related("unit").first()
    )


# The incidents that show risks. The policy on the links is the one of the case.
RISK_LINKS = Links(
    "risk",
    "risk_id",
    IncidentRisk,
    [f"incident__{name}" for name in TOLD],
    lambda: IncidentRisk.objects.filter(removed_at__isnull=True),
)


def risks_of(ids: Collection[int]) -> list[tuple[int, Risk]]:
    """The risks that each of the incidents shows, as far as the person in scope sees them."""
    return [(link.incident_id, link.risk) for link in _shown(ids)]


@asks
def _shown(ids: Collection[int]) -> QuerySet[IncidentRisk]:
    links = IncidentRisk.objects.filter(incident__one_of=ids, removed_at__isnull=True)
    return links.select_related(*(f"risk__{name}" for name in WITH)).order_by("pk")
