"""What one does with a report: a page for each act."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.actions.queries import possible_owners
from styrk.core import clock
from styrk.review import commands, forms, queries, rules
from styrk.review.layouts import Section
from styrk.review.models import Report
from styrk.review.pack import digest_of, words
from styrk.review.views.asking import do, form_page
from styrk.review.views.finding import Place, held, laid_out, live, place, sent


def _written(request: Request, code: str, layout: str, period: str) -> Place:
    """For one who writes for the unit, or 404."""
    found = held(request, place(request, code, layout, period))
    if not found.writes:
        raise Http404
    return found


def _report(found: Place) -> Report:
    if found.report is None:
        raise Http404
    return found.report


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
    found = _written(request, code, layout, period)
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
def send(request: Request, code: str, layout: str, period: str) -> HttpResponse:
    """Only what one has read is sent: the page that one comes from says what that was."""
    found = _written(request, code, layout, period)
    if not rules.may_send(request.standing, found.unit):
        raise Http404
    report, again = found.report, queries.version_of(found.report) is not None
    kind = forms.SendAgainForm if again else forms.SendForm
    seen = {}
    if request.method != "POST":
        seen = {"seen": request.GET.get("lest") or digest_of(live(request, found))}
    form = kind(data(request), initial=draft(request) | seen)
    return form_page(
        request,
        found,
        form,
        lambda: commands.submit_report(
            report=report or _begun(request, found),
            seen=form.cleaned_data["seen"],
            reason=form.cleaned_data.get("reason", ""),
            by=request.person,
            now=request.now,
        ),
        title=_("Send rapporten"),
        intro=_(
            "Alt fryses slik det står nå, med kontrollsum. Det som endres senere, blir en ny utgave."
        ),
        button=_("Send"),
        said=_("Rapporten er sendt."),
        working=_("Setter sammen rapporten …"),
    )


def _begun(request: Request, found: Place) -> Report:
    return commands.begin_report(
        unit=found.unit,
        layout=found.layout.code,
        period=found.period,
        by=request.person,
        now=request.now,
    )


@signed_in
@ACT
@laid_out
def send_back(request: Request, code: str, layout: str, period: str) -> HttpResponse:
    """From the level above, which sees only what is sent."""
    found = held(request, place(request, code, layout, period))
    receiver = queries.receiver_of(found.unit, found.layout)
    if not rules.may_ask(request.standing, receiver):
        raise Http404
    report = _report(found)
    form = forms.QuestionForm(data(request), initial=draft(request))
    return form_page(
        request,
        found,
        form,
        lambda: commands.send_back(
            report=report,
            question=form.cleaned_data["question"],
            by=request.person,
            now=request.now,
        ),
        title=_("Spør om rapporten"),
        button=_("Send tilbake"),
        said=_("Spørsmålet er sendt."),
    )


@signed_in
@ACT
@laid_out
def answer(request: Request, code: str, layout: str, period: str, uuid: UUID) -> HttpResponse:
    found = _written(request, code, layout, period)
    report, question = _report(found), queries.question(found.report, uuid)
    if question is None:
        raise Http404
    form = forms.AnswerForm(data(request), initial=draft(request))
    return form_page(
        request,
        found,
        form,
        lambda: commands.answer_question(
            report=report,
            question=question,
            answer=form.cleaned_data["answer"],
            by=request.person,
            now=request.now,
        ),
        title=_("Svar på spørsmålet"),
        intro=question.text,
        button=_("Svar"),
        said=_("Svaret er lagret. Send rapporten på nytt når den er klar."),
    )


@signed_in
@require_POST
@laid_out
def correct(request: Request, code: str, layout: str, period: str) -> HttpResponse:
    found = _written(request, code, layout, period)
    report = _report(found)
    return do(
        request,
        found,
        lambda: commands.correct_report(report=report, by=request.person, now=request.now),
        _("Rapporten er åpnet. Det som er sendt, står til du sender på nytt."),
    )


@signed_in
@require_POST
@laid_out
def give_up(request: Request, code: str, layout: str, period: str) -> HttpResponse:
    found = _written(request, code, layout, period)
    report = _report(found)
    return do(
        request,
        found,
        lambda: commands.give_up_correction(report=report, by=request.person, now=request.now),
        _("Rapporten står slik den ble sendt."),
    )


@signed_in
@ACT
@laid_out
def present(request: Request, code: str, layout: str, period: str, number: int) -> HttpResponse:
    found = _written(request, code, layout, period)
    version, today = sent(found, number), clock.day(request.now)
    form = forms.PresentForm(
        data(request), today=today, initial={"shown_on": today} | draft(request)
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
        title=_("Slik styret så den"),
        intro=_("Utgave %(number)s tas vare på med PDF-en slik den er nå.") % {"number": number},
        button=_("Lagre"),
        said=_("Visningen er lagret, med filen de så."),
        working=_("Setter sammen rapporten …"),
    )


@signed_in
@ACT
@laid_out
def add(request: Request, code: str, layout: str, period: str, number: int) -> HttpResponse:
    found = _written(request, code, layout, period)
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
