"""Sending the plan to the board: who recommends it, what the board approves, and why it is changed."""

from datetime import date, datetime

from styrk.access.queries import standing_of
from styrk.auditplan import freezing, rules
from styrk.auditplan.models import AuditPlan, PlanApproval, Recommendation
from styrk.auditplan.queries import as_it_stands
from styrk.auditplan.record import step
from styrk.auditplan.refusals import (
    Empty,
    NoQuarter,
    NotTheirs,
    TooLate,
    WishesOpen,
    WishesWait,
    need,
)
from styrk.auditplan.states import MOVES, Body, LineState, WishState
from styrk.auditplan.types import PLAN, Decided
from styrk.core import clock, guard, states
from styrk.duties.commands import settle
from styrk.organisation.models import Person
from styrk.trail.commands import command


@command
def recommend_plan(
    *, plan: AuditPlan, body: str, held_on: date, words: str, by: Person, now: datetime
) -> None:
    """Note what the revisjonsutvalg or another body says of the plan, before the board has it.

    Raises WordsMissing, NotTheirs, TooLate for a day to come, WishesOpen, WishesWait, Empty, or NoQuarter.
    """
    guard.refuse_identity(words)
    need(words)
    state = states.move(MOVES, plan.state, "recommend")
    standing = standing_of(by, clock.day(now))
    if body not in rules.bodies(standing, plan):
        raise NotTheirs
    if held_on > clock.day(now):
        raise TooLate
    if clock.day(now) < plan.wishes_until:
        raise WishesOpen
    _is_ready(plan)
    behalf = rules.recommends_for(standing, plan, body)
    told = {"body": body, "held_on": held_on, "words": words, "on_behalf": behalf}
    Recommendation.objects.create(plan=plan, version=plan.version + 1, at=now, by=by, **told)
    plan.state = state
    plan.save(update_fields=["state"])
    name = str(Body(body).label)
    step(plan, "recommend", by, now, text=f"{name} anbefalte planen", note=words, body=body)


@command
def approve_plan(*, plan: AuditPlan, decided: Decided, by: Person, now: datetime) -> None:
    """Note that the board approved the plan as it stands: it is frozen with a hash.

    Raises as `recommend_plan`.
    """
    guard.refuse_identity(decided.words, decided.case)
    need(decided.words, decided.case)
    state = states.move(MOVES, plan.state, "approve")
    if decided.held_on > clock.day(now):
        raise TooLate
    _is_ready(plan)
    said = freezing.content(as_it_stands(plan))
    before = plan.approvals.order_by("-version").values_list("digest", flat=True).first() or ""
    plan.version += 1
    approval = PlanApproval.objects.create(
        plan=plan,
        version=plan.version,
        held_on=decided.held_on,
        case=decided.case,
        words=decided.words,
        reason=plan.reason,
        content=said,
        digest=freezing.digest(said, before),
        at=now,
        by=by,
    )
    plan.state, plan.reason = state, ""
    plan.save(update_fields=["state", "version", "reason"])
    settle(kind=PLAN, subject_uuid=plan.unit.uuid, by=by, now=now)
    step(
        plan,
        "approve",
        by,
        now,
        text=f"Førte inn vedtaket av planen i sak {decided.case}",
        case=decided.case,
        digest=approval.digest,
    )


@command
def revise_plan(*, plan: AuditPlan, reason: str, by: Person, now: datetime) -> None:
    """Open an approved plan for change, with why: it goes to the board again. Raises WordsMissing."""
    guard.refuse_identity(reason)
    need(reason)
    plan.state = states.move(MOVES, plan.state, "revise")
    plan.reason = reason
    plan.save(update_fields=["state", "reason"])
    step(plan, "revise", by, now, text="Begynte på en endring av planen", note=reason)


def _is_ready(plan: AuditPlan) -> None:
    if plan.wishes.filter(state=WishState.OPEN).exists():
        raise WishesWait
    lines = plan.lines.exclude(state=LineState.OUT)
    if not lines.exists():
        raise Empty
    if lines.filter(quarter__isnull=True).exists():
        raise NoQuarter
