"""The night's sweeps: what is to be looked at again, and judged again."""

from datetime import date, datetime
from itertools import batched

from styrk.access.roles import LEADER
from styrk.compliance import pictures, queries
from styrk.compliance.models import Night
from styrk.compliance.types import JUDGE, REVIEW, WARNED
from styrk.core import clock, scope
from styrk.core.jobs import EVERY_NIGHT, periodic
from styrk.duties.commands import require, require_of


@periodic(EVERY_NIGHT)
def ask_to_look_again(now: datetime) -> None:
    """A duty some weeks before a text is to be gone through, and before a judgement counts no more."""
    before = clock.day(now) + WARNED
    with scope.acting(scope.SYSTEM):
        _ask_owners(before, now)
        _ask_leaders(before, now)


def _ask_owners(before: date, now: datetime) -> None:
    for one in queries.to_review(before):
        if one.owner and one.review_on:
            require_of(
                owner=one.owner,
                unit=one.point.unit,
                kind=REVIEW,
                subject=one.point,
                due=one.review_on,
                now=now,
            )


def _ask_leaders(before: date, now: datetime) -> None:
    for one in queries.to_judge(before):
        if one.until:
            require(
                kind=JUDGE,
                subject_id=one.point.pk,
                subject_uuid=one.point.uuid,
                unit=one.point.unit,
                role=LEADER.code,
                due=one.until,
                now=now,
            )


# Units whose evidence is asked for in one trip, in a transaction of its own.
TOGETHER = 100


@periodic(EVERY_NIGHT)
def keep_the_maps(now: datetime) -> None:
    """What the data says of every unit, kept where it is another than before.

    Killed in the middle, it is run again: what is kept is not kept twice. The night is noted last.
    """
    on = clock.day(now)
    with scope.acting(scope.SYSTEM):
        units = pictures.units_on(on)
    for some in batched(units, TOGETHER):
        with scope.acting(scope.SYSTEM):
            pictures.keep(list(some), on)
    with scope.acting(scope.SYSTEM):
        Night.objects.bulk_create([Night(on=on, units=len(units))], ignore_conflicts=True)
