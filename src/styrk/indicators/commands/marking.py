"""What people say about a series: how sound it is, where it changed, what happened."""

from datetime import date, datetime

from styrk.core import guard
from styrk.duties.commands import settle
from styrk.indicators.models import Annotation, Attestation, Figure, Indicator, SeriesMark
from styrk.indicators.record import read_anew, told
from styrk.indicators.refusals import AlreadyMarked, NothingThere, Withdrawn, need
from styrk.indicators.states import MarkKind, Quality
from styrk.indicators.types import DECIDE
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command


@command
def attest(
    *,
    indicator: Indicator,
    unit: Unit,
    period: date,
    quality: str,
    by: Person,
    now: datetime,
    words: str = "",
) -> Attestation:
    """Say how good the data of a period are. Reservations need words: raises ReasonMissing, NothingThere."""
    guard.refuse_identity(words)
    if quality != Quality.GOOD:
        need(words)
    _refuse_without_figure(indicator, unit, period)
    attestation = Attestation.objects.create(
        indicator=indicator,
        unit=unit,
        period=period,
        quality=quality,
        words=words,
        by=by,
        at=now,
    )
    text = f"Sa hvor gode tallene for «{indicator.name}» er"
    told(indicator, "attest", by, now, text, unit=unit.pk, period=f"{period}", quality=quality)
    return attestation


@command
def mark_series(
    *,
    indicator: Indicator,
    unit: Unit,
    kind: str,
    period: date,
    reason: str,
    by: Person,
    now: datetime,
) -> SeriesMark:
    """Decide about a chart. `period`: the last of a baseline, the first of a new level, or one left out.

    A new baseline takes the place of the old. Raises ReasonMissing, NothingThere, AlreadyMarked.
    """
    guard.refuse_identity(reason)
    need(reason)
    _refuse_without_figure(indicator, unit, period)
    standing = SeriesMark.objects.filter(
        indicator=indicator, unit=unit, kind=kind, withdrawn_at__isnull=True
    )
    if standing.filter(period=period).exists():
        raise AlreadyMarked
    if kind == MarkKind.FREEZE:
        standing.update(withdrawn_at=now, withdrawn_by=by, withdrawn_reason=reason)
    mark = SeriesMark.objects.create(
        indicator=indicator, unit=unit, kind=kind, period=period, reason=reason, by=by, at=now
    )
    read_anew(indicator, unit)
    settle(kind=DECIDE, subject_uuid=indicator.uuid, by=by, now=now)
    text = f"Merket serien «{indicator.name}» for {unit.name}"
    told(indicator, f"mark_{kind}", by, now, text, unit=unit.pk, period=f"{period}", why=reason)
    return mark


@command
def withdraw_mark(*, mark: SeriesMark, reason: str, by: Person, now: datetime) -> None:
    """The decision no longer holds; it is remembered with both reasons. Raises Withdrawn, ReasonMissing."""
    guard.refuse_identity(reason)
    need(reason)
    if mark.withdrawn_at is not None:
        raise Withdrawn
    mark.withdrawn_at, mark.withdrawn_by, mark.withdrawn_reason = now, by, reason
    mark.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    read_anew(mark.indicator, mark.unit)
    text = f"Tok bort et merke på serien «{mark.indicator.name}» for {mark.unit.name}"
    told(mark.indicator, "withdraw_mark", by, now, text, unit=mark.unit_id, why=reason)


@command
def annotate(
    *, indicator: Indicator, unit: Unit, period: date, text: str, by: Person, now: datetime
) -> Annotation:
    """Remember on the chart what happened in a period. Raises ReasonMissing without a text."""
    guard.refuse_identity(text)
    need(text)
    note = Annotation.objects.create(
        indicator=indicator, unit=unit, period=period, text=text, by=by, at=now
    )
    said = f"Noterte en hendelse på serien «{indicator.name}» for {unit.name}"
    told(indicator, "annotate", by, now, said, unit=unit.pk, period=f"{period}")
    return note


@command
def withdraw_annotation(*, annotation: Annotation, by: Person, now: datetime) -> None:
    """Take the note off the chart. Raises Withdrawn."""
    if annotation.withdrawn_at is not None:
        raise Withdrawn
    annotation.withdrawn_at, annotation.withdrawn_by = now, by
    annotation.save(update_fields=["withdrawn_at", "withdrawn_by"])
    indicator = annotation.indicator
    text = f"Tok bort en hendelse fra serien «{indicator.name}»"
    told(indicator, "withdraw_annotation", by, now, text, unit=annotation.unit_id)


def _refuse_without_figure(indicator: Indicator, unit: Unit, period: date) -> None:
    if not Figure.objects.filter(indicator=indicator, unit=unit, period=period).exists():
        raise NothingThere
