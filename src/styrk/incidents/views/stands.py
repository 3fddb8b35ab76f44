"""What stands of a case, for the forms that write over it."""

from django.utils.translation import gettext as _

from styrk.access.meanwhile import Stand, mark_of
from styrk.incidents import presenters
from styrk.incidents.models import Incident, IncidentAnalysis
from styrk.incidents.states import Cause


def of_analysis(latest: IncidentAnalysis | None) -> Stand:
    """What was found last."""
    if latest is None:
        return Stand(mark_of())
    causes = ", ".join(str(Cause(code).label) for code in latest.causes)
    said = [
        (_("Hva i systemet bidro?"), causes),
        (_("Hva fant dere?"), latest.found),
        (_("Var det også noe ved hvordan vi handlet?"), latest.persons),
    ]
    written = [(label, words) for label, words in said if words]
    return Stand(mark_of(latest.pk), written, latest.by.name, latest.at)


def of_kind(incident: Incident) -> Stand:
    """Kind and harm, as confirmed last."""
    said = [
        (_("Type:"), presenters.kind_label(incident)),
        (_("Ble:"), presenters.harm_label(incident.harm_actual)),
        (_("Kunne blitt:"), presenters.harm_label(incident.harm_possible)),
    ]
    by = incident.confirmed_by.name if incident.confirmed_by else ""
    codes = (incident.kind, incident.harm_actual, incident.harm_possible)
    return Stand(mark_of(*codes), said, by, incident.confirmed_at)
