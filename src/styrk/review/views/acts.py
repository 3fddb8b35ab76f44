"""What one writes in a report, and what is noted of a version: a page for each act."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.actions.queries import possible_owners
from styrk.core import clock
from styrk.review import commands, forms, presenters, queries
from styrk.review.layouts import Section
from styrk.review.pack import words
from styrk.review.views.asking import form_page
from styrk.review.views.finding import Place, held, laid_out, place, sent, written


def _section(found: Place, code: str) -> Section:
    one = found.layout.section(code)
    if one is None or one.written == "none":
        raise Http404
    return one


@signed_in
@ACT
@laid_out
def write(request: Request, code: str, layout: str, period: str, section: str) -> HttpResponse:
    """The words of a section: for those who write for the unit, and the one who is asked."""
    found = held(request, place(request, code, layout, period))
    one = _section(found, section)
    said = queries.words_of(found.report).get(section)
    asked = said is not None and said.asked_id == request.person.pk
    if not (found.writes or asked):
        raise Http404
    before = {"text": said.text} if said else {}
    form = forms.WordsForm(data(request), initial=before | draft(request))
    return form_page(
        request,
        found,
        form,
        lambda: commands.write_words(
            unit=found.unit,
            layout=layout,
            period=period,
            section=section,
            text=form.cleaned_data["text"],
            by=request.person,
            now=request.now,
        ),
        title=words.said(one.title),
        intro=words.said(one.ask) if any(one.ask.values()) else "",
        button=_("Lagre"),
        said=_("Teksten er lagret."),
    )


@signed_in
@ACT
@laid_out
def ask(request: Request, code: str, layout: str, period: str, section: str) -> HttpResponse:
    found = written(request, code, layout, period)
    one = _section(found, section)
    people = possible_owners(found.unit, clock.day(request.now))
    form = forms.AskForm(data(request), people=people, initial=draft(request))
    return form_page(
        request,
        found,
        form,
        lambda: commands.ask_for_section(
            unit=found.unit,
            layout=layout,
            period=period,
            section=section,
            person=form.chosen,
            by=request.person,
            now=request.now,
        ),
        title=_("Be noen skrive «%(section)s»") % {"section": words.said(one.title)},
        intro=_("Den du velger, får det på sin side, og ser rapporten slik den er nå."),
        button=_("Be om tekst"),
        said=_("Personen er bedt om å skrive."),
    )


@signed_in
@ACT
@laid_out
def present(request: Request, code: str, layout: str, period: str, number: int) -> HttpResponse:
    found = written(request, code, layout, period)
    version, today = sent(found, number), clock.day(request.now)
    form = forms.PresentForm(
        data(request),
        sent=clock.day(version.at),
        today=today,
        initial={"shown_on": today} | draft(request),
    )
    return form_page(
        request,
        found,
        form,
        lambda: commands.present_version(
            version=version,
            **form.cleaned_data,
            invented=settings.DEMO,
            by=request.person,
            now=request.now,
        ),
        title=str(presenters.AS_SHOWN),
        intro=_("PDF-en av utgave %(number)s tas vare på, med tilleggene som var kommet den dagen.")
        % {"number": number},
        button=_("Lagre"),
        said=_("Visningen er lagret, med fila de så."),
        working=_("Setter sammen rapporten …"),
    )


@signed_in
@ACT
@laid_out
def add(request: Request, code: str, layout: str, period: str, number: int) -> HttpResponse:
    found = written(request, code, layout, period)
    version = sent(found, number)
    form = forms.SupplementForm(data(request), initial=draft(request))
    return form_page(
        request,
        found,
        form,
        lambda: commands.add_supplement(
            version=version, text=form.cleaned_data["text"], by=request.person, now=request.now
        ),
        title=_("Føy til rapporten"),
        intro=_("Det som er sendt, står som det er. Tillegget kommer etter det."),
        button=_("Føy til"),
        said=_("Tillegget er lagret."),
    )
