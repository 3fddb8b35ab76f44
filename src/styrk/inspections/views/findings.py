"""What the team writes, what the unit does, and what whoever found it says."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import signed_in
from styrk.access.meanwhile import of_fields
from styrk.access.requests import Request
from styrk.actions.views.deciding import decide
from styrk.core import clock
from styrk.inspections import commands, forms, presenters, queries, rules
from styrk.inspections.states import AuditKind
from styrk.inspections.views.acting import DESK, FINDINGS
from styrk.ui.addresses import address_of


@signed_in
@ACT
def add(request: Request, uuid: UUID) -> HttpResponse:
    audit = DESK.for_act(request, uuid, "add_finding")
    form = forms.FindingForm(
        acting.data(request),
        units=queries.units_in(audit),
        requirements=queries.criteria_of(audit),
        orders=audit.kind == AuditKind.SUPERVISION,
        initial=acting.draft(request),
    )
    return DESK.page(
        request,
        audit,
        "add_finding",
        form,
        lambda: commands.add_finding(
            audit=audit, found=form.found(), by=request.person, now=request.now
        ),
        title=_("Nytt funn"),
        intro=_("Bare laget ser funnet til utkastet er sendt på høring."),
        button=_("Før opp funnet"),
        said=_("Funnet er ført opp."),
    )


@signed_in
@ACT
def change(request: Request, uuid: UUID) -> HttpResponse:
    finding = FINDINGS.for_act(request, uuid, "change")
    stands = forms.finding_of(finding)
    form = forms.FindingForm(
        acting.data(request),
        units=queries.units_in(finding.audit),
        requirements=queries.criteria_of(finding.audit),
        orders=finding.audit.kind == AuditKind.SUPERVISION,
        initial=stands | acting.draft(request),
    )
    return FINDINGS.page(
        request,
        finding,
        "change",
        form,
        lambda: commands.change_finding(
            finding=finding, found=form.found(), by=request.person, now=request.now
        ),
        title=_("Endre funnet"),
        button=_("Lagre"),
        said=_("Funnet er endret."),
        stand=of_fields(form, stands, finding.steps.filter(act="change")),
    )


@signed_in
@ACT
def withdraw(request: Request, uuid: UUID) -> HttpResponse:
    return FINDINGS.worded(
        request,
        uuid,
        "withdraw",
        forms.ReasonForm,
        commands.withdraw_finding,
        title=_("Trekk funnet"),
        intro=_("Grunnen blir stående."),
        button=_("Trekk funnet"),
        said=_("Funnet er trukket."),
    )


@signed_in
@ACT
def answer(request: Request, uuid: UUID) -> HttpResponse:
    finding = FINDINGS.for_act(request, uuid, "answer")
    stands = {"answer": finding.answer, "meet_due": finding.meet_due or finding.deadline}
    form = forms.AnswerForm(
        acting.data(request),
        today=clock.day(request.now),
        deadline=finding.deadline,
        initial=stands | acting.draft(request),
    )
    return FINDINGS.page(
        request,
        finding,
        "answer",
        form,
        lambda: commands.answer_finding(
            finding=finding, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Svar på funnet"),
        intro=_("Etterpå bestemmer dere tiltak i det samme registeret som alt annet."),
        button=_("Send svaret"),
        said=_("Takk. Bestem tiltakene nå, så vet alle hvem som gjør hva."),
        stand=of_fields(form, stands, finding.steps.filter(act="answer"), kept=True),
    )


@signed_in
@ACT
def add_action(request: Request, uuid: UUID) -> HttpResponse:
    return decide(
        request,
        uuid,
        FINDINGS,
        lambda finding: finding.unit,
        lambda finding, plan: commands.act_on_finding(
            finding=finding, plan=plan, by=request.person, now=request.now
        ),
    )


@signed_in
@ACT
def claim(request: Request, uuid: UUID) -> HttpResponse:
    finding = FINDINGS.for_act(request, uuid, "claim")
    form = forms.ClaimForm(
        acting.data(request), asks_why=rules.asks_why(finding), initial=acting.draft(request)
    )
    return FINDINGS.page(
        request,
        finding,
        "claim",
        form,
        lambda: commands.claim_met(
            finding=finding, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Meld fra at det er rettet"),
        intro=_("Den som fant det, ser etter og bekrefter."),
        button=_("Meld fra"),
        said=_("Takk. Den som fant det, er bedt om å se etter."),
        left=presenters.remains(queries.remaining_of(finding, "planned")),
    )


@signed_in
@ACT
def confirm(request: Request, uuid: UUID) -> HttpResponse:
    finding = FINDINGS.for_act(request, uuid, "confirm")
    by_letter = rules.is_by_letter(finding)
    form = forms.ConfirmForm(
        acting.data(request),
        request.FILES or None,
        today=clock.day(request.now),
        with_letter=by_letter,
        initial=acting.draft(request),
    )
    return FINDINGS.page(
        request,
        finding,
        "confirm",
        form,
        lambda: commands.confirm_met(
            finding=finding, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Bekreft at det er rettet"),
        intro=_("Skriv hva tilsynsmyndigheten har svart, og legg ved brevet.") if by_letter else "",
        said_before=presenters.no_action(finding),
        button=_("Bekreft"),
        left=[]
        if by_letter
        else presenters.remains(queries.remaining_of(finding, "planned", "done")),
        said=_("Det er bekreftet. Enheten har fått vite det."),
        upload=by_letter,
    )


@signed_in
@ACT
def send_back(request: Request, uuid: UUID) -> HttpResponse:
    return FINDINGS.worded(
        request,
        uuid,
        "send_back",
        forms.ReasonForm,
        commands.send_back,
        asked={"label": _("Hva mangler?")},
        title=_("Det er ikke rettet ennå"),
        button=_("Send tilbake"),
        said=_("Enheten har fått vite hva som mangler."),
        back=address_of("inspections:finding", uuid),
    )
