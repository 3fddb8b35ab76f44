"""Taking the tertial picture of a unit's risks."""

from datetime import datetime

from styrk.core import clock, guard
from styrk.organisation.models import Person, Unit
from styrk.risks import picture, rules
from styrk.risks.models import Snapshot
from styrk.risks.refusals import NoPicture, need
from styrk.trail.commands import command, record


@command
def take_picture(*, unit: Unit, period: str, summary: str, by: Person, now: datetime) -> Snapshot:
    """Freeze the unit's risks as they stand, with what changed since the tertial before.

    Taken again for the same tertial it is a new edition, and the last one holds. Raises NoPicture
    where the tertial is not open (`rules.open_tertials`), and ReasonMissing without a summary.
    """
    guard.refuse_identity(summary)
    need(summary)
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    earlier = Snapshot.objects.filter(unit=unit).order_by("-period", "-edition")
    taken = set(earlier.values_list("period", flat=True))
    if period not in rules.open_tertials(clock.day(now), taken):
        raise NoPicture
    before = earlier.filter(period__lt=period).first()
    content = picture.content(unit, before, clock.day(now))
    snapshot = Snapshot.objects.create(
        unit=unit,
        trust_id=unit.legal_id,
        period=period,
        edition=earlier.filter(period=period).count() + 1,
        before=before,
        summary=summary,
        content=content,
        digest=picture.digest(content, before),
        taken_at=now,
        taken_by=by,
    )
    record(
        by=by,
        now=now,
        act="risk.take_picture",
        subject="risk_picture",
        subject_id=snapshot.pk,
        trust_id=snapshot.trust_id,
        text=f"Tok risikobildet av {unit.name} for {period}",
        digest=snapshot.digest,
    )
    return snapshot
