"""Revisjonsplaner as they are shown: the guarded door to them."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import AUDITOR
from styrk.auditplan import rules
from styrk.auditplan.models import (
    AuditPlan,
    AuditPlanStep,
    LineCriterion,
    LineUnit,
    PlanApproval,
    PlanLine,
    Recommendation,
    Wish,
)
from styrk.auditplan.states import LineState, Party, State, WishState
from styrk.auditplan.types import PLAN
from styrk.core.asking import Ask
from styrk.core.together import fetch_together
from styrk.duties.models import Duty
from styrk.inspections.models import Audit, Finding
from styrk.inspections.states import FindingState
from styrk.inspections.states import State as AuditState
from styrk.organisation.models import Appointment, Unit
from styrk.organisation.rules import in_force

PAGE = 60


class Voice(NamedTuple):
    """Whom a wish may come from."""

    party: Party
    unit: Unit

    @property
    def key(self) -> str:
        return f"{self.party.value}-{self.unit.uuid}"


class Year(NamedTuple):
    """What became of a plan: of its lines, and what the audits found."""

    planned: int
    begun: int
    reported: int
    findings: int
    unmet: int
    moved: int
    out: int


def plans_for(standing: Standing) -> list[AuditPlan]:
    """Those of the units above one's posts and of one's own, the newest first."""
    held = [p.path for p in standing.posts if Permission.SEE_INSPECTIONS in p.role.permissions]
    line = {int(pk) for path in held for pk in path.split(".") if pk}
    found = AuditPlan.objects.filter(unit__one_of=line).select_related("unit")
    waiting = Count("wishes", filter=Q(wishes__state=WishState.OPEN))
    rows = found.annotate(waiting=waiting).order_by("-year", "unit__path")[:PAGE]
    return [one for one in rows if rules.may_read(standing, one)]


def _lines() -> QuerySet[PlanLine]:
    places = LineUnit.objects.select_related("unit").order_by("unit__path")
    criteria = LineCriterion.objects.select_related("requirement__edition__source").order_by("pk")
    found = PlanLine.objects.order_by("quarter", "pk")
    return found.prefetch_related(Prefetch("places", places), Prefetch("criteria", criteria))


def _wishes() -> QuerySet[Wish]:
    return Wish.objects.select_related("unit", "by", "answered_by", "line").order_by("pk")


def as_it_stands(plan: AuditPlan) -> AuditPlan:
    """The plan with its lines and wishes, for what is frozen."""
    parts = (Prefetch("lines", _lines()), Prefetch("wishes", _wishes()))
    found = AuditPlan.objects.select_related("unit__trust").prefetch_related(*parts)
    return found.get(pk=plan.pk)


def plan(uuid: UUID, standing: Standing) -> AuditPlan | None:
    """One that the person may read, with its lines, wishes and approvals."""
    approved = PlanApproval.objects.select_related("by").order_by("version")
    found = AuditPlan.objects.filter(uuid=uuid).select_related("unit__trust", "begun_by")
    parts = (
        Prefetch("lines", _lines()),
        Prefetch("wishes", _wishes()),
        Prefetch("approvals", approved),
    )
    one = found.prefetch_related(*parts).first()
    return one if one and rules.may_read(standing, one) else None


def recommendations(plan: AuditPlan) -> QuerySet[Recommendation]:
    return Recommendation.objects.filter(plan=plan).select_related("by").order_by("pk")


class Around(NamedTuple):
    """What stands around a plan: what was said of it, what was done with it, and what lines became."""

    recommendations: list[Recommendation]
    steps: list[AuditPlanStep]
    audits: dict[int, Audit]


def around(plan: AuditPlan) -> Around:
    """For those who read all of it, in one trip: audits by the line, as far as they are in sight."""
    told = recommendations(plan)
    steps = AuditPlanStep.objects.filter(plan=plan).select_related("by").order_by("pk")
    audits = _audits(plan)
    fetch_together(told, steps, audits)
    begun = {one.audit_id: one.pk for one in plan.lines.all()}
    return Around(list(told), list(steps), {begun[one.pk]: one for one in audits})


def _audits(plan: AuditPlan) -> QuerySet[Audit]:
    begun = [one.audit_id for one in plan.lines.all() if one.audit_id]
    unmet = [FindingState.OPEN, FindingState.ANSWERED, FindingState.CLAIMED]
    counted = Audit.objects.annotate(
        found=Count("findings"), unmet=Count("findings", filter=Q(findings__state__in=unmet))
    )
    return counted.filter(pk__in=begun).order_by("pk")


def line(uuid: UUID, standing: Standing) -> PlanLine | None:
    """One line, for those who read all of its plan."""
    found = _lines().filter(uuid=uuid).select_related("plan__unit__trust").first()
    return found if found and rules.reads_all(standing, found.plan) else None


def wish(uuid: UUID, standing: Standing) -> Wish | None:
    """One wish, for those who read all of the plan."""
    found = Wish.objects.filter(uuid=uuid)
    one = found.select_related("plan__unit__trust", "unit", "by").first()
    return one if one and rules.reads_all(standing, one.plan) else None


def wishes_seen(plan: AuditPlan, standing: Standing) -> list[Wish]:
    """All of them for those who read the whole plan, else one's own."""
    found: list[Wish] = list(plan.wishes.all())
    for one in found:
        one.plan = plan
    if rules.reads_all(standing, plan):
        return found
    return [one for one in found if rules.speaks_for(standing, one)]


def voices_for(plan: AuditPlan, standing: Standing) -> list[Voice]:
    """Whom one may wish on behalf of, with the units."""
    may = rules.voices(standing, plan)
    units = Unit.objects.in_bulk([unit_id for _party, unit_id in may])
    return [Voice(party, units[unit_id]) for party, unit_id in may]


def locked(uuid: UUID) -> AuditPlan | None:
    """The same row, held until the transaction ends."""
    held = AuditPlan.objects.select_for_update(no_key=True, of=("self",))
    return held.filter(uuid=uuid).first()


def locked_by_line(uuid: UUID) -> AuditPlan | None:
    """The plan is held with its line."""
    held = AuditPlan.objects.select_for_update(no_key=True, of=("self",))
    return held.filter(lines__uuid=uuid).first()


def locked_by_wish(uuid: UUID) -> AuditPlan | None:
    held = AuditPlan.objects.select_for_update(no_key=True, of=("self",))
    return held.filter(wishes__uuid=uuid).first()


def audit_of(line: PlanLine) -> Audit | None:
    """The audit that the line has become, where the person may see it."""
    return Audit.objects.filter(pk=line.audit_id).first() if line.audit_id else None


def line_behind(audit: Audit, standing: Standing) -> PlanLine | None:
    """The line that has become the audit, for those who read all of its plan."""
    found = PlanLine.objects.filter(audit=audit).select_related("plan__unit").first()
    return found if found and rules.reads_all(standing, found.plan) else None


def lines_with(ids: Collection[int], standing: Standing) -> list[PlanLine]:
    """Of these lines, those whose plan one reads all of, as they stand on the thread."""
    found = PlanLine.objects.filter(pk__one_of=ids).select_related("plan__unit", "audit")
    return [one for one in found.order_by("pk") if rules.reads_all(standing, one.plan)]


def behind_findings(ids: Collection[int], standing: Standing) -> list[tuple[int, PlanLine]]:
    """Each finding of an audit that was planned, with the line it was planned by."""
    links = Finding.objects.filter(pk__one_of=ids).values_list("audit_id", "pk").order_by("pk")
    by_audit: dict[int, list[int]] = {}
    for audit_id, pk in links:
        by_audit.setdefault(audit_id, []).append(pk)
    found = PlanLine.objects.filter(audit__one_of=by_audit).select_related("plan__unit", "audit")
    seen = [one for one in found.order_by("pk") if rules.reads_all(standing, one.plan)]
    return [(pk, one) for one in seen for pk in by_audit[one.audit_id or 0]]


def findings_of(lines: Collection[PlanLine], limit: int) -> list[Finding]:
    """What the audits of the lines have found, as far as it is in sight."""
    audits = [one.audit_id for one in lines if one.audit_id]
    found = Finding.objects.filter(audit__one_of=audits).exclude(state=FindingState.WITHDRAWN)
    rows = found.select_related("unit", "audit__authority").order_by("audit_id", "number")
    return list(rows[:limit])


def wishes_behind(line: PlanLine) -> list[Wish]:
    """The wishes that the line answers."""
    return list(Wish.objects.filter(line=line).select_related("unit").order_by("pk"))


def year_of(plan: AuditPlan, audits: Mapping[int, Audit]) -> Year:
    """What was planned, carried out, found, moved and taken out."""
    lines = list(plan.lines.all())
    done = (AuditState.REPORTED, AuditState.FOLLOWED)
    told = [one for one in audits.values() if one.state in done]
    return Year(
        planned=sum(one.state != LineState.OUT for one in lines),
        begun=sum(one.state == LineState.BEGUN for one in lines),
        reported=len(told),
        findings=sum(getattr(one, "found", 0) for one in told),
        unmet=sum(getattr(one, "unmet", 0) for one in told),
        moved=sum(one.moved_from is not None for one in lines),
        out=sum(one.state == LineState.OUT for one in lines),
    )


def wish_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """Which plan the wishes are for: what they say is for those who open it."""
    found = AuditPlan.objects.filter(uuid__in=uuids).select_related("unit")
    return {one.uuid: str(one) for one in found}


def unit_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    return dict(Unit.objects.filter(uuid__in=uuids).values_list("uuid", "name"))


def line_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """Lines of plans that a board has approved."""
    found = PlanLine.objects.filter(uuid__in=uuids, plan__version__gte=1)
    return dict(found.values_list("uuid", "title"))


def units_to_plan(year: int, on: date) -> list[Unit]:
    """Where audits are planned, with no approved plan of the year, and nobody asked for it yet."""
    auditors = Appointment.objects.filter(in_force(on), role=AUDITOR.code, unit=OuterRef("pk"))
    before = AuditPlan.objects.filter(unit=OuterRef("pk"), year__lt=year)
    has = AuditPlan.objects.filter(unit=OuterRef("pk"), year=year, version__gte=1)
    asked = Duty.objects.filter(kind=PLAN, subject_id=OuterRef("pk"), settled_at__isnull=True)
    found = Unit.objects.filter(in_force(on), Exists(auditors) | Exists(before))
    return list(found.filter(~Exists(has), ~Exists(asked)).order_by("pk"))


def lines_not_begun(year: int, quarter: int, kind: str) -> list[PlanLine]:
    """Lines of approved plans whose quarter is over, that nobody has begun or been asked to begin."""
    over = Q(plan__year__lt=year) | Q(plan__year=year, quarter__lt=quarter)
    asked = Duty.objects.filter(kind=kind, subject_id=OuterRef("pk"), settled_at__isnull=True)
    waiting = PlanLine.objects.filter(over, ~Exists(asked), state=LineState.PLANNED)
    found = waiting.filter(plan__state__in=[State.APPROVED, State.REVISING])
    return list(found.select_related("plan__unit__trust", "plan__begun_by").order_by("pk"))


class Standings(NamedTuple):
    """Of the plans a unit stands under: the newest approved year, and the lines of this year's."""

    plans: int
    approved: int
    lines: int
    over: int
    begun: int


def standings(path: str, on: date) -> Ask[Standings]:
    """How the plans that cover a unit stand: numbers alone, no text."""
    sql = """
        WITH p AS (
            SELECT p.* FROM auditplan_auditplan p JOIN organisation_unit u ON u.id = p.unit_id
            WHERE starts_with(%(path)s, u.path)),
        l AS (
            SELECT l.* FROM auditplan_planline l JOIN p ON p.id = l.plan_id
            WHERE p.year = %(year)s AND p.version > 0 AND l.state <> 'out')
        SELECT (SELECT count(*) FROM p), (SELECT count(*) FROM p WHERE year = %(year)s AND version > 0),
            count(*), count(*) FILTER (WHERE quarter < %(quarter)s),
            count(*) FILTER (WHERE quarter < %(quarter)s AND state = 'begun'
                AND NOT auditplan_came_to_nothing(audit_id))
        FROM l
    """
    facts = {"path": path, "year": on.year, "quarter": (on.month + 2) // 3}
    return Ask(sql, facts, Standings)
