"""What codes say on the page of a case: those that stand, and the way to set them."""

from functools import partial

from django.utils.translation import gettext as _

from styrk.access.requests import Request
from styrk.classification import presenters, queries
from styrk.core.trips import each
from styrk.incidents import rules
from styrk.incidents.models import Incident
from styrk.ui.boxes import Panel


def on_incident(incident: Incident, request: Request) -> Panel | None:
    """Nothing where the organisation uses no scheme and none was ever set."""
    schemes, standing = each(
        partial(queries.in_use, incident.trust_id), partial(queries.set_on, incident)
    )
    sets = bool(schemes) and rules.may(request.standing, incident, "classify")
    if not standing and not sets:
        return None
    return Panel(
        _("Koder"),
        "classification/on_incident.html",
        {"axes": presenters.by_axis(standing), "incident": incident, "sets": sets},
        anchor="koder",
    )


PANELS = {"incident": on_incident}
