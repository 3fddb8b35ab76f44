"""Telling the one who reported what became of the actions."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from styrk.actions.models import Action
from styrk.actions.states import Effect
from styrk.actions.states import State as ActionState
from styrk.core import scope
from styrk.core.rows import add
from styrk.incidents.models import Incident, IncidentAction
from styrk.incidents.record import step, tell_reporter
from styrk.incidents.states import State
from styrk.organisation.models import Person


def link_action(incident: Incident, action: Action) -> None:
    """The link belongs to the incident; the action does not know where it came from."""
    add([IncidentAction(incident=incident, trust_id=incident.trust_id, action=action)])


def link_following(incident: Incident, now: datetime) -> None:
    """The actions that followed where one did not work belong to the incident too, wherever done.

    The reporter hears that something new is tried."""
    linked = incident.actions.values("action")
    with scope.acting(scope.SYSTEM):
        while found := list(Action.objects.filter(follows__in=linked).exclude(pk__in=linked)):
            for action in found:
                link_action(incident, action)
                _tell_new(incident, action, "follow", f"Nytt tiltak: «{action.title}»", None, now)


def tell_decided(incident: Incident, action: Action, by: Person, now: datetime) -> None:
    """An action is decided. The reporter hears of it at once where what was decided is told already."""
    text = f"Besluttet tiltaket «{action.title}»"
    if incident.state == State.IMPROVING:
        _tell_new(incident, action, "add_action", text, by, now)
    else:
        step(incident, "add_action", by, now, text=text, title=action.title)


def _tell_new(
    incident: Incident, action: Action, act: str, text: str, by: Person | None, now: datetime
) -> None:
    step(incident, act, by, now, text=text, for_reporter=True, title=action.title)
    tell_reporter(
        incident,
        f"new:{action.pk}",
        lambda: _("Vi prøver noe nytt: %(title)s.") % {"title": action.title},
        now=now,
    )


def tell_outstanding(incident: Incident, now: datetime) -> None:
    """All that the reporter has not heard of the actions yet."""
    with scope.acting(scope.SYSTEM):
        for link in incident.actions.select_related("action").order_by("pk"):
            if link.told != link.action.state:
                tell_of_action(link, now)


def tell_of_action(link: IncidentAction, now: datetime) -> None:
    """What became of one action. The link remembers what was told."""
    incident, action = link.incident, link.action
    link.told = action.state
    link.save(update_fields=["told"])
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
        planned=incident.actions.filter(action__state=ActionState.PLANNED).count(),
    )
    tell_reporter(
        incident,
        f"action:{action.pk}:{action.state}",
        lambda: _news(action),
        now=now,
    )


def _news(action: Action) -> str:
    """What became of the action, in the reporter's language."""
    facts = {"title": action.title}
    if action.state == ActionState.DROPPED:
        return _("Tiltaket «%(title)s» gikk ikke videre.") % facts
    if action.state == ActionState.FINISHED:
        facts["effect"] = str(Effect(action.effect).label).lower()
        return _("Vi har sett etter om «%(title)s» hjalp: %(effect)s.") % facts
    return pgettext("to the reporter", "Nå er dette gjort: %(title)s.") % facts
