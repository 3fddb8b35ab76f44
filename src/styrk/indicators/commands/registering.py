"""Registering what is known of one unit: the values, and with them what waited for them."""

from collections.abc import Sequence
from datetime import datetime

from styrk.core import clock
from styrk.core.scope import Units
from styrk.duties.commands import settle
from styrk.indicators.commands.recording import record_values
from styrk.indicators.queries.missing import lacking
from styrk.indicators.types import REPORT, Recorded, Value
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command


@command
def register_values(
    *, unit: Unit, values: Sequence[Value], by: Person, now: datetime, within: Units
) -> Recorded:
    """Record values of a unit; where none is lacking any more, nobody waits for them. Raises as `record_values`."""
    told = record_values(values=values, by=by, now=now, within=within)
    if not lacking(clock.day(now), [unit]):
        settle(kind=REPORT, subject_uuid=unit.uuid, by=by, now=now)
    return told
