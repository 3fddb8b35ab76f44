"""On the page of a case: what the committee has made of it, and the way to lay it before it."""

from django.utils.translation import gettext as _

from styrk.access.requests import Request
from styrk.committee import presenters, queries, rules
from styrk.committee.states import State
from styrk.core import clock
from styrk.core.trips import each
from styrk.incidents.models import Incident
from styrk.ui.boxes import Panel


def on_incident(incident: Incident, request: Request) -> Panel | None:
    """Nothing where it never came to the committee and may not."""
    cases, advice = each(lambda: queries.cases_of(incident), lambda: queries.advice_on(incident))
    may_lay = rules.may_lay(request.standing, incident)
    if not cases and not may_lay:
        return None
    today = clock.day(request.now)
    return Panel(
        _("Kvalitets- og pasientsikkerhetsutvalget"),
        "committee/on_incident.html",
        {
            "incident": incident,
            "rows": [(one, presenters.mark(one), presenters.way(one)) for one in cases],
            "advice": [(one, presenters.advice_mark(one, today)) for one in advice],
            "may_lay": may_lay and all(one.state != State.WAITING for one in cases),
        },
        anchor="utvalget",
    )


PANELS = {"incident": on_incident}
