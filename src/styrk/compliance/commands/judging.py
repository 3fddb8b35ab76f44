"""What somebody judges, beside what the data says."""

from datetime import date, datetime

from styrk.compliance.commands.refusals import DayOver, NothingThere, ReasonMissing, TooLong
from styrk.compliance.models import Judgement
from styrk.compliance.record import note, point_for
from styrk.compliance.types import JUDGE, months_after
from styrk.core import clock, guard
from styrk.duties.commands import settle
from styrk.organisation.models import Person, Unit
from styrk.regulation.maps import ITEMS
from styrk.regulation.types import Status
from styrk.trail.commands import command


@command
def judge(
    *,
    unit: Unit,
    item: str,
    status: Status,
    computed: Status,
    reason: str,
    until: date,
    by: Person,
    now: datetime,
    source: str = "",
) -> Judgement:
    """Say what the status is, whatever the data says (`computed`), and until when that counts.

    `source` is the signed paper that says so, where one does.

    Raises ReasonMissing, DayOver, TooLong (each item says how long), UnknownItem, and IdentityFound.
    """
    guard.refuse_identity(reason)
    if not reason.strip():
        raise ReasonMissing
    point = point_for(unit, item)
    today = clock.day(now)
    if until <= today:
        raise DayOver
    if until > months_after(today, ITEMS[item].months):
        raise TooLong
    judgement = Judgement.objects.create(
        point=point,
        status=status,
        computed=computed,
        reason=reason,
        source=source,
        until=until,
        at=now,
        by=by,
    )
    settle(kind=JUDGE, subject_uuid=point.uuid, by=by, now=now)
    note(point, "judge", by, now, "Vurderte", reason)
    return judgement


@command
def take_back(*, unit: Unit, item: str, reason: str, by: Person, now: datetime) -> None:
    """The judgement counts no more: the data does. Raises ReasonMissing, NothingThere, IdentityFound."""
    guard.refuse_identity(reason)
    if not reason.strip():
        raise ReasonMissing
    point = point_for(unit, item)
    latest = point.judgements.order_by("-pk").first()
    if latest is None or not latest.status:
        raise NothingThere
    Judgement.objects.create(point=point, computed=latest.computed, reason=reason, at=now, by=by)
    settle(kind=JUDGE, subject_uuid=point.uuid, by=by, now=now)
    note(point, "take_back", by, now, "Tok tilbake vurderingen av", reason)
