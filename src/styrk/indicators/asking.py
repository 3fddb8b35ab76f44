"""What indicators ask of people, laid and settled by night: values, vouching, and answers to proposals."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID

from styrk.core import clock
from styrk.duties.commands import require, settle
from styrk.duties.models import Duty
from styrk.indicators.models import Indicator, Signal
from styrk.indicators.proposing import proposals
from styrk.indicators.queries import marks_of, series_of
from styrk.indicators.queries.decided import decided_of
from styrk.indicators.queries.missing import lacking
from styrk.indicators.queries.typing import grouped, unvouched
from styrk.indicators.readings import evaluate
from styrk.indicators.states import Of
from styrk.indicators.types import DECIDE, REPORT, VOUCH
from styrk.organisation.models import Person, Unit
from styrk.organisation.rules import LEADER

DAYS_TO_REPORT = 7
DAYS_TO_VOUCH = 14
DAYS_TO_DECIDE = 14
# Series that are read at once.
MANY = 500


def sweep(now: datetime) -> None:
    """Lay what waits now and is not laid, and settle what waits no more."""
    on = clock.day(now)
    _missing(on, now)
    _unvouched(now)
    _proposed(on, now)


def _laid(kind: str) -> dict[int, UUID]:
    found = Duty.objects.filter(kind=kind, settled_at__isnull=True)
    return dict(found.values_list("subject_id", "subject_uuid"))


def _settle(kind: str, laid: Mapping[int, UUID], waits: Collection[int], now: datetime) -> None:
    for pk in laid.keys() - set(waits):
        settle(kind=kind, subject_uuid=laid[pk], by=None, now=now)


def _missing(on: date, now: datetime) -> None:
    """On the leader of each unit that lacks a value."""
    waits, laid = lacking(on), _laid(REPORT)
    _settle(REPORT, laid, waits.keys(), now)
    for unit in Unit.objects.filter(pk__one_of=waits.keys() - laid.keys()).order_by("pk"):
        require(
            kind=REPORT,
            subject_id=unit.pk,
            subject_uuid=unit.uuid,
            unit=unit,
            role=LEADER,
            due=clock.after(now, days=DAYS_TO_REPORT),
            now=now,
        )


def _unvouched(now: datetime) -> None:
    """On each owner who has not said how good the newest figures are: one for all of them."""
    waits = {owner.pk: (owner, each) for owner, each in grouped(unvouched()).items()}
    laid = _laid(VOUCH)
    _settle(VOUCH, laid, waits.keys(), now)
    for pk in sorted(waits.keys() - laid.keys()):
        owner, each = waits[pk]
        _on_owner(VOUCH, owner, each[0].indicator.unit, owner.pk, owner.uuid, DAYS_TO_VOUCH, now)


def _proposed(on: date, now: datetime) -> None:
    """On the owner of each indicator where something is proposed at the unit that keeps it."""
    waits = {one.pk: one for one in _with_proposals(on)}
    laid = _laid(DECIDE)
    _settle(DECIDE, laid, waits.keys(), now)
    for pk in sorted(waits.keys() - laid.keys()):
        one = waits[pk]
        _on_owner(DECIDE, one.owner, one.unit, pk, one.uuid, DAYS_TO_DECIDE, now)


def _with_proposals(on: date) -> list[Indicator]:
    used = Indicator.objects.filter(retired_on__isnull=True).select_related("unit", "owner")
    known = {one.pk: one for one in used}
    telling = Signal.objects.filter(indicator__one_of=known, stale=False, points__gt=0)
    rows = telling.values_list("indicator_id", "unit_id").order_by("pk")
    pairs = [(pk, unit) for pk, unit in rows if known[pk].unit_id == unit]
    found = []
    for first in range(0, len(pairs), MANY):
        some = pairs[first : first + MANY]
        series = series_of([(known[pk], unit) for pk, unit in some], upto=on)
        readings = evaluate([series[*pair, Of.ACTUAL] for pair in some], marks_of(some))
        decided = decided_of(some)
        for pair, reading in zip(some, readings, strict=True):
            if reading and proposals(reading, decided.get(pair, ())):
                found.append(known[pair[0]])
    return found


def _on_owner(
    kind: str, owner: Person, unit: Unit, pk: int, uuid: UUID, days: int, now: datetime
) -> None:
    require(
        kind=kind,
        subject_id=pk,
        subject_uuid=uuid,
        unit=unit,
        person=owner,
        due=clock.after(now, days=days),
        now=now,
    )
