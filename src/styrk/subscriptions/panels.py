"""On the page of a case: who gets a copy of it because they own its subject."""

from django.utils.translation import gettext as _

from styrk.access.requests import Request
from styrk.incidents import rules
from styrk.incidents.models import Incident
from styrk.subscriptions import queries
from styrk.ui.boxes import Panel


def on_incident(incident: Incident, request: Request) -> Panel | None:
    if not rules.may_handle(request.standing, incident):
        return None
    copies = queries.copied_to(incident)
    if not copies:
        return None
    rows = [(one.subscription.person.name, one.subscription.subject) for one in copies]
    return Panel(_("Får kopi"), "subscriptions/on_incident.html", {"rows": rows}, anchor="kopi")


PANELS = {"incident": on_incident}
