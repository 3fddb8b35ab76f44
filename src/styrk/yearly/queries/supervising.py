"""What the authorities looked at in the year, and what they found."""

from datetime import date

from django.db.models import Prefetch, Q

from styrk.inspections.models import Audit, Finding
from styrk.inspections.queries.findings import UNMET
from styrk.inspections.states import REPORTED, AuditKind, FindingState, State
from styrk.organisation.models import Unit

MOST = 60


def supervised(unit: Unit, first: date, last: date) -> list[Audit]:
    """Supervision by the state that was reported in the period, or has something unmended from before.

    Those that the person in scope may see, with what was found at the unit and below it.
    """
    here = Finding.objects.filter(unit__path__startswith=unit.path)
    # What is found is the report's to say: a draft is its team's and the units' own.
    here = here.filter(audit__state__in=REPORTED)
    here = here.exclude(state=FindingState.WITHDRAWN).select_related("unit")
    waiting = here.filter(state__in=UNMET).values("audit")
    told = Q(reported_on__gte=first) | Q(pk__in=waiting) | Q(ends_on__gte=first)
    found = Audit.objects.filter(
        told, kind=AuditKind.SUPERVISION, trust_id=unit.legal_id, starts_on__lte=last
    ).exclude(state__in=[State.DROPPED, State.PLANNED])
    found = found.select_related("authority").prefetch_related(
        Prefetch("findings", here.order_by("number"))
    )
    return list(found.order_by("starts_on", "pk")[:MOST])
