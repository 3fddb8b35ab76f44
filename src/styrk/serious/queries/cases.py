"""One case, with all that hangs on it."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from styrk.core.trips import asks, each, whole
from styrk.incidents import queries as incidents
from styrk.incidents.models import Incident
from styrk.serious.models import Answers, Call, Event, EventStep, Notice, Obligation


def event(uuid: UUID) -> Event | None:
    """The case if the person in scope sees the incident, with its duties, clocks, answers and steps."""
    return _whole(Event.objects.filter(uuid=uuid))


def event_of(incident: Incident) -> Event | None:
    """The case of an incident that the person in scope sees."""
    return _whole(Event.objects.filter(incident=incident), incident)


def _whole(found: QuerySet[Event], incident: Incident | None = None) -> Event | None:
    one = found.select_related("incident").prefetch_related(*_parts()).first()
    if one is None:
        return None
    # With what the rules ask of it: whether it is shared with the reader, and open to the reader.
    seen = incident or incidents.incident(one.incident.uuid)
    if seen is None:
        return None
    one.incident = seen
    return one


def _parts() -> list[Any]:
    obligations = Obligation.objects.select_related("judged_by").order_by("rule")
    notices = Notice.objects.select_related("sent_by").order_by("step")
    return [
        Prefetch("obligations", obligations),
        Prefetch("obligations__notices", notices),
        Prefetch("answers", Answers.objects.select_related("by").order_by("-pk")),
    ]


def happened(event: Event) -> tuple[list[EventStep], list[Call]]:
    """What was done in the case, and who was asked to take it: in one trip."""
    steps, calls = whole(lambda: each(lambda: _steps(event.pk), lambda: _calls(event.pk)))
    return steps, calls


@asks
def _steps(event: int) -> QuerySet[EventStep]:
    return EventStep.objects.filter(event=event).select_related("by").order_by("pk")


@asks
def _calls(event: int) -> QuerySet[Call]:
    return Call.objects.filter(event=event).select_related("person").order_by("pk")


def obligation(uuid: UUID) -> Obligation | None:
    found = Obligation.objects.filter(uuid=uuid).select_related("event").first()
    return _of_case(found.event.uuid, found) if found else None


def _of_case(case: UUID, found: Obligation) -> Obligation | None:
    whole = event(case)
    if whole is None:
        return None
    return next(one for one in whole.obligations.all() if one.pk == found.pk)


def notice(uuid: UUID) -> Notice | None:
    found = Notice.objects.filter(uuid=uuid).select_related("obligation__event").first()
    of = _of_case(found.obligation.event.uuid, found.obligation) if found else None
    if found is None or of is None:
        return None
    one = next(each for each in of.notices.all() if each.pk == found.pk)
    one.event = of.event
    return one


def locked(uuid: UUID) -> Event | None:
    """The case, held until the transaction ends: by its own address, a duty's, a call's, or a notice's."""
    held = Event.objects.select_for_update(no_key=True, of=("self",))
    return (
        held.filter(uuid=uuid).first()
        or held.filter(pk__in=Obligation.objects.filter(uuid=uuid).values("event")).first()
        or held.filter(pk__in=Call.objects.filter(uuid=uuid).values("event")).first()
        or held.filter(pk__in=Notice.objects.filter(uuid=uuid).values("event")).first()
    )


def titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """What the cases that the person in scope sees are called."""
    found = Event.objects.filter(uuid__one_of=uuids).select_related("incident")
    return {one.uuid: str(one) for one in found}


def titles_of_notices(uuids: Collection[UUID]) -> Mapping[UUID, tuple[str, str]]:
    """Of each notice the rule, and what its case is called."""
    found = Notice.objects.filter(uuid__one_of=uuids)
    told = found.select_related("obligation", "event__incident")
    return {one.uuid: (one.obligation.rule, str(one.event)) for one in told}
