"""Giving an action to another owner."""

from datetime import datetime

from django.utils.translation import gettext as _

from styrk.access.commands import LOOK_BACK, grant_to_person
from styrk.actions.models import Action
from styrk.actions.objecting import hand_over
from styrk.actions.queries import kept_from
from styrk.actions.record import lay_next_duty, step, tell
from styrk.actions.refusals import OwnerIsRecused, SameOwner, need
from styrk.actions.states import MOVES
from styrk.core import guard, states
from styrk.organisation.models import Person
from styrk.trail.commands import command


@command
def hand_over_action(*, action: Action, to: Person, reason: str, by: Person, now: datetime) -> None:
    """Give the action to another owner, with a reason that is kept. Both hear of it.

    The one who had it may read it for as long as one looks back. Raises ReasonMissing, SameOwner,
    OwnerIsRecused or NotNow.
    """
    guard.refuse_identity(reason)
    states.move(MOVES, action.state, "hand_over")
    need(reason)
    if to in kept_from(action):
        raise OwnerIsRecused
    before = action.owner
    if to == before:
        raise SameOwner
    # First, so that the action stays in sight of an owner from elsewhere who hands it over.
    grant_to_person(
        kind="action",
        record_id=action.pk,
        part="action",
        person=before,
        by=by,
        now=now,
        until=now + LOOK_BACK,
        reason="Eide tiltaket",
    )
    action.owner = to
    action.save(update_fields=["owner"])
    lay_next_duty(action, now)
    hand_over(before, to, now, action=action)
    text = f"Ga tiltaket fra {before.name} til {to.name}"
    step(action, "hand_over", by, now, text=text, note=reason, before=before.name, owner=to.name)
    _tell_of_handover(action, before, by, now)


def _tell_of_handover(action: Action, before: Person, by: Person, now: datetime) -> None:
    facts = {"title": action.title, "name": by.name, "owner": action.owner.name}
    tell(
        action.owner,
        action,
        f"owner:{now.isoformat()}",
        lambda: _("Du eier et nytt tiltak: %(title)s") % facts,
        lambda: _("%(name)s har gitt tiltaket videre til deg.") % facts,
        by=by,
        now=now,
    )
    tell(
        before,
        action,
        f"before:{now.isoformat()}",
        lambda: _("Du eier ikke lenger tiltaket: %(title)s") % facts,
        lambda: _("%(name)s har gitt det videre til %(owner)s.") % facts,
        by=by,
        now=now,
    )
