"""What is demanded of an incident, on its page; and how it goes in a whole organisation, on its board's."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core.trips import whole
from styrk.incidents import rules as of_incidents
from styrk.incidents.models import Incident
from styrk.organisation.models import Unit
from styrk.serious import presenters, queries
from styrk.serious.states import RUNNING, State
from styrk.ui.addresses import address_of
from styrk.ui.boxes import Line, Panel, listing
from styrk.ui.words import filled

TITLE = gettext_lazy("Skal hendelsen meldes videre?")


def on_incident(incident: Incident, request: Request) -> Panel | None:
    """The duties of its case; where there is none, the way to begin for one who handles it."""
    may = of_incidents.may_handle(request.standing, incident)
    found = queries.duties_of(incident)
    if not found and not may:
        return None
    event = found[0].event if found else None
    return Panel(
        TITLE,
        "serious/on_incident.html",
        {
            "event": event,
            "may": may,
            "lines": [
                _line(one.rule, one.state)
                for one in found
                if one.rule and one.state and one.state != State.LAPSED
            ],
            "open": any(one.state in RUNNING for one in found),
            "href": address_of("serious:event", event) if event else "",
            "ask": address_of("serious:answer", incident.uuid),
        },
        anchor="meldes",
    )


def _line(rule: str, state: str) -> dict[str, Any]:
    return {
        "rule": rule.lower(),
        "title": presenters.title(rule),
        "mark": presenters.mark_of_state(state),
    }


def on_board(unit: Unit, request: Request) -> Panel | None:
    """Numbers of the last year and of today; no box where nothing was assessed."""
    told = whole(lambda: queries.figures(unit, request.now))
    if not told.assessed:
        return None
    may = request.standing.allows(Permission.SEE_INCIDENTS, unit.pk)
    way = address_of("serious:events") if may else ""
    running = _("%(running)s løper nå, %(late)s er over fristen")
    sent = _("%(sent)s meldinger sendt, %(in_time)s innen fristen")
    assessed = _("%(n)s hendelser vurdert")
    lines = [
        Line(filled(running, running=told.running, late=told.late), way),
        Line(filled(sent, sent=told.sent, in_time=told.in_time), way),
        Line(filled(assessed, n=told.assessed), way),
    ]
    return listing(gettext_lazy("Lovpålagte meldinger, det siste året"), lines)


PANELS = {"incident": on_incident, "board": on_board}
