"""What a board looks at first: what has changed, of all series in a line; and units side by side."""

from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.indicators import queries, words
from styrk.indicators.presenters.changes import cells, changed
from styrk.indicators.queries.defining import definitions_of
from styrk.indicators.queries.looking import FALSE_ALARMS
from styrk.indicators.queries.typing import sees_line
from styrk.indicators.views import where
from styrk.organisation.models import Unit
from styrk.organisation.queries import children_of
from styrk.ui import pages

SHOWN = 50
# So many by chance alone, if each series were judged by itself: one in twenty.
ALONE = 0.05


def _line(request: Request) -> Unit | None:
    """A unit of which one sees all below, or 404."""
    unit = where.unit_of(request)
    if unit is not None and not sees_line(request.standing, unit):
        raise Http404
    return unit


@allowed(Permission.SEE_INDICATORS)
@require_safe
def changes(request: Request) -> HttpResponse:
    unit = _line(request)
    values: dict[str, Any] = {"unit": unit, "rows": []}
    if unit is not None:
        values |= _ranked(request, unit)
    return pages.render(request, "indicators/changes.html", values, fragment="list")


def _ranked(request: Request, unit: Unit) -> dict[str, Any]:
    found = queries.ranked(unit)
    first = _from(request)
    shown = list(zip(found.signals, found.q, strict=True))[first : first + SHOWN]
    definitions = definitions_of({one.indicator_id for one, _q in shown})
    rest = len(found.signals) - first - len(shown)
    return {
        "rows": [changed(one, definitions[one.indicator_id][-1]) for one, _q in shown],
        "first": first,
        "told": max(min(found.told - first, len(shown)), 0),
        "total": len(found.signals),
        "said": words.ranked(found.told, found.judged, FALSE_ALARMS),
        "by_chance": words.expected_by_chance(found.judged, ALONE),
        "too_short": len(found.signals) - found.judged,
        "rest": rest,
        "next": first + SHOWN,
        "before": max(first - SHOWN, 0),
        "others": where.near(request, unit),
    }


def _from(request: Request) -> int:
    text = request.GET.get("fra", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else 0


@allowed(Permission.SEE_INDICATORS)
@require_safe
def compare(request: Request) -> HttpResponse:
    """The units below side by side, with the same rows."""
    unit = _line(request)
    today = clock.day(request.now)
    below = children_of(unit, on=today) if unit else []
    values: dict[str, Any] = {"unit": unit, "below": below, "rows": []}
    if unit is not None and below:
        tables = queries.tables([unit, *below], today, last=1)
        values["rows"] = cells(tables, [unit, *below], where.at)
        values["others"] = where.near(request, unit)
    return pages.render(request, "indicators/compare.html", values)
