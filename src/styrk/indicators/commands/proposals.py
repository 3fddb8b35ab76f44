"""Answering no to what Styrk proposes about a series."""

from datetime import date, datetime

from styrk.core import guard
from styrk.duties.commands import settle
from styrk.indicators.models import Indicator, SeriesMark
from styrk.indicators.record import told
from styrk.indicators.refusals import AlreadyMarked, need
from styrk.indicators.types import DECIDE
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command


@command
def decline_proposal(
    *,
    indicator: Indicator,
    unit: Unit,
    kind: str,
    period: date,
    reason: str,
    by: Person,
    now: datetime,
) -> SeriesMark:
    """Not to mark the period, and why: kept as a mark that never held. Raises ReasonMissing, AlreadyMarked."""
    guard.refuse_identity(reason)
    need(reason)
    if SeriesMark.objects.filter(indicator=indicator, unit=unit, kind=kind, period=period).exists():
        raise AlreadyMarked
    mark = SeriesMark.objects.create(
        indicator=indicator,
        unit=unit,
        kind=kind,
        period=period,
        reason=reason,
        at=now,
        by=by,
        withdrawn_at=now,
        withdrawn_by=by,
        withdrawn_reason=reason,
    )
    settle(kind=DECIDE, subject_uuid=indicator.uuid, by=by, now=now)
    text = f"Sa nei til å merke serien «{indicator.name}» for {unit.name}"
    told(indicator, f"decline_{kind}", by, now, text, unit=unit.pk, period=f"{period}", why=reason)
    return mark
