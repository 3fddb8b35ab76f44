"""How the page of an act works: show its form, check the rule, do the one command, and go on."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from styrk.access.commands import throw_draft
from styrk.access.queries import draft_for
from styrk.access.requests import Request
from styrk.access.typed import last, typed_in
from styrk.core import clock, states
from styrk.incidents import commands, queries, rules
from styrk.incidents.models import Incident
from styrk.incidents.record import note_reading
from styrk.organisation.models import Unit
from styrk.organisation.queries import find_units, unit_by_uuid
from styrk.ui import pages

type Act = Callable[[Incident, Any], object]


def found(request: Request, uuid: UUID, *, hold: bool = False) -> Incident:
    """The incident, if this person sees the case; held where something is to be done.

    Also the page of an act shows of the case, so that it is opened is noted.
    """
    incident = queries.incident(uuid, hold=hold or request.method == "POST")
    if incident is None or not rules.sees_case(request.standing, incident):
        raise Http404
    if request.method != "POST" or FIND in request.POST:
        note_reading(incident, request.person, request.now)
    return incident


FIND = "find"  # the button that searches for a unit, and sends nothing


def data(request: Request) -> Any:
    """What was sent in, unless the button only searched for a unit."""
    return request.POST if request.method == "POST" and FIND not in request.POST else None


def draft(request: Request) -> dict[str, Any]:
    """What was typed before: kept as a draft, or a moment ago where one searched for a unit."""
    if FIND in request.POST:
        return typed_in(request)
    return draft_for(request.person, request.path) if request.method == "GET" else {}


def units(request: Request, incident: Incident) -> list[Unit]:
    """The units that match what is searched for, and the one chosen among them before."""
    given = data(request) or draft(request)
    matches: list[Unit] = []
    if wanted := last(given.get("search", ""))[:100].strip():
        matches = find_units(
            wanted, trust_ids={incident.trust_id}, on=clock.day(request.now), limit=10
        )
    if chosen := _chosen(last(given.get("unit", "")), incident):
        matches = [chosen, *(unit for unit in matches if unit != chosen)]
    return [unit for unit in matches if unit.pk != incident.responsible_unit_id]


def _chosen(uuid: str, incident: Incident) -> Unit | None:
    try:
        unit = unit_by_uuid(UUID(uuid))
    except ValueError:
        return None
    return unit if unit and unit.trust_id == incident.trust_id else None


def page(
    request: Request,
    incident: Incident,
    act: str,
    form: django_forms.Form,
    command: Act,
    *,
    title: str,
    button: str,
    said: str,
    intro: str = "",
    away: bool = False,
    template: str = "incidents/act.html",
) -> HttpResponse:
    """Show the act's form, or do the act: `away` where the incident is out of sight afterwards."""
    if not rules.may_handle(request.standing, incident):
        raise Http404
    if form.is_valid():
        return do(request, incident, lambda held: command(held, form.cleaned_data), said, away=away)
    if request.method == "GET" and not rules.may(request.standing, incident, act):
        messages.warning(
            request, _("Dette er gjort allerede, eller passer ikke slik saken står nå.")
        )
        return redirect("incidents:incident", uuid=incident.uuid)
    return pages.render(
        request,
        template,
        {"incident": incident, "form": form, "heading": title, "intro": intro, "button": button},
        status=422 if form.is_bound else 200,
    )


def worded(
    request: Request,
    uuid: UUID,
    act: str,
    form: type[django_forms.Form],
    command: Callable[..., object],
    **shown: Any,
) -> HttpResponse:
    """The page of an act that asks for words alone, and hands them to its command as they are named.

    `shown` is what `page` shows and says.
    """
    return page(
        request,
        found(request, uuid),
        act,
        form(data(request), initial=draft(request)),
        lambda incident, given: command(
            incident=incident, by=request.person, now=request.now, **given
        ),
        **shown,
    )


REFUSALS: dict[type[Exception], Callable[[], str]] = {
    states.NotNow: lambda: _("Noen har gjort dette allerede. Her ser du hvordan saken står nå."),
    commands.NothingDecided: lambda: _(
        "Bestem minst ett tiltak først, eller avslutt med en grunn."
    ),
    commands.EffectUnknown: lambda: _("Vent til effekten av alle tiltakene er vurdert."),
    commands.AskedIsRecused: lambda: _(
        "Lederen der er inhabil i denne saken. Spør lederen over i stedet."
    ),
    commands.OtherTrust: lambda: _("Du kan bare sende den til en enhet i egen virksomhet."),
    commands.OutOfLine: lambda: _("Risikoen følges ikke lenger, eller hører til en annen linje."),
    commands.NobodyElse: lambda: _("Det er ingen leder over deg som kan ta saken."),
}


def do(
    request: Request,
    incident: Incident,
    command: Callable[[Incident], object],
    said: str,
    *,
    away: bool = False,
) -> HttpResponse:
    """Check the rule, do the one command, and go back to the incident, or to Min side."""
    try:
        rules.check(request.standing, incident)
        command(incident)
    except rules.NotYours:
        raise Http404 from None
    except tuple(REFUSALS) as refused:
        messages.warning(request, REFUSALS[type(refused)]())
        return redirect("incidents:incident", uuid=incident.uuid)
    throw_draft(person=request.person, path=request.path)
    messages.success(request, said)
    if away:
        return redirect("overview:my_page")
    return redirect(reverse("incidents:incident", args=[incident.uuid]))
