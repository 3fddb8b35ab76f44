"""Reading in libraries and laws on the page: upload, see what would happen, confirm."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access.acting import ACT
from styrk.access.decorators import allowed
from styrk.access.models import Facts
from styrk.access.permissions import Permission
from styrk.access.previewing import Intake
from styrk.access.requests import Request
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_code
from styrk.requirements import exports, forms, imports, queries, rules
from styrk.requirements.libraries import template_xlsx
from styrk.requirements.states import SourceKind
from styrk.ui.addresses import address_of

LAWS = "lovdata"


@allowed(Permission.PLACE_REQUIREMENTS)
@ACT
def import_files(request: Request) -> HttpResponse:
    """Choose files; the next page tells what they would change, and asks for a yes."""
    return INTAKE.answer(request)


def _form(request: Request, data: Any = None, files: Any = None) -> forms.UploadForm:
    return forms.UploadForm(
        data,
        files,
        units=queries.keeping_units(request.standing),
        common=rules.may_keep_common(request.standing),
    )


def _facts(form: forms.UploadForm) -> Facts:
    unit = form.chosen_unit()
    return {
        "what": form.cleaned_data["what"],
        "kind": form.cleaned_data["kind"] or SourceKind.FRAMEWORK.value,
        "unit": unit.code if unit else "",
    }


def _done(request: Request, report: imports.Report) -> str:
    messages.success(request, report.outcome())
    if len(report.editions) == 1:
        return address_of("requirements:edition", report.editions[0].uuid)
    return address_of("requirements:sources")


def _run(
    request: Request, sources: Sequence[imports.SourceFile], facts: Facts, *, dry_run: bool
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


INTAKE = Intake(
    address="requirements:import",
    template="requirements/import.html",
    form=_form,
    facts=_facts,
    rehearse=partial(_run, dry_run=True),
    take=partial(_run, dry_run=False),
    refused=lambda report: report.refused,
    done=_done,
    told=lambda _report: {},
    changes=lambda report, _told: report.lines(),
)


@allowed(Permission.PLACE_REQUIREMENTS)
@require_safe
def template(_request: Request) -> HttpResponse:
    """An empty spreadsheet to fill in, with what each column means."""
    headers = {"Content-Disposition": 'attachment; filename="krav-mal.xlsx"'}
    return HttpResponse(template_xlsx(), content_type=exports.XLSX, headers=headers)
