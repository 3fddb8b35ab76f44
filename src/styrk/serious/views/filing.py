"""The case file, the report and what patients are told."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.core.frozen import revived
from styrk.core.papers import MEDIA
from styrk.incidents.record import note_reading
from styrk.serious import commands, forms, papers, patients, reporting, rules
from styrk.serious.reporting import Content
from styrk.serious.states import EntryKind
from styrk.serious.types import Written
from styrk.serious.views.acting import DRAFT, ENTRY, FILE, REPORT
from styrk.ui import pages
from styrk.ui.addresses import address_of

KIT = {"brev": papers.letter, "referat": papers.minutes}


@signed_in
@require_safe
def file(request: Request, uuid: UUID) -> HttpResponse:
    """What was written while it happened, the newest last, and the reports that are sent."""
    found = FILE.found(request, uuid)
    note_reading(found.incident, request.person, request.now)
    entries = list(found.entries.all())
    values = {
        "event": found,
        "incident": found.incident,
        "entries": [(one, EntryKind(one.kind).label) for one in entries],
        "corrected": {one.corrects_id for one in entries},
        "reports": found.reports.all(),
        "may": rules.may_handle(request.standing, found),
    }
    return pages.render(request, "serious/file.html", values)


@signed_in
@ACT
def write(request: Request, uuid: UUID) -> HttpResponse:
    found = FILE.for_act(request, uuid, "write")
    start = {"occurred_at": request.now}
    form = forms.EntryForm(
        acting.data(request), now=request.now, initial=start | acting.draft(request)
    )
    return FILE.page(
        request,
        found,
        "write",
        form,
        lambda: commands.write_entry(
            event=found, written=Written(**form.cleaned_data), by=request.person, now=request.now
        ),
        title=_("Skriv i saksmappa"),
        intro=_("Skriv mens det skjer. Bruk roller, og ikke navn på pasienter eller pårørende."),
        button=_("Lagre"),
        said=_("Det er skrevet i saksmappa."),
    )


@signed_in
@ACT
def correct(request: Request, uuid: UUID) -> HttpResponse:
    found = ENTRY.for_act(request, uuid, "correct")
    form = forms.TextForm(
        acting.data(request), initial={"text": found.text} | acting.draft(request)
    )
    return ENTRY.page(
        request,
        found,
        "correct",
        form,
        lambda: commands.correct_entry(
            entry=found, text=form.cleaned_data["text"], by=request.person, now=request.now
        ),
        title=_("Rett i saksmappa"),
        intro=_("Det som sto, blir stående ved siden av."),
        button=_("Lagre rettelsen"),
        said=_("Rettelsen står i saksmappa."),
    )


@signed_in
@require_safe
def draft(request: Request, uuid: UUID) -> HttpResponse:
    """The report as the case stands now, and what the law asks for that it says nothing of."""
    found = DRAFT.found(request, uuid)
    note_reading(found.incident, request.person, request.now)
    made = reporting.content(found)
    values = {
        "event": found,
        "incident": found.incident,
        "report": None,
        "made": made,
        "lacking": reporting.lacking(made),
        "may": rules.may_handle(request.standing, found),
    }
    return pages.render(request, "serious/report.html", values)


@signed_in
@ACT
def send(request: Request, uuid: UUID) -> HttpResponse:
    found = DRAFT.for_act(request, uuid, "send")
    lacking = reporting.lacking(reporting.content(found))
    form = forms.ReportForm(acting.data(request), lacking=lacking, initial=acting.draft(request))
    return DRAFT.page(
        request,
        found,
        "send",
        form,
        lambda: commands.send_report(
            event=found, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Frys og send rapporten"),
        intro=_(
            "Rapporten fryses som den står, med kontrollsum, og klokka stanser. Last den ned og send den;"
            " Styrk sender ikke selv."
        ),
        button=_("Frys rapporten"),
        said=_("Rapporten er frosset og notert som sendt."),
        back=lambda given: address_of("serious:report", given.uuid),
    )


@signed_in
@require_safe
def report(request: Request, uuid: UUID) -> HttpResponse:
    """A report as it was sent, with what was said of it after."""
    found = REPORT.found(request, uuid)
    note_reading(found.event.incident, request.person, request.now)
    values = {
        "event": found.event,
        "incident": found.event.incident,
        "report": found,
        "made": revived(Content, found.content),
        "lacking": [],
        "may": rules.may_handle(request.standing, found.event),
    }
    return pages.render(request, "serious/report.html", values)


@signed_in
@ACT
def addendum(request: Request, uuid: UUID) -> HttpResponse:
    return REPORT.worded(
        request,
        uuid,
        "addendum",
        forms.TextForm,
        commands.add_addendum,
        title=_("Skriv et tillegg"),
        intro=_("Rapporten står som den ble sendt. Tillegget følger den, med navn og dato."),
        button=_("Lagre tillegget"),
        said=_("Tillegget er lagret."),
    )


@signed_in
@require_safe
def report_file(request: Request, uuid: UUID, form: str) -> HttpResponse:
    found = REPORT.found(request, uuid)
    note_reading(found.event.incident, request.person, request.now)
    with translation.override(settings.LANGUAGE_CODE):
        made = revived(Content, found.content)
        paper = papers.report(made, found, request.now, invented=settings.DEMO)
        data = papers.written(paper, _form(form))
    name = papers.name_of(f"rapport-{found.number}", made.reference, form)
    return _answer(data, name, form)


@signed_in
@require_safe
def draft_file(request: Request, uuid: UUID, form: str) -> HttpResponse:
    found = DRAFT.found(request, uuid)
    note_reading(found.incident, request.person, request.now)
    made = reporting.content(found)
    paper = papers.report(made, None, request.now, invented=settings.DEMO)
    name = papers.name_of("rapport-utkast", made.reference, form)
    return _answer(papers.written(paper, _form(form)), name, form)


@signed_in
@require_safe
def kit(request: Request, uuid: UUID) -> HttpResponse:
    """What patient and next of kin are to be told, and papers to give them."""
    found = FILE.found(request, uuid)
    note_reading(found.incident, request.person, request.now)
    values = {
        "event": found,
        "incident": found.incident,
        "to_tell": patients.TO_TELL,
        "may": rules.may_handle(request.standing, found),
    }
    return pages.render(request, "serious/kit.html", values)


@signed_in
@require_safe
def kit_file(request: Request, uuid: UUID, kind: str, form: str) -> HttpResponse:
    found = FILE.found(request, uuid)
    if kind not in KIT:
        raise Http404
    paper = KIT[kind](found, request.now, invented=settings.DEMO)
    name = papers.name_of(kind, found.incident.reference, form)
    return _answer(papers.written(paper, _form(form)), name, form)


def _form(form: str) -> str:
    if form not in papers.FORMS:
        raise Http404
    return form


def _answer(data: bytes, name: str, form: str) -> HttpResponse:
    return HttpResponse(
        data,
        content_type=MEDIA[form],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
