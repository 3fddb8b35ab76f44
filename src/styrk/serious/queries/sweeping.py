"""What the sweeps find to do, as the system."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from styrk.incidents.models import Incident
from styrk.incidents.notices.events import YEARS
from styrk.incidents.states import SERIOUS
from styrk.serious.laying import place_of
from styrk.serious.models import Event, Notice
from styrk.serious.states import RUNNING, Warned

# Older reports were there before the program asked of them; a person may begin with any.
LATELY = timedelta(days=3)
CASE = ("incident__responsible_unit", "incident__handler", "incident__trust")


def to_open(now: datetime) -> list[Incident]:
    """Reports of serious harm that nobody has begun to assess, or that were found to be serious later."""
    begun = Event.objects.filter(incident=OuterRef("pk"))
    since = now - LATELY
    found = Incident.objects.filter(harm_actual__in=SERIOUS)
    found = found.filter(Q(reported_at__gte=since) | Q(confirmed_at__gte=since))
    # Of what is said to have happened so long ago no rule knows: a person may look at it.
    found = found.filter(happened_at__year__gte=YEARS.start)
    lacking = found.filter(~Exists(begun)).select_related("responsible_unit", "handler", "trust")
    return list(lacking.order_by("pk"))


def moved() -> list[Event]:
    """Cases whose duties lie where the incident no more does, and that have something to do."""
    waiting = Notice.objects.filter(
        event=OuterRef("pk"), sent_at__isnull=True, obligation__state__in=RUNNING
    )
    unanswered = ~Q(answers__by__isnull=False)
    found = Event.objects.filter(Exists(waiting) | unanswered).select_related(*CASE).distinct()
    return [one for one in found.order_by("pk") if one.lies != place_of(one.incident)]


def to_warn(now: datetime) -> list[tuple[Notice, Warned]]:
    """Clocks that are soon or late, and that nobody has been told so of."""
    found = Notice.objects.filter(sent_at__isnull=True, given=True, late_at__isnull=False)
    found = found.filter(obligation__state__in=RUNNING)
    late = Q(late_at__lt=now) & ~Q(warned=Warned.LATE)
    soon = Q(soon_at__lte=now, warned=Warned.NOT_YET)
    told = found.filter(late | soon).select_related(
        "obligation", *(f"event__{name}" for name in CASE)
    )
    return [
        (one, Warned.LATE if one.late_at and one.late_at < now else Warned.SOON)
        for one in told.order_by("late_at", "pk")
    ]
