"""What acts on a revisjonsplan have in common: a step and a line in the trail, and writing a line."""

from datetime import datetime

from styrk.auditplan.models import AuditPlan, AuditPlanStep, LineCriterion, LineUnit, PlanLine
from styrk.auditplan.refusals import NoUnits, need
from styrk.auditplan.states import MOVES
from styrk.auditplan.types import Scope
from styrk.core import guard, states
from styrk.messages.commands import Teller
from styrk.organisation.models import Person
from styrk.trail.commands import record

# What is said of a line in words.
SAID = ("kind", "title", "about", "why", "criteria_words", "quarter")

tell = Teller("auditplan", "auditplan:plan").tell


def step(
    plan: AuditPlan,
    act: str,
    by: Person,
    now: datetime,
    *,
    text: str,
    note: str = "",
    **detail: object,
) -> None:
    """`text` is the act in bokmål, in the past tense."""
    AuditPlanStep.objects.create(plan=plan, act=act, at=now, by=by, note=note, detail=detail)
    record(
        by=by,
        now=now,
        act=f"auditplan.{act}",
        subject="auditplan",
        subject_id=plan.pk,
        trust_id=plan.unit.legal_id,
        text=text,
        **({"note": note} if note else {}),
        **detail,
    )


def written(plan: AuditPlan, act: str) -> None:
    """The plan goes where writing in it leads: what was recommended is recommended again."""
    state = states.move(MOVES, plan.state, act)
    if state != plan.state:
        plan.state = state
        plan.save(update_fields=["state"])


def put_in(plan: AuditPlan, scope: Scope, by: Person, now: datetime) -> PlanLine:
    """A new line, as a part of another act."""
    look_over(scope)
    told = {name: getattr(scope, name) for name in SAID}
    line = PlanLine.objects.create(plan=plan, set_at=now, set_by=by, **told)
    cover(line, scope)
    return line


def look_over(scope: Scope) -> None:
    guard.refuse_identity(scope.title, scope.about, scope.why, scope.criteria_words)
    need(scope.title, scope.about, scope.why)
    if not scope.units:
        raise NoUnits


def cover(line: PlanLine, scope: Scope) -> None:
    units = {one.pk: one for one in scope.units}
    LineUnit.objects.bulk_create([LineUnit(line=line, unit=one) for one in units.values()])
    asked = {one.pk: one for one in scope.criteria}
    LineCriterion.objects.bulk_create(
        [LineCriterion(line=line, requirement=one) for one in asked.values()]
    )
