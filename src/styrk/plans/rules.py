"""Who may do what with a plan."""

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.actions.models import Objection
from styrk.core import states
from styrk.organisation.models import Unit
from styrk.organisation.rules import LEADER
from styrk.plans.models import Plan, PlanItem
from styrk.plans.states import ITEM_MOVES, MOVES, State


def may_plan(standing: Standing, unit_id: int) -> bool:
    """Whoever answers for the unit: its own line and advisers."""
    return standing.allows(Permission.ANSWER_REQUIREMENTS, unit_id)


def approving_unit(standing: Standing, unit: Unit) -> int | None:
    """The unit by whose leadership this person may approve: the one planned for, or one above it.

    The lowest that the person leads or is deputy for, in the same trust; None without authority.
    """
    led = {post.unit_id for post in standing.posts if post.role.code == LEADER}
    line = [int(pk) for pk in unit.path.split(".") if pk]
    within = line[line.index(unit.legal_id) :] if unit.legal_id in line else line
    return next((pk for pk in reversed(within) if pk in led), None)


def is_for(standing: Standing, plan: Plan, act: str) -> bool:
    """Whether the act is for this person to do, whatever state the plan is in."""
    if act == "approve":
        return approving_unit(standing, plan.unit) is not None
    return may_plan(standing, plan.unit_id)


def may(standing: Standing, plan: Plan, act: str) -> bool:
    return states.may(MOVES, plan.state, act) and is_for(standing, plan, act)


def is_unheard_revision(plan: Plan) -> bool:
    """Whether nobody is heard of it yet, and somebody was of the year's first version."""
    return plan.state == State.DRAFT and plan.follows_id is not None


def may_object(standing: Standing, item: PlanItem) -> bool:
    """Everyone in the trust is affected by its plans; those who write this one may change it."""
    plan = item.plan
    return plan.trust_id in standing.trusts and not may_plan(standing, plan.unit_id)


def may_answer(standing: Standing, objection: Objection) -> bool:
    """Whoever was asked, and those who answer for the unit."""
    return objection.asked_id == standing.person_id or may_plan(standing, objection.unit_id)


def fits_item(plan: Plan, item: PlanItem, act: str) -> bool:
    """Whether the act fits the item, and its plan is still being written."""
    return plan.state != State.APPROVED and states.may(ITEM_MOVES, item.state, act)
