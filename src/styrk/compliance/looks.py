"""What was gone through, by whom, and what came of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet

from styrk.compliance.models import LookWords
from styrk.core.asking import Ask
from styrk.core.trips import asks
from styrk.organisation.models import Unit

NEWEST = 5

LOOKED = """
    SELECT count(*) FILTER (WHERE l.kind = 'plan' AND l.on > %(since)s),
           count(*) FILTER (WHERE l.kind = 'series' AND l.on > %(since)s),
           count(*) FILTER (WHERE l.kind = 'risk' AND l.on > %(since)s),
           count(*) FILTER (WHERE l.outcome = 'decided' AND l.on > %(since)s),
           max(l.on)
    FROM compliance_look l
    JOIN organisation_unit u ON u.id = l.unit_id
    WHERE u.path LIKE %(path)s AND l.on <= %(on)s
"""


@dataclass(frozen=True)
class Looked:
    """How many plans, series and risks were gone through in the period, how often something was decided,
    and the last day of any."""

    plans: int
    series: int
    risks: int
    decided: int
    latest: date | None

    @property
    def total(self) -> int:
        return self.plans + self.series + self.risks


def looked(path: str, on: date, days: int) -> Ask[Looked]:
    """Asks of the line below `path`, in so many days."""
    facts = {"path": f"{path}%", "on": on, "since": on - timedelta(days=days)}
    return Ask(LOOKED, facts, Looked)


@asks
def looks_at(subject: UUID, unit: Unit) -> QuerySet[LookWords]:
    """The newest looks at a record that are in sight, with their words."""
    found = LookWords.objects.filter(look__subject_uuid=subject, look__unit=unit)
    return found.select_related("look__by").order_by("-look_id")[:NEWEST]
