"""All indicators of a unit in one table."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.indicators import forms, queries, rules
from styrk.indicators.models import Indicator
from styrk.indicators.presenters.table import Line, by_area, lines
from styrk.indicators.readings import evaluate
from styrk.indicators.views import where
from styrk.organisation.models import Unit
from styrk.ui import pages
from styrk.ui.addresses import address_of


@allowed(Permission.SEE_INDICATORS)
@require_safe
def indicators(request: Request) -> HttpResponse:
    """How a unit is doing: one's own, or another in sight."""
    unit = where.unit_of(request)
    form = forms.FilterForm(request.GET)
    found = _lines(request, unit) if unit else []
    shown = _chosen(found, form)
    values: dict[str, Any] = {
        "unit": unit,
        "others": where.near(request, unit),
        "filter": form,
        "filtered": len(shown) < len(found),
        "areas": by_area(shown),
        "number": len(found),
        "signalling": sum(line.told.signals for line in found),
        "lacking": sum(bool(line.missing) for line in found),
        "here": where.at(unit) if unit else "",
        "may_line": unit is not None and rules.may_see_line(request.standing, unit),
        "may_record": unit is not None and bool(found) and rules.may_record(request.standing, unit),
        "may_keep": unit is not None and rules.may_keep(request.standing, unit),
    }
    return pages.render(request, "indicators/indicators.html", values, fragment="list")


def _lines(request: Request, unit: Unit) -> list[Line]:
    rows = queries.table(unit, clock.day(request.now))
    marks = {(row.indicator.pk, row.unit_id): row.marks for row in rows}
    readings = evaluate([row.series for row in rows], marks)
    here = where.at(unit)

    def address(indicator: Indicator) -> str:
        return f"{address_of('indicators:indicator', indicator.uuid)}?{here}"

    return lines(list(zip(rows, readings, strict=True)), address)


def _chosen(found: Sequence[Line], form: forms.FilterForm) -> list[Line]:
    area, show, text = (form.chosen(name) for name in ("omrade", "vis", "sok"))
    return [
        line
        for line in found
        if area in {"", line.indicator.area}
        and (show != forms.SIGNALS or line.told.signals)
        and (show != forms.MISSING or line.missing)
        and line.is_about(text)
    ]
