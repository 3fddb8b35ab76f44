"""What samleavvik and temas say on the page of a case: those it belongs to, and the way to more."""

from django.utils.translation import gettext as _

from styrk.access.requests import Request
from styrk.core import clock
from styrk.core.trips import each
from styrk.incidents import rules as incident_rules
from styrk.incidents.models import Incident
from styrk.incidents.states import State
from styrk.patterns import presenters, queries
from styrk.ui.boxes import Panel


def on_incident(incident: Incident, request: Request) -> Panel | None:
    """Nothing where there is none, and none may be begun."""
    found, themes = each(
        lambda: queries.groups_of(incident),
        lambda: queries.themes_of(incident),
    )
    today = clock.day(request.now)
    begins = (
        incident_rules.may_handle(request.standing, incident)
        and incident_rules.in_line(request.standing.scope, incident)
        and incident.state != State.ASIDE
    )
    if not found and not themes and not begins:
        return None
    return Panel(
        _("Skjer det igjen og igjen?"),
        "patterns/on_incident.html",
        {
            "rows": [(one, presenters.state_mark(one)) for one in found],
            "themes": [(one, presenters.theme_mark(one, today)) for one in themes],
            "incident": incident,
            "begins": begins,
        },
        anchor="samleavvik",
    )


PANELS = {"incident": on_incident}
