"""The case file and the reports, for those who see the case."""

from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Prefetch, Subquery
from django.db.models.functions import Coalesce

from styrk.incidents import queries as incidents
from styrk.serious.models import Addendum, Answers, Entry, Event, Notice, Report


def file(uuid: UUID) -> Event | None:
    """The case with its file and reports, and not its duties."""
    reports = Report.objects.select_related("by").order_by("-number")
    return _seen(uuid, _entries(), Prefetch("reports", reports))


def drafted(uuid: UUID) -> Event | None:
    """The case with what its report is made of: the file, and what was sent."""
    notices = Notice.objects.select_related("obligation").order_by("obligation__rule", "step")
    return _seen(uuid, _entries(), Prefetch("notices", notices))


def _entries() -> Any:
    found = Entry.objects.select_related("by").order_by("occurred_at", "pk")
    return Prefetch("entries", found)


def _seen(uuid: UUID, *parts: Any) -> Event | None:
    newest = Answers.objects.filter(event=OuterRef("pk")).order_by("-pk").values("occurred_at")[:1]
    found = Event.objects.filter(uuid=uuid).select_related("incident", "trust")
    found = found.annotate(told_at=Coalesce(Subquery(newest), F("incident__happened_at")))
    one = found.prefetch_related(*parts).first()
    seen = incidents.incident(one.incident.uuid) if one else None
    if one is None or seen is None:
        return None
    one.incident, one.occurred_at = seen, one.told_at
    return one


def report(uuid: UUID) -> Report | None:
    """A report with what was said of it after."""
    found = Report.objects.filter(uuid=uuid).select_related("by", "event__incident")
    addenda = Addendum.objects.select_related("by").order_by("pk")
    one = found.prefetch_related(Prefetch("addenda", addenda)).first()
    seen = incidents.incident(one.event.incident.uuid) if one else None
    if one is None or seen is None:
        return None
    one.event.incident = seen
    return one


def entry(uuid: UUID) -> Entry | None:
    found = Entry.objects.filter(uuid=uuid).select_related("event__incident", "by").first()
    seen = incidents.incident(found.event.incident.uuid) if found else None
    if found is None or seen is None:
        return None
    found.event.incident = seen
    return found
