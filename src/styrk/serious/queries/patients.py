"""Who patients are, as it stands encrypted, and who opened it."""

from uuid import UUID

from django.db.models import Prefetch

from styrk.incidents import queries as incidents
from styrk.serious.models import Event, IdentityOpening, Obligation, PatientIdentity

OPENINGS = 100


def identified(uuid: UUID) -> Event | None:
    """The case with its duties, and who its patients are, if the person in scope sees the incident."""
    standing = PatientIdentity.objects.filter(replaced_by__isnull=True)
    one = (
        Event.objects.filter(uuid=uuid)
        .select_related("incident")
        .prefetch_related(
            Prefetch("obligations", Obligation.objects.order_by("rule")),
            Prefetch("identities", standing.select_related("by", "deleted_by").order_by("number")),
        )
        .first()
    )
    return _with_sight(one)


def identity(uuid: UUID) -> PatientIdentity | None:
    one = PatientIdentity.objects.filter(uuid=uuid).select_related("event__incident").first()
    return one if one and _with_sight(one.event) else None


def opening(uuid: UUID) -> IdentityOpening | None:
    found = IdentityOpening.objects.filter(uuid=uuid)
    one = found.select_related("identity__by", "event__incident").first()
    if one is None or _with_sight(one.event) is None:
        return None
    one.identity.event = one.event
    return one


def openings(event: Event) -> list[IdentityOpening]:
    """The newest, with who and why."""
    found = IdentityOpening.objects.filter(event=event).select_related("by", "identity")
    return list(found.order_by("-pk")[:OPENINGS])


def to_reseal() -> list[PatientIdentity]:
    """All that is encrypted, for the operator."""
    found = PatientIdentity.objects.exclude(sealed="").select_related("event")
    return list(found.order_by("pk"))


def _with_sight(event: Event | None) -> Event | None:
    """With what the rules ask of the incident: whether it is shared with the reader, and open to the reader."""
    seen = incidents.incident(event.incident.uuid) if event else None
    if event is None or seen is None:
        return None
    event.incident = seen
    return event
