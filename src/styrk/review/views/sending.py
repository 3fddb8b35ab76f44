"""What goes up the line and comes back: sending, asking, answering, letting stand, correcting."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.review import commands, forms, queries, rules
from styrk.review.models import Report, Version
from styrk.review.pack import digest_of
from styrk.review.views.asking import do, form_page
from styrk.review.views.finding import Place, begun, held, laid_out, live, place, written


@signed_in
@ACT
@laid_out
def send(request: Request, code: str, layout: str, period: str) -> HttpResponse:
    """Only what one has read is sent: the page that one comes from says what that was."""
    found = written(request, code, layout, period)
    if not rules.may_send(request.standing, found.unit):
        raise Http404
    report, before = found.report, queries.version_of(found.report)
    kind = forms.SendAgainForm if before else forms.SendForm
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
            language=get_language() or "nb",
            by=request.person,
            now=request.now,
        ),
        title=_("Send rapporten"),
        intro=_(
            "Alt fryses slik det står nå, med kontrollsum. Det som endres senere, blir en ny utgave."
        ),
        button=_("Send"),
        said=lambda version: _sent(version, before),
        working=_("Setter sammen rapporten …"),
    )


def _sent(version: Version, before: Version | None) -> str:
    if version == before:
        return _("Rapporten er lik den som er sendt, og står. De som spurte, får svaret.")
    return _("Rapporten er sendt.")


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
    report = begun(found)
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
    found = written(request, code, layout, period)
    report, question = begun(found), queries.question(found.report, uuid)
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
        said=_("Svaret er lagret. Send rapporten på nytt, eller la den stå som sendt."),
    )


def _do(request: Request, found: Place, command: Callable[..., object], said: str) -> HttpResponse:
    """What one button asks for, without words."""
    told = {"report": begun(found), "by": request.person, "now": request.now}
    return do(request, found, lambda: command(**told), said)


@signed_in
@require_POST
@laid_out
def let_stand(request: Request, code: str, layout: str, period: str) -> HttpResponse:
    found = written(request, code, layout, period)
    if not rules.may_send(request.standing, found.unit):
        raise Http404
    return _do(
        request,
        found,
        commands.let_stand,
        _("Rapporten står som sendt. De som spurte, får svaret."),
    )


@signed_in
@require_POST
@laid_out
def correct(request: Request, code: str, layout: str, period: str) -> HttpResponse:
    found = written(request, code, layout, period)
    return _do(
        request,
        found,
        commands.correct_report,
        _("Rapporten er åpnet. Det som er sendt, står til du sender på nytt."),
    )


@signed_in
@require_POST
@laid_out
def give_up(request: Request, code: str, layout: str, period: str) -> HttpResponse:
    found = written(request, code, layout, period)
    return _do(
        request,
        found,
        commands.give_up_correction,
        _("Rapporten står slik den ble sendt."),
    )
