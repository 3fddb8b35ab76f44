"""Hearing, approving and revising a plan; and how it goes with an action that has been quiet."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from styrk.access.commands import throw_draft
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.actions.queries import action as action_by_uuid
from styrk.actions.rules import may_work_on
from styrk.core import clock
from styrk.plans import commands, forms, rules
from styrk.plans.views import acting
from styrk.ui import pages

ACT = require_http_methods(["GET", "HEAD", "POST"])


@signed_in
@ACT
def hear(request: Request, uuid: UUID) -> HttpResponse:
    plan = acting.for_act(request, uuid, "hear")
    form = forms.HearingForm(
        acting.data(request), today=clock.day(request.now), initial=acting.draft(request)
    )
    return acting.page(
        request,
        plan,
        form,
        lambda: commands.note_hearing(
            plan=plan, heard=form.heard(), by=request.person, now=request.now
        ),
        title=_("Noter medvirkning"),
        intro=_("Det dere noterer, står i planen, så de som var med, kan se hva det førte til."),
        button=_("Lagre"),
        said=_("Medvirkningen er notert i planen."),
        possible=rules.may(request.standing, plan, "hear"),
    )


@signed_in
@ACT
def approve(request: Request, uuid: UUID) -> HttpResponse:
    plan = acting.for_act(request, uuid, "approve")
    form = forms.ApproveForm(acting.data(request), initial=acting.draft(request))
    return acting.page(
        request,
        plan,
        form,
        lambda: commands.approve_plan(
            plan=plan,
            decision=form.cleaned_data["decision"],
            by=request.person,
            now=request.now,
        ),
        title=_("Vedta planen"),
        intro=_(
            "Den vedtatte planen blir stående som den er. Vil dere endre den senere, lager dere en ny versjon."
        ),
        button=_("Vedta"),
        said=_("Planen er vedtatt."),
        possible=rules.may(request.standing, plan, "approve"),
    )


@signed_in
@ACT
def revise(request: Request, uuid: UUID) -> HttpResponse:
    plan = acting.for_act(request, uuid, "revise")
    form = forms.ReasonForm(acting.data(request), initial=acting.draft(request))
    return acting.page(
        request,
        plan,
        form,
        lambda: commands.revise_plan(
            plan=plan, reason=form.cleaned_data["reason"], by=request.person, now=request.now
        ),
        title=_("Lag en ny versjon"),
        intro=_("Den vedtatte planen gjelder til den nye er vedtatt."),
        button=_("Begynn på ny versjon"),
        said=_("Ny versjon er begynt. Endre det som skal endres."),
        possible=rules.may(request.standing, plan, "revise"),
    )


@signed_in
@ACT
def quiet(request: Request, uuid: UUID) -> HttpResponse:
    """How it goes with an action in a plan, said by its owner."""
    action = action_by_uuid(uuid)
    if action is None or not may_work_on(request.standing, action):
        raise Http404
    form = forms.ProgressForm(acting.data(request), initial=acting.draft(request))
    if form.is_valid():
        try:
            commands.tell_progress(
                action=action, text=form.cleaned_data["text"], by=request.person, now=request.now
            )
        except commands.NotWaiting:
            messages.warning(request, acting.REFUSALS[commands.NotWaiting]())
        else:
            throw_draft(person=request.person, path=request.path)
            messages.success(request, _("Takk. Det står i historikken til tiltaket."))
        return redirect("actions:action", uuid=action.uuid)
    values = {"action": action, "form": form, "today": clock.day(request.now)}
    return pages.render(request, "plans/quiet.html", values, status=422 if form.is_bound else 200)
