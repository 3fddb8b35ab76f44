"""Hearing those concerned, approving with authority, and revising: the approved version stands."""

from datetime import datetime

from styrk.access.queries import standing_of
from styrk.core import clock, guard, states
from styrk.organisation.models import Person
from styrk.plans import freezing, rules
from styrk.plans.models import Ground, Hearing, Plan, PlanItem
from styrk.plans.queries.reading import grounds_of, hearings_of, items_of
from styrk.plans.record import step
from styrk.plans.refusals import (
    DayPassed,
    Empty,
    NoAuthority,
    NotHeard,
    NotNewest,
    Undecided,
    Unfunded,
    need,
)
from styrk.plans.states import MOVES, ItemState, State
from styrk.plans.types import Heard
from styrk.trail.commands import command

COPIED = ("position", "state", "title", "note", "cost", "funding", "reason", "deferred_until")
BUILT_ON = ("source", "what", "showed", "noted_at", "noted_by_id")
POINTED_AT = ("goal_id", "placement_id", "action_id", "above_id", "before_id")


@command
def note_hearing(*, plan: Plan, heard: Heard, by: Person, now: datetime) -> Hearing:
    """Note who was heard, when, what they said and what came of it.

    Raises ReasonMissing without words, and DayPassed for a day that has not come.
    """
    guard.refuse_identity(heard.who, heard.said, heard.outcome)
    need(heard.who, heard.said, heard.outcome)
    if heard.held_on > clock.day(now):
        raise DayPassed
    plan.state = states.move(MOVES, plan.state, "hear")
    plan.save(update_fields=["state"])
    hearing = Hearing.objects.create(
        plan=plan,
        party=heard.party,
        who=heard.who,
        held_on=heard.held_on,
        said=heard.said,
        outcome=heard.outcome,
        noted_at=now,
        noted_by=by,
    )
    step(plan, "hear", by, now, text=f"Hørte {heard.who} om planen", note=heard.outcome)
    return hearing


@command
def approve_plan(
    *, plan: Plan, by: Person, now: datetime, decision: str = "", unheard: str = ""
) -> None:
    """Approve the version: it is frozen with a hash, and stands as it is.

    `unheard` is why nobody was heard of a revision. Raises NoAuthority, NotHeard, ReasonMissing (of a
    revision), Undecided, Empty or Unfunded.
    """
    guard.refuse_identity(decision, unheard)
    state = states.move(MOVES, plan.state, "approve")
    unit_id = rules.approving_unit(standing_of(by, clock.day(now)), plan.unit)
    if unit_id is None:
        raise NoAuthority
    unheard = _look_over_hearing(plan, unheard)
    items = items_of(plan)
    _look_over(items)
    plan.content = freezing.content(plan, items, hearings_of(plan), grounds_of(plan), unheard)
    plan.digest = freezing.digest(plan.content, plan.follows)
    plan.state, plan.decision = state, decision
    plan.approved_at, plan.approved_by, plan.approved_as_id = now, by, unit_id
    plan.save()
    text = f"Vedtok virksomhetsplanen for {plan.year}, versjon {plan.version}"
    step(plan, "approve", by, now, text=text, note=decision, digest=plan.digest)


def _look_over_hearing(plan: Plan, unheard: str) -> str:
    """Somebody is heard of the year's first version; of a revision, or it says why not (given)."""
    if rules.is_unheard_revision(plan):
        need(unheard)
        return unheard
    if plan.state == State.DRAFT:
        raise NotHeard
    return ""


def _look_over(items: list[PlanItem]) -> None:
    if any(item.state == ItemState.PROPOSED for item in items):
        raise Undecided
    standing = [item for item in items if item.state == ItemState.IN_PLAN]
    if not standing:
        raise Empty
    if any(item.cost and not item.funding.strip() for item in standing):
        raise Unfunded


@command
def revise_plan(*, plan: Plan, reason: str, by: Person, now: datetime) -> Plan:
    """Begin a new version from the one that stands, with the reason why. Raises NotNewest."""
    guard.refuse_identity(reason)
    need(reason)
    states.move(MOVES, plan.state, "revise")
    if Plan.objects.filter(follows=plan).exists():
        raise NotNewest
    new = Plan.objects.create(
        unit=plan.unit,
        trust_id=plan.trust_id,
        year=plan.year,
        version=plan.version + 1,
        follows=plan,
        begun_at=now,
        begun_by=by,
    )
    PlanItem.objects.bulk_create(
        PlanItem(plan=new, **{name: getattr(item, name) for name in (*COPIED, *POINTED_AT)})
        for item in plan.items.all()
    )
    Ground.objects.bulk_create(
        Ground(plan=new, **{name: getattr(one, name) for name in BUILT_ON})
        for one in grounds_of(plan)
    )
    text = f"Begynte på versjon {new.version} av planen for {new.year}"
    step(new, "revise", by, now, text=text, note=reason)
    return new
