"""Who is to write an årlig melding for a year, and has not approved it."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from styrk.duties.models import Duty
from styrk.organisation.models import Unit
from styrk.requirements.models import AnnualReport, Edition, Placement
from styrk.requirements.queries.annual_asked import OWNERS, asked_in
from styrk.requirements.queries.compiled import lived_in
from styrk.requirements.states import AnnualState, EditionState
from styrk.requirements.types import ANNUAL


def units_to_report(year: int) -> list[Unit]:
    """Legal persons that an owner asked something of that year, and those that asked others.

    Whoever laid documents of its own on others answers for them too (hfl § 34 first paragraph).
    Only those that have not approved their melding, and have not been asked for it.
    """
    asked = Placement.objects.filter(
        lived_in(str(year)),
        asked_in(year, "requirement__edition__"),
        unit=F("trust"),
        requirement__edition__source__kind__in=OWNERS,
    )
    asking = Edition.objects.filter(
        asked_in(year), source__kind__in=OWNERS, state=EditionState.PUBLISHED
    )
    laid = Duty.objects.filter(kind=ANNUAL, settled_at__isnull=True).values("subject_id")
    done = AnnualReport.objects.filter(
        Q(state=AnnualState.APPROVED) | Q(pk__in=laid), unit=OuterRef("pk"), year=year
    )
    whole = Q(pk__in=asked.values("unit")) | Q(pk__in=asking.values("source__unit"))
    legal = Q(trust=F("pk")) | Q(trust__isnull=True)
    return list(Unit.objects.filter(whole, legal, ~Exists(done)).order_by("pk"))


def annual_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """The drafts by unit and year; an approved one waits for nobody."""
    found = AnnualReport.objects.filter(uuid__in=uuids, state=AnnualState.DRAFT)
    return {one.uuid: str(one) for one in found.defer("content").select_related("unit")}


def annual_by_uuid(uuid: UUID) -> AnnualReport | None:
    return AnnualReport.objects.filter(uuid=uuid).select_related("unit").first()
