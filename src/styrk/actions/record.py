"""What every act on an action leaves behind: a step, a line in the trail, a duty, a word to the owner."""

from collections.abc import Callable
from datetime import date, datetime

from django.urls import reverse

from styrk.actions.models import Action, ActionStep
from styrk.actions.states import State
from styrk.actions.types import CARRY_OUT, JUDGE
from styrk.core import clock
from styrk.duties.commands import require
from styrk.messages.commands import Letter, send
from styrk.organisation.models import Person
from styrk.organisation.queries import led_by
from styrk.organisation.rules import LEADER
from styrk.trail.commands import record


def step(
    action: Action,
    act: str,
    by: Person,
    now: datetime,
    *,
    text: str,
    note: str = "",
    **detail: str,
) -> None:
    ActionStep.objects.create(action=action, act=act, at=now, by=by, note=note, detail=detail)
    record(
        by=by,
        now=now,
        act=f"action.{act}",
        subject="action",
        subject_id=action.pk,
        trust_id=action.trust_id,
        text=text,
        **({"note": note} if note else {}),
    )


def tell(
    person: Person,
    action: Action,
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
        key=f"action:{action.uuid}:{event}",
        subject=subject,
        text=text,
        path=reverse("actions:action", args=[action.uuid]),
    )
    send([letter], now=now)


def lay_next_duty(action: Action, now: datetime) -> None:
    """What the action asks of its owner in the state it is in."""
    if action.state == State.PLANNED:
        lay_duty(action, CARRY_OUT, action.due, now)
    else:
        lay_duty(action, JUDGE, action.review_on, now)


def lay_duty(action: Action, kind: str, due: date, now: datetime) -> None:
    """On the post where the owner leads the unit, so that a deputy sees it too; else on the owner."""
    post = led_by(action.owner, action.unit, clock.day(now))
    require(
        kind=kind,
        subject_id=action.pk,
        subject_uuid=action.uuid,
        unit=post or action.unit,
        role=LEADER if post else "",
        person=None if post else action.owner,
        due=due,
        now=now,
    )
