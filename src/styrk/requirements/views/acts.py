"""What a unit does with a requirement placed with it: a page for each act."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import signed_in
from styrk.access.meanwhile import of_fields
from styrk.access.requests import Request
from styrk.actions.queries import possible_owners
from styrk.actions.views.deciding import decide
from styrk.core import clock
from styrk.organisation.queries import children_of
from styrk.requirements import commands, forms, queries
from styrk.requirements.models import Placement
from styrk.requirements.views.acting import DESK


@signed_in
@ACT
def accept(request: Request, uuid: UUID) -> HttpResponse:
    placement = DESK.for_act(request, uuid, "accept")
    stands = forms.meaning_of(placement)
    form = forms.MeaningForm(
        data(request),
        owners=possible_owners(placement.unit, clock.day(request.now)),
        initial=stands | draft(request),
    )
    return DESK.page(
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
        stand=of_fields(form, stands, placement.steps.filter(act="accept")),
    )


@signed_in
@ACT
def decline(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "decline",
        forms.ReasonForm,
        commands.decline_requirement,
        title=_("Kravet gjelder ikke her"),
        intro=_("Den som la kravet hos dere, ser grunnen og kan være uenig."),
        button=_("Svar at det ikke gjelder"),
        said=_("Svaret er lagret. Den som la kravet hos dere, ser det."),
    )


@signed_in
@ACT
def report(request: Request, uuid: UUID) -> HttpResponse:
    placement = DESK.for_act(request, uuid, "report")
    today = clock.day(request.now)
    asked = queries.reportable(placement, today)
    due = next(iter(queries.owed(placement, today)), asked[-1])
    form = forms.StatusForm(
        data(request), asked=asked, initial={"period": due} | dict(draft(request))
    )
    return DESK.page(
        request,
        placement,
        "report",
        form,
        lambda: commands.report_status(
            placement=placement, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Hvordan går det?"),
        button=_("Lagre status"),
        said=_("Takk. Statusen er lagret og settes sammen med de andres."),
    )


@signed_in
@ACT
def pass_on(request: Request, uuid: UUID) -> HttpResponse:
    placement = DESK.for_act(request, uuid, "pass_on")
    today = clock.day(request.now)
    form = forms.PassOnForm(
        data(request),
        units=children_of(placement.unit, on=today),
        having=queries.units_having(placement.requirement),
        tying=True,
        today=today,
        initial=draft(request),
    )
    return DESK.page(
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
    return decide(
        request,
        uuid,
        DESK,
        lambda placement: placement.unit,
        lambda placement, plan: commands.act_on_requirement(
            placement=placement, plan=plan, by=request.person, now=request.now
        ),
        begun=_imposed,
    )


def _imposed(placement: Placement) -> dict[str, object]:
    """A ready-made action comes with the demand only where it is imposed."""
    return {"title": placement.requirement.action} if placement.requirement.imposed else {}


@signed_in
@ACT
def insist(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "insist",
        forms.InsistForm,
        commands.insist_on_placement,
        asked={"today": clock.day(request.now)},
        title=_("Kravet gjelder likevel"),
        button=_("Be om nytt svar"),
        said=_("Enheten er bedt om å svare på nytt."),
    )


@signed_in
@ACT
def withdraw(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "withdraw",
        forms.ReasonForm,
        commands.withdraw_placement,
        title=_("Trekk kravet tilbake"),
        intro=_("Enheten slipper å svare. Det som er sagt, blir stående i historikken."),
        button=_("Trekk tilbake"),
        said=_("Kravet er trukket tilbake fra enheten."),
    )
