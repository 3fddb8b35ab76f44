"""The årlig melding: those of one's units, one of them whole, and as a file."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.core.papers import MEDIA
from styrk.organisation.flavours import is_municipal
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_code
from styrk.requirements import periods, presenters, queries, rules
from styrk.requirements.annual import digest_of, files, words
from styrk.requirements.annual_due import WRITTEN_BY
from styrk.requirements.models import AnnualReport
from styrk.requirements.states import ANNUAL_MOVES, AnnualState
from styrk.ui import pages

SEES = Permission.SEE_REQUIREMENTS
FIRST_YEAR = 2000


def unit_of(request: Request, code: str) -> Unit:
    """The unit, if it is in this person's sight, or 404."""
    unit = unit_by_code(code)
    if unit is None or not queries.unit_in_sight(request.standing, unit):
        raise Http404
    return unit


def trust_unit(request: Request, code: str) -> Unit:
    """The same, where there is an owner to answer: no kommune writes an årlig melding."""
    unit = unit_of(request, code)
    if is_municipal(unit):
        raise Http404
    return unit


def check_year(request: Request, year: int) -> None:
    """A year that has begun, or 404."""
    if not FIRST_YEAR <= year <= clock.day(request.now).year:
        raise Http404


def whole_of(request: Request, unit: Unit, year: int) -> files.Whole:
    report = queries.annual_report(unit, year)
    today = clock.day(request.now)
    content = queries.annual_content(unit, year, report, request.standing, today)
    approved = report is not None and report.state == AnnualState.APPROVED
    return files.Whole(report, content, queries.addenda_of(report) if report and approved else ())


@allowed(SEES)
@require_safe
def annuals(request: Request) -> HttpResponse:
    """The years of one's own units, and of a unit that is asked for."""
    today = clock.day(request.now)
    code = request.GET.get("enhet", "").strip()
    units = [trust_unit(request, code)] if code else queries.annual_units(request.person, today)
    found = {(one.unit_id, one.year): one for one in queries.annual_reports([u.pk for u in units])}
    values = {"units": [(unit, _years(unit, found, today)) for unit in units]}
    return pages.render(request, "requirements/annuals.html", values)


def _years(
    unit: Unit, found: dict[tuple[int, int], AnnualReport], today: date
) -> list[tuple[int, AnnualReport | None]]:
    """This year and the last, and those that are written, the newest first."""
    years = {today.year, today.year - 1, *(year for pk, year in found if pk == unit.pk)}
    return [(year, found.get((unit.pk, year))) for year in sorted(years, reverse=True)]


@allowed(SEES)
@require_safe
def by_uuid(request: Request, uuid: UUID) -> HttpResponse:
    """Where a duty leads: on to the melding by its unit and year."""
    report = queries.annual_by_uuid(uuid)
    if report is None or not queries.unit_in_sight(request.standing, report.unit):
        raise Http404
    return redirect("requirements:annual", code=report.unit.code, year=report.year)


@allowed(SEES)
@require_safe
def annual(request: Request, code: str, year: int) -> HttpResponse:
    """All of it, with what is missing and from whom; what one may do stands beside."""
    unit = trust_unit(request, code)
    check_year(request, year)
    whole = whole_of(request, unit, year)
    content, report = whole.content, whole.report
    state = report.state if report else AnnualState.DRAFT
    may_write = rules.may_write_annual(request.standing, unit.pk)
    values = {
        "unit": unit,
        "year": year,
        "report": report,
        "content": content,
        "addenda": whole.addenda,
        "approved": state == AnnualState.APPROVED,
        "documents": list(presenters.documents(content)),
        "given": list(presenters.given_documents(content)),
        "figures": [one for one in words.figures(content) if one[1] or one[2]],
        "gaps": words.gaps(content),
        "hearings": queries.hearings_of(report),
        "may_write": may_write and _can(state, "write"),
        "may_add": may_write and _can(state, "add"),
        "may_approve": _can(state, "approve")
        and rules.may_approve_annual(request.standing, unit.pk),
        "open_from": date(year + 1, 1, 1),
        "digest": digest_of(content),
        "due_on": WRITTEN_BY.after(year),
        "why_due": WRITTEN_BY.why,
        "today": clock.day(request.now),
        "ongoing": not periods.is_over(str(year), clock.day(request.now)),
    }
    return pages.render(request, "requirements/annual.html", values)


def _can(state: str, act: str) -> bool:
    return (state, act) in ANNUAL_MOVES


@allowed(SEES)
@require_safe
def export(request: Request, code: str, year: int, form: str) -> HttpResponse:
    unit = trust_unit(request, code)
    check_year(request, year)
    if form not in files.FORMS:
        raise Http404
    whole = whole_of(request, unit, year)
    name = files.file_name(whole.content, form)
    return HttpResponse(
        files.written(whole, form, request.now, invented=settings.DEMO),
        content_type=MEDIA[form],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
