"""One indicator at one unit: its chart, what it tells, and what people say of it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.core.trips import each, whole
from styrk.indicators import queries, rules
from styrk.indicators.glances import glance_of, newest
from styrk.indicators.presenters import chart as presenting
from styrk.indicators.presenters.budget import against_budget
from styrk.indicators.presenters.comparing import Comparison, compared
from styrk.indicators.presenters.defined import (
    definition_facts,
    definition_words,
    editions,
    year_facts,
)
from styrk.indicators.presenters.figures import (
    missing,
    period_words,
    standing_words,
    value_words,
)
from styrk.indicators.presenters.otherwise import needs
from styrk.indicators.presenters.telling import told
from styrk.indicators.presenters.tried import tried_words
from styrk.indicators.proposing import proposals
from styrk.indicators.queries.around import Around, around
from styrk.indicators.readings import Reading, evaluate
from styrk.indicators.series import Point, Series
from styrk.indicators.spc import Kind as Drawn
from styrk.indicators.states import Of
from styrk.indicators.views import where
from styrk.indicators.views.where import Place
from styrk.indicators.year import year_to_date
from styrk.organisation.models import Unit
from styrk.requirements.queries import unit_in_sight
from styrk.ui import pages
from styrk.ui.boxes import Panel, panels_on

# More periods than this are not shown as missing one by one.
LISTED = 6


@allowed(Permission.SEE_INDICATORS)
@require_safe
def indicator(request: Request, uuid: UUID) -> HttpResponse:
    place = where.place_in_query(request, uuid)
    today = clock.day(request.now)
    # From a unit above one's own, those of other trusts are not seen.
    above, seen = where.around(request, place.unit)
    found = queries.series_of(
        [(place.indicator, one.pk) for one in (place.unit, *seen)], upto=today, of=Of.values
    )
    series = found[place.indicator.pk, place.unit.pk, Of.ACTUAL]
    said = around(place.indicator, place.unit, goals=unit_in_sight(request.standing, place.unit))
    values = {
        "place": place,
        "indicator": place.indicator,
        "unit": place.unit,
        "near": [*(one for one in above if one.path.startswith(place.indicator.unit.path)), *seen],
        "series": series,
        "definition": series.definition,
        "around": said,
        "said": definition_words(series.definition),
        "about": _facts(place, series),
        "editions": editions(series),
        "period_words": period_words,
        **_year(found, place, series),
        "panels": _panels(request, series, place),
        "comparison": _comparison(request, found, place, series, seen),
        "may": _may(request, place),
        "marks": _marks(said, series),
        "tried": [(one, tried_words(one)) for one in said.actions],
        **_read(request, series, said, place),
    }
    return pages.render(request, "indicators/indicator.html", values, fragment="chart")


def _panels(request: Request, series: Series, place: Place) -> list[Panel]:
    """What apps above say of the figures, and of the indicator at the unit. Asked in one trip."""
    of_both = whole(
        lambda: each(
            lambda: panels_on("series", series, request),
            lambda: panels_on("place", place, request),
        )
    )
    return [panel for found in of_both for panel in found]


def _facts(place: Place, series: Series) -> list[tuple[str, str]]:
    owner = place.indicator.owner.name
    rows = definition_facts(series.definition)
    target = series.target
    if target is not None:
        rows.insert(0, (_("Mål"), value_words(series.definition, target)))
    return [*rows, (_("Eier"), owner)]


def _latest(series: Series, reading: Reading | None) -> dict[str, Any]:
    latest, definition = newest(series, reading), series.definition
    gone = missing(series)
    return {
        "latest": value_words(definition, latest.value) if latest else "",
        "latest_period": period_words(definition, latest.period) if latest else "",
        "standing_words": standing_words(glance_of(series, reading)),
        "missing": [(one, period_words(definition, one)) for one in gone[:LISTED]],
        "more_missing": max(len(gone) - LISTED, 0),
    }


def _read(request: Request, series: Series, said: Around, place: Place) -> dict[str, Any]:
    """What the control chart says; nothing where there are no figures."""
    choices = [*presenting.kinds_for(series.definition), *presenting.more_kinds(series.definition)]
    asked = request.GET.get("diagram", "")
    chart = asked if asked in dict(choices) else ""
    marks = {(place.indicator.pk, place.unit.pk): said.as_marks()}
    seen = presenting.seen_as(series, chart)
    reading, usual = _readings(series, seen, marks)
    if reading is None or usual is None:
        calm = told(None, None, series.definition.direction)
        return {"shown": None, "told": calm, **_latest(series, None)}
    advice, better = presenting.advice_words(usual)
    shown = presenting.shown(reading, place.line, said, chart)
    return {
        **_latest(series, usual),
        "shown": shown,
        "told": told(None, usual, series.definition.direction),
        "without_limits": bool(usual.assurance) and usual.chart is Drawn.RUN,
        "signals": shown.said,
        "on_trial": reading.on_trial and not reading.needed,
        "chart": chart or series.definition.chart,
        "not_drawn": bool(asked and not chart),
        "charts": presenting.kinds_for(series.definition),
        "more_charts": presenting.more_kinds(series.definition),
        "advice": advice,
        "needs": needs(series.definition),
        "better": better,
        "proposals": _proposals(usual, said, series),
    }


def _readings(
    series: Series, seen: Series, marks: dict[tuple[int, int], Any]
) -> tuple[Reading | None, Reading | None]:
    """As the person asks to see it, and as it is kept."""
    if seen is series:
        (usual,) = evaluate([series], marks)
        return usual, usual
    reading, usual = evaluate([seen, series], marks)
    return reading, usual


def _proposals(reading: Reading, said: Around, series: Series) -> list[tuple[Any, str]]:
    decided = {(one.kind, one.period) for one in said.marks}
    definition = series.definition
    return [
        (one, presenting.proposal_words(one.kind, definition, one.period))
        for one in proposals(reading, decided)
    ]


def _marks(said: Around, series: Series) -> list[tuple[Any, str]]:
    definition = series.definition
    return [(one, presenting.mark_words(one.kind, definition, one.period)) for one in said.marks]


def _year(
    found: dict[tuple[int, int, str], Series], place: Place, series: Series
) -> dict[str, Any]:
    """The newest year that has figures, in figures and against its budget."""
    latest = series.latest
    if latest is None:
        return {"year": None, "budget": None}
    key = place.indicator.pk, place.unit.pk
    all_three = series, found[*key, Of.BUDGET], found[*key, Of.FORECAST]
    year = year_to_date(latest.period.year, *all_three)
    return {
        "year": (year.year, year_facts(series.definition, year)),
        "budget": against_budget(year.year, *all_three),
    }


def _comparison(
    request: Request,
    found: dict[tuple[int, int, str], Series],
    place: Place,
    series: Series,
    below: Sequence[Unit],
) -> Comparison | None:
    """The units below in the newest period that any of them has a figure for."""
    latest = series.latest
    if latest is None or not below:
        return None
    there: list[tuple[Unit, Point | None]] = []
    for unit in below:
        points = found[place.indicator.pk, unit.pk, Of.ACTUAL].points
        there.append((unit, next((p for p in points if p.period == latest.period), None)))
    if not any(point and point.value is not None for _unit, point in there):
        return None
    home = request.person.home_unit
    own = next((u.code for u in below if home and home.path.startswith(u.path)), "")
    return compared(series, there, own)


def _may(request: Request, place: Place) -> dict[str, bool]:
    standing, indicator, unit = request.standing, place.indicator, place.unit
    used = indicator.retired_on is None
    return {
        "record": used and rules.may_record(standing, unit),
        "attest": rules.may_attest(standing, indicator, unit),
        "mark": rules.may_mark(standing, indicator, unit),
        "target": used and rules.may_set_target(standing, indicator, unit),
        "act": used and rules.may_act(standing, unit),
        "keep": rules.may_keep(standing, indicator.unit),
    }
