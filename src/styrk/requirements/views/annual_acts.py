"""What one does with an årlig melding: a page for each act."""

from collections.abc import Callable
from uuid import UUID

from django import forms as django_forms
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.organisation.models import Unit
from styrk.requirements import commands, forms, queries, rules
from styrk.requirements.annual import digest_of
from styrk.requirements.models import Placement
from styrk.requirements.views import acting, asking
from styrk.requirements.views.annual import check_year, unit_of, whole_of

ACT = require_http_methods(["GET", "HEAD", "POST"])
SEES, ANSWERS = Permission.SEE_REQUIREMENTS, Permission.ANSWER_REQUIREMENTS


def _written(request: Request, code: str, year: int) -> Unit:
    """The unit, for one who writes its melding, or 404."""
    unit = unit_of(request, code)
    check_year(request, year)
    if not rules.may_write_annual(request.standing, unit.pk):
        raise Http404
    return unit


def _page(
    request: Request,
    unit: Unit,
    year: int,
    form: django_forms.Form,
    command: Callable[[], object],
    *,
    title: str,
    button: str,
    said: str,
    intro: str = "",
) -> HttpResponse:
    here = reverse("requirements:annual", args=[unit.code, year])
    called = _("Årlig melding %(year)s for %(unit)s") % {"year": year, "unit": unit.name}
    return asking.form_page(
        request,
        form,
        command,
        title=title,
        button=button,
        said=said,
        back=here,
        crumbs=[(called, here)],
        intro=intro,
    )


@allowed(ANSWERS)
@ACT
def write(request: Request, code: str, year: int, part: str) -> HttpResponse:
    unit = _written(request, code, year)
    titles = {"forord": _("Forord"), "plan": _("Plan for de neste årene")}
    fields = {"forord": "foreword", "plan": "plan"}
    if part not in fields:
        raise Http404
    report = queries.annual_report(unit, year)
    before = {"text": getattr(report, fields[part])} if report else {}
    form = forms.PartForm(acting.data(request), initial=before | acting.draft(request))
    return _page(
        request,
        unit,
        year,
        form,
        lambda: commands.write_annual_part(
            unit=unit,
            year=year,
            part=fields[part],
            text=form.cleaned_data["text"],
            by=request.person,
            now=request.now,
        ),
        title=titles[part],
        button=_("Lagre"),
        said=_("Teksten er lagret."),
    )


@allowed(ANSWERS)
@ACT
def hear(request: Request, code: str, year: int) -> HttpResponse:
    unit = _written(request, code, year)
    today = clock.day(request.now)
    form = forms.HeardForm(acting.data(request), today=today, initial=acting.draft(request))
    return _page(
        request,
        unit,
        year,
        form,
        lambda: commands.note_annual_hearing(
            unit=unit, year=year, heard=form.given(), by=request.person, now=request.now
        ),
        title=_("Hvem er hørt om planen?"),
        intro=_("Pasienter og andre brukere skal høres om planen."),
        button=_("Lagre"),
        said=_("Innspillet er notert."),
    )


@allowed(ANSWERS)
@ACT
def settle(request: Request, code: str, year: int, uuid: UUID) -> HttpResponse:
    unit = _written(request, code, year)
    hearing = queries.annual_hearing(queries.annual_report(unit, year), uuid)
    if hearing is None:
        raise Http404
    form = forms.HeardForm(
        acting.data(request),
        today=clock.day(request.now),
        initial=forms.heard_of(hearing) | acting.draft(request),
    )
    return _page(
        request,
        unit,
        year,
        form,
        lambda: commands.settle_annual_hearing(
            hearing=hearing, heard=form.given(), by=request.person, now=request.now
        ),
        title=_("Hva førte innspillet til?"),
        button=_("Lagre"),
        said=_("Innspillet er oppdatert."),
    )


@allowed(SEES)
@ACT
def answer(request: Request, code: str, year: int, uuid: UUID) -> HttpResponse:
    """The unit's own words of the whole year, where what was reported does not say it."""
    unit = unit_of(request, code)
    check_year(request, year)
    placement = _placed(request, unit, uuid)
    last = queries.said_in(str(year), [placement.pk]).get(placement.pk)
    before = {"course": last.course, "text": last.text} if last else {}
    form = forms.YearForm(acting.data(request), initial=before | acting.draft(request))
    return _page(
        request,
        unit,
        year,
        form,
        lambda: commands.report_back(
            placement=placement,
            year=year,
            course=form.cleaned_data["course"],
            text=form.cleaned_data["text"],
            by=request.person,
            now=request.now,
        ),
        title=_("Svar på %(requirement)s") % {"requirement": placement.requirement},
        intro=placement.requirement.text,
        button=_("Lagre svaret"),
        said=_("Svaret er lagret og står i meldingen."),
    )


def _placed(request: Request, unit: Unit, uuid: UUID) -> Placement:
    placement = acting.found(request, uuid)
    if placement.unit_id != unit.pk or not rules.is_for(request.standing, placement, "report_back"):
        raise Http404
    return placement


@allowed(SEES)
@ACT
def approve(request: Request, code: str, year: int) -> HttpResponse:
    unit = unit_of(request, code)
    check_year(request, year)
    if not rules.may_approve_annual(request.standing, unit.pk):
        raise Http404
    content = whole_of(request, unit, year).content
    seen = {"seen": request.GET.get("lest") or digest_of(content)}
    form = forms.ApproveForm(acting.data(request), initial=acting.draft(request) | seen)
    return _page(
        request,
        unit,
        year,
        form,
        lambda: commands.approve_annual_report(
            unit=unit,
            year=year,
            seen=form.cleaned_data["seen"],
            basis=form.cleaned_data["basis"],
            by=request.person,
            now=request.now,
        ),
        title=_("Godkjenn årlig melding"),
        intro=_("Etter dette kan meldingen ikke endres. Det som kommer senere, blir tillegg."),
        button=_("Godkjenn"),
        said=_("Meldingen er godkjent og ligger fast."),
    )


@allowed(ANSWERS)
@ACT
def add(request: Request, code: str, year: int) -> HttpResponse:
    unit = _written(request, code, year)
    report = queries.annual_report(unit, year)
    if report is None:
        raise Http404
    form = forms.AddendumForm(acting.data(request), initial=acting.draft(request))
    return _page(
        request,
        unit,
        year,
        form,
        lambda: commands.add_addendum(
            report=report, text=form.cleaned_data["text"], by=request.person, now=request.now
        ),
        title=_("Føy til meldingen"),
        intro=_("Den godkjente meldingen står som den er. Tillegget kommer etter den."),
        button=_("Føy til"),
        said=_("Tillegget er lagret."),
    )
