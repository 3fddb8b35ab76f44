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
from styrk.requirements import commands, queries, rules
from styrk.requirements.models import Placement
from styrk.ui import pages

REFUSALS: dict[type[Exception], Callable[[], str]] = {
    states.NotNow: lambda: _("Noen har gjort dette allerede. Her ser du hvordan det står nå."),
    commands.NotAPeriod: lambda: _("Perioden har ikke begynt ennå."),
    commands.NotBelow: lambda: _("Du kan bare gi kravet videre til enheter under din egen."),
}


def found(request: Request, uuid: UUID) -> Placement:
    """The placement, if it is in this person's sight; held where something is to be done."""
    if request.method == "POST":
        queries.locked(uuid)
    placement = queries.placement(uuid, request.standing)
    if placement is None:
        raise Http404
    return placement


def for_act(request: Request, uuid: UUID, act: str) -> Placement:
    """The placement, for one who may do this, or 404."""
    placement = found(request, uuid)
    if not rules.is_for(request.standing, placement, act):
        raise Http404
    return placement


def data(request: Request) -> Any:
    return request.POST if request.method == "POST" else None


def draft(request: Request) -> dict[str, Any]:
    return draft_for(request.person, request.path) if request.method == "GET" else {}


def page(
    request: Request,
    placement: Placement,
    act: str,
    form: django_forms.Form,
    command: Callable[[], object],
    *,
    title: str,
    button: str,
    said: str,
    intro: str = "",
) -> HttpResponse:
    """Show the act's form, or do the act and go back to the placement."""
    if form.is_valid():
        return _do(request, placement, command, said)
    if request.method == "GET" and not rules.may(request.standing, placement, act):
        messages.warning(request, REFUSALS[states.NotNow]())
        return redirect("requirements:placement", uuid=placement.uuid)
    values = {
        "placement": placement,
        "form": form,
        "heading": title,
        "intro": intro,
        "button": button,
    }
    status = 422 if form.is_bound else 200
    return pages.render(request, "requirements/act.html", values, status=status)


def _do(
    request: Request, placement: Placement, command: Callable[[], object], said: str
) -> HttpResponse:
    try:
        command()
    except tuple(REFUSALS) as refused:
        messages.warning(request, REFUSALS[type(refused)]())
    else:
        throw_draft(person=request.person, path=request.path)
        messages.success(request, said)
    return redirect("requirements:placement", uuid=placement.uuid)
