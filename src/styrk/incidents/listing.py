"""What a list of incidents is limited to; the numbers on the forskriftskart go by the same days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from styrk.core import clock
from styrk.core.tallies import first_of_month
from styrk.incidents.models import IncidentAnalysis
from styrk.incidents.states import SERIOUS, WITHOUT_HARM, Kind, Listing, State
from styrk.incidents.types import DAYS_TO_EXAMINE, DAYS_TO_TAKE, DAYS_TO_TAKE_SERIOUS
from styrk.organisation.models import Unit

MONTHS_LOOKED_AT = 12
# What waits longer than this, however long ago it was reported.
WAITING = {
    Listing.LATE: DAYS_TO_TAKE,
    Listing.SERIOUS_LATE: DAYS_TO_TAKE_SERIOUS,
    Listing.SERIOUS_UNDECIDED: DAYS_TO_EXAMINE,
}
OLD_ENOUGH = (Listing.OLD, Listing.ANALYSED)
WENT_WRONG = ~Q(kind__in=WITHOUT_HARM)
HARMED = Q(harm_actual__in=SERIOUS)
UNTAKEN = Q(state=State.RECEIVED)
UNDECIDED = Q(state__in=(State.RECEIVED, State.EXAMINING))
ANALYSED = Exists(IncidentAnalysis.objects.filter(incident=OuterRef("pk")))
LISTED: Mapping[str, Q] = {
    Listing.REPORTED: Q(),
    Listing.WRONG: WENT_WRONG,
    Listing.SUGGESTIONS: Q(kind=Kind.SUGGESTION),
    Listing.GOOD: Q(kind=Kind.GOOD),
    Listing.OLD: WENT_WRONG,
    Listing.ANALYSED: WENT_WRONG & Q(ANALYSED),
    Listing.LATE: WENT_WRONG & UNTAKEN,
    Listing.SERIOUS: HARMED,
    Listing.SERIOUS_LATE: WENT_WRONG & HARMED & UNTAKEN,
    Listing.SERIOUS_UNDECIDED: WENT_WRONG & HARMED & UNDECIDED,
}


@dataclass(frozen=True)
class Filters:
    """What a list of incidents is limited to; empty means all."""

    text: str = ""
    state: str = ""
    kind: str = ""
    serious: bool = False
    unit: Unit | None = None
    listing: str = ""


def days_of(listing: str, on: date) -> tuple[date, date]:
    """The days of report that are meant: from the first, and before the second."""
    if listing in WAITING:
        return date.min, on - timedelta(days=WAITING[Listing(listing)])
    before = first_of_month(on - timedelta(days=DAYS_TO_EXAMINE))
    return (
        first_of_month(on, MONTHS_LOOKED_AT - 1),
        before if listing in OLD_ENOUGH else date.max,
    )


def limits_of(filters: Filters, on: date) -> Q:
    limits = Q()
    if filters.state:
        limits &= Q(state=filters.state)
    if filters.kind:
        limits &= Q(kind=filters.kind)
    if filters.serious:
        limits &= Q(harm_actual__in=SERIOUS) | Q(harm_possible__in=SERIOUS)
    if filters.unit:
        limits &= Q(responsible_unit__one_of=_below(filters.unit))
    if filters.listing:
        limits &= _listed(filters.listing, on)
    return limits


def _below(unit: Unit) -> list[int]:
    """The unit and all below it. As a literal: of a path the planner thinks that it leads to one unit."""
    return list(Unit.objects.filter(path__startswith=unit.path).values_list("pk", flat=True))


def _listed(listing: str, on: date) -> Q:
    """What went past the line, or is no case of its own, is in no number, so neither in the list of
    what a number counts."""
    since, before = days_of(listing, on)
    limits = LISTED[listing] & Q(past_line=False) & ~Q(state=State.ASIDE)
    if since > date.min:
        limits &= Q(reported_at__gte=clock.start_of(since))
    if before < date.max:
        limits &= Q(reported_at__lt=clock.start_of(before))
    return limits
