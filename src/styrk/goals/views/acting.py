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
from styrk.goals import queries, refusals, rules
from styrk.goals.models import Goal
from styrk.ui import pages

REFUSALS: dict[type[Exception], Callable[[], str]] = {
    states.NotNow: lambda: _("Noen har gjort dette allerede. Her ser du hvordan det står nå."),
    refusals.Answered: lambda: _("Noen har svart allerede."),
    refusals.NotHere: lambda: _("Kravet eller målet du valgte, gjelder ikke hos dere lenger."),
}


def found(request: Request, uuid: UUID) -> Goal:
    """The goal, if it is in this person's sight; held where something is to be done."""
    if request.method == "POST":
        queries.locked(uuid)
    goal = queries.goal(uuid, request.standing)
    if goal is None:
        raise Http404
    return goal


def for_act(request: Request, uuid: UUID, act: str) -> Goal:
    """The goal, for one who may do this, or 404."""
    goal = found(request, uuid)
    if not rules.is_for(request.standing, goal, act):
        raise Http404
    return goal


def data(request: Request) -> Any:
    return request.POST if request.method == "POST" else None


def draft(request: Request) -> dict[str, Any]:
    return dict(draft_for(request.person, request.path)) if request.method == "GET" else {}


def page(
    request: Request,
    goal: Goal,
    act: str,
    form: django_forms.Form,
    command: Callable[[], object],
    *,
    title: str,
    button: str,
    said: str,
    intro: str = "",
) -> HttpResponse:
    """Show the act's form, or do the act and go back to the goal."""
    if form.is_valid():
        return do(request, goal, command, said)
    if request.method == "GET" and not rules.may(request.standing, goal, act):
        messages.warning(request, _("Dette passer ikke slik målet står nå."))
        return redirect("goals:goal", uuid=goal.uuid)
    values = {"goal": goal, "form": form, "heading": title, "intro": intro, "button": button}
    status = 422 if form.is_bound else 200
    return pages.render(request, "goals/act.html", values, status=status)


def do(request: Request, goal: Goal, command: Callable[[], object], said: str) -> HttpResponse:
    """Do the one command, and go back to the goal."""
    try:
        command()
    except tuple(REFUSALS) as refused:
        messages.warning(request, REFUSALS[type(refused)]())
    else:
        throw_draft(person=request.person, path=request.path)
        messages.success(request, said)
    return redirect("goals:goal", uuid=goal.uuid)
