"""What every act on a plan leaves behind: a step and a line in the trail."""

from datetime import datetime

from styrk.core import states
from styrk.organisation.models import Person
from styrk.plans.models import Plan, PlanItem, PlanStep
from styrk.plans.states import ITEM_MOVES, MOVES
from styrk.trail.commands import record


def step(
    plan: Plan, act: str, by: Person, now: datetime, *, text: str, note: str = "", **detail: object
) -> None:
    """`text` is the act in bokmål, in the past tense."""
    PlanStep.objects.create(plan=plan, act=act, at=now, by=by, note=note, detail=detail)
    record(
        by=by,
        now=now,
        act=f"plan.{act}",
        subject="plan",
        subject_id=plan.pk,
        trust_id=plan.trust_id,
        text=text,
        **({"note": note} if note else {}),
        **detail,
    )


def moved(item: PlanItem, act: str) -> str:
    """The item's state after the act. Raises NotNow where the plan is not being written."""
    states.move(MOVES, item.plan.state, "write")
    return states.move(ITEM_MOVES, item.state, act)
