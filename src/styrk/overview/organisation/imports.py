"""Reading in units, people and posts on the page: upload, see what would happen, confirm."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.access.roles import ROLES
from styrk.access.rules import SEES_CASES
from styrk.core import clock
from styrk.organisation import exports, imports
from styrk.overview.organisation import imported
from styrk.overview.organisation.forms import UploadForm
from styrk.ui import pages, parcels

TEMPLATE = "overview/organisation/import.html"
PARCEL = "organisation"
SHOWN = 100


@allowed(Permission.CHANGE_ORGANISATION)
def import_files(request: Request) -> HttpResponse:
    """Choose files; the next page tells what they would change, and asks for a yes."""
    if request.method != "POST":
        return _page(request, UploadForm())
    if "parcel" in request.POST:
        return _confirmed(request)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    return _preview(request, form)


def _preview(request: Request, form: UploadForm) -> HttpResponse:
    mapping = form.cleaned_data["mapping"]
    plan = imports.read(form.sources(), mapping or None, **_limits(request))
    if plan.errors:
        return _page(request, form, plan=plan, status=422)
    try:
        parcel = parcels.pack(PARCEL, plan.files, {"mapping": mapping}, request.person.pk)
    except parcels.TooLarge:
        form.add_error("uploads", _("Filene er for store for nettsiden. Bruk kommandolinjen."))
        return _page(request, form, status=422)
    return _page(request, UploadForm(), plan=plan, parcel=parcel)


def _confirmed(request: Request) -> HttpResponse:
    try:
        sources, chosen = parcels.unpack(PARCEL, request.POST["parcel"], request.person.pk)
    except parcels.Stale:
        return _page(request, UploadForm(), is_stale=True, status=422)
    plan = imports.read(sources, chosen["mapping"] or None, **_limits(request))
    try:
        done = imported.read_in(plan, by=request.person, now=request.now)
    except imports.HasErrors as refused:
        return _page(request, UploadForm(), plan=refused.plan, status=422)
    messages.success(request, _told(done))
    return redirect("organisation:units")


def _limits(request: Request) -> dict[str, Any]:
    return {
        "roles": frozenset(ROLES),
        "on": clock.day(request.now),
        "within": request.standing.may[Permission.CHANGE_ORGANISATION].ids,
        "not_oneself": imports.NotOneself(request.person.pk, SEES_CASES),
    }


def _told(plan: imports.Plan) -> str:
    if plan.is_empty:
        return _("Alt er likt fra før. Ingenting er endret.")
    counts = plan.counts.values()
    facts = {"new": sum(c.new for c in counts), "changed": sum(c.changed for c in counts)}
    return _("Lest inn. Nye: %(new)s. Endret: %(changed)s.") % facts


def _page(
    request: Request,
    form: UploadForm,
    *,
    plan: imports.Plan | None = None,
    parcel: str = "",
    is_stale: bool = False,
    status: int = 200,
) -> HttpResponse:
    values = {
        "form": form,
        "plan": plan,
        "parcel": parcel,
        "is_stale": is_stale,
        "changes": plan.changes()[: SHOWN + 1] if plan else [],
        "shown": SHOWN,
        "kinds": list(imports.FORMATS),
    }
    return pages.render(request, TEMPLATE, values, status=status)


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
