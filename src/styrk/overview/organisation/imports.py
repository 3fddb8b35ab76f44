"""Reading in units, people and posts on the page: upload, see what would happen, confirm."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from styrk.access.acting import ACT
from styrk.access.decorators import allowed
from styrk.access.models import Facts
from styrk.access.permissions import Permission
from styrk.access.previewing import Intake
from styrk.access.requests import Request
from styrk.access.roles import ROLES
from styrk.access.rules import SEES_CASES
from styrk.core import clock
from styrk.core.files import SourceFile
from styrk.organisation import exports, imports
from styrk.organisation.commands import wait_for_others
from styrk.overview.organisation import imported, previewed
from styrk.overview.organisation.forms import UploadForm
from styrk.ui.addresses import address_of


@allowed(Permission.CHANGE_ORGANISATION)
@ACT
def import_files(request: Request) -> HttpResponse:
    """Choose files; the next page tells what they would change, and asks for a yes."""
    return INTAKE.answer(request)


def _form(_request: Request, data: Any = None, files: Any = None) -> UploadForm:
    return UploadForm(data, files)


def _facts(form: UploadForm) -> Facts:
    return {"mapping": form.cleaned_data["mapping"]}


def _read(request: Request, sources: Sequence[SourceFile], facts: Facts) -> imports.Plan:
    return imports.read(sources, facts["mapping"] or None, **_limits(request))


def _taken(request: Request, sources: Sequence[SourceFile], facts: Facts) -> imports.Plan:
    try:
        plan = _read(request, sources, facts)
        return imported.read_in(plan, by=request.person, now=request.now)
    except imports.HasErrors as refused:
        return refused.plan


def _done(request: Request, plan: imports.Plan) -> str:
    messages.success(request, _said(plan))
    return address_of("organisation:units")


def _limits(request: Request) -> dict[str, Any]:
    return {
        "roles": frozenset(ROLES),
        "on": clock.day(request.now),
        "within": request.standing.may[Permission.CHANGE_ORGANISATION].ids,
        "not_oneself": imports.NotOneself(request.person.pk, SEES_CASES),
    }


def _said(plan: imports.Plan) -> str:
    if plan.is_empty:
        return _("Alt er likt fra før. Ingenting er endret.")
    counts = plan.counts.values()
    facts = {"new": sum(c.new for c in counts), "changed": sum(c.changed for c in counts)}
    return _("Lest inn. Nye: %(new)s. Endret: %(changed)s.") % facts


def _told(plan: imports.Plan | None) -> dict[str, Any]:
    return {
        "plan": plan,
        "comes": previewed.told(plan) if plan and not plan.errors else [],
        "kinds": list(imports.FORMATS),
    }


INTAKE = Intake(
    address="organisation:import",
    template="overview/organisation/import.html",
    form=_form,
    facts=_facts,
    rehearse=_read,
    take=_taken,
    refused=lambda plan: bool(plan.errors),
    done=_done,
    told=_told,
    changes=lambda _plan, told: told["comes"],
    hold=wait_for_others,
)


@allowed(Permission.CHANGE_ORGANISATION)
def template(_request: Request, kind: str) -> HttpResponse:
    """An empty file to fill in."""
    if kind not in imports.FORMATS:
        raise Http404
    return _file(f"{kind}.csv", imports.template(kind).encode("utf-8-sig"))


@allowed(Permission.CHANGE_ORGANISATION)
def export(request: Request, kind: str) -> HttpResponse:
    """What the reader administers, as files that can be read in again."""
    if kind not in imports.FORMATS:
        raise Http404
    within = request.standing.may[Permission.CHANGE_ORGANISATION].ids
    return _file(_dated(kind, request.now), exports.exported(within)[f"{kind}.csv"])


def _dated(kind: str, now: datetime) -> str:
    return f"{kind}-{clock.day(now)}.csv"


def _file(name: str, content: bytes) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)
