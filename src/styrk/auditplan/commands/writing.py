"""Beginning a revisjonsplan and writing its lines."""

from datetime import date, datetime

from styrk.access.roles import LEADER
from styrk.auditplan.models import AuditPlan, LineCriterion, LineUnit, PlanLine
from styrk.auditplan.record import SAID, cover, look_over, put_in, step, written
from styrk.auditplan.refusals import Begun, NotAYear, TooLate, need
from styrk.auditplan.states import LINE_MOVES
from styrk.auditplan.types import BEGIN, PLAN, Scope, approved_by
from styrk.core import clock, guard, states
from styrk.duties.commands import require, settle
from styrk.organisation.models import Person, Unit
from styrk.trail.changes import changed
from styrk.trail.commands import command

# How far ahead one plans.
YEARS = 2


@command
def begin_plan(
    *, unit: Unit, year: int, wishes_until: date, by: Person, now: datetime
) -> AuditPlan:
    """Begin the plan of a year, open for wishes until a day. Raises NotAYear, TooLate or Begun."""
    today = clock.day(now)
    if not today.year <= year <= today.year + YEARS:
        raise NotAYear
    if wishes_until < today:
        raise TooLate
    if AuditPlan.objects.filter(unit=unit, year=year).exists():
        raise Begun
    plan = AuditPlan.objects.create(
        unit=unit, year=year, wishes_until=wishes_until, begun_at=now, begun_by=by
    )
    require(
        kind=PLAN,
        subject_id=unit.pk,
        subject_uuid=unit.uuid,
        unit=unit,
        role=LEADER.code,
        due=max(approved_by(year), today),
        now=now,
    )
    step(plan, "start", by, now, text=f"Begynte på revisjonsplanen for {year}")
    return plan


@command
def add_line(*, plan: AuditPlan, scope: Scope, by: Person, now: datetime) -> PlanLine:
    """Put an audit in the plan. Raises WordsMissing, NoUnits, and IdentityFound."""
    written(plan, "write")
    line = put_in(plan, scope, by, now)
    step(plan, "add_line", by, now, text=f"Tok «{line.title}» inn i planen", title=line.title)
    return line


@command
def change_line(*, line: PlanLine, scope: Scope, by: Person, now: datetime) -> None:
    """Say otherwise what is to be looked at. Raises as `add_line`."""
    written(line.plan, "write")
    states.move(LINE_MOVES, line.state, "change")
    look_over(scope)
    before = {name: getattr(line, name) for name in SAID}
    after = {name: getattr(scope, name) for name in SAID}
    for name in SAID:
        setattr(line, name, after[name])
    line.save(update_fields=list(SAID))
    LineUnit.objects.filter(line=line).delete()
    LineCriterion.objects.filter(line=line).delete()
    cover(line, scope)
    other = changed(before, after)
    text = f"Endret «{line.title}»"
    step(line.plan, "change_line", by, now, text=text, title=line.title, line=line.pk, **other)


@command
def move_line(*, line: PlanLine, quarter: int, reason: str, by: Person, now: datetime) -> None:
    """Move a line of an approved plan to another quarter, with why. Raises WordsMissing."""
    guard.refuse_identity(reason)
    need(reason)
    written(line.plan, "move")
    states.move(LINE_MOVES, line.state, "move")
    line.moved_from = line.moved_from or line.quarter
    line.quarter, line.reason = quarter, reason
    line.save(update_fields=["quarter", "moved_from", "reason"])
    settle(kind=BEGIN, subject_uuid=line.uuid, by=by, now=now)
    text = f"Flyttet «{line.title}»"
    step(line.plan, "move_line", by, now, text=text, note=reason, title=line.title)


@command
def take_out_line(*, line: PlanLine, reason: str, by: Person, now: datetime) -> None:
    """Take a line out of the plan, with why: it stays to be seen. Raises WordsMissing."""
    guard.refuse_identity(reason)
    need(reason)
    written(line.plan, "write")
    line.state = states.move(LINE_MOVES, line.state, "take_out")
    line.reason = reason
    line.save(update_fields=["state", "reason"])
    settle(kind=BEGIN, subject_uuid=line.uuid, by=by, now=now)
    text = f"Tok «{line.title}» ut av planen"
    step(line.plan, "take_out_line", by, now, text=text, note=reason, title=line.title)
