"""«Dette virker ikke»: one who is affected says so, and the owner answers."""

from datetime import datetime

from django.utils.translation import gettext as _

from styrk.actions.models import Action
from styrk.core import guard, states
from styrk.duties.commands import settle
from styrk.goals.models import Goal, Objection
from styrk.goals.record import ask_for_answer, step, tell
from styrk.goals.refusals import Answered, NotTowardsIt, need
from styrk.goals.states import MOVES
from styrk.goals.types import ANSWER
from styrk.organisation.models import Person
from styrk.trail.commands import command


@command
def object_to(
    *, goal: Goal, text: str, by: Person, now: datetime, action: Action | None = None
) -> Objection:
    """Say that the goal, or one of its actions, does not work. Whoever owns that is to answer.

    Raises ReasonMissing without a text, and NotTowardsIt for an action that is not the goal's.
    """
    guard.refuse_identity(text)
    need(text)
    states.move(MOVES, goal.state, "object")
    if action is not None and not goal.actions.filter(action_id=action.pk).exists():
        raise NotTowardsIt
    asked = action.owner if action else goal.owner
    objection = Objection.objects.create(
        goal=goal, action=action, text=text, asked=asked, said_at=now, said_by=by
    )
    ask_for_answer(objection, now)
    said = f"Sa at noe ikke virker, om «{action.title if action else goal.title}»"
    step(goal, "object", by, now, text=said, note=text)
    tell(
        asked,
        goal,
        f"objection:{objection.pk}",
        lambda: _("Noe virker ikke: %(title)s") % {"title": goal.title},
        lambda: _("%(name)s sier fra, og venter på svar fra deg.") % {"name": by.name},
        by=by,
        now=now,
    )
    return objection


@command
def answer_objection(*, objection: Objection, answer: str, by: Person, now: datetime) -> None:
    """Answer with reasons. Whoever said it hears of it. Raises Answered, or ReasonMissing."""
    guard.refuse_identity(answer)
    need(answer)
    if objection.answered_at is not None:
        raise Answered
    objection.answer, objection.answered_at, objection.answered_by = answer, now, by
    objection.save(update_fields=["answer", "answered_at", "answered_by"])
    settle(kind=ANSWER, subject_uuid=objection.uuid, by=by, now=now)
    goal = objection.goal
    step(goal, "answer", by, now, text="Svarte den som sa at noe ikke virker", note=answer)
    tell(
        objection.said_by,
        goal,
        f"answer:{objection.pk}",
        lambda: _("Du har fått svar: %(title)s") % {"title": goal.title},
        lambda: _("%(name)s har svart på det du sa ikke virker.") % {"name": by.name},
        by=by,
        now=now,
    )
