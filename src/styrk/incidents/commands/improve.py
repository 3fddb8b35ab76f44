"""Deciding what is to be better, and concluding when it is known whether it helped."""

from datetime import datetime

from django.utils.translation import gettext as _

from styrk.actions.commands import raise_action
from styrk.actions.models import Action
from styrk.actions.states import State as ActionState
from styrk.actions.types import Plan
from styrk.core import clock, guard, states
from styrk.duties.commands import settle
from styrk.incidents.case_file import OPEN, actions
from styrk.incidents.case_file import outcome as outcome_of
from styrk.incidents.commands.questions import end_questions
from styrk.incidents.commands.telling import (
    link_action,
    link_following,
    tell_decided,
    tell_outstanding,
)
from styrk.incidents.models import Incident
from styrk.incidents.record import step, tell_reporter
from styrk.incidents.responsible import closing_for, lay_examination
from styrk.incidents.states import MOVES, Aside, Outcome, Statutory
from styrk.incidents.types import EXAMINE
from styrk.organisation.models import Person
from styrk.trail.commands import command

# What the trail says of a case that is followed to its end.
CONCLUDED = {
    Outcome.KNOWN: "Fulgte opp til effekten var kjent",
    Outcome.PARTLY: "Fulgte opp til effekten var kjent. Noe gikk ikke videre",
    Outcome.NOT_DONE: "Avsluttet. Tiltakene gikk ikke videre",
    Outcome.NONE: "Avsluttet uten tiltak",
}


class NothingDecided(ValueError):
    """Improving needs at least one action; without any, one concludes with a reason."""


class NoticeUndecided(ValueError):
    """The law may demand that it is told further, and nobody has decided."""


class Unanswered(ValueError):
    """Another unit's part of the case is not answered, and nobody has said why that is so."""


class EffectUnknown(ValueError):
    """Some action's effect is not judged yet."""


@command
def add_action(*, incident: Incident, plan: Plan, by: Person, now: datetime) -> Action:
    """Decide an action because of this incident; it goes into the one register of actions."""
    states.move(MOVES, incident.state, "add_action")
    closing = closing_for(incident, clock.day(now))
    action = raise_action(plan=plan, origin="incident", by=by, now=now, closing=closing)
    link_action(incident, action)
    tell_decided(incident, action, by, now)
    return action


@command
def decide_improvement(*, incident: Incident, decision: str, by: Person, now: datetime) -> None:
    """Say to the one who reported what was decided. From here the actions' effect is followed."""
    guard.refuse_identity(decision)
    if not any(one.state != ActionState.DROPPED and one.told in OPEN for one in actions(incident)):
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
    *, incident: Incident, learned: str, by: Person | None, now: datetime, unanswered: str = ""
) -> None:
    """The incident is followed to its end: the effect is known, or no action was needed and why.

    The reporter hears first what is not told yet of the actions. `unanswered`: why one does not wait
    for what other units are still asked. Raises Unanswered, and EffectUnknown while an action's effect
    is not judged, whoever does it, and NoticeUndecided. `by` is None when the last judgement concludes it by itself.
    """
    guard.refuse_identity(learned, unanswered)
    decided = actions(incident)
    if decided:
        link_following(incident, now)
        decided = actions(incident)
    if any(action.is_open for action in decided):
        raise EffectUnknown
    if incident.statutory == Statutory.UNDECIDED:
        raise NoticeUndecided
    if not unanswered and any(one.is_waiting for one in incident.statements.all()):
        raise Unanswered
    outcome = outcome_of(decided)
    if any(action.told != action.state for action in decided):
        tell_outstanding(incident, now)
    incident.state = states.move(MOVES, incident.state, "conclude")
    incident.concluded_at = now
    incident.save(update_fields=["state", "concluded_at"])
    settle(kind=EXAMINE, subject_uuid=incident.uuid, by=by, now=now)
    end_questions(incident, unanswered, by, now)
    step(
        incident,
        "conclude",
        by,
        now,
        text=CONCLUDED[outcome],
        note=learned,
        for_reporter=True,
        outcome=outcome,
    )
    tell_reporter(
        incident,
        f"conclude:{now.isoformat()}",
        lambda: _("Takk! Meldingen din er fulgt helt opp. %(learned)s") % {"learned": learned},
        now=now,
    )


@command
def take_up_again(*, incident: Incident, reason: str, by: Person, now: datetime) -> None:
    """Look at it once more, because something came up."""
    guard.refuse_identity(reason)
    if incident.aside_as == Aside.WHISTLEBLOWING:
        raise states.NotNow(incident.state, "take_up_again")
    incident.state = states.move(MOVES, incident.state, "take_up_again")
    incident.handler, incident.concluded_at = by, None
    incident.aside_as, incident.same_as = "", None
    incident.save(update_fields=["state", "handler", "concluded_at", "aside_as", "same_as"])
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
