"""How the page of an act works: show its form, check the rule, do the one command, and go on."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from styrk.access.commands import throw_draft
from styrk.access.queries import draft_for
from styrk.access.requests import Request
from styrk.core import states
from styrk.plans import presenters, queries, refusals, rules
from styrk.plans.models import Plan, PlanItem
from styrk.ui import pages

REFUSALS: dict[type[Exception], Callable[[], str]] = {
    states.NotNow: lambda: _("Noen har gjort dette allerede. Her ser du hvordan det står nå."),
    refusals.Begun: lambda: _("Noen har begynt på planen allerede. Her er den."),
    refusals.InThePlan: lambda: _("Det står i planen allerede."),
    refusals.NothingToAdd: lambda: _("Det er ingen forslag igjen å ta med."),
    refusals.NotHere: lambda: _("Det hører ikke til enheten lenger."),
    refusals.Undecided: lambda: _(
        "Ta stilling til forslagene først: ta dem med, utsett eller ta ut."
    ),
    refusals.Empty: lambda: _("Planen er tom. Ta inn det som kommer først i år."),
    refusals.NotHeard: lambda: _("Noter hvem som er hørt, før planen vedtas."),
    refusals.Unfunded: lambda: _("Noe i planen koster penger som ingen har bevilget ennå."),
    refusals.NoAuthority: lambda: _("Den som leder enheten, eller en over den, vedtar planen."),
    refusals.NotNewest: lambda: _("Det er begynt på en nyere versjon."),
    refusals.NotWaiting: lambda: _("Tiltaket er ikke lenger planlagt."),
}


def found(request: Request, uuid: UUID) -> Plan:
    """The version, if it is in this person's sight; held where something is to be done."""
    if request.method == "POST":
        queries.locked(uuid)
    plan = queries.plan(uuid, request.standing)
    if plan is None:
        raise Http404
    return plan


def for_act(request: Request, uuid: UUID, act: str) -> Plan:
    """The version, for one who may do this, or 404."""
    plan = found(request, uuid)
    if not rules.is_for(request.standing, plan, act):
        raise Http404
    return plan


def item_for(request: Request, uuid: UUID) -> PlanItem:
    """The item, for one who may write the plan, or 404; the plan held where something is done."""
    item = queries.item(uuid, request.standing)
    if item is None or not rules.may_plan(request.standing, item.plan.unit_id):
        raise Http404
    if request.method == "POST":
        queries.locked(item.plan.uuid)
        item = queries.item(uuid, request.standing)
    if item is None:
        raise Http404
    return item


def data(request: Request) -> Any:
    return request.POST if request.method == "POST" else None


def draft(request: Request) -> dict[str, Any]:
    return dict(draft_for(request.person, request.path)) if request.method == "GET" else {}


def page(
    request: Request,
    plan: Plan,
    form: django_forms.Form,
    command: Callable[[], object],
    *,
    title: str,
    button: str,
    said: str,
    possible: bool,
    about: str = "",
    intro: str = "",
) -> HttpResponse:
    """Show the act's form, or do the act and go back to the plan. `about` is the item, if it is one."""
    if form.is_valid():
        return do(request, plan, command, said)
    if request.method == "GET" and not possible:
        messages.warning(request, _("Dette passer ikke slik planen står nå."))
        return redirect("plans:version", uuid=plan.uuid)
    values = {
        "plan": plan,
        "name": presenters.name_of(plan),
        "form": form,
        "heading": title,
        "about": about,
        "intro": intro,
        "button": button,
    }
    return pages.render(request, "plans/act.html", values, status=422 if form.is_bound else 200)


def do(request: Request, plan: Plan, command: Callable[[], object], said: str) -> HttpResponse:
    """Do the one command, and go back to the plan; to the new version where there is one."""
    done: object = None
    try:
        done = command()
    except tuple(REFUSALS) as refused:
        messages.warning(request, REFUSALS[type(refused)]())
    else:
        throw_draft(person=request.person, path=request.path)
        messages.success(request, said)
    shown = done if isinstance(done, Plan) else plan
    return redirect("plans:version", uuid=shown.uuid)
