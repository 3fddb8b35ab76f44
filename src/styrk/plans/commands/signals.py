"""Saying how it goes with an action that has been quiet for a while."""

from datetime import datetime

from styrk.actions.models import Action
from styrk.actions.record import step
from styrk.actions.states import State
from styrk.core import guard
from styrk.duties.commands import settle
from styrk.organisation.models import Person
from styrk.plans.refusals import NotWaiting, need
from styrk.plans.types import QUIET
from styrk.trail.commands import command


@command
def tell_progress(*, action: Action, text: str, by: Person, now: datetime) -> None:
    """A step in the action's own history. Raises ReasonMissing, or NotWaiting where it is done."""
    guard.refuse_identity(text)
    need(text)
    if action.state != State.PLANNED:
        raise NotWaiting
    settle(kind=QUIET, subject_uuid=action.uuid, by=by, now=now)
    step(action, "tell", by, now, text="Fortalte hvordan det går med tiltaket", note=text)
