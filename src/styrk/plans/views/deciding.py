"""What a plan builds on, hearing, approving and revising a plan; and how it goes with an action that has been quiet."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from styrk.access.acting import ACT, attempt, data, draft, with_form
from styrk.access.decorators import signed_in
from styrk.access.meanwhile import STAND
from styrk.access.requests import Request
from styrk.actions.queries import action as action_by_uuid
from styrk.actions.rules import may_work_on
from styrk.core import clock
from styrk.plans import commands, forms, rules
from styrk.plans.views import seen
from styrk.plans.views.acting import PLAN, REFUSALS, address
from styrk.ui.addresses import address_of


@signed_in
@ACT
def hear(request: Request, uuid: UUID) -> HttpResponse:
    plan = PLAN.for_act(request, uuid, "hear")
    form = forms.HearingForm(data(request), today=clock.day(request.now), initial=draft(request))
    return PLAN.page(
        request,
        plan,
        "hear",
        form,
        lambda: commands.note_hearing(
            plan=plan, heard=form.heard(), by=request.person, now=request.now
        ),
        title=_("Noter medvirkning"),
        intro=_("Det dere noterer, står i planen, så de som var med, kan se hva det førte til."),
        button=_("Lagre"),
        said=_("Medvirkningen er notert i planen."),
    )


@signed_in
@ACT
def build_on(request: Request, uuid: UUID) -> HttpResponse:
    plan = PLAN.for_act(request, uuid, "build_on")
    form = forms.GroundForm(data(request), initial=draft(request))
    return PLAN.page(
        request,
        plan,
        "build_on",
        form,
        lambda: commands.note_ground(
            plan=plan, known=form.known(), by=request.person, now=request.now
        ),
        title=_("Noter hva planen bygger på"),
        intro=_("Da ser alle som leser planen, hvorfor dere setter dette først."),
        button=_("Lagre"),
        said=_("Det er notert i planen."),
    )


@signed_in
@ACT
def approve(request: Request, uuid: UUID) -> HttpResponse:
    """Approve the plan as it was read: `lest` in the address is the mark of that."""
    plan = PLAN.for_act(request, uuid, "approve")
    read = {STAND: request.GET["lest"]} if "lest" in request.GET else {}
    form = forms.ApproveForm(
        data(request), unheard=rules.is_unheard_revision(plan), initial=draft(request) | read
    )
    return PLAN.page(
        request,
        plan,
        "approve",
        form,
        lambda: commands.approve_plan(
            plan=plan, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Vedta planen"),
        intro=_(
            "Den vedtatte planen blir stående som den er. Vil dere endre den senere, lager dere en ny versjon."
        ),
        button=_("Vedta"),
        said=_("Planen er vedtatt."),
        stand=seen.stand(plan, form),
    )


@signed_in
@ACT
def revise(request: Request, uuid: UUID) -> HttpResponse:
    return PLAN.worded(
        request,
        uuid,
        "revise",
        forms.ReasonForm,
        commands.revise_plan,
        title=_("Lag en ny versjon"),
        intro=_("Den vedtatte planen gjelder til den nye er vedtatt."),
        button=_("Begynn på ny versjon"),
        said=_("Ny versjon er begynt. Endre det som skal endres."),
        back=address,
    )


@signed_in
@ACT
def quiet(request: Request, uuid: UUID) -> HttpResponse:
    """How it goes with an action in a plan, said by its owner."""
    action = action_by_uuid(uuid)
    if action is None or not may_work_on(request.standing, action):
        raise Http404
    form = forms.ProgressForm(data(request), initial=draft(request))
    values = {"action": action, "form": form, "today": clock.day(request.now)}

    def shown() -> HttpResponse:
        return with_form(request, "plans/quiet.html", values, form)

    if form.is_valid():
        return attempt(
            request,
            lambda: commands.tell_progress(
                action=action, by=request.person, now=request.now, **form.cleaned_data
            ),
            _("Takk. Det står i historikken til tiltaket."),
            refusals=REFUSALS,
            back=address_of("actions:action", action.uuid),
            form=form,
            again=shown,
        )
    return shown()
