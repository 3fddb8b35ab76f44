"""What voices say on the page of a unit: how many wait, and what they are about."""

from django.utils.translation import gettext_lazy as _

from styrk.access.requests import Request
from styrk.core import clock
from styrk.feedback.queries import counted
from styrk.feedback.queries.register import Filters, a_year_before
from styrk.organisation.models import Unit
from styrk.ui.boxes import Panel


def on_unit(unit: Unit, request: Request) -> Panel | None:
    if unit.pk not in request.standing.scope.units("voice"):
        return None
    today = clock.day(request.now)
    filters = Filters(unit=unit, since=a_year_before(today))
    told = counted.briefly(request.standing, filters, today)
    return Panel(_("Stemmer siste år"), "feedback/on_unit.html", {"told": told, "unit": unit})


PANELS = {"unit": on_unit}
