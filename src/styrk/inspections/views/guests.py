"""Letting somebody outside read one audit, seeing what they have read, and ending it."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import signed_in
from styrk.access.mailing import can_mail
from styrk.access.models import Guest
from styrk.access.queries import guests_of
from styrk.access.requests import Request
from styrk.core import clock
from styrk.inspections.commands import guests as commands
from styrk.inspections.forms.guests import AdmitForm, DocumentForm, EndForm
from styrk.inspections.models import Audit
from styrk.inspections.queries import guests as queries
from styrk.inspections.views.acting import DESK
from styrk.regulation.maps import LAW
from styrk.ui import pages
from styrk.ui.addresses import address_of

GIVE = gettext_lazy(
    "Gi %(name)s denne adressen, på en annen måte enn i e-post. Den vises bare nå, og virker én gang:\n"
    "%(address)s"
)
NO_MAIL = gettext_lazy(
    "Styrk har ingen e-posttjener, så koden kommer ikke frem, og ingen kommer inn. Be den som drifter"
    " Styrk, om å sette opp e-post (STYRK_SMTP_HOST) før du gir noen adressen."
)


@signed_in
@require_safe
def guests(request: Request, uuid: UUID) -> HttpResponse:
    """Who outside may read the audit, until when, and what they have read."""
    audit = DESK.for_act(request, uuid, "admit")
    today = clock.day(request.now)
    values = {
        "audit": audit,
        "rows": [
            (one, _mark(one, request), _letters(one, audit)) for one in guests_of("audit", audit.pk)
        ],
        "seen": queries.seen_of(audit),
        "no_mail": "" if can_mail() else NO_MAIL,
        "may_admit": DESK.may(request.standing, audit, "admit"),
        "today": today,
    }
    return pages.render(request, "inspections/guests.html", values)


def _letters(guest: Guest, audit: Audit) -> str:
    found = queries.letters_for(guest, audit)
    if len(found) == len(LAW.items):
        return _("Alle bokstavene")
    return ", ".join(str(one.reference) for one in found)


def _mark(guest: Guest, request: Request) -> tuple[str, str]:
    today = clock.day(request.now)
    if guest.ended_at is not None:
        return _("Avsluttet"), "neutral"
    if guest.until < today:
        return _("Tiden er ute"), "neutral"
    if guest.opens_on > today:
        return _("Ikke åpnet ennå"), "info"
    return (_("Har vært inne"), "success") if guest.last_in_at else (_("Åpent"), "info")


@signed_in
@ACT
def admit(request: Request, uuid: UUID) -> HttpResponse:
    audit = DESK.for_act(request, uuid, "admit")
    form = AdmitForm(
        acting.data(request),
        today=clock.day(request.now),
        audit=audit,
        begins_with=queries.letters_of(audit),
        initial=acting.draft(request),
    )
    return DESK.page(
        request,
        audit,
        "admit",
        form,
        lambda: commands.admit(
            audit=audit, invited=form.invited(), by=request.person, now=request.now
        ),
        title=_("Gi innsyn"),
        intro=_(
            "De ser omfanget, forskriftskartet for enhetene, det dere har lagt ved og svart, og funnene"
            " med tiltak. Ingenting annet. Alt de åpner, blir skrevet ned."
        )
        + ("" if can_mail() else f" {NO_MAIL}"),
        button=_("Gi innsyn"),
        said=lambda given: _told(*given),
        back=address_of("inspections:guests", audit.uuid),
    )


def _told(guest: Guest, word: str) -> str:
    address = f"{settings.BASE_URL}{address_of('inspections:arrive', word)}"
    return str(GIVE) % {"name": guest.name, "address": address}


def _found(request: Request, uuid: UUID) -> tuple[Guest, Audit]:
    guest = queries.locked_guest(uuid)
    if guest is None:
        raise Http404
    return guest, DESK.for_act(request, queries.audit_of(guest), "admit")


@signed_in
@require_POST
def renew(request: Request, uuid: UUID) -> HttpResponse:
    guest, audit = _found(request, uuid)
    return DESK.do(
        request,
        audit,
        lambda: commands.renew(guest=guest, audit=audit, by=request.person, now=request.now),
        lambda word: _told(guest, word),
        back=address_of("inspections:guests", audit.uuid),
    )


@signed_in
@ACT
def shut_out(request: Request, uuid: UUID) -> HttpResponse:
    guest, audit = _found(request, uuid)
    form = EndForm(acting.data(request), initial=acting.draft(request))
    return DESK.page(
        request,
        audit,
        "admit",
        form,
        lambda: commands.shut_out(
            guest=guest, audit=audit, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Avslutt innsynet til %(guest)s") % {"guest": guest.name},
        intro=_(
            "Innsynet er slutt med en gang, også om siden står åpen hos dem. Det de har åpnet, blir"
            " stående. Vil dere gi innsyn igjen, gir dere det på nytt."
        ),
        button=_("Avslutt innsynet"),
        said=_("Innsynet er avsluttet."),
        back=address_of("inspections:guests", audit.uuid),
    )


@signed_in
@ACT
def give(request: Request, uuid: UUID) -> HttpResponse:
    """Put a paper with the audit, for those who look."""
    audit = DESK.for_act(request, uuid, "give")
    form = DocumentForm(
        acting.data(request),
        request.FILES or None,
        today=clock.day(request.now),
        initial=acting.draft(request),
    )
    return DESK.page(
        request,
        audit,
        "give",
        form,
        lambda: commands.give_document(
            audit=audit, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Legg ved et dokument"),
        intro=_(
            "Det dere er bedt om, eller svarer. Alle som ser saken, kan lese det, også de utenfra."
        ),
        button=_("Legg ved"),
        said=_("Dokumentet ligger ved."),
        upload=True,
    )
