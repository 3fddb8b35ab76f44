"""What one does with an årlig melding: a page for each act."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import allowed
from styrk.access.meanwhile import of_fields
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.organisation.models import Unit
from styrk.requirements import commands, forms, periods, queries, rules
from styrk.requirements.annual import digest_of
from styrk.requirements.models import Placement
from styrk.requirements.views import asking
from styrk.requirements.views.acting import DESK
from styrk.requirements.views.annual import check_year, trust_unit, whole_of
from styrk.ui.addresses import address_of

SEES, ANSWERS = Permission.SEE_REQUIREMENTS, Permission.ANSWER_REQUIREMENTS


def _written(request: Request, code: str, year: int) -> Unit:
    """The unit, for one who writes its melding, or 404; what there is of it is held to be written."""
    unit = trust_unit(request, code)
    check_year(request, year)
    if not rules.may_write_annual(request.standing, unit.pk):
        raise Http404
    if request.method == "POST":
        queries.locked_annual(unit, year)
    return unit


def _page(
    request: Request,
    unit: Unit,
    year: int,
    form: django_forms.Form,
    command: Callable[[], object],
    **shown: Any,
) -> HttpResponse:
    here = address_of("requirements:annual", unit.code, year)
    called = _("Årlig melding %(year)s for %(unit)s") % {"year": year, "unit": unit.name}
    return asking.form_page(
        request,
        form,
        command,
        way=[(called, here)],
        **shown,
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
    before = {"text": getattr(report, fields[part]) if report else ""}
    form = forms.PartForm(data(request), initial=before | draft(request))
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
        stand=of_fields(form, before),
    )


@allowed(ANSWERS)
@ACT
def hear(request: Request, code: str, year: int) -> HttpResponse:
    unit = _written(request, code, year)
    today = clock.day(request.now)
    form = forms.HeardForm(data(request), today=today, initial=draft(request))
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
    stands = forms.heard_of(hearing)
    form = forms.HeardForm(
        data(request), today=clock.day(request.now), initial=stands | draft(request)
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
        stand=of_fields(form, stands, hearing.report.hearings.filter(pk=hearing.pk)),
    )


@allowed(SEES)
@ACT
def answer(request: Request, code: str, year: int, uuid: UUID) -> HttpResponse:
    """The unit's own words of the whole year, where what was reported does not say it."""
    unit = trust_unit(request, code)
    check_year(request, year)
    placement = _placed(request, unit, uuid)
    last = queries.said_in(str(year), [placement.pk]).get(placement.pk)
    before = {name: getattr(last, name, "") for name in ("course", "text")}
    form = forms.YearForm(data(request), initial=before | draft(request))
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
        stand=of_fields(form, before, placement.reports.all(), kept=True),
    )


def _placed(request: Request, unit: Unit, uuid: UUID) -> Placement:
    placement = DESK.found(request, uuid)
    if placement.unit_id != unit.pk or not rules.is_for(request.standing, placement, "report_back"):
        raise Http404
    return placement


@allowed(SEES)
@ACT
def approve(request: Request, code: str, year: int) -> HttpResponse:
    unit = trust_unit(request, code)
    check_year(request, year)
    if not rules.may_approve_annual(request.standing, unit.pk):
        raise Http404
    if request.method == "GET" and not periods.is_over(str(year), clock.day(request.now)):
        return redirect("requirements:annual", unit.code, year)
    content = whole_of(request, unit, year).content
    seen = {"seen": request.GET.get("lest") or digest_of(content)}
    form = forms.ApproveForm(
        data(request), initial=draft(request) | seen, is_heard=content.is_heard
    )
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
            reason=form.cleaned_data.get("reason", ""),
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
    form = forms.AddendumForm(data(request), initial=draft(request))
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
