"""Just those reports that a number on the page of a samleavvik or a tema counts."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.acting import Subject
from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.core.tallies import first_of_month
from styrk.incidents import presenters as incidents
from styrk.organisation.queries import unit_by_code
from styrk.patterns import presenters, queries
from styrk.patterns.models import GroupMember, ThemeMember
from styrk.patterns.views.acting import DESK, THEMES, subject, theme_subject
from styrk.ui import pages, paging

# In the address: a month, where it happened, and that only the months of the page are meant.
MONTH, UNIT, LATELY = "maned", "enhet", "siste"


@allowed(Permission.SEE_INCIDENTS)
@require_safe
def of_group(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.found(request, uuid)
    some = _some(request, queries.MONTHS)
    members = queries.members(found, paging.before(request), some)
    return _shown(request, subject(found), members, some)


@signed_in
@require_safe
def of_theme(request: Request, uuid: UUID) -> HttpResponse:
    found = THEMES.found(request, uuid)
    some = _some(request, queries.MONTHS_DRAWN)
    members = queries.theme_members(found, paging.before(request), some)
    return _shown(request, theme_subject(found), members, some)


def _some(request: Request, months: int) -> queries.Some:
    since = first_of_month(clock.day(request.now), months - 1)
    try:
        month = date.fromisoformat(f"{request.GET[MONTH]}-01") if MONTH in request.GET else None
    except ValueError:
        raise Http404 from None
    unit = unit_by_code(request.GET[UNIT]) if UNIT in request.GET else None
    if UNIT in request.GET and unit is None:
        raise Http404
    return queries.Some(month=month, since=since if LATELY in request.GET else None, unit=unit)


def _shown(
    request: Request,
    what: Subject,
    members: Sequence[GroupMember | ThemeMember],
    some: queries.Some,
) -> HttpResponse:
    shown = [one.incident for one in members[: queries.PAGE]]
    last = shown[-1] if len(members) > queries.PAGE else None
    asked = request.GET.copy()
    asked.pop(paging.OLDER, None)
    values = {
        "title": what.way[-1][0],
        "crumbs": list(what.way),
        "home": what.home,
        "said": presenters.some(some),
        "rows": [
            (one, incidents.state_tag(one), incidents.harm_tag(one.harm_actual)) for one in shown
        ],
        "older": paging.older(request, last.reported_at, last.pk) if last else None,
        "first_page": paging.OLDER not in request.GET,
        "newest": f"{request.path}?{asked.urlencode()}",
    }
    return pages.render(request, "patterns/some.html", values)
