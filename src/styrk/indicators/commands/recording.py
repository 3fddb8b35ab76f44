"""Recording values: one or a million at once, all or nothing, or the valid ones by choice."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from styrk.core import clock, guard
from styrk.core.scope import ALL, Units
from styrk.indicators.judging import Judge, judged
from styrk.indicators.models import Batch, Indicator
from styrk.indicators.refusals import need
from styrk.indicators.rolling import roll_up
from styrk.indicators.types import Recorded, Refused, Value, ValuesRefused
from styrk.indicators.working import Working
from styrk.organisation.models import Person
from styrk.trail.commands import already_done, command, record

KEEP = """
    INSERT INTO indicators_measurement
        (indicator_id, unit_id, trust_id, period, of, numerator, denominator, reason, at, by_id,
         batch_id)
    SELECT indicator_id, unit_id, trust_id, period, of, numerator, denominator,
           CASE WHEN corrects THEN reason ELSE '' END, %(at)s, %(by)s, %(batch)s
    FROM indicators_judged WHERE refusal IS NULL AND NOT unchanged ORDER BY position
"""
TOLD = """
    SELECT count(*) FILTER (WHERE NOT unchanged AND NOT corrects),
           count(*) FILTER (WHERE NOT unchanged AND corrects),
           count(*) FILTER (WHERE unchanged),
           md5(string_agg(detail, ';' ORDER BY position) FILTER (WHERE NOT unchanged AND corrects))
    FROM indicators_judged WHERE refusal IS NULL
"""
# How many indicators the trail names one by one; the values hold them all.
LISTED = 200


@dataclass(frozen=True)
class Parcel:
    """What values came in: the file's name and its digest."""

    name: str
    digest: str = ""


@command
def record_values(
    *,
    values: Sequence[Value],
    by: Person | None,
    now: datetime,
    within: Units = ALL,
    accept_valid: bool = False,
) -> Recorded:
    """Record values of units in periods. A value that stands already is left as it is.

    `within` are the units one may record at. `by` is None for Styrk itself, which alone records what
    it counts. Raises ValuesRefused, where nothing is recorded; with `accept_valid` the valid ones
    are, and the answer holds the refused.
    """
    return _recorded(values, None, by, now, within, accept_valid=accept_valid)


@command
def receive_values(
    *,
    values: Sequence[Value],
    parcel: Parcel,
    by: Person | None,
    now: datetime,
    within: Units = ALL,
    accept_valid: bool = False,
) -> Recorded:
    """The same for values that came in a file or from another system: remembered as a batch."""
    return _recorded(values, parcel, by, now, within, accept_valid=accept_valid)


@command
def correct_value(*, value: Value, by: Person, now: datetime, within: Units = ALL) -> Recorded:
    """Another value for a period that has one; the reason is kept. Raises ValuesRefused, ReasonMissing."""
    need(value.reason)
    return record_values(values=[value], by=by, now=now, within=within)


@command
def take_back_value(*, value: Value, by: Person, now: datetime, within: Units = ALL) -> Recorded:
    """The unit has no value of its own for the period after all. Raises as `correct_value`."""
    need(value.reason)
    gone = replace(value, numerator=None, denominator=None)
    return record_values(values=[gone], by=by, now=now, within=within)


def _recorded(
    values: Sequence[Value],
    parcel: Parcel | None,
    by: Person | None,
    now: datetime,
    within: Units,
    *,
    accept_valid: bool,
) -> Recorded:
    guard.refuse_identity(*{value.reason for value in values if value.reason})
    judge = Judge(clock.day(now), within, system=by is None and parcel is None)
    working = Working(len(values))
    refused = judged(values, judge, working)
    if refused and not accept_valid:
        raise ValuesRefused(refused)
    *numbers, stood = working.ask(TOLD)[0]
    new, corrected, unchanged = (int(str(one)) for one in numbers)
    if not new + corrected:
        already_done()
        return Recorded(0, 0, unchanged, tuple(refused))
    batch = _batch(parcel, new + corrected, by, now)
    who = {"by": by.pk if by else None, "batch": batch.pk if batch else None}
    working.run(KEEP, {**who, "at": now})
    roll_up(working)
    at = batch.pk if batch else None
    told = Recorded(new, corrected, unchanged, tuple(refused), at, str(stood or ""))
    _tell(values, told, refused, parcel, by, now)
    return told


def _batch(parcel: Parcel | None, rows: int, by: Person | None, now: datetime) -> Batch | None:
    if parcel is None:
        return None
    return Batch.objects.create(name=parcel.name, digest=parcel.digest, rows=rows, by=by, at=now)


def _tell(
    values: Sequence[Value],
    told: Recorded,
    refused: Sequence[Refused],
    parcel: Parcel | None,
    by: Person | None,
    now: datetime,
) -> None:
    """One line for all that was recorded at once, on the indicator that most of it is about."""
    counts = Counter(value.indicator_id for value in values)
    found = Indicator.objects.in_bulk(list(counts))
    first = found[next(pk for pk, _count in counts.most_common() if pk in found)]
    which = f"«{first.name}»" if len(found) == 1 else f"{len(found)} indikatorer"
    source = f" fra {parcel.name}" if parcel else ""
    act = "correct" if told.corrected and not told.new else "record"
    verb = "Rettet" if act == "correct" else "Registrerte"
    number = told.new + told.corrected
    record(
        by=by,
        now=now,
        act=f"indicator.{act}",
        subject="indicator",
        subject_id=first.pk,
        trust_id=first.trust_id,
        text=f"{verb} {number} {'verdi' if number == 1 else 'verdier'} for {which}{source}",
        batch=told.batch_id,
        new=told.new,
        corrected=told.corrected,
        refused=len(refused),
        values={found[pk].code: many for pk, many in counts.most_common(LISTED) if pk in found},
    )
