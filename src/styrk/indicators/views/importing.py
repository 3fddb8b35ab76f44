"""Values from files: upload, see what would happen, take in all or those that are in order."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from styrk.access.acting import ACT
from styrk.access.decorators import allowed
from styrk.access.models import Facts
from styrk.access.permissions import Permission
from styrk.access.previewing import Intake
from styrk.access.requests import Request
from styrk.core import clock
from styrk.core.files import SourceFile
from styrk.indicators import exports, forms, imports, queries, rules
from styrk.indicators.queries.typing import sees_line
from styrk.indicators.views import acting, where
from styrk.organisation.queries import children_of
from styrk.ui.addresses import address_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@allowed(Permission.RECORD_VALUES)
@ACT
def import_files(request: Request) -> HttpResponse:
    """Choose files; the next page tells what they would change, and asks for a yes."""
    return INTAKE.answer(request)


def _form(_request: Request, data: Any = None, files: Any = None) -> forms.UploadForm:
    return forms.UploadForm(data, files)


def _facts(form: forms.UploadForm) -> Facts:
    return {"mapping": form.cleaned_data["mapping"], "reason": form.cleaned_data["reason"]}


def _taken(request: Request, sources: Sequence[SourceFile], facts: Facts) -> imports.Report:
    return _run(request, sources, facts, dry_run=False, accept_valid="valid" in request.POST)


def _refused(report: imports.Report) -> bool:
    """Of a rehearsal, only where no row is in order: whether the rest will do is asked about."""
    changes = report.new + report.corrected
    return bool(report.errors) and not changes if report.dry_run else not report.applied


def _done(request: Request, report: imports.Report) -> str:
    """Where some rows were left out, one stays with them."""
    messages.success(request, report.lines()[-1])
    return "" if report.errors else address_of("indicators:indicators")


def _run(
    request: Request,
    sources: Sequence[SourceFile],
    facts: Facts,
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


INTAKE = Intake(
    address="indicators:import",
    template="indicators/import.html",
    form=_form,
    facts=_facts,
    rehearse=partial(_run, dry_run=True),
    take=_taken,
    refused=_refused,
    done=_done,
    told=lambda report: {"changes": report.new + report.corrected if report else 0},
    changes=lambda report, _told: (*report.lines(), report.stood),
)


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
