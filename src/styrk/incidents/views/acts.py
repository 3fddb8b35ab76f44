"""What the leader does with an incident: one small page for each act, which works without scripts."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.actions.forms import PlanForm
from styrk.actions.queries import possible_owners
from styrk.core import clock
from styrk.duties.queries import waiting_for
from styrk.incidents import commands, forms, queries, rules
from styrk.incidents.models import Incident
from styrk.incidents.states import SERIOUS
from styrk.incidents.types import TAKE
from styrk.incidents.views import acting


@signed_in
@require_POST
def take(request: Request, uuid: UUID) -> HttpResponse:
    return acting.do(
        request,
        acting.found(request, uuid, hold=True),
        lambda found: commands.take_incident(incident=found, by=request.person, now=request.now),
        _("Du har tatt imot meldingen. Den som meldte, har fått vite at du ser på den."),
    )


@signed_in
@require_POST
def take_many(request: Request) -> HttpResponse:
    """Take every report that waits for this person in one go, but for the serious: those are read."""
    waiting = waiting_for(request.standing, clock.day(request.now)).waiting
    wanted = [w.duty.subject_uuid for w in waiting if w.duty.kind == TAKE]
    taken = left = 0
    for uuid in wanted:
        found = queries.incident(uuid, hold=True)
        serious = found is not None and found.harm_actual in SERIOUS
        if found and not serious and rules.may(request.standing, found, "take"):
            commands.take_incident(incident=found, by=request.person, now=request.now)
            taken += 1
        left += serious
    if left:
        messages.info(request, _("De alvorlige venter fortsatt. Les dem først."))
    messages.success(
        request,
        ngettext("Du har tatt imot %(n)s melding.", "Du har tatt imot %(n)s meldinger.", taken)
        % {"n": taken},
    )
    return redirect("overview:my_page")


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: Request, uuid: UUID) -> HttpResponse:
    found = acting.found(request, uuid)
    start = {
        "kind": found.kind,
        "harm_actual": found.harm_actual,
        "harm_possible": found.harm_possible,
    }
    return acting.page(
        request,
        found,
        "confirm",
        forms.ConfirmForm(acting.data(request), initial=start),
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
    found = acting.found(request, uuid)
    form = forms.AskForm(
        acting.data(request),
        found=acting.units(request, found),
        initial=acting.draft(request),
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

    return acting.page(
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
    found = acting.found(request, uuid)
    latest = found.analyses.order_by("-pk").first()
    start = (
        {"found": latest.found, "causes": latest.causes, "persons": latest.persons}
        if latest
        else {}
    )
    return acting.page(
        request,
        found,
        "analyse",
        forms.AnalysisForm(acting.data(request), initial=start | acting.draft(request)),
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
    found = acting.found(request, uuid)
    today = clock.day(request.now)
    form = PlanForm(
        acting.data(request),
        unit=found.responsible_unit,
        owners=possible_owners(found.responsible_unit, today),
        today=today,
        initial=acting.draft(request) or {"owner": str(request.person.uuid)},
    )
    return acting.page(
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
    return acting.worded(
        request,
        uuid,
        "decide",
        forms.DecideForm,
        commands.decide_improvement,
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
    return acting.worded(
        request,
        uuid,
        "conclude",
        forms.ConcludeForm,
        commands.conclude_incident,
        title=_("Avslutt oppfølgingen"),
        button=_("Send og avslutt"),
        said=_("Oppfølgingen er ferdig, og den som meldte, har fått takk."),
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: Request, uuid: UUID) -> HttpResponse:
    found = acting.found(request, uuid)
    form = forms.HandOverForm(
        acting.data(request), found=acting.units(request, found), initial=acting.draft(request)
    )
    return acting.page(
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
        intro=_("Enheten overtar saken. Den som meldte, får vite hvor den er sendt, og hvorfor."),
        button=_("Send videre"),
        said=_("Meldingen er sendt videre."),
        away=True,
        template="incidents/with_unit.html",
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def recuse(request: Request, uuid: UUID) -> HttpResponse:
    return acting.worded(
        request,
        uuid,
        "recuse",
        forms.ReasonForm,
        commands.recuse_from_incident,
        title=_("Jeg er inhabil"),
        intro=_("Du ser ikke saken mer, og en annen tar den. Det kan ikke angres."),
        button=_("Ta meg ut av saken"),
        said=_("Du er ute av saken, og en annen tar den."),
        away=True,
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def take_up_again(request: Request, uuid: UUID) -> HttpResponse:
    return acting.worded(
        request,
        uuid,
        "take_up_again",
        forms.ReasonForm,
        commands.take_up_again,
        title=_("Ta saken opp igjen"),
        intro=_("Den som meldte, får vite det og får lese hvorfor."),
        button=_("Ta opp igjen"),
        said=_("Saken er tatt opp igjen."),
    )
