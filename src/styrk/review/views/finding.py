"""Which report a page is of, and whether it is in sight: what is not there and what is not seen is 404."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse

from styrk.access.requests import Request
from styrk.core import clock
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_code
from styrk.requirements import periods
from styrk.review import layouts, queries, rules
from styrk.review.layouts import Layout, LayoutWrong
from styrk.review.models import Report, Version
from styrk.review.pack import Content, from_json
from styrk.review.queries import Around, Subject
from styrk.ui import pages


@dataclass(frozen=True)
class Place:
    """A unit's report of a kind for a period, begun or not, as one person may see it.

    `writes`: the person sees what is not sent, and may write in all of it.
    """

    unit: Unit
    layout: Layout
    period: str
    report: Report | None
    writes: bool
    asked: bool

    @property
    def sees_draft(self) -> bool:
        return self.writes or self.asked

    @property
    def is_open(self) -> bool:
        return self.report is None or self.report.is_open

    def fits(self, act: str) -> bool:
        return rules.fits(self.report, act)


def laid_out(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page that needs the kinds of reports. Where a file is wrong, it says which and why."""

    @wraps(view)
    def run(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except LayoutWrong as reason:
            return pages.render(request, "review/wrong.html", {"reason": reason}, status=503)

    return run


def place(request: Request, code: str, layout: str, period: str) -> Place:
    """One that this person may see something of, or 404."""
    unit, found = unit_by_code(code), layouts.layout(layout)
    if unit is None or found is None or not _is_asked_for(request, unit, found, period):
        raise Http404
    report = queries.report_of(unit, layout, period)
    writes = rules.may_write(request.standing, unit)
    asked = not writes and queries.is_asked(report, request.person)
    if not (writes or asked or rules.may_see(request.standing, unit)):
        raise Http404
    return Place(unit, found, period, report, writes, asked)


def _is_asked_for(request: Request, unit: Unit, layout: Layout, period: str) -> bool:
    on = clock.day(request.now)
    return (
        layout.written_at(unit.level)
        and periods.has_begun(period, on)
        and periods.period_of(layout.rhythm, periods.first_day(period)) == period
    )


def held(request: Request, found: Place) -> Place:
    """The same, where the report is kept from others until the transaction ends."""
    if request.method != "POST" or found.report is None:
        return found
    report = queries.held(found.unit, found.layout.code, found.period)
    return Place(found.unit, found.layout, found.period, report, found.writes, found.asked)


def written(request: Request, code: str, layout: str, period: str) -> Place:
    """For one who writes for the unit, or 404."""
    found = held(request, place(request, code, layout, period))
    if not found.writes:
        raise Http404
    return found


def begun(found: Place) -> Report:
    if found.report is None:
        raise Http404
    return found.report


def live(request: Request, found: Place, around: Around | None = None) -> Content:
    """As it stands now, for one who sees drafts. What is `around` it comes along."""
    subject = Subject(found.unit, found.layout, found.period, found.report)
    standing, today = request.standing, clock.day(request.now)
    if around is None:
        return queries.live_content(subject, standing, today)
    return queries.live_content(subject, standing, today, words=around.words, along=around.rest)


def sent(found: Place, number: int | None = None) -> Version:
    """A version of it, or 404."""
    version = queries.version_of(found.report, number)
    if version is None:
        raise Http404
    return version


def content_of(version: Version) -> Content:
    return from_json(version.content)
