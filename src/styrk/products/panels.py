"""On the page of a case: which products it is about."""

from django.utils.translation import gettext as _

from styrk.access.requests import Request
from styrk.incidents import rules
from styrk.incidents.models import Incident
from styrk.products import queries
from styrk.ui.boxes import Panel


def on_incident(incident: Incident, request: Request) -> Panel | None:
    standing = queries.of_case(incident)
    names = rules.may(request.standing, incident, "name_product")
    if not standing and not names:
        return None
    values = {"rows": standing, "incident": incident, "names": names}
    return Panel(_("Gjelder et produkt"), "products/on_incident.html", values, anchor="produkt")


PANELS = {"incident": on_incident}
