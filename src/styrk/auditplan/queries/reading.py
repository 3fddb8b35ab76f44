"""Revisjonsplaner as they are shown: the guarded door to them."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
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
from styrk.core.trips import asks, each
from styrk.inspections.models import Audit, Finding
from styrk.inspections.states import FindingState
from styrk.inspections.states import State as AuditState
from styrk.organisation.models import Unit

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


@asks
def _recommendations(plan_id: int) -> QuerySet[Recommendation]:
    return Recommendation.objects.filter(plan=plan_id).select_related("by").order_by("pk")


@asks
def _steps(plan_id: int) -> QuerySet[AuditPlanStep]:
    return AuditPlanStep.objects.filter(plan=plan_id).select_related("by").order_by("pk")


class Around(NamedTuple):
    """What stands around a plan: what was said of it, what was done with it, and what lines became."""

    recommendations: list[Recommendation]
    steps: list[AuditPlanStep]
    audits: dict[int, Audit]


def around(plan: AuditPlan) -> Around:
    """For those who read all of it, in one trip: audits by the line, as far as they are in sight."""
    begun = {one.audit_id: one.pk for one in plan.lines.all() if one.audit_id}
    told, steps, audits = each(
        partial(_recommendations, plan.pk),
        partial(_steps, plan.pk),
        partial(_audits, list(begun)),
    )
    return Around(told, steps, {begun[one.pk]: one for one in audits})


@asks
def _audits(begun: list[int]) -> QuerySet[Audit]:
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


def before_board(unit: Unit) -> list[AuditPlan]:
    """The plans of the unit that somebody has recommended, and that its board has not approved."""
    return _before_board(unit.pk)


@asks
def _before_board(unit_id: int) -> QuerySet[AuditPlan]:
    told = Recommendation.objects.filter(plan=OuterRef("pk"), version=F("plan__version") + 1)
    ready = Q(state=State.RECOMMENDED) | Q(state=State.REVISING) & Exists(told)
    found = AuditPlan.objects.filter(ready, unit=unit_id).select_related("unit__trust")
    return found.order_by("year", "pk")


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
