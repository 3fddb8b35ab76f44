"""What the unit answers: this is what it means here, or it does not apply; and what it does about it."""

from datetime import datetime

from django.utils.translation import gettext as _

from styrk.actions.commands import raise_action
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.core import guard, states
from styrk.duties.commands import settle
from styrk.organisation.models import Person
from styrk.requirements.commands.ending import stop_asking
from styrk.requirements.commands.refusals import MeaningMissing, ReasonMissing
from styrk.requirements.commands.telling import Said, tell_placer
from styrk.requirements.models import Placement, PlacementAction
from styrk.requirements.record import step
from styrk.requirements.states import MOVES, State
from styrk.requirements.types import ANSWER, Meaning
from styrk.trail.commands import command


@command
def accept_requirement(
    *, placement: Placement, meaning: Meaning, by: Person, now: datetime
) -> None:
    """Take the requirement on, and say what it means here. Said again, it is made more concrete.

    Raises MeaningMissing, and IdentityFound where a text identifies a person.
    """
    guard.refuse_identity(meaning.meaning, meaning.sign)
    if not meaning.meaning.strip():
        raise MeaningMissing
    declined = placement.state == State.NOT_APPLICABLE
    placement.state = states.move(MOVES, placement.state, "accept")
    placement.meaning, placement.sign = meaning.meaning, meaning.sign
    placement.owner, placement.due = meaning.owner, meaning.due
    placement.reason = ""
    _answered(placement, by, now)
    step(
        placement,
        "accept",
        by,
        now,
        text=f"Tok imot kravet {placement.requirement} og gjorde det konkret",
        meaning=meaning.meaning,
        sign=meaning.sign,
        owner=meaning.owner.name,
        due=meaning.due.isoformat() if meaning.due else "",
    )
    if declined:
        tell_placer(placement, "accept", _accepted(placement), lambda: meaning.meaning, by, now)


@command
def decline_requirement(*, placement: Placement, reason: str, by: Person, now: datetime) -> None:
    """Answer that the requirement does not apply here, and why."""
    guard.refuse_identity(reason)
    if not reason.strip():
        raise ReasonMissing
    placement.state = states.move(MOVES, placement.state, "decline")
    placement.reason = reason
    stop_asking(placement, by, now)
    _answered(placement, by, now)
    step(
        placement,
        "decline",
        by,
        now,
        text=f"Svarte at kravet {placement.requirement} ikke gjelder her",
        note=reason,
    )
    tell_placer(placement, "decline", _declined(placement), lambda: reason, by, now)


def _accepted(placement: Placement) -> Said:
    return lambda: (
        _("%(unit)s har tatt imot kravet likevel: %(title)s")
        % {"unit": placement.unit.name, "title": placement.requirement}
    )


def _declined(placement: Placement) -> Said:
    return lambda: (
        _("%(unit)s svarer at kravet ikke gjelder der: %(title)s")
        % {"unit": placement.unit.name, "title": placement.requirement}
    )


@command
def act_on_requirement(*, placement: Placement, plan: Plan, by: Person, now: datetime) -> Action:
    """Decide an action because of the requirement; it goes into the one register of actions."""
    states.move(MOVES, placement.state, "add_action")
    action = raise_action(plan=plan, origin="requirement", by=by, now=now)
    PlacementAction.objects.create(placement=placement, action=action)
    step(placement, "add_action", by, now, text=f"Besluttet tiltaket «{action.title}»")
    return action


def _answered(placement: Placement, by: Person, now: datetime) -> None:
    placement.answered_at, placement.answered_by = now, by
    placement.save(
        update_fields=[
            "state",
            "meaning",
            "sign",
            "owner",
            "due",
            "reason",
            "answered_at",
            "answered_by",
        ]
    )
    settle(kind=ANSWER, subject_uuid=placement.uuid, by=by, now=now)
