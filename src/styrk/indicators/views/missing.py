"""What a unit uses to report, and has not reported."""

from itertools import groupby
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.indicators import rules
from styrk.indicators.presenters.figures import period_words
from styrk.indicators.queries.missing import LOOKED_BACK, Lacking, lacking
from styrk.indicators.views import where
from styrk.indicators.views.where import Place
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_uuid
from styrk.ui import pages
from styrk.ui.addresses import address_of

type Group = tuple[str, str, list[tuple[Lacking, str]]]


@allowed(Permission.SEE_INDICATORS)
@require_safe
def missing(request: Request, uuid: UUID) -> HttpResponse:
    unit = where.seen(request, unit_by_uuid(uuid))
    found = lacking(clock.day(request.now), [unit]).get(unit.pk, [])
    values = {
        "unit": unit,
        "way": [*where.way_to_table(unit), (_("Tall som mangler"), None)],
        "groups": _groups(unit, found),
        "back": LOOKED_BACK,
        "home": where.table_of(unit),
        "may_record": rules.may_record(request.standing, unit),
    }
    return pages.render(request, "indicators/missing.html", values)


def _groups(unit: Unit, found: list[Lacking]) -> list[Group]:
    """By the period they are of, each with the page where all of it is registered."""

    def key(one: Lacking) -> tuple[str, str]:
        return one.definition.rhythm, one.period.isoformat()

    groups = []
    for (rhythm, period), each in groupby(sorted(found, key=key), key=key):
        rows = [(one, Place(one.indicator, unit).page("value", period)) for one in each]
        href = address_of("indicators:register_period", unit.uuid, rhythm, period)
        groups.append((period_words(rows[0][0].definition, rows[0][0].period), href, rows))
    return groups
