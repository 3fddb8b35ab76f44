"""Beginning a plan, and writing its lines: from a proposal, from nothing, and to an audit."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from styrk.access import acting
from styrk.access.acting import ACT, attempt, data, draft
from styrk.access.decorators import allowed, signed_in
from styrk.access.meanwhile import of_fields
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.auditplan import commands, forms
from styrk.auditplan.models import AuditPlan
from styrk.auditplan.states import State
from styrk.auditplan.types import Scope, days_of
from styrk.auditplan.views.acting import DESK, LINES, REFUSALS, address, way
from styrk.core import clock
from styrk.inspections import presenters as inspecting
from styrk.inspections import queries as inspections
from styrk.inspections.states import AuditKind
from styrk.organisation.models import Unit
from styrk.ui import pages
from styrk.ui.addresses import address_of


@allowed(Permission.KEEP_INSPECTIONS)
@ACT
def begin(request: Request) -> HttpResponse:
    """Begin the plan of a year for the unit whose audits one keeps."""
    unit = inspections.keeping_unit(request.standing)
    if unit is None:
        raise Http404
    today = clock.day(request.now)
    years = [today.year + 1, today.year, today.year + 2]
    begun = {"year": str(years[0]), "wishes_until": clock.after(request.now, days=30)}
    form = forms.PlanForm(data(request), years=years, today=today, initial=begun | draft(request))
    subject = acting.Subject([(_("Revisjonsplan"), address_of("auditplan:plans"))])
    told = {"title": _("Ny revisjonsplan"), "button": _("Begynn på planen")}

    def again() -> HttpResponse:
        intro = _("Planen gjelder %(unit)s og alt under.") % {"unit": unit.name}
        return acting.show(request, form, subject, intro=intro, **told)

    if not form.is_valid():
        return again()
    return attempt(
        request,
        lambda: commands.begin_plan(
            unit=unit, by=request.person, now=request.now, **form.cleaned_data
        ),
        _("Planen er begynt, og åpen for innspill."),
        refusals=REFUSALS,
        back=address,
        instead=address_of("auditplan:plans"),
        form=form,
        again=again,
    )


def asked(request: Request, plan: AuditPlan) -> dict[str, Any]:
    """What the form of a line must know."""
    today = clock.day(request.now)
    return {
        "named": lambda words: inspections.units_named(words, request.standing, today),
        "requirements": inspections.criteria_for(plan.unit),
    }


def own_kind(unit: Unit) -> str:
    """Konsernrevisjon where the unit stands above others, internrevisjon elsewhere."""
    return AuditKind.GROUP if unit.parent_id is None else AuditKind.INTERNAL


@signed_in
@ACT
def add(request: Request, uuid: UUID) -> HttpResponse:
    plan = DESK.for_act(request, uuid, "write")
    begun = {"kind": own_kind(plan.unit)}
    form = forms.LineForm(data(request), initial=begun | draft(request), **asked(request, plan))
    return DESK.page(
        request,
        plan,
        "write",
        form,
        lambda: commands.add_line(
            plan=plan, scope=form.scope(), by=request.person, now=request.now
        ),
        title=_("Ny revisjon i planen"),
        button=_("Legg i planen"),
        said=_("Revisjonen står i planen."),
    )


@signed_in
@ACT
def proposals(request: Request, uuid: UUID) -> HttpResponse:
    """Where one ought to look, with the reasons: one press takes a unit into the plan."""
    plan = DESK.for_act(request, uuid, "write")
    today = clock.day(request.now)
    found = inspections.where_to_look(plan.unit, today)
    if request.method == "POST":
        one = next((one for one in found if one.unit.code == request.POST.get("enhet")), None)
        if one is None:
            raise Http404
        why = inspecting.in_one(one, today)
        scope = Scope(
            kind=own_kind(plan.unit),
            title=_("Revisjon av %(unit)s") % {"unit": one.unit.name},
            about=_("Om styring og kontroll virker der grunnene peker."),
            units=(one.unit,),
            why=why or _("Ingen av grunnene Styrk regner med. Skriv hvorfor."),
        )
        return DESK.do(
            request,
            plan,
            lambda: commands.add_line(plan=plan, scope=scope, by=request.person, now=request.now),
            _("%(unit)s står i planen, med grunnene. Sett et kvartal.") % {"unit": one.unit.name},
            back=lambda line: address_of("auditplan:line", line.uuid),
        )
    inside = {place.unit_id for line in plan.lines.all() for place in line.places.all()}
    values = {
        "plan": plan,
        "crumbs": [*way(plan), (_("Hvor bør vi se?"), None)],
        "rows": [(one, inspecting.reasons(one, today), one.unit.pk in inside) for one in found],
        "today": today,
    }
    return pages.render(request, "auditplan/proposals.html", values)


@signed_in
@ACT
def change(request: Request, uuid: UUID) -> HttpResponse:
    line = LINES.for_act(request, uuid, "change")
    stands = forms.scope_of(line)
    moves = line.plan.state == State.REVISING and line.quarter is not None
    form = forms.LineForm(
        data(request), initial=stands | draft(request), moves=moves, **asked(request, line.plan)
    )
    written = line.plan.steps.filter(act="change_line", detail__line=line.pk)
    return LINES.page(
        request,
        line,
        "change",
        form,
        lambda: commands.change_line(
            line=line, scope=form.scope(), by=request.person, now=request.now
        ),
        title=_("Endre revisjonen"),
        button=_("Lagre"),
        said=_("Det er endret."),
        stand=of_fields(form, stands, written),
    )


@signed_in
@ACT
def move(request: Request, uuid: UUID) -> HttpResponse:
    return LINES.worded(
        request,
        uuid,
        "move",
        forms.MoveForm,
        commands.move_line,
        title=_("Flytt revisjonen"),
        intro=_("Grunnen følger planen når endringen skal vedtas."),
        button=_("Flytt"),
        said=_("Revisjonen er flyttet."),
    )


@signed_in
@ACT
def take_out(request: Request, uuid: UUID) -> HttpResponse:
    return LINES.worded(
        request,
        uuid,
        "take_out",
        forms.ReasonForm,
        commands.take_out_line,
        title=_("Ta ut av planen"),
        intro=_("Revisjonen blir stående i planen som tatt ut, med grunnen."),
        button=_("Ta ut"),
        said=_("Revisjonen er tatt ut."),
    )


@signed_in
@ACT
def begin_line(request: Request, uuid: UUID) -> HttpResponse:
    line = LINES.for_act(request, uuid, "begin")
    today = clock.day(request.now)
    first, last = days_of(line.plan.year, line.quarter or 1)
    begun = {
        "leader": str(request.person.uuid),
        "starts_on": max(first, today),
        "ends_on": max(last, today),
    }
    people = dict.fromkeys([request.person, *inspections.auditors(line.plan.unit, today)])
    form = forms.BeginForm(data(request), people=people, initial=begun | draft(request))
    return LINES.page(
        request,
        line,
        "begin",
        form,
        lambda: commands.begin_line(
            line=line, visit=form.visit(), by=request.person, now=request.now
        ),
        title=_("Begynn på revisjonen"),
        intro=_("Det som skal undersøkes, hvor og mot hvilke krav, følger med fra planen."),
        button=_("Begynn"),
        said=_("Revisjonen er begynt. Når dere er klare, varsler du enhetene."),
        back=lambda audit: address_of("inspections:audit", audit.uuid),
    )
