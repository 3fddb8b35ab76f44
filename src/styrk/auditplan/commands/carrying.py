"""From a line to an audit: what stood in the plan is carried over, and nothing is typed twice."""

from datetime import datetime

from styrk.access.roles import AUDITOR, LEADER
from styrk.auditplan.models import PlanLine
from styrk.auditplan.record import step
from styrk.auditplan.refusals import PeriodBackwards
from styrk.auditplan.states import LINE_MOVES, MOVES, Quarter
from styrk.auditplan.types import BEGIN, PLAN, Visit, approved_by, days_of
from styrk.core import clock, states
from styrk.duties.commands import require, settle
from styrk.inspections.commands import plan_audit
from styrk.inspections.models import Audit
from styrk.inspections.types import Mandate
from styrk.organisation.models import Appointment, Person, Unit
from styrk.organisation.rules import in_force
from styrk.trail.commands import command, record


@command
def begin_line(*, line: PlanLine, visit: Visit, by: Person, now: datetime) -> Audit:
    """Make the audit of a line, with its scope and criteria. Raises PeriodBackwards."""
    states.move(MOVES, line.plan.state, "begin")
    state = states.move(LINE_MOVES, line.state, "begin")
    if visit.ends_on < visit.starts_on:
        raise PeriodBackwards
    audit = plan_audit(mandate=_mandate(line, visit), by=by, now=now)
    line.state, line.audit = state, audit
    line.save(update_fields=["state", "audit"])
    settle(kind=BEGIN, subject_uuid=line.uuid, by=by, now=now)
    step(line.plan, "begin_line", by, now, text=f"Begynte på «{line.title}»", title=line.title)
    return audit


def _mandate(line: PlanLine, visit: Visit) -> Mandate:
    return Mandate(
        unit=line.plan.unit,
        kind=line.kind,
        title=line.title,
        about=line.about,
        leader=visit.leader,
        starts_on=visit.starts_on,
        ends_on=visit.ends_on,
        units=tuple(one.unit for one in line.places.select_related("unit").order_by("pk")),
        criteria=tuple(
            one.requirement for one in line.criteria.select_related("requirement").order_by("pk")
        ),
        criteria_words=line.criteria_words,
    )


@command
def ask_for_plan(*, unit: Unit, year: int, by: Person | None, now: datetime) -> None:
    """Lay it on whoever leads the unit that the plan of the coming year is approved."""
    require(
        kind=PLAN,
        subject_id=unit.pk,
        subject_uuid=unit.uuid,
        unit=unit,
        role=LEADER.code,
        due=approved_by(year),
        now=now,
    )
    record(
        by=by,
        now=now,
        act="auditplan.ask",
        subject="unit",
        subject_id=unit.pk,
        trust_id=unit.legal_id,
        text=f"Ba om revisjonsplanen for {year}",
    )


@command
def ask_for_line(*, line: PlanLine, by: Person | None, now: datetime) -> None:
    """Lay it on the auditors, or on whoever began the plan, to begin a line or say why not."""
    plan = line.plan
    posts = Appointment.objects.filter(
        in_force(clock.day(now)), role=AUDITOR.code, unit_id=plan.unit_id
    )
    audits = posts.exists()
    _first, last = days_of(plan.year, line.quarter or Quarter.FOURTH)
    require(
        kind=BEGIN,
        subject_id=line.pk,
        subject_uuid=line.uuid,
        unit=plan.unit,
        role=AUDITOR.code if audits else "",
        person=None if audits else plan.begun_by,
        due=last,
        now=now,
    )
    record(
        by=by,
        now=now,
        act="auditplan.ask_line",
        subject="auditplan",
        subject_id=plan.pk,
        trust_id=plan.unit.legal_id,
        text=f"Spurte om «{line.title}», der kvartalet er gått",
    )
