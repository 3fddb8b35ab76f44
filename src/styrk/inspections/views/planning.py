"""Planning an audit or entering a supervision, and what the team does with it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import allowed, signed_in
from styrk.access.meanwhile import of_fields
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.inspections import commands, forms, presenters, queries
from styrk.inspections.models import Audit
from styrk.inspections.views.acting import DESK
from styrk.organisation.models import Unit
from styrk.ui.addresses import address_of


@allowed(Permission.KEEP_INSPECTIONS)
@ACT
def new(request: Request) -> HttpResponse:
    unit = queries.keeping_unit(request.standing)
    if unit is None:
        raise Http404
    begun = {"leader": str(request.person.uuid), "kind": "internal"} | _proposed(request, unit)
    form = _form(request, unit, begun | acting.draft(request))
    if form.is_valid():
        audit = commands.plan_audit(mandate=form.mandate(), by=request.person, now=request.now)
        return acting.done(
            request,
            _("Det står i planen. Når dere er klare, varsler du enhetene."),
            address_of("inspections:audit", audit.uuid),
        )
    return acting.show(
        request,
        form,
        acting.Subject([(_("Tilsyn og revisjon"), address_of("inspections:audits"))]),
        title=_("Nytt tilsyn eller ny revisjon"),
        intro=_("Føres hos %(unit)s.") % {"unit": unit.name},
        button=_("Legg i planen"),
    )


def _proposed(request: Request, keeper: Unit) -> dict[str, str]:
    """From a proposal: the unit to look at, and what spoke for it, to begin with."""
    today = clock.day(request.now)
    code = request.GET.get("enhet", "")
    for one in queries.where_to_look(keeper, today) if code else ():
        if one.unit.code == code:
            return {"places": code, "about": presenters.in_one(one, today)}
    return {}


def _form(
    request: Request, unit: Unit, initial: dict[str, Any], audit: Audit | None = None
) -> forms.MandateForm:
    today = clock.day(request.now)
    held = [audit.leader, *(one.person for one in audit.members.all())] if audit else []
    there = queries.criteria_of(audit) if audit else []
    return forms.MandateForm(
        acting.data(request),
        unit=unit,
        named=lambda words: queries.units_named(words, request.standing, today),
        people=dict.fromkeys([*held, request.person, *queries.auditors(unit, today)]),
        authorities=queries.authorities(),
        requirements=dict.fromkeys([*there, *queries.criteria_for(unit)]),
        initial=initial,
    )


@signed_in
@ACT
def change(request: Request, uuid: UUID) -> HttpResponse:
    audit = DESK.for_act(request, uuid, "change")
    stands = forms.mandate_of(audit, queries.criteria_of(audit))
    form = _form(request, audit.unit, stands | acting.draft(request), audit)
    return DESK.page(
        request,
        audit,
        "change",
        form,
        lambda: commands.change_audit(
            audit=audit, mandate=form.mandate(), by=request.person, now=request.now
        ),
        title=_("Endre det som skal undersøkes"),
        button=_("Lagre"),
        said=_("Det er endret."),
        stand=of_fields(form, stands, audit.steps.filter(act="change")),
    )


@signed_in
@require_POST
def announce(request: Request, uuid: UUID) -> HttpResponse:
    audit = DESK.for_act(request, uuid, "announce")
    return DESK.do(
        request,
        audit,
        lambda: commands.announce_audit(audit=audit, by=request.person, now=request.now),
        _("Lederne av enhetene har fått beskjed."),
    )


@signed_in
@require_POST
def carry_out(request: Request, uuid: UUID) -> HttpResponse:
    audit = DESK.for_act(request, uuid, "carry_out")
    return DESK.do(
        request,
        audit,
        lambda: commands.carry_out_audit(audit=audit, by=request.person, now=request.now),
        _("Nå kan laget føre opp det dere fant."),
    )


@signed_in
@ACT
def drop(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "drop",
        forms.ReasonForm,
        commands.drop_audit,
        title=_("Gå ikke videre"),
        intro=_("Grunnen blir stående."),
        button=_("Gå ikke videre"),
        said=_("Det blir ikke noe av. Grunnen er lagret."),
    )


@signed_in
@ACT
def hear(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "hear",
        forms.HearForm,
        commands.hear_draft,
        asked={"today": clock.day(request.now)},
        title=_("Send utkastet på høring"),
        intro=_("Fra nå ser enhetene det dere har funnet, og kan si om det stemmer."),
        button=_("Send på høring"),
        said=_("Utkastet er på høring. Lederne av enhetene er bedt om å uttale seg."),
    )


@signed_in
@ACT
def comment(request: Request, uuid: UUID) -> HttpResponse:
    audit = DESK.for_act(request, uuid, "comment")
    units = [
        one.unit
        for one in audit.places.all()
        if request.standing.allows(Permission.RAISE_ACTIONS, one.unit_id)
    ]
    form = forms.CommentForm(acting.data(request), units=units, initial=acting.draft(request))
    return DESK.page(
        request,
        audit,
        "comment",
        form,
        lambda: commands.comment_draft(
            audit=audit, by=request.person, now=request.now, **form.said()
        ),
        title=_("Uttal dere om utkastet"),
        button=_("Send uttalelsen"),
        said=_("Takk. Laget leser uttalelsen før rapporten blir endelig."),
    )


@signed_in
@ACT
def report(request: Request, uuid: UUID) -> HttpResponse:
    audit = DESK.for_act(request, uuid, "report")
    form = forms.ReportForm(
        acting.data(request),
        request.FILES or None,
        today=clock.day(request.now),
        initial=acting.draft(request),
    )
    return DESK.page(
        request,
        audit,
        "report",
        form,
        lambda: commands.report_audit(
            audit=audit, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Legg frem rapporten"),
        intro=_("Etter dette står funnene slik de er, og enhetene blir bedt om å svare."),
        button=_("Legg frem rapporten"),
        said=_("Rapporten er lagt frem. Enhetene er bedt om å svare på funnene."),
        upload=True,
    )


@signed_in
@ACT
def finish(request: Request, uuid: UUID) -> HttpResponse:
    """Where something is left, the page says what, by name."""
    audit = DESK.for_act(request, uuid, "finish")
    left = presenters.remains(queries.remaining(audit))
    form = forms.ReasonForm(
        acting.data(request), label=_("Hva ble bedre?"), initial=acting.draft(request)
    )
    return DESK.page(
        request,
        audit,
        "finish",
        form,
        lambda: commands.finish_audit(
            audit=audit, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Fulgt opp til ende"),
        intro="" if left else _("Alle funn er bekreftet rettet, og vi vet om tiltakene hjalp."),
        button=_("Fulgt opp"),
        said=_("Takk. Det er fulgt opp til ende."),
        left=left,
    )
