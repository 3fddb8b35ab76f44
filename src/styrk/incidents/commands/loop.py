"""The loop back that nobody has to press a button for: what was changed, whether it helped, thanks."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from styrk.actions.models import Action
from styrk.actions.states import Effect
from styrk.actions.states import State as ActionState
from styrk.core import scope, states
from styrk.incidents import queries
from styrk.incidents.commands.improve import all_known, conclude_incident, link_following
from styrk.incidents.models import Incident, IncidentAction
from styrk.incidents.record import step, tell_reporter
from styrk.incidents.states import MOVES
from styrk.trail.commands import command

LEARNED = "Tiltakene er gjennomført, og effekten er vurdert."


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
    incident, action = link.incident, link.action
    states.move(MOVES, incident.state, "tell_change")
    link.told = action.state
    link.save(update_fields=["told"])
    link_following(incident)
    step(
        incident,
        "tell_change",
        None,
        now,
        text=f"Fortalte om tiltaket «{action.title}»",
        for_reporter=True,
        title=action.title,
        state=action.state,
        effect=action.effect,
    )
    tell_reporter(
        incident,
        f"action:{action.pk}:{action.state}",
        lambda: _news(action),
        now=now,
    )
    _conclude_if_known(incident, now)


def _conclude_if_known(incident: Incident, now: datetime) -> None:
    if all_known(incident):
        conclude_incident(incident=incident, learned=LEARNED, by=None, now=now)


def _news(action: Action) -> str:
    """What became of the action, in the reporter's language."""
    facts = {"title": action.title}
    if action.state == ActionState.DROPPED:
        return _("Tiltaket «%(title)s» gikk ikke videre.") % facts
    if action.state == ActionState.FINISHED:
        facts["effect"] = str(Effect(action.effect).label).lower()
        return _("Vi har sett etter om «%(title)s» hjalp: %(effect)s.") % facts
    return pgettext("to the reporter", "Nå er dette gjort: %(title)s.") % facts
