"""«Dette virker ikke», said of an action, and the answer."""

from datetime import datetime

from styrk.actions import objecting
from styrk.actions.models import Action, Objection
from styrk.actions.objecting import About
from styrk.actions.record import step, tell
from styrk.actions.states import MOVES
from styrk.core import states
from styrk.organisation.models import Person
from styrk.trail.commands import command


@command
def object_to_action(*, action: Action, text: str, by: Person, now: datetime) -> Objection:
    """Say that the action does not work. Its owner is to answer.

    Raises ReasonMissing without a text, and NotNow of one that goes no further.
    """
    states.move(MOVES, action.state, "object")
    objection = objecting.object_to(_about(action), text, by, now)
    said = f"Sa at noe ikke virker, om tiltaket «{action.title}»"
    step(action, "object", by, now, text=said, note=text)
    return objection


@command
def answer_objection(
    *, action: Action, objection: Objection, answer: str, by: Person, now: datetime
) -> None:
    """Answer with reasons. Whoever said it hears of it. Raises Answered, or ReasonMissing."""
    objecting.answer(objection, _about(action), answer, by, now)
    step(action, "answer", by, now, text="Svarte den som sa at noe ikke virker", note=answer)


def _about(action: Action) -> About:
    return About(
        "action", action.uuid, action.title, action.unit, action.owner, action, tell, action
    )
