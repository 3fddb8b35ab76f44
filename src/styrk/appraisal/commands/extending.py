"""Deciding which units hold their own review besides the top."""

from datetime import datetime

from styrk.appraisal import rules
from styrk.appraisal.models import Extension
from styrk.appraisal.queries import asked_for, extended_to, levels_of, units_called
from styrk.appraisal.refusals import NobodyHolds, NotTop, NotYet, need
from styrk.appraisal.types import HOLD_OWN, OVERDUE_OWN, Extending
from styrk.core import clock, guard
from styrk.duties.commands import settle
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command, record


@command
def extend_appraisals(*, unit: Unit, extending: Extending, by: Person, now: datetime) -> Extension:
    """Decide that units on some levels, or named ones, hold their own too; with none, only the top.

    Raises NotTop, ReasonMissing, NotYet or NobodyHolds.
    """
    guard.refuse_identity(extending.reason)
    need(extending.reason)
    today = clock.day(now)
    if not rules.is_top(unit):
        raise NotTop
    if extending.decided_on > today:
        raise NotYet
    called = units_called(unit, extending.codes, today)
    known = {level for level, _units in levels_of(unit, today)}
    if not set(extending.levels) <= known or not all(called.values()):
        raise NobodyHolds
    made = Extension.objects.create(
        unit=unit,
        levels=list(extending.levels),
        codes=[called[code][0].code for code in extending.codes],
        reason=extending.reason,
        decided_on=extending.decided_on,
        at=now,
        by=by,
    )
    _let_go(unit, made, by, now)
    record(
        by=by,
        now=now,
        act="appraisal.extend",
        subject="appraisal_extension",
        subject_id=made.pk,
        trust_id=unit.legal_id,
        text="Bestemte hvilke enheter som holder sin egen ledelsens gjennomgang",
        levels=made.levels,
        codes=made.codes,
        note=made.reason,
    )
    return made


def _let_go(unit: Unit, made: Extension, by: Person, now: datetime) -> None:
    """What waits at units that no longer hold their own waits for nobody."""
    still = {one.uuid for one in extended_to([made], clock.day(now))}
    inside = set(Unit.objects.filter(trust=unit).values_list("uuid", flat=True))
    for kind in (HOLD_OWN, OVERDUE_OWN):
        for uuid in asked_for(kind):
            if uuid in inside and uuid not in still:
                settle(kind=kind, subject_uuid=uuid, by=by, now=now)
