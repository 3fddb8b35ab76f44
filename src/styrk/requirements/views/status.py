"""How it goes with a unit's requirements in a period, and whose words are missing."""

from datetime import timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.organisation.queries import children_of, home_units
from styrk.requirements import periods, presenters, queries
from styrk.requirements.states import Rhythm
from styrk.requirements.views.annual import unit_of
from styrk.ui import pages

SEES = Permission.SEE_REQUIREMENTS
BEFORE = 3


@allowed(SEES)
@require_safe
def statuses(request: Request) -> HttpResponse:
    """On to one's own unit, in the tertial that ended last: that is what people have spoken of."""
    today = clock.day(request.now)
    unit = next(iter(home_units(request.person, today)), None)
    if unit is None:
        return pages.render(request, "requirements/no_status.html")
    period = periods.last_ended(Rhythm.TERTIAL, today)
    return redirect("requirements:status", code=unit.code, period=period)


@allowed(SEES)
@require_safe
def status(request: Request, code: str, period: str) -> HttpResponse:
    unit = unit_of(request, code)
    today = clock.day(request.now)
    if not periods.has_begun(period, today) or not period.startswith("20"):
        raise Http404
    asked = (unit, period, request.standing, today)
    start, given_start = _start(request, "etter"), _start(request, "gitt_etter")
    rows = queries.status_rows(*asked, start)
    given = queries.given_rows(*asked, given_start)
    shown, shown_given = rows[: queries.STATUS_ROWS], given[: queries.STATUS_ROWS]
    near = [*([unit.parent] if unit.parent else []), *children_of(unit, on=today)]
    values = {
        "unit": unit,
        "period": period,
        "spoken": periods.spoken(period),
        "rows": presenters.status(shown, unit.name, today),
        "after": start + len(shown) if len(rows) > queries.STATUS_ROWS else None,
        "given": presenters.given(shown_given, unit.name),
        "given_after": given_start + len(shown_given) if len(given) > queries.STATUS_ROWS else None,
        "periods": [
            (rhythm.label, _latest(rhythm, period, request)) for rhythm in reversed(Rhythm)
        ],
        "others": [one for one in near if queries.unit_in_sight(request.standing, one)],
    }
    return pages.render(request, "requirements/status.html", values)


def _start(request: Request, name: str) -> int:
    """Where the page of a list begins: after so many rows."""
    after = request.GET.get(name, "")
    return int(after) if after.isascii() and after.isdecimal() and len(after) < 19 else 0


def _latest(rhythm: str, shown: str, request: Request) -> list[tuple[str, str, bool]]:
    """The newest periods at that rhythm: each, as it is spoken, and whether it is the one shown."""
    found = [periods.period_of(rhythm, clock.day(request.now))]
    for _number in range(BEFORE):
        day_before = periods.first_day(found[-1]) - timedelta(days=1)
        found.append(periods.period_of(rhythm, day_before))
    return [(one, periods.spoken(one), one == shown) for one in found]
