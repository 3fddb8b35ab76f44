"""The pages of the register of actions."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions import commands, forms, presenters, queries, rules
from styrk.actions.models import Action
from styrk.actions.states import Level, State
from styrk.core import clock, states
from styrk.ui import pages

FILTERS = {
    "": queries.Filters(),
    "mine": queries.Filters(mine=True),
    "planned": queries.Filters(state=State.PLANNED),
    "late": queries.Filters(late=True),
    "unknown": queries.Filters(unknown_effect=True),
    "done": queries.Filters(state=State.DONE),
    "finished": queries.Filters(state=State.FINISHED),
}


@allowed(Permission.SEE_ACTIONS)
@require_safe
def actions(request: Request) -> HttpResponse:
    chosen = request.GET.get("vis", "")
    today = clock.day(request.now)
    found = queries.actions_for(
        request.standing, FILTERS.get(chosen, FILTERS[""]), today, _before(request)
    )
    shown = found[: queries.PAGE]
    return pages.render(
        request,
        "actions/actions.html",
        {
            "actions": [(action, presenters.standing_tag(action)) for action in shown],
            "filter": forms.FilterForm({"vis": chosen if chosen in FILTERS else ""}),
            "chosen": chosen if chosen in FILTERS else "",
            "older": _older(chosen, shown) if len(found) > queries.PAGE else None,
            "today": today,
        },
        fragment="list",
    )


@signed_in
@require_safe
def action(request: Request, uuid: UUID) -> HttpResponse:
    return _page(request, _found(uuid))


@signed_in
@require_POST
def carry_out(request: Request, uuid: UUID) -> HttpResponse:
    found = _found(uuid, hold=True)
    form = forms.DoneForm(request.POST, auto_id="gjort_%s")
    if not form.is_valid():
        return _page(request, found, done=form, status=422)
    return _act(
        request,
        found,
        lambda: commands.carry_out(
            action=found, note=form.cleaned_data["note"], by=request.person, now=request.now
        ),
        _("Tiltaket er iverksatt. Du får en påminnelse når det er tid for å se om det virket."),
    )


@signed_in
@require_POST
def judge(request: Request, uuid: UUID) -> HttpResponse:
    found = _found(uuid, hold=True)
    form = forms.JudgeForm(request.POST, today=clock.day(request.now), auto_id="effekt_%s")
    plan = _plan_form(request, found, request.POST)
    valid = form.is_valid()
    wants_plan = valid and form.needs_next_plan
    if not valid or (wants_plan and not plan.is_valid()):
        shown = plan if wants_plan else None
        return _page(request, found, judge=form, next_plan=shown, status=422)
    given = form.cleaned_data
    return _act(
        request,
        found,
        lambda: commands.judge_effect(
            action=found,
            effect=given["effect"],
            reason=given["reason"],
            next_review_on=given["next_review_on"],
            next_plan=plan.plan() if wants_plan else None,
            by=request.person,
            now=request.now,
        ),
        _("Takk. Vurderingen er lagret, og den som meldte, får vite det."),
    )


@signed_in
@require_POST
def change_deadline(request: Request, uuid: UUID) -> HttpResponse:
    found = _found(uuid, hold=True)
    form = forms.DeadlineForm(request.POST, today=clock.day(request.now), auto_id="frist_%s")
    if not form.is_valid():
        return _page(request, found, deadline=form, status=422)
    due = form.cleaned_data["due"]
    return _act(
        request,
        found,
        lambda: commands.change_deadline(
            action=found,
            due=due,
            review_on=max(found.review_on, commands.default_review(due)),
            reason=form.cleaned_data["reason"],
            by=request.person,
            now=request.now,
        ),
        _("Fristen er flyttet."),
    )


@signed_in
@require_POST
def drop(request: Request, uuid: UUID) -> HttpResponse:
    found = _found(uuid, hold=True)
    form = forms.DropForm(request.POST, auto_id="slutt_%s")
    if not form.is_valid():
        return _page(request, found, drop=form, status=422)
    return _act(
        request,
        found,
        lambda: commands.drop_action(
            action=found, reason=form.cleaned_data["reason"], by=request.person, now=request.now
        ),
        _("Tiltaket går ikke videre. Grunnen er lagret."),
    )


def _found(uuid: UUID, *, hold: bool = False) -> Action:
    if hold:
        queries.locked(uuid)
    found = queries.action(uuid)
    if found is None:
        raise Http404
    return found


def _act(request: Request, action: Action, command: Any, said: str) -> HttpResponse:
    """Check the rule, do the one command, and go back to the action's page."""
    try:
        rules.check(request.standing, action)
        command()
    except rules.NotYours:
        raise Http404 from None
    except states.NotNow:
        messages.warning(
            request, _("Noen har gjort dette allerede. Her ser du hvordan det står nå.")
        )
    else:
        messages.success(request, said)
    return redirect("actions:action", uuid=action.uuid)


def _page(request: Request, action: Action, *, status: int = 200, **bound: Any) -> HttpResponse:
    today = clock.day(request.now)
    unbound: dict[str, Any] = {
        "done": forms.DoneForm(auto_id="gjort_%s"),
        "judge": forms.JudgeForm(today=today, auto_id="effekt_%s"),
        "next_plan": None,
        "deadline": forms.DeadlineForm(
            today=today, initial={"due": max(action.due, today)}, auto_id="frist_%s"
        ),
        "drop": forms.DropForm(auto_id="slutt_%s"),
    }
    may = {
        act: rules.may(request.standing, action, act)
        for act in ("carry_out", "judge", "change_deadline", "drop")
    }
    given = {key: form for key, form in bound.items() if form is not None}
    if may["judge"] and "next_plan" not in given:
        unbound["next_plan"] = _plan_form(request, action)
    return pages.render(
        request,
        "actions/action.html",
        {
            "action": action,
            "state_tag": presenters.standing_tag(action),
            "level": Level(action.level).label,
            "may": may,
            "forms": unbound | given,
            "entries": presenters.history(list(action.steps.all())),
            "today": today,
        },
        status=status,
    )


def _plan_form(request: Request, action: Action, data: Any = None) -> forms.PlanForm:
    today = clock.day(request.now)
    return forms.PlanForm(
        data,
        prefix="next",
        unit=action.unit,
        owners=queries.possible_owners(action.unit, today),
        today=today,
    )


def _before(request: Request) -> tuple[datetime, int] | None:
    """Where the page starts: the last row of the page before, from the address."""
    at, _sep, pk = request.GET.get("eldre", "").partition("_")
    try:
        place = datetime.fromisoformat(at), int(pk)
    except ValueError:
        return None
    return place if place[0].tzinfo else None


def _older(chosen: str, shown: list[Action]) -> str:
    last = shown[-1]
    return "?" + urlencode({"vis": chosen, "eldre": f"{last.raised_at.isoformat()}_{last.pk}"})
