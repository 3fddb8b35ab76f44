"""What the leader does with an incident: one small page for each act, which works without scripts."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from styrk.access.commands import throw_draft
from styrk.access.decorators import signed_in
from styrk.access.queries import draft_for
from styrk.access.requests import Request
from styrk.actions.forms import PlanForm
from styrk.actions.queries import possible_owners
from styrk.core import clock, states
from styrk.duties.queries import waiting_for
from styrk.incidents import commands, forms, queries, rules
from styrk.incidents.models import Incident
from styrk.incidents.types import TAKE
from styrk.organisation.models import Unit
from styrk.organisation.queries import find_units, unit_by_uuid
from styrk.ui import pages

type Act = Callable[[Incident, Any], object]


@signed_in
@require_POST
def take(request: Request, uuid: UUID) -> HttpResponse:
    return _do(
        request,
        _found(request, uuid, hold=True),
        lambda found: commands.take_incident(incident=found, by=request.person, now=request.now),
        _("Du har tatt imot meldingen. Den som meldte, har fått vite at du ser på den."),
    )


@signed_in
@require_POST
def take_many(request: Request) -> HttpResponse:
    """Take every report that waits for this person, in one go."""
    waiting = waiting_for(request.standing, clock.day(request.now)).waiting
    wanted = [w.duty.subject_uuid for w in waiting if w.duty.kind == TAKE]
    taken = 0
    for uuid in wanted:
        found = queries.incident(uuid, hold=True)
        if found and rules.may(request.standing, found, "take"):
            commands.take_incident(incident=found, by=request.person, now=request.now)
            taken += 1
    messages.success(
        request,
        ngettext("Du har tatt imot %(n)s melding.", "Du har tatt imot %(n)s meldinger.", taken)
        % {"n": taken},
    )
    return redirect("overview:my_page")


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: Request, uuid: UUID) -> HttpResponse:
    found = _found(request, uuid)
    start = {
        "kind": found.kind,
        "harm_actual": found.harm_actual,
        "harm_possible": found.harm_possible,
    }
    return _page(
        request,
        found,
        "confirm",
        forms.ConfirmForm(_data(request), initial=start),
        lambda incident, given: commands.confirm_incident(
            incident=incident, by=request.person, now=request.now, **given
        ),
        title=_("Bekreft type og alvor"),
        button=_("Bekreft"),
        said=_("Type og alvor er bekreftet."),
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Request, uuid: UUID) -> HttpResponse:
    found = _found(request, uuid)
    form = forms.AskForm(
        _data(request),
        found=_units(request, found),
        initial=_draft(request),
        today=clock.day(request.now),
    )

    def act(incident: Incident, given: dict[str, Any]) -> None:
        commands.ask_statement(
            incident=incident,
            unit=form.chosen,
            question=given["question"],
            due=given["due"],
            by=request.person,
            now=request.now,
        )

    return _page(
        request,
        found,
        "ask",
        form,
        act,
        title=_("Be en annen enhet om en uttalelse"),
        intro=_(
            "Enheten ser meldingen og spørsmålet ditt, ikke resten av saken. Saken blir hos deg."
        ),
        button=_("Send spørsmålet"),
        said=_("Spørsmålet er sendt."),
        template="incidents/with_unit.html",
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def analyse(request: Request, uuid: UUID) -> HttpResponse:
    found = _found(request, uuid)
    latest = found.analyses.order_by("-pk").first()
    start = (
        {"found": latest.found, "causes": latest.causes, "persons": latest.persons}
        if latest
        else {}
    )
    return _page(
        request,
        found,
        "analyse",
        forms.AnalysisForm(_data(request), initial=start | _draft(request)),
        lambda incident, given: commands.record_analysis(
            incident=incident, by=request.person, now=request.now, **given
        ),
        title=_("Skriv hva dere fant"),
        intro=_(
            "Se etter hva i systemet som gjorde at det kunne skje. Mennesker gjør feil; systemet skal tåle det."
        ),
        button=_("Lagre"),
        said=_("Det dere fant, er lagret."),
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def add_action(request: Request, uuid: UUID) -> HttpResponse:
    found = _found(request, uuid)
    today = clock.day(request.now)
    form = PlanForm(
        _data(request),
        unit=found.responsible_unit,
        owners=possible_owners(found.responsible_unit, today),
        today=today,
        initial=_draft(request) or {"owner": str(request.person.uuid)},
    )
    return _page(
        request,
        found,
        "add_action",
        form,
        lambda incident, _given: commands.add_action(
            incident=incident, plan=form.plan(), by=request.person, now=request.now
        ),
        title=_("Bestem et tiltak"),
        intro=_("Et tiltak er ikke ferdig når det er gjort, men når vi vet om det hjalp."),
        button=_("Bestem tiltaket"),
        said=_("Tiltaket er bestemt, og eieren har fått det på Min side."),
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: Request, uuid: UUID) -> HttpResponse:
    return _page(
        request,
        _found(request, uuid),
        "decide",
        forms.DecideForm(_data(request), initial=_draft(request)),
        lambda incident, given: commands.decide_improvement(
            incident=incident, by=request.person, now=request.now, **given
        ),
        title=_("Fortell hva som er bestemt"),
        intro=_(
            "Når dette er sendt, følger Styrk tiltakene og forteller den som meldte hva som blir endret."
        ),
        button=_("Send til den som meldte"),
        said=_("Den som meldte, har fått vite hva som er bestemt."),
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def conclude(request: Request, uuid: UUID) -> HttpResponse:
    return _page(
        request,
        _found(request, uuid),
        "conclude",
        forms.ConcludeForm(_data(request), initial=_draft(request)),
        lambda incident, given: commands.conclude_incident(
            incident=incident, by=request.person, now=request.now, **given
        ),
        title=_("Avslutt oppfølgingen"),
        button=_("Send og avslutt"),
        said=_("Oppfølgingen er ferdig, og den som meldte, har fått takk."),
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: Request, uuid: UUID) -> HttpResponse:
    found = _found(request, uuid)
    form = forms.HandOverForm(_data(request), found=_units(request, found), initial=_draft(request))
    return _page(
        request,
        found,
        "hand_over",
        form,
        lambda incident, given: commands.hand_over_incident(
            incident=incident,
            to=form.chosen,
            reason=given["reason"],
            by=request.person,
            now=request.now,
        ),
        title=_("Send meldingen til riktig enhet"),
        intro=_("Enheten overtar saken. Den som meldte, får vite hvor den er sendt."),
        button=_("Send videre"),
        said=_("Meldingen er sendt videre."),
        away=True,
        template="incidents/with_unit.html",
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def recuse(request: Request, uuid: UUID) -> HttpResponse:
    return _page(
        request,
        _found(request, uuid),
        "recuse",
        forms.ReasonForm(_data(request), initial=_draft(request)),
        lambda incident, given: commands.recuse_from_incident(
            incident=incident, by=request.person, now=request.now, **given
        ),
        title=_("Jeg er inhabil"),
        intro=_(
            "Saken går til nærmeste leder over deg, og du ser den ikke mer. Det kan ikke angres."
        ),
        button=_("Send saken forbi meg"),
        said=_("Saken er sendt til lederen over deg."),
        away=True,
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def take_up_again(request: Request, uuid: UUID) -> HttpResponse:
    return _page(
        request,
        _found(request, uuid),
        "take_up_again",
        forms.ReasonForm(_data(request), initial=_draft(request)),
        lambda incident, given: commands.take_up_again(
            incident=incident, by=request.person, now=request.now, **given
        ),
        title=_("Ta saken opp igjen"),
        button=_("Ta opp igjen"),
        said=_("Saken er tatt opp igjen."),
    )


def _found(request: Request, uuid: UUID, *, hold: bool = False) -> Incident:
    found = queries.incident(uuid, hold=hold or request.method == "POST")
    if found is None or not rules.sees_case(request.standing, found):
        raise Http404
    return found


FIND = "find"  # the button that searches for a unit, and sends nothing


def _data(request: Request) -> Any:
    return request.POST if request.method == "POST" and FIND not in request.POST else None


def _draft(request: Request) -> dict[str, Any]:
    """What was typed before: kept as a draft, or a moment ago where one searched for a unit."""
    if FIND in request.POST:
        return request.POST.dict()
    return dict(draft_for(request.person, request.path)) if request.method == "GET" else {}


def _units(request: Request, incident: Incident) -> list[Unit]:
    """The units that match what is searched for, and the one chosen among them before."""
    given = _data(request) or _draft(request)
    found = []
    if wanted := given.get("search", "")[:100].strip():
        found = find_units(
            wanted, trust_ids={incident.trust_id}, on=clock.day(request.now), limit=10
        )
    if chosen := _chosen(given.get("unit", ""), incident):
        found = [chosen, *(unit for unit in found if unit != chosen)]
    return [unit for unit in found if unit.pk != incident.responsible_unit_id]


def _chosen(uuid: str, incident: Incident) -> Unit | None:
    try:
        unit = unit_by_uuid(UUID(uuid))
    except ValueError:
        return None
    return unit if unit and unit.trust_id == incident.trust_id else None


def _page(
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
        return _do(
            request, incident, lambda found: command(found, form.cleaned_data), said, away=away
        )
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


REFUSALS: dict[type[Exception], Callable[[], str]] = {
    states.NotNow: lambda: _("Noen har gjort dette allerede. Her ser du hvordan saken står nå."),
    commands.NothingDecided: lambda: _(
        "Bestem minst ett tiltak først, eller avslutt med en grunn."
    ),
    commands.EffectUnknown: lambda: _("Vent til effekten av alle tiltakene er vurdert."),
    commands.OtherTrust: lambda: _("Du kan bare sende den til en enhet i egen virksomhet."),
    commands.NobodyElse: lambda: _("Det er ingen leder over deg som kan ta saken."),
}


def _do(
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
