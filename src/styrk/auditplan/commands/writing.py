"""Beginning a revisjonsplan and writing its lines."""

from datetime import date, datetime

from styrk.access.roles import LEADER
from styrk.auditplan.models import AuditPlan, LineCriterion, LineUnit, PlanLine
from styrk.auditplan.record import step
from styrk.auditplan.refusals import Begun, NotAYear, NoUnits, TooLate, need
from styrk.auditplan.states import LINE_MOVES, MOVES
from styrk.auditplan.types import BEGIN, PLAN, Scope, approved_by
from styrk.core import clock, guard, states
from styrk.duties.commands import require, settle
from styrk.organisation.models import Person, Unit
from styrk.trail.changes import changed
from styrk.trail.commands import command

# How far ahead one plans.
YEARS = 2
SAID = ("kind", "title", "about", "why", "criteria_words", "quarter")


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
    _look_over(scope)
    before = {name: getattr(line, name) for name in SAID}
    after = {name: getattr(scope, name) for name in SAID}
    for name in SAID:
        setattr(line, name, after[name])
    line.save(update_fields=list(SAID))
    LineUnit.objects.filter(line=line).delete()
    LineCriterion.objects.filter(line=line).delete()
    _cover(line, scope)
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


def written(plan: AuditPlan, act: str) -> None:
    """The plan goes where writing in it leads: what was recommended is recommended again."""
    state = states.move(MOVES, plan.state, act)
    if state != plan.state:
        plan.state = state
        plan.save(update_fields=["state"])


def put_in(plan: AuditPlan, scope: Scope, by: Person, now: datetime) -> PlanLine:
    """A new line, as a part of another act."""
    _look_over(scope)
    told = {name: getattr(scope, name) for name in SAID}
    line = PlanLine.objects.create(plan=plan, set_at=now, set_by=by, **told)
    _cover(line, scope)
    return line


def _look_over(scope: Scope) -> None:
    guard.refuse_identity(scope.title, scope.about, scope.why, scope.criteria_words)
    need(scope.title, scope.about, scope.why)
    if not scope.units:
        raise NoUnits


def _cover(line: PlanLine, scope: Scope) -> None:
    units = {one.pk: one for one in scope.units}
    LineUnit.objects.bulk_create([LineUnit(line=line, unit=one) for one in units.values()])
    asked = {one.pk: one for one in scope.criteria}
    LineCriterion.objects.bulk_create(
        [LineCriterion(line=line, requirement=one) for one in asked.values()]
    )
