"""Which indicators there are, and what stands."""

from datetime import date
from typing import Annotated, Any

from ninja import Query, Router
from pydantic import StringConstraints

from styrk.access.api import REFUSED, Problem, Refusal, Text, permitted
from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.requests import Call
from styrk.core import clock
from styrk.indicators.api.shapes import About, Code, Of, Series
from styrk.indicators.models import Definition, Indicator
from styrk.indicators.queries import series
from styrk.indicators.queries.defining import definitions_of
from styrk.indicators.queries.reaching import reached, reached_by
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_code

UnitCode = Annotated[
    Text, StringConstraints(min_length=1, max_length=100), Query(description="The unit's code.")
]
First = Annotated[date | None, Query(alias="from", description="Periods that begin here or later.")]
Last = Annotated[date | None, Query(alias="to", description="Periods that begin here or before.")]


@permitted(Permission.SEE_INDICATORS)
def list_indicators(request: Call) -> list[dict[str, Any]]:
    """The indicators in use that the token reaches, each by its newest definition."""
    found = reached_by(request.standing.may[Permission.SEE_INDICATORS], clock.day(request.now))
    versions = definitions_of([one.pk for one in found])
    return [_about(one, versions[one.pk][-1]) for one in found]


@permitted(Permission.SEE_INDICATORS)
def read_series(
    request: Call,
    code: Code,
    unit: UnitCode,
    first: First = None,
    last: Last = None,
    of: Of = "actual",
) -> dict[str, Any]:
    """What stands at a unit: its own values, or the sums of those below it."""
    indicator, place = _found(request.standing, code, unit)
    found = series(indicator, place, upto=clock.day(request.now), of=of)
    within = (first or date.min, last or date.max)
    return {
        "indicator": code,
        "unit": unit,
        "of": of,
        "measured_in": found.definition.measured_in,
        "points": [one for one in found.points if within[0] <= one.period <= within[1]],
    }


def add_to(router: Router) -> None:
    router.get("", response={200: list[About], REFUSED: Problem}, operation_id="list_indicators")(
        list_indicators
    )
    router.get(
        "/{code}/series", response={200: Series, REFUSED: Problem}, operation_id="read_series"
    )(read_series)


def _found(standing: Standing, code: str, unit: str) -> tuple[Indicator, Unit]:
    indicator = reached(standing.may[Permission.SEE_INDICATORS], code)
    place = unit_by_code(unit)
    if indicator is None or place is None:
        raise Refusal(404)
    if not standing.allows(Permission.SEE_INDICATORS, place.pk):
        raise Refusal(404)
    return indicator, place


def _about(indicator: Indicator, how: Definition) -> dict[str, Any]:
    same = ("code", "name", "area")
    newest = (
        "kind",
        "rhythm",
        "numerator",
        "denominator",
        "measured_in",
        "factor",
        "decimals",
        "direction",
        "valid_from",
        "lag_days",
    )
    return {
        **{name: getattr(indicator, name) for name in same},
        **{name: getattr(how, name) for name in newest},
        "unit": indicator.unit.code,
        "along": how.joined,
        "whole": how.counts_whole,
        "counted_by_styrk": bool(how.computed),
    }
