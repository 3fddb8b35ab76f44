"""What every act on a goal leaves behind: a step, a line in the trail, a word to whom it concerns."""

from collections.abc import Callable
from datetime import datetime

from django.urls import reverse

from styrk.core import clock
from styrk.duties.commands import require
from styrk.goals.models import Goal, GoalStep, Objection
from styrk.goals.types import ANSWER, DAYS_TO_ANSWER
from styrk.messages.commands import Letter, send
from styrk.organisation.models import Person
from styrk.organisation.queries import led_by
from styrk.organisation.rules import LEADER
from styrk.trail.commands import record


def step(
    goal: Goal, act: str, by: Person, now: datetime, *, text: str, note: str = "", **detail: str
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


def tell(
    person: Person,
    goal: Goal,
    event: str,
    subject: Callable[[], str],
    text: Callable[[], str],
    *,
    by: Person,
    now: datetime,
) -> None:
    """What another has done hears one of at once; `event` makes the message of it exactly one."""
    if person == by:
        return
    letter = Letter(
        recipient=person,
        key=f"goal:{goal.uuid}:{event}:{person.pk}",
        subject=subject,
        text=text,
        path=reverse("goals:goal", args=[goal.uuid]),
    )
    send([letter], now=now)


def ask_for_answer(objection: Objection, now: datetime) -> None:
    """On the post where the one who is asked leads the unit, so that a deputy sees it too."""
    goal = objection.goal
    post = led_by(objection.asked, goal.unit, clock.day(now))
    require(
        kind=ANSWER,
        subject_id=objection.pk,
        subject_uuid=objection.uuid,
        unit=post or goal.unit,
        role=LEADER if post else "",
        person=None if post else objection.asked,
        due=clock.after(now, days=DAYS_TO_ANSWER),
        now=now,
    )
