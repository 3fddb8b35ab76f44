"""What one does with an action: a form of its page, posted."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access.acting import NOT_NOW, Following, attempt, misfit
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.actions import commands, forms, rules
from styrk.actions.models import Action
from styrk.actions.states import Effect
from styrk.actions.views import page
from styrk.core import clock, states
from styrk.ui.addresses import address_of
from styrk.ui.words import spoken_day


@signed_in
@require_POST
def carry_out(request: Request, uuid: UUID) -> HttpResponse:
    form = forms.DoneForm(request.POST, auto_id="gjort_%s")
    held = page.held(request, uuid)
    return _answer(
        request,
        held,
        "done",
        form,
        lambda found, given: commands.carry_out(
            action=found, note=given["note"], by=request.person, now=request.now
        ),
        lambda _given: _said_done(request, held),
    )


def _said_done(request: Request, action: Action) -> str:
    """That it is done, and when one looks whether it worked: another day where it was late."""
    told = {"owner": action.owner.name, "day": spoken_day(action.review_on)}
    if action.owner_id == request.person.pk:
        return _("Tiltaket er iverksatt. Du skal se om det virket %(day)s.") % told
    return _("Tiltaket er iverksatt. %(owner)s skal se om det virket %(day)s.") % told


@signed_in
@require_POST
def judge(request: Request, uuid: UUID) -> HttpResponse:
    found = page.held_to_judge(request, uuid)
    offer = page.offer_on(request, found)
    form = forms.JudgeForm(
        request.POST,
        today=clock.day(request.now),
        review_on=found.review_on,
        offer=offer,
        auto_id="effekt_%s",
    )
    owners = page.owners(request, found)
    plan = page.plan_form(owners, request, found, request.POST)
    if not rules.may(request.standing, found, "judge"):
        return _too_late(request, found, form)
    valid = form.is_valid()
    wants_plan = valid and form.needs_next_plan
    if not valid or (wants_plan and not plan.is_valid()):
        shown = (
            plan
            if wants_plan
            else page.plan_form(owners, request, found, typed=request.POST.dict())
        )
        return page.show(request, found, judge=form, next_plan=shown)
    given = form.cleaned_data
    return _act(
        request,
        found,
        form,
        lambda: commands.judge_effect(
            action=found,
            effect=given["effect"],
            reason=given["reason"],
            next_review_on=given["next_review_on"],
            next_plan=plan.plan() if wants_plan else None,
            saw=offer.key if offer else "",
            by=request.person,
            now=request.now,
        ),
        _("Takk. Vurderingen er lagret, og den som meldte, får vite det.")
        if found.origin == "incident" and given["effect"] != Effect.TOO_EARLY
        else _("Takk. Vurderingen er lagret."),
    )


@signed_in
@require_POST
def change_deadline(request: Request, uuid: UUID) -> HttpResponse:
    held = page.held(request, uuid)
    today = clock.day(request.now)
    form = forms.DeadlineForm(request.POST, today=today, agreed=held.review_on, auto_id="frist_%s")
    return _answer(
        request,
        held,
        "deadline",
        form,
        lambda found, given: commands.change_deadline(
            action=found,
            due=given["due"],
            review_on=given["review_on"],
            reason=given["reason"],
            by=request.person,
            now=request.now,
        ),
        _("Fristen er flyttet."),
    )


@signed_in
@require_POST
def hand_over(request: Request, uuid: UUID) -> HttpResponse:
    held = page.held(request, uuid)
    form = page.hand_over_form(page.owners(request, held), held, request.POST)
    return _answer(
        request,
        held,
        "hand_over",
        form,
        lambda found, given: commands.hand_over_action(
            action=found, to=form.chosen, reason=given["reason"], by=request.person, now=request.now
        ),
        _("Tiltaket har en ny eier, som har fått vite det."),
    )


@signed_in
@require_POST
def drop(request: Request, uuid: UUID) -> HttpResponse:
    form = forms.DropForm(request.POST, auto_id="slutt_%s")
    return _answer(
        request,
        page.held(request, uuid),
        "drop",
        form,
        lambda found, given: commands.drop_action(
            action=found, reason=given["reason"], by=request.person, now=request.now
        ),
        _("Tiltaket går ikke videre. Grunnen er lagret."),
    )


def _answer(
    request: Request,
    action: Action,
    name: str,
    form: Form,
    command: Callable[[Action, dict[str, Any]], None],
    said: Following,
) -> HttpResponse:
    """Show the page with what is wrong in the form `name`, or do the act that it asks for."""
    if not rules.may(request.standing, action, page.FORMS[name]):
        return _too_late(request, action, form)
    unseen = name in page.WRITES_OVER and not page.stand_of(action).is_known_to(form)
    if unseen or not form.is_valid():
        return page.show(request, action, **{name: form})
    return _act(request, action, form, lambda: command(action, form.cleaned_data), said)


def _too_late(request: Request, action: Action, form: Form) -> HttpResponse:
    """Where the action has gone on: there is no form any more to show what was typed in."""
    back = address_of("actions:action", action.uuid)
    return misfit(request, str(NOT_NOW[states.NotNow]), form, back)


def _act(
    request: Request, action: Action, form: Form, command: Callable[[], object], said: Following
) -> HttpResponse:
    """Do the one command, and go back to the action's page."""
    back = address_of("actions:action", action.uuid)
    return attempt(request, command, said, refusals=NOT_NOW, back=back, form=form)
