"""Reading in a code scheme on the page: choose the file, see what it holds, say yes."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access.acting import ACT, draft
from styrk.access.decorators import allowed
from styrk.access.models import Facts
from styrk.access.permissions import Permission
from styrk.access.previewing import Intake
from styrk.access.requests import Request
from styrk.classification import commands, forms, imports, queries, rules
from styrk.core.files import SourceFile
from styrk.organisation.imports.rows import RowError
from styrk.organisation.queries import unit_by_code
from styrk.ui.addresses import address_of

TOLD = ("name", "version", "publisher", "trust")


@allowed(Permission.HANDLE_INCIDENTS)
@ACT
def import_scheme(request: Request) -> HttpResponse:
    return INTAKE.answer(request)


def _form(request: Request, data: Any = None, files: Any = None) -> forms.SchemeForm:
    kept = [
        one for one in queries.trusts(request.standing) if rules.may_keep(request.standing, one.pk)
    ]
    return forms.SchemeForm(data, files, trusts=kept, initial=draft(request))


def _read(_request: Request, sources: Sequence[SourceFile], facts: Facts) -> imports.Report:
    return imports.read_scheme(
        sources[0], name=facts["name"], version=facts["version"], publisher=facts["publisher"]
    )


def _take(request: Request, sources: Sequence[SourceFile], facts: Facts) -> imports.Report:
    report = _read(request, sources, facts)
    trust = unit_by_code(facts["trust"])
    if trust is None or not rules.may_keep(request.standing, trust.pk):
        text = _("Bare den som følger opp avvik i hele virksomheten, kan velge kodeverk.")
        return imports.Report(errors=[RowError(sources[0].name, 0, "", text)])
    if report.scheme:
        commands.take_scheme(read=report.scheme, trust=trust, by=request.person, now=request.now)
    return report


def _done(request: Request, report: imports.Report) -> str:
    if report.scheme:
        text = _("%(name)s %(version)s er i bruk, med %(number)s koder.")
        scheme = report.scheme
        told = {"name": scheme.name, "version": scheme.version, "number": scheme.number}
        messages.success(request, text % told)
    return address_of("classification:schemes")


INTAKE = Intake(
    address="classification:import",
    template="classification/import.html",
    form=_form,
    facts=lambda form: {name: form.cleaned_data[name] for name in TOLD},
    rehearse=_read,
    take=_take,
    refused=lambda report: report.refused,
    done=_done,
    told=lambda _report: {},
    changes=lambda report, _told: report.scheme,
)


@allowed(Permission.HANDLE_INCIDENTS)
@require_safe
def template(_request: Request) -> HttpResponse:
    """The seven axes of NOKUP, to be filled in with the codes."""
    headers = {"Content-Disposition": 'attachment; filename="kodeverk-mal.csv"'}
    content = imports.TEMPLATE.encode("utf-8-sig")
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)
