"""What a board looks at first: what has changed, of all series in a line; and units side by side."""

from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.indicators import queries, rules, words
from styrk.indicators.models import Signal
from styrk.indicators.presenters.changes import cells, changed
from styrk.indicators.queries.defining import definitions_of
from styrk.indicators.queries.looking import CHANCE, FALSE_ALARMS
from styrk.indicators.queries.typing import sees_line
from styrk.indicators.views import where
from styrk.indicators.views.where import Place
from styrk.organisation.models import Unit
from styrk.ui import pages

SHOWN = 50
# Periods back in which a unit's latest figure may be.
BACK = 14


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
    values: dict[str, Any] = {"unit": unit, "rows": [], "others": _others(request, unit)}
    if unit is not None:
        values |= _ranked(request, unit)
    return pages.render(request, "indicators/changes.html", values, fragment="list")


def _others(request: Request, unit: Unit | None) -> list[Unit]:
    """The unit above and those below, of which one sees the whole line."""
    return [one for one in where.near(request, unit) if sees_line(request.standing, one)]


def _ranked(request: Request, unit: Unit) -> dict[str, Any]:
    first = _from(request)
    found = queries.ranked(unit, limit=first + SHOWN)
    shown = found.signals[first:]
    definitions = definitions_of({one.indicator_id for one in shown})
    return {
        "rows": [
            changed(
                one,
                definitions[one.indicator_id][-1],
                _act(request, one),
                stands_out=place < found.told,
            )
            for place, one in enumerate(shown, start=first)
        ],
        "first": first,
        "told": max(min(found.told - first, len(shown)), 0),
        "said": words.ranked(found.told, found.judged, FALSE_ALARMS),
        "by_chance": words.expected_by_chance(found.judged, CHANCE),
        "too_short": found.total - found.judged,
        "rest": found.total - first - len(shown),
        "next": first + SHOWN,
        "before": max(first - SHOWN, 0),
    }


def _act(request: Request, one: Signal) -> str:
    """Where this person decides an action for the unit; empty for others."""
    if one.indicator.retired_on or not rules.may_act(request.standing, one.unit):
        return ""
    return Place(one.indicator, one.unit).page("act")


def _from(request: Request) -> int:
    text = request.GET.get("fra", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else 0


@allowed(Permission.SEE_INDICATORS)
@require_safe
def compare(request: Request) -> HttpResponse:
    """The units below side by side, with the same rows."""
    unit = _line(request)
    above, below = where.around(request, unit)
    values: dict[str, Any] = {
        "unit": unit,
        "below": below,
        "rows": [],
        "others": [*(one for one in above if sees_line(request.standing, one)), *below],
    }
    if unit is not None and below:
        tables = queries.tables([unit, *below], clock.day(request.now), last=BACK)
        values["rows"] = cells(tables, [unit, *below], where.at)
    return pages.render(request, "indicators/compare.html", values)
