"""«Dette virker ikke»: one who is affected says so, and the owner answers."""

from datetime import datetime

from styrk.actions import objecting
from styrk.actions.models import Action, Objection
from styrk.actions.objecting import About
from styrk.core import states
from styrk.goals.models import Goal
from styrk.goals.record import step, tell
from styrk.goals.refusals import NotTowardsIt, need
from styrk.goals.states import MOVES
from styrk.organisation.models import Person
from styrk.trail.commands import command


@command
def object_to(
    *, goal: Goal, text: str, by: Person, now: datetime, action: Action | None = None
) -> Objection:
    """Say that the goal, or one of its actions, does not work. Whoever owns that is to answer.

    Raises ReasonMissing without a text, and NotTowardsIt for an action that is not the goal's.
    """
    need(text)
    states.move(MOVES, goal.state, "object")
    if action is not None and not goal.actions.filter(action_id=action.pk).exists():
        raise NotTowardsIt
    objection = objecting.object_to(_about(goal, action), text, by, now)
    said = f"Sa at noe ikke virker, om «{action.title if action else goal.title}»"
    step(goal, "object", by, now, text=said, note=text)
    return objection


@command
def answer_objection(
    *, goal: Goal, objection: Objection, answer: str, by: Person, now: datetime
) -> None:
    """Answer with reasons. Whoever said it hears of it. Raises Answered, or ReasonMissing."""
    need(answer)
    objecting.answer(objection, _about(goal, objection.action), answer, by, now)
    step(goal, "answer", by, now, text="Svarte den som sa at noe ikke virker", note=answer)


def _about(goal: Goal, action: Action | None) -> About:
    owner = action.owner if action else goal.owner
    return About("goal", goal.uuid, goal.title, goal.unit, owner, goal, tell, action)
