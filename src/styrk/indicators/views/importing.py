"""Values from files: upload, see what would happen, take in all or those that are in order."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.core.files import SourceFile
from styrk.indicators import exports, forms, imports, queries, rules
from styrk.indicators.queries.typing import sees_line
from styrk.indicators.views import acting, where
from styrk.organisation.queries import children_of
from styrk.ui import pages, parcels

PARCEL = "indicators"
SHOWN = 100
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@allowed(Permission.RECORD_VALUES)
@require_http_methods(["GET", "HEAD", "POST"])
def import_files(request: Request) -> HttpResponse:
    """Choose files; the next page tells what they would change, and asks for a yes."""
    if request.method != "POST":
        return _page(request, forms.UploadForm())
    if "parcel" in request.POST:
        return _confirmed(request)
    form = forms.UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    return _preview(request, form)


def _preview(request: Request, form: forms.UploadForm) -> HttpResponse:
    sources = form.sources()
    facts = {"mapping": form.cleaned_data["mapping"], "reason": form.cleaned_data["reason"]}
    report = _run(request, sources, facts, dry_run=True)
    if not report.new + report.corrected and report.errors:
        return _page(request, form, report=report, status=422)
    try:
        parcel = parcels.pack(PARCEL, sources, facts, request.person.pk)
    except parcels.TooLarge:
        form.add_error("uploads", _("Filene er for store for nettsiden. Bruk kommandolinjen."))
        return _page(request, form, status=422)
    return _page(request, form, report=report, parcel=parcel)


def _confirmed(request: Request) -> HttpResponse:
    try:
        sources, facts = parcels.unpack(PARCEL, request.POST["parcel"], request.person.pk)
    except parcels.Stale:
        return _page(request, forms.UploadForm(), is_stale=True, status=422)
    valid = "valid" in request.POST
    report = _run(request, sources, facts, dry_run=False, accept_valid=valid)
    if not report.applied:
        return _page(request, forms.UploadForm(), report=report, status=422)
    messages.success(request, report.lines()[-1])
    if report.errors:
        return _page(request, forms.UploadForm(), report=report)
    return redirect("indicators:indicators")


def _run(
    request: Request,
    sources: Sequence[SourceFile],
    facts: parcels.Facts,
    *,
    dry_run: bool,
    accept_valid: bool = False,
) -> imports.Report:
    asked = imports.Asked(
        by=request.person,
        now=request.now,
        shape=imports.MAPPINGS.get(facts["mapping"]),
        within=rules.recordable(request.standing),
        reason=facts["reason"],
        dry_run=dry_run,
        accept_valid=accept_valid,
    )
    return imports.import_values(sources, asked)


def _page(
    request: Request,
    form: forms.UploadForm,
    *,
    report: imports.Report | None = None,
    parcel: str = "",
    is_stale: bool = False,
    status: int = 200,
) -> HttpResponse:
    values = {
        "form": form,
        "report": report,
        "parcel": parcel,
        "is_stale": is_stale,
        "shown": SHOWN,
        "changes": report.new + report.corrected if report else 0,
    }
    return pages.render(request, "indicators/import.html", values, status=status)


@allowed(Permission.RECORD_VALUES)
@require_safe
def template(request: Request) -> HttpResponse:
    """A spreadsheet to fill in for one's own unit and those straight below."""
    unit = where.unit_of(request)
    today = clock.day(request.now)
    units = [unit, *children_of(unit, on=today)] if unit else []
    typed = [one for one in units if rules.may_record(request.standing, one)]
    found = queries.kept_by(unit) if unit else []
    return _file(exports.template(found, typed, today), "indikatorer-mal.xlsx", XLSX)


@allowed(Permission.SEE_INDICATORS)
@require_safe
def export(request: Request) -> HttpResponse:
    """The values at a unit and below, as they can be read in again."""
    unit = where.unit_of(request)
    acting.require(unit is not None)
    if unit is None or not sees_line(request.standing, unit):
        return redirect("indicators:indicators")
    found = queries.indicators_at([unit], clock.day(request.now))
    form = "xlsx" if request.GET.get("form") == "xlsx" else "csv"
    kind = XLSX if form == "xlsx" else "text/csv; charset=utf-8"
    return _file(exports.exported(found, unit, form), f"indikatorer.{form}", kind)


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
