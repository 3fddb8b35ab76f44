"""What a unit does with a requirement placed with it: a page for each act."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.actions.forms import PlanForm
from styrk.actions.queries import possible_owners
from styrk.core import clock
from styrk.organisation.queries import children_of
from styrk.requirements import commands, forms, queries
from styrk.requirements.models import Placement
from styrk.requirements.views import acting

ACT = require_http_methods(["GET", "HEAD", "POST"])


@signed_in
@ACT
def accept(request: Request, uuid: UUID) -> HttpResponse:
    placement = acting.for_act(request, uuid, "accept")
    form = forms.MeaningForm(
        acting.data(request),
        owners=possible_owners(placement.unit, clock.day(request.now)),
        initial=forms.meaning_of(placement) | acting.draft(request),
    )
    return acting.page(
        request,
        placement,
        "accept",
        form,
        lambda: commands.accept_requirement(
            placement=placement, meaning=form.given(), by=request.person, now=request.now
        ),
        title=_("Gjør kravet konkret"),
        intro=_("Når dere tar imot kravet, sier dere hva det betyr hos dere."),
        button=_("Ta imot kravet"),
        said=_("Kravet er tatt imot. Eieren ser det på Min side når det er tid for status."),
    )


@signed_in
@ACT
def decline(request: Request, uuid: UUID) -> HttpResponse:
    placement = acting.for_act(request, uuid, "decline")
    form = forms.ReasonForm(acting.data(request), initial=acting.draft(request))
    return acting.page(
        request,
        placement,
        "decline",
        form,
        lambda: commands.decline_requirement(
            placement=placement,
            reason=form.cleaned_data["reason"],
            by=request.person,
            now=request.now,
        ),
        title=_("Kravet gjelder ikke her"),
        intro=_("Den som la kravet hos dere, ser grunnen og kan være uenig."),
        button=_("Svar at det ikke gjelder"),
        said=_("Svaret er lagret. Den som la kravet hos dere, ser det."),
    )


@signed_in
@ACT
def report(request: Request, uuid: UUID) -> HttpResponse:
    placement = acting.for_act(request, uuid, "report")
    form = forms.StatusForm(
        acting.data(request),
        rhythm=placement.requirement.rhythm,
        today=clock.day(request.now),
        initial=acting.draft(request),
    )
    return acting.page(
        request,
        placement,
        "report",
        form,
        lambda: commands.report_status(
            placement=placement,
            period=form.cleaned_data["period"],
            course=form.cleaned_data["course"],
            text=form.cleaned_data["text"],
            by=request.person,
            now=request.now,
        ),
        title=_("Hvordan går det?"),
        button=_("Lagre status"),
        said=_("Takk. Statusen er lagret og settes sammen med de andres."),
    )


@signed_in
@ACT
def pass_on(request: Request, uuid: UUID) -> HttpResponse:
    placement = acting.for_act(request, uuid, "pass_on")
    today = clock.day(request.now)
    form = forms.PassOnForm(
        acting.data(request),
        units=children_of(placement.unit, on=today),
        having=queries.units_having(placement.requirement),
        today=today,
        initial=acting.draft(request),
    )
    return acting.page(
        request,
        placement,
        "pass_on",
        form,
        lambda: commands.place_requirement(
            requirement=placement.requirement,
            units=form.chosen(),
            answer_due=form.cleaned_data["answer_due"],
            above=placement,
            by=request.person,
            now=request.now,
        ),
        title=_("Gi kravet videre"),
        intro=_("Hver enhet svarer selv på hva kravet betyr hos dem."),
        button=_("Gi videre"),
        said=_("Kravet er gitt videre. Lederne der får det på Min side."),
    )


@signed_in
@ACT
def add_action(request: Request, uuid: UUID) -> HttpResponse:
    placement = acting.for_act(request, uuid, "add_action")
    today = clock.day(request.now)
    form = PlanForm(
        acting.data(request),
        unit=placement.unit,
        owners=possible_owners(placement.unit, today),
        today=today,
        initial=_imposed(placement) | acting.draft(request),
    )
    return acting.page(
        request,
        placement,
        "add_action",
        form,
        lambda: commands.act_on_requirement(
            placement=placement, plan=form.plan(), by=request.person, now=request.now
        ),
        title=_("Nytt tiltak"),
        intro=_("Tiltaket kommer i det samme registeret som alle andre."),
        button=_("Bestem tiltaket"),
        said=_("Tiltaket er bestemt, og eieren har fått det på Min side."),
    )


def _imposed(placement: Placement) -> dict[str, object]:
    """A ready-made action comes with the demand only where it is imposed."""
    return {"title": placement.requirement.action} if placement.requirement.imposed else {}


@signed_in
@ACT
def insist(request: Request, uuid: UUID) -> HttpResponse:
    placement = acting.for_act(request, uuid, "insist")
    form = forms.InsistForm(
        acting.data(request), today=clock.day(request.now), initial=acting.draft(request)
    )
    return acting.page(
        request,
        placement,
        "insist",
        form,
        lambda: commands.insist_on_placement(
            placement=placement,
            reason=form.cleaned_data["reason"],
            answer_due=form.cleaned_data["answer_due"],
            by=request.person,
            now=request.now,
        ),
        title=_("Kravet gjelder likevel"),
        button=_("Be om nytt svar"),
        said=_("Enheten er bedt om å svare på nytt."),
    )


@signed_in
@ACT
def withdraw(request: Request, uuid: UUID) -> HttpResponse:
    placement = acting.for_act(request, uuid, "withdraw")
    form = forms.ReasonForm(acting.data(request), initial=acting.draft(request))
    return acting.page(
        request,
        placement,
        "withdraw",
        form,
        lambda: commands.withdraw_placement(
            placement=placement,
            reason=form.cleaned_data["reason"],
            by=request.person,
            now=request.now,
        ),
        title=_("Trekk kravet tilbake"),
        intro=_("Enheten slipper å svare. Det som er sagt, blir stående i historikken."),
        button=_("Trekk tilbake"),
        said=_("Kravet er trukket tilbake fra enheten."),
    )
