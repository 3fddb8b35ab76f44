"""Reading in libraries and laws on the page: upload, see what would happen, confirm."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_code
from styrk.requirements import exports, forms, imports, queries, rules
from styrk.requirements.libraries import template_xlsx
from styrk.requirements.states import SourceKind
from styrk.ui import pages, parcels

PARCEL = "requirements"
SHOWN = 100
LAWS = "lovdata"


@allowed(Permission.PLACE_REQUIREMENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def import_files(request: Request) -> HttpResponse:
    """Choose files; the next page tells what they would change, and asks for a yes."""
    if request.method != "POST":
        return _page(request, _form(request))
    if "parcel" in request.POST:
        return _confirmed(request)
    form = _form(request)
    if not form.is_valid():
        return _page(request, form, status=422)
    return _preview(request, form)


def _form(request: Request, *, fresh: bool = False) -> forms.UploadForm:
    posted = request.method == "POST" and not fresh
    return forms.UploadForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        units=queries.keeping_units(request.standing),
        common=rules.may_keep_common(request.standing),
    )


def _preview(request: Request, form: forms.UploadForm) -> HttpResponse:
    unit = form.chosen_unit()
    facts = {
        "what": form.cleaned_data["what"],
        "kind": form.cleaned_data["kind"] or SourceKind.FRAMEWORK.value,
        "unit": unit.code if unit else "",
    }
    sources = form.sources()
    report = _run(request, sources, facts, dry_run=True)
    if report.refused:
        return _page(request, form, report=report, status=422)
    try:
        parcel = parcels.pack(PARCEL, sources, facts, request.person.pk)
    except parcels.TooLarge:
        form.add_error("uploads", _("Filene er for store for nettsiden. Bruk kommandolinjen."))
        return _page(request, form, status=422)
    return _page(request, _form(request, fresh=True), report=report, parcel=parcel)


def _confirmed(request: Request) -> HttpResponse:
    try:
        sources, facts = parcels.unpack(PARCEL, request.POST["parcel"], request.person.pk)
    except parcels.Stale:
        return _page(request, _form(request, fresh=True), is_stale=True, status=422)
    report = _run(request, sources, facts, dry_run=False)
    if report.refused:
        return _page(request, _form(request, fresh=True), report=report, status=422)
    messages.success(request, report.outcome())
    if len(report.editions) == 1:
        return redirect("requirements:edition", uuid=report.editions[0].uuid)
    return redirect("requirements:sources")


def _run(
    request: Request, sources: Sequence[imports.SourceFile], facts: parcels.Facts, *, dry_run: bool
) -> imports.Report:
    """What one may not keep is said as an error, as anything else that is wrong."""
    unit = _unit(request, facts["unit"])
    may = unit is not None or rules.may_keep_common(request.standing)
    if not may or (facts["what"] == LAWS and not rules.may_keep_common(request.standing)):
        text = _("Bare den som har ansvar for krav i hele virksomheten, kan lese inn dette.")
        line = imports.Line(sources[0].name, "", text)
        return imports.Report([one.name for one in sources], dry_run, applied=False, errors=[line])
    if facts["what"] == LAWS:
        return imports.import_law(
            sources, by=request.person, now=request.now, dry_run=dry_run, owner=request.person
        )
    return imports.import_library(
        sources,
        by=request.person,
        now=request.now,
        dry_run=dry_run,
        kind=facts["kind"],
        unit=unit,
        owner=request.person,
        may_keep=lambda source: rules.may_keep(request.standing, source),
    )


def _unit(request: Request, code: str) -> Unit | None:
    unit = unit_by_code(code) if code else None
    return unit if unit and rules.may_place(request.standing, unit.pk) else None


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
    }
    return pages.render(request, "requirements/import.html", values, status=status)


@allowed(Permission.PLACE_REQUIREMENTS)
@require_safe
def template(_request: Request) -> HttpResponse:
    """An empty spreadsheet to fill in, with what each column means."""
    headers = {"Content-Disposition": 'attachment; filename="krav-mal.xlsx"'}
    return HttpResponse(template_xlsx(), content_type=exports.XLSX, headers=headers)
