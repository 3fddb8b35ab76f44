"""Shifts to come that nobody has: whoever leads the unit is asked some days before."""

from datetime import datetime, timedelta

from styrk.access.roles import LEADER
from styrk.core import clock
from styrk.duties.commands import require, settle
from styrk.serious import queries
from styrk.serious.models import Rota
from styrk.serious.shifts import WEEK, Slot, holder, monday_of, slots
from styrk.serious.types import GAP

# So far ahead is looked, and so early is it still possible to find somebody.
AHEAD = timedelta(days=4)


def first_gap(rota: Rota, now: datetime) -> Slot | None:
    """The first shift within some days that nobody has."""
    monday, until = monday_of(clock.day(now)), now + AHEAD
    shifts = queries.shifts([rota], now, until)
    weeks = (*slots(monday, rota.changes), *slots(monday + WEEK, rota.changes))
    near = (one for one in weeks if one[1] > now and one[0] < until)
    return next((one for one in near if holder(shifts, one[0]) is None), None)


def ask_for_gap(rota: Rota, now: datetime) -> None:
    """Ask the leader to fill the first gap, or ask no more where there is none."""
    gap = first_gap(rota, now)
    if gap is None:
        settle(kind=GAP, subject_uuid=rota.uuid, by=None, now=now)
        return
    require(
        kind=GAP,
        subject_id=rota.pk,
        subject_uuid=rota.uuid,
        unit=rota.unit,
        role=LEADER.code,
        due=clock.day(max(gap[0], now)),
        now=now,
    )
