"""The night's sweeps: what is to be looked at again, and judged again."""

from datetime import date, datetime

from styrk.access.roles import LEADER
from styrk.compliance import queries
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
