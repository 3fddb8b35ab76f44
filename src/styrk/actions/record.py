"""What every act on an action leaves behind: a step, a line in the trail, a duty, a word to the owner."""

from datetime import date, datetime

from styrk.actions.models import Action, ActionStep
from styrk.actions.states import State
from styrk.actions.types import CARRY_OUT, JUDGE
from styrk.duties.commands import require_of
from styrk.messages.commands import Teller
from styrk.organisation.models import Person
from styrk.trail.commands import record

tell = Teller("action", "actions:action").tell


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


def lay_next_duty(action: Action, now: datetime) -> None:
    """What the action asks of its owner in the state it is in."""
    if action.state == State.PLANNED:
        lay_duty(action, CARRY_OUT, action.due, now)
    else:
        lay_duty(action, JUDGE, action.review_on, now)


def lay_duty(action: Action, kind: str, due: date, now: datetime) -> None:
    require_of(owner=action.owner, unit=action.unit, kind=kind, subject=action, due=due, now=now)
