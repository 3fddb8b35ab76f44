"""Deciding what is to be better, and concluding when it is known whether it helped."""

from datetime import datetime

from django.utils.translation import gettext as _

from styrk.access.commands import LOOK_BACK, end_grants
from styrk.actions.commands import raise_action
from styrk.actions.models import Action
from styrk.actions.states import State as ActionState
from styrk.actions.types import Plan
from styrk.core import guard, states
from styrk.duties.commands import settle
from styrk.incidents.models import Incident, IncidentAction
from styrk.incidents.record import step, tell_reporter
from styrk.incidents.responsible import lay_examination
from styrk.incidents.states import MOVES, State
from styrk.incidents.types import EXAMINE, STATEMENT, STATEMENT_PART
from styrk.organisation.models import Person
from styrk.trail.commands import command

OPEN = [ActionState.PLANNED, ActionState.DONE]


class NothingDecided(ValueError):
    """Improving needs at least one action; without any, one concludes with a reason."""


class EffectUnknown(ValueError):
    """Some action's effect is not judged yet."""


@command
def add_action(*, incident: Incident, plan: Plan, by: Person, now: datetime) -> Action:
    """Decide an action because of this incident; it goes into the one register of actions."""
    states.move(MOVES, incident.state, "add_action")
    action = raise_action(plan=plan, origin="incident", by=by, now=now)
    link_action(incident, action)
    step(
        incident,
        "add_action",
        by,
        now,
        text=f"Besluttet tiltaket «{action.title}»",
        title=action.title,
    )
    return action


@command
def decide_improvement(*, incident: Incident, decision: str, by: Person, now: datetime) -> None:
    """Say to the one who reported what was decided. From here the actions' effect is followed."""
    guard.refuse_identity(decision)
    if not incident.actions.filter(told__in=OPEN).exists():
        raise NothingDecided
    incident.state = states.move(MOVES, incident.state, "decide")
    incident.save(update_fields=["state"])
    settle(kind=EXAMINE, subject_uuid=incident.uuid, by=by, now=now)
    step(
        incident,
        "decide",
        by,
        now,
        text="Bestemte hva som skal bli bedre",
        note=decision,
        for_reporter=True,
    )
    tell_reporter(
        incident,
        f"decide:{now.isoformat()}",
        lambda: _("Dette er bestemt: %(decision)s") % {"decision": decision},
        now=now,
    )


@command
def conclude_incident(
    *, incident: Incident, learned: str, by: Person | None, now: datetime
) -> None:
    """The incident is followed to its end: the effect is known, or no action was needed and why.

    Raises EffectUnknown while an action's effect is not judged. `by` is None when the last judgement
    concludes it by itself.
    """
    guard.refuse_identity(learned)
    link_following(incident)
    if incident.actions.filter(action__state__in=OPEN).exists():
        raise EffectUnknown
    incident.state = states.move(MOVES, incident.state, "conclude")
    incident.concluded_at = now
    incident.save(update_fields=["state", "concluded_at"])
    settle(kind=EXAMINE, subject_uuid=incident.uuid, by=by, now=now)
    _end_questions(incident, by, now)
    step(
        incident,
        "conclude",
        by,
        now,
        text="Fulgte opp til effekten var kjent",
        note=learned,
        for_reporter=True,
    )
    tell_reporter(
        incident,
        f"conclude:{now.isoformat()}",
        lambda: _("Takk! Meldingen din er fulgt helt opp. %(learned)s") % {"learned": learned},
        now=now,
    )


def _end_questions(incident: Incident, by: Person | None, now: datetime) -> None:
    """Nobody waits for an answer any more, and those who were asked see no more after a while."""
    for statement in incident.statements.filter(answered_at__isnull=True):
        settle(kind=STATEMENT, subject_uuid=statement.uuid, by=by, now=now)
    end_grants(kind="incident", record_id=incident.pk, part=STATEMENT_PART, until=now + LOOK_BACK)


@command
def take_up_again(*, incident: Incident, reason: str, by: Person, now: datetime) -> None:
    """Look at it once more, because something came up."""
    guard.refuse_identity(reason)
    incident.state = states.move(MOVES, incident.state, "take_up_again")
    incident.handler, incident.concluded_at = by, None
    incident.save(update_fields=["state", "handler", "concluded_at"])
    lay_examination(incident, by, now)
    step(
        incident,
        "take_up_again",
        by,
        now,
        text="Tok saken opp igjen",
        note=reason,
        for_reporter=True,
    )
    tell_reporter(
        incident,
        f"take_up_again:{now.isoformat()}",
        lambda: _("%(name)s ser på saken en gang til.") % {"name": by.name},
        now=now,
    )


def link_action(incident: Incident, action: Action) -> None:
    """The link belongs to the incident; the action does not know where it came from."""
    IncidentAction.objects.bulk_create(
        [IncidentAction(incident=incident, trust_id=incident.trust_id, action=action)],
        ignore_conflicts=True,
    )


def link_following(incident: Incident) -> None:
    """The actions that followed where one did not work belong to the incident too."""
    linked = incident.actions.values("action")
    while found := list(Action.objects.filter(follows__in=linked).exclude(pk__in=linked)):
        for action in found:
            link_action(incident, action)


def all_known(incident: Incident) -> bool:
    return incident.state == State.IMPROVING and not incident.actions.filter(told__in=OPEN).exists()
