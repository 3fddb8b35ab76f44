"""What every act on a goal leaves behind: a step, a line in the trail, a word to whom it concerns."""

from datetime import datetime

from styrk.goals.models import Goal, GoalStep
from styrk.messages.commands import Teller
from styrk.organisation.models import Person
from styrk.trail.commands import record

tell = Teller("goal", "goals:goal").tell


def step(
    goal: Goal, act: str, by: Person, now: datetime, *, text: str, note: str = "", **detail: object
) -> None:
    """`text` is the act in bokmål, in the past tense."""
    GoalStep.objects.create(goal=goal, act=act, at=now, by=by, note=note, detail=detail)
    record(
        by=by,
        now=now,
        act=f"goal.{act}",
        subject="goal",
        subject_id=goal.pk,
        trust_id=goal.trust_id,
        text=text,
        **({"note": note} if note else {}),
        **detail,
    )
