"""The pages of the register of actions."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrk.access.commands import throw_draft
from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions import commands, forms, presenters, queries, rules
from styrk.actions.models import Action
from styrk.actions.states import Effect, Level, State
from styrk.core import clock, doors, states
from styrk.organisation.models import Person
from styrk.ui import pages
from styrk.ui.menu import Link

ACTS = ("carry_out", "judge", "change_deadline", "hand_over", "drop")
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
    found = _held(request, uuid)
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
    found = _held(request, uuid)
    form = forms.JudgeForm(
        request.POST,
        today=clock.day(request.now),
        review_on=found.review_on,
        auto_id="effekt_%s",
    )
    owners = _owners(request, found)
    plan = _plan_form(owners, request, found, request.POST)
    valid = form.is_valid()
    wants_plan = valid and form.needs_next_plan
    if not valid or (wants_plan and not plan.is_valid()):
        shown = (
            plan if wants_plan else _plan_form(owners, request, found, typed=request.POST.dict())
        )
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
        _("Takk. Vurderingen er lagret, og den som meldte, får vite det.")
        if found.origin == "incident" and given["effect"] != Effect.TOO_EARLY
        else _("Takk. Vurderingen er lagret."),
    )


@signed_in
@require_POST
def change_deadline(request: Request, uuid: UUID) -> HttpResponse:
    found = _held(request, uuid)
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
def hand_over(request: Request, uuid: UUID) -> HttpResponse:
    found = _held(request, uuid)
    form = _hand_over_form(_owners(request, found), found, request.POST)
    if not form.is_valid():
        return _page(request, found, hand_over=form, status=422)
    to = form.chosen
    return _act(
        request,
        found,
        lambda: commands.hand_over_action(
            action=found,
            to=to,
            reason=form.cleaned_data["reason"],
            by=request.person,
            now=request.now,
        ),
        _("%(name)s eier tiltaket nå, og har fått vite det.") % {"name": to.name},
    )


@signed_in
@require_POST
def drop(request: Request, uuid: UUID) -> HttpResponse:
    found = _held(request, uuid)
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


def _found(uuid: UUID) -> Action:
    found = queries.action(uuid)
    if found is None:
        raise Http404
    return found


def _held(request: Request, uuid: UUID) -> Action:
    """The action, for one who may work on it, held until the request is over."""
    queries.locked(uuid)
    found = _found(uuid)
    if not rules.may_work_on(request.standing, found):
        raise Http404
    return found


def _act(request: Request, action: Action, command: Any, said: str) -> HttpResponse:
    """Do the one command, and go back to the action's page."""
    try:
        command()
    except states.NotNow:
        messages.warning(
            request, _("Noen har gjort dette allerede. Her ser du hvordan det står nå.")
        )
    else:
        throw_draft(person=request.person, path=request.path)
        messages.success(request, said)
    return redirect("actions:action", uuid=action.uuid)


def _page(request: Request, action: Action, *, status: int = 200, **bound: Any) -> HttpResponse:
    today = clock.day(request.now)
    may = {act: rules.may(request.standing, action, act) for act in ACTS}
    typed = _typed(request, action) if any(may.values()) else {}
    owners = _owners(request, action) if may["hand_over"] else []
    unbound: dict[str, Any] = {
        "done": forms.DoneForm(auto_id="gjort_%s", initial=typed.get("carry_out")),
        "judge": forms.JudgeForm(
            today=today,
            review_on=action.review_on,
            auto_id="effekt_%s",
            initial=typed.get("judge"),
        ),
        "next_plan": None,
        "deadline": forms.DeadlineForm(
            today=today,
            initial={"due": max(action.due, today)} | typed.get("change_deadline", {}),
            auto_id="frist_%s",
        ),
        "hand_over": _hand_over_form(owners, action, initial=typed.get("hand_over")),
        "drop": forms.DropForm(auto_id="slutt_%s", initial=typed.get("drop")),
    }
    if may["judge"] and "next_plan" not in bound:
        unbound["next_plan"] = _plan_form(owners, request, action, typed=typed.get("judge"))
    return pages.render(
        request,
        "actions/action.html",
        {
            "action": action,
            "state_tag": presenters.standing_tag(action),
            "level": Level(action.level).label,
            "may": may,
            "origins": _origins(action),
            "forms": unbound | bound,
            "typed": typed,
            "entries": presenters.history(list(action.steps.all())),
            "today": today,
        },
        status=status,
    )


def _typed(request: Request, action: Action) -> dict[str, dict[str, str]]:
    """What was typed in each act's form when the session was locked."""
    kept = queries.drafts_for(
        request.person, {reverse(f"actions:{act}", args=[action.uuid]): act for act in ACTS}
    )
    return kept if request.method == "GET" else {}


def _owners(request: Request, action: Action) -> list[Person]:
    return list(queries.possible_owners(action.unit, clock.day(request.now)))


def _hand_over_form(
    owners: list[Person], action: Action, data: Any = None, initial: Any = None
) -> forms.HandOverForm:
    others = [person for person in owners if person != action.owner]
    return forms.HandOverForm(data, people=others, initial=initial, auto_id="eier_%s")


def _plan_form(
    owners: list[Person],
    request: Request,
    action: Action,
    data: Any = None,
    typed: Mapping[str, str] | None = None,
) -> forms.PlanForm:
    """The form of the action that follows; `typed` is shown as it was, without judging it."""
    return forms.PlanForm(
        data,
        prefix="next",
        initial={name.removeprefix("next-"): text for name, text in (typed or {}).items()},
        unit=action.unit,
        owners=owners,
        today=clock.day(request.now),
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


def _origins(action: Action) -> list[Link]:
    """Where the action came from, as far as the person may see: asked of the apps above."""
    return [
        link for module in doors.modules("thread") for link in module.upstream("action", action.pk)
    ]
