"""The loop back that nobody has to press a button for: what was changed, whether it helped, thanks."""

from datetime import datetime

from styrk.core import scope, states
from styrk.incidents import case_file, queries
from styrk.incidents.commands.improve import conclude_incident
from styrk.incidents.commands.telling import link_following, tell_of_action
from styrk.incidents.models import Incident, IncidentAction
from styrk.incidents.record import step
from styrk.incidents.responsible import lay_examination
from styrk.incidents.states import MOVES, Outcome, Statutory
from styrk.trail.commands import command

# The actions answered what was asked about.
UNANSWERED = "Effekten av tiltakene ble kjent før svaret kom."
LEARNED = {
    Outcome.KNOWN: "Tiltakene er gjennomført, og effekten er vurdert.",
    Outcome.PARTLY: "Noe er gjennomført, og effekten av det er vurdert. Resten gikk ikke videre.",
}


def tell_next_change(*, now: datetime) -> bool:
    """Tell one reporter of one action that has moved on, in a transaction of its own.

    False when nobody is waiting to be told. The link remembers what was told, so that a run that is
    killed tells again or not at all, and never twice.
    """
    with scope.acting(scope.SYSTEM):
        link = queries.next_to_tell()
        if link is None:
            return False
        _tell(link=link, now=now)
        return True


@command
def _tell(*, link: IncidentAction, now: datetime) -> None:
    incident = link.incident
    states.move(MOVES, incident.state, "tell_change")
    tell_of_action(link, now)
    link_following(incident, now)
    actions = case_file.actions(incident)
    if any(action.is_open for action in actions) or any(a.told != a.state for a in actions):
        return
    outcome = case_file.outcome(actions)
    # Whoever handles it concludes it, when that is decided.
    if incident.statutory == Statutory.UNDECIDED:
        return
    if outcome in LEARNED:
        conclude_incident(
            incident=incident,
            learned=LEARNED[outcome],
            unanswered=UNANSWERED,
            by=None,
            now=now,
        )
    else:
        _look_again(incident, now)


def _look_again(incident: Incident, now: datetime) -> None:
    """Nothing of what was decided was done: whoever handles the case decides anew, or says why not."""
    incident.state = states.move(MOVES, incident.state, "look_again")
    incident.save(update_fields=["state"])
    step(
        incident,
        "look_again",
        None,
        now,
        text="Ingen av tiltakene ble gjennomført",
        for_reporter=True,
    )
    if incident.handler is not None:
        lay_examination(incident, incident.handler, now)
