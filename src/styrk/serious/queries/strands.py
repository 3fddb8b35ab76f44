"""What of a case stands on the golden thread, for those who see the case."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet

from styrk.core.trips import asks
from styrk.incidents import queries as incidents
from styrk.serious.models import Event, Notice, Report
from styrk.serious.states import State
from styrk.ui.strands import Links


def case(uuid: UUID) -> Event | None:
    """With its incident, which knows whether it is open to the reader."""
    found = Event.objects.filter(uuid=uuid).select_related("incident").first()
    seen = incidents.incident(found.incident.uuid) if found else None
    if found is None or seen is None:
        return None
    found.incident = seen
    return found


@asks
def cases(ids: Collection[int]) -> QuerySet[Event]:
    found = Event.objects.filter(pk__one_of=ids).order_by("pk")
    return found.select_related("incident__responsible_unit")


def _notices() -> QuerySet[Notice]:
    """Those that somebody is to decide, are to be sent, or are."""
    still = Q(given=True) & ~Q(obligation__state=State.LAPSED)
    return Notice.objects.filter(still | Q(sent_at__isnull=False))


EVENT_LINKS = Links(
    "incident",
    "incident_id",
    Event,
    ["uuid", "opened_at", "incident__title", "incident__reported_at"],
    Event.objects.all,
)
NOTICE_LINKS = Links(
    "serious_event",
    "event_id",
    Notice,
    [
        *("recipients", "due_at", "late_at", "sent_at", "step"),
        *("obligation__rule", "obligation__state", "event__uuid"),
    ],
    _notices,
)
REPORT_LINKS = Links(
    "serious_event", "event_id", Report, ["uuid", "number", "at"], Report.objects.all
)
