"""What the leader does with an incident: one small page for each act, which works without scripts."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.actions.views.deciding import decide as decide_action
from styrk.core import clock
from styrk.duties.queries import subjects_waiting
from styrk.incidents import case_file, commands, forms, presenters, queries, rules
from styrk.incidents.responsible import closing_for
from styrk.incidents.states import is_serious
from styrk.incidents.types import TAKE
from styrk.incidents.views.acting import DESK, units
from styrk.incidents.views.stands import of_analysis, of_kind
from styrk.organisation.models import Unit
from styrk.ui.addresses import address_of


@signed_in
@require_POST
def take(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "take")
    return DESK.do(
        request,
        found,
        lambda: commands.take_incident(incident=found, by=request.person, now=request.now),
        _("Du har tatt imot meldingen. Den som meldte, har fått vite at du ser på den."),
    )


@signed_in
@require_POST
def take_many(request: Request) -> HttpResponse:
    """Take every report that waits for this person in one go, but for those that are serious or
    could have been: those are read."""
    taken = left = 0
    for uuid in subjects_waiting(request.standing, TAKE, clock.day(request.now)):
        found = queries.incident(uuid, hold=True)
        serious = found is not None and is_serious(found.harm_actual, found.harm_possible)
        if found and not serious and rules.may(request.standing, found, "take"):
            commands.take_incident(incident=found, by=request.person, now=request.now)
            taken += 1
        left += serious
    if left:
        messages.info(
            request,
            _("De som er alvorlige, eller kunne blitt det, venter fortsatt. Les dem først."),
        )
    messages.success(
        request,
        ngettext("Du har tatt imot %(n)s melding.", "Du har tatt imot %(n)s meldinger.", taken)
        % {"n": taken},
    )
    return redirect("overview:my_page")


@signed_in
@ACT
def confirm(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "confirm")
    stands = {
        "kind": found.kind,
        "harm_actual": found.harm_actual,
        "harm_possible": found.harm_possible,
    }
    start = stands | case_file.harm_before(found) | draft(request)
    form = forms.ConfirmForm(data(request), stands=stands, initial=start)
    return DESK.page(
        request,
        found,
        "confirm",
        form,
        lambda: commands.confirm_incident(
            incident=found, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Bekreft type og alvor"),
        button=_("Bekreft"),
        said=_("Type og alvor er bekreftet."),
        stand=of_kind(found),
    )


@signed_in
@ACT
def ask(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "ask")
    form = forms.AskForm(
        data(request),
        found=[
            one for one in units(request, found) if one.pk not in request.standing.scope.posts.ids
        ],
        initial=draft(request),
        today=clock.day(request.now),
    )
    return DESK.page(
        request,
        found,
        "ask",
        form,
        lambda: commands.ask_statement(
            incident=found,
            unit=form.chosen,
            question=form.cleaned_data["question"],
            profession=form.cleaned_data["profession"],
            due=form.cleaned_data["due"],
            by=request.person,
            now=request.now,
        ),
        title=_("Be en annen enhet om en uttalelse"),
        intro=_(
            "Enheten ser meldingen og spørsmålet ditt, ikke resten av saken. Saken blir hos deg."
        ),
        button=_("Send spørsmålet"),
        said=_("Spørsmålet er sendt."),
        template="incidents/with_unit.html",
    )


@signed_in
@ACT
def analyse(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "analyse")
    latest = found.analyses.select_related("by").order_by("-pk").first()
    start = (
        {"found": latest.found, "causes": latest.causes, "persons": latest.persons}
        if latest
        else {}
    )
    form = forms.AnalysisForm(data(request), initial=start | draft(request))
    return DESK.page(
        request,
        found,
        "analyse",
        form,
        lambda: commands.record_analysis(
            incident=found, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Skriv hva dere fant"),
        intro=_(
            "Se etter hva i systemet som gjorde at det kunne skje. Mennesker gjør feil; systemet skal tåle det."
        ),
        button=_("Lagre"),
        said=_("Det dere fant, er lagret."),
        stand=of_analysis(latest),
    )


@signed_in
@ACT
def add_action(request: Request, uuid: UUID) -> HttpResponse:
    return decide_action(
        request,
        uuid,
        DESK,
        lambda incident: incident.responsible_unit,
        lambda incident, plan: commands.add_action(
            incident=incident, plan=plan, by=request.person, now=request.now
        ),
        begun=lambda _incident: {"owner": str(request.person.uuid)},
        without=lambda incident: closing_for(incident, clock.day(request.now)).without,
    )


@signed_in
@ACT
def decide(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
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
@ACT
def conclude(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "conclude")
    waiting = queries.units_waited_for(found)
    form = forms.ConcludeForm(data(request), waiting=waiting, initial=draft(request))
    return DESK.page(
        request,
        found,
        "conclude",
        form,
        lambda: commands.conclude_incident(
            incident=found, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Avslutt oppfølgingen"),
        button=_("Send og avslutt"),
        said=_("Oppfølgingen er ferdig, og den som meldte, har fått takk."),
    )


@signed_in
@ACT
def hand_over(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "hand_over")
    form = forms.HandOverForm(data(request), found=units(request, found), initial=draft(request))
    before = presenters.lies_with(found)
    return DESK.page(
        request,
        found,
        "hand_over",
        form,
        lambda: commands.hand_over_incident(
            incident=found,
            to=form.chosen,
            reason=form.cleaned_data["reason"],
            by=request.person,
            now=request.now,
        ),
        title=_("Send meldingen til riktig enhet"),
        intro=_("Enheten overtar saken. Den som meldte, får vite hvor den er sendt, og hvorfor."),
        button=_("Send videre"),
        said=lambda _given: _handed(before, presenters.lies_with(found), form.chosen),
        back=address_of("overview:my_page"),
        template="incidents/with_unit.html",
    )


def _handed(before: str, after: str, to: Unit) -> str:
    """Where it lies now: past the leader of the unit, where that one cannot have it."""
    if after == before:
        return _("Lederen for %(unit)s kan ikke ha saken. Den ligger fortsatt hos %(where)s.") % {
            "unit": to.name,
            "where": after,
        }
    return _("Meldingen er sendt videre. Den ligger nå hos %(where)s.") % {"where": after}


@signed_in
@ACT
def recuse(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "recuse",
        forms.ReasonForm,
        commands.recuse_from_incident,
        title=_("Jeg er inhabil"),
        intro=_(
            "Du ser ikke saken mer, og en annen tar den. Det kan ikke angres. Alle som ser saken,"
            " kan lese det du skriver her, så ta bare med det de trenger å vite."
        ),
        button=_("Ta meg ut av saken"),
        said=_("Du er ute av saken, og en annen tar den."),
        back=address_of("overview:my_page"),
    )


@signed_in
@ACT
def take_up_again(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
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
