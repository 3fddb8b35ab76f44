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
from styrk.risks import queries, refusals, rules
from styrk.risks.models import Risk
from styrk.risks.states import MOVES
from styrk.ui import pages

REFUSALS: dict[type[Exception], Callable[[], str]] = {
    states.NotNow: lambda: _("Noen har gjort dette allerede. Her ser du hvordan det står nå."),
    refusals.NoAuthority: lambda: _("Sonen krever en leder høyere opp."),
    refusals.NotRated: lambda: _("Vurder risikoen først."),
    refusals.NotAbove: lambda: _("Risikoen kan bare løftes til en enhet over."),
    refusals.ProposedAlready: lambda: _("Risikoen er løftet dit allerede."),
    refusals.OutsideMatrix: lambda: _("Matrisen er endret. Vurder en gang til i den nye."),
    refusals.OtherUnit: lambda: _("Risikoen du valgte, er ikke hos dere lenger."),
}


def found(request: Request, uuid: UUID) -> Risk:
    """The risk, held where something is to be done. Missing and forbidden are the same."""
    if request.method == "POST":
        queries.locked(uuid)
    risk = queries.risk(uuid)
    if risk is None:
        raise Http404
    return risk


def data(request: Request) -> Any:
    return request.POST if request.method == "POST" else None


def draft(request: Request) -> dict[str, Any]:
    return dict(draft_for(request.person, request.path)) if request.method == "GET" else {}


def page(
    request: Request,
    risk: Risk,
    act: str,
    form: django_forms.Form,
    command: Callable[[], object],
    *,
    title: str,
    button: str,
    said: str,
    intro: str = "",
    template: str = "risks/act.html",
    **more: Any,
) -> HttpResponse:
    """Show the act's form, or do the act and go back to the risk."""
    if not rules.may(request.standing, risk, act):
        return _not_now(request, risk, act)
    if form.is_valid():
        return do(request, risk, command, said)
    context = {"risk": risk, "form": form, "heading": title, "intro": intro, "button": button}
    return pages.render(request, template, context | more, status=422 if form.is_bound else 200)


def _not_now(request: Request, risk: Risk, act: str) -> HttpResponse:
    """Missing for those who may not do it; for those who may, but not now, back to the risk."""
    mine = rules.may_keep(request.standing, risk.unit_id)
    if not mine and risk.owner_id != request.person.pk:
        raise Http404
    if act == "accept" and states.may(MOVES, risk.state, act):
        refused = refusals.NoAuthority if risk.current else refusals.NotRated
        messages.warning(request, REFUSALS[refused]())
    else:
        messages.warning(request, _("Dette passer ikke slik risikoen står nå."))
    return redirect("risks:risk", uuid=risk.uuid)


def do(request: Request, risk: Risk, command: Callable[[], object], said: str) -> HttpResponse:
    """Do the one command, and go back to the risk."""
    try:
        command()
    except tuple(REFUSALS) as refused:
        messages.warning(request, REFUSALS[type(refused)]())
    else:
        throw_draft(person=request.person, path=request.path)
        messages.success(request, said)
    return redirect("risks:risk", uuid=risk.uuid)
