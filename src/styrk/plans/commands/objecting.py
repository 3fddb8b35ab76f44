"""«Dette virker ikke», said of a priority in a plan, and the answer."""

from datetime import datetime

from styrk.actions import objecting
from styrk.actions.models import Objection
from styrk.actions.objecting import About
from styrk.core import clock, states
from styrk.messages.commands import Teller
from styrk.organisation.models import Person
from styrk.organisation.queries import holder_of
from styrk.organisation.rules import LEADER
from styrk.plans.models import PlanItem
from styrk.plans.record import step
from styrk.plans.states import ITEM_MOVES
from styrk.plans.types import PRIORITY
from styrk.trail.commands import command

tell = Teller("plan", "plans:version").tell


@command
def object_to_item(*, item: PlanItem, text: str, by: Person, now: datetime) -> Objection:
    """Say that the priority does not work. Whoever owns it, or leads the unit, is to answer.

    Raises ReasonMissing without a text, and NotNow of one that was taken out.
    """
    states.move(ITEM_MOVES, item.state, "object")
    objection = objecting.object_to(_about(item, now), text, by, now)
    step(item.plan, "object", by, now, text=f"Sa at noe ikke virker, om «{item}»", note=text)
    return objection


@command
def answer_objection(
    *, item: PlanItem, objection: Objection, answer: str, by: Person, now: datetime
) -> None:
    """Answer with reasons. Whoever said it hears of it. Raises Answered, or ReasonMissing."""
    objecting.answer(objection, _about(item, now), answer, by, now)
    step(item.plan, "answer", by, now, text="Svarte den som sa at noe ikke virker", note=answer)


def _about(item: PlanItem, now: datetime) -> About:
    return About(PRIORITY, item.uuid, str(item), item.plan.unit, _owner(item, now), item.plan, tell)


def _owner(item: PlanItem, now: datetime) -> Person:
    """Who owns what it is about; else the leader of the unit, or whoever began the plan."""
    for subject in (item.goal, item.placement, item.action):
        if subject and subject.owner:
            return subject.owner
    leaders = holder_of(item.plan.unit, LEADER, clock.day(now))
    return leaders[0] if leaders else item.plan.begun_by
