"""What others have learnt: the list, sharing, one lesson, and the answers of one's own units."""

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import allowed, signed_in
from styrk.access.meanwhile import of_fields
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.presenters import standing_tag
from styrk.actions.views.deciding import decide
from styrk.core import clock
from styrk.inspections import commands, forms, presenters, queries, rules
from styrk.inspections.models import Finding, Lesson, LessonQuestion
from styrk.inspections.states import Reply
from styrk.inspections.views.acting import FINDINGS, LESSONS, QUESTIONS
from styrk.inspections.views.limits import Limits, address, choices, limits
from styrk.organisation.models import Unit
from styrk.trail.commands import record_reading
from styrk.ui import pages
from styrk.ui.addresses import address_of

SHOWN = (
    ("", gettext_lazy("Venter på oss")),
    ("sen", gettext_lazy("Over fristen")),
    ("svart", gettext_lazy("Besvart")),
    ("delt", gettext_lazy("Delt av oss")),
)


@allowed(Permission.SEE_INSPECTIONS)
@require_safe
def lessons(request: Request) -> HttpResponse:
    """What others have learnt and one's units are asked about; or what one has shared oneself."""
    today = clock.day(request.now)
    show = request.GET.get("vis", "")
    show = show if show in dict(SHOWN) else ""
    held, at = Limits(limits(request).unit), address_of("inspections:lessons")
    chosen = {"vis": show} if show else {}
    shared = show == "delt"
    values = {
        "show": show,
        "limits": held,
        "choices": choices(
            at, held, chosen, [({"vis": key} if key else {}, label) for key, label in SHOWN]
        ),
        "freed": address(at, chosen),
        "today": today,
        "rows": []
        if shared
        else [_row(q, request) for q in queries.questions_for(show, held.unit, today)],
        "shared": queries.shared_by(request.standing) if shared else [],
        "may_share": request.standing.allows(Permission.KEEP_INSPECTIONS),
    }
    return pages.render(request, "inspections/lessons.html", values)


def _row(question: LessonQuestion, request: Request) -> dict[str, object]:
    return {
        "question": question,
        "mark": presenters.reply_mark(question, clock.day(request.now)),
        "by": presenters.learnt_by(question.lesson),
    }


@allowed(Permission.KEEP_INSPECTIONS)
@ACT
def share(request: Request) -> HttpResponse:
    return _share(request, None, {})


@allowed(Permission.KEEP_INSPECTIONS)
@ACT
def share_finding(request: Request, uuid: UUID) -> HttpResponse:
    """From an own finding: its words are there to begin with, and are written anew for others."""
    finding = FINDINGS.found(request, uuid)
    if not rules.may_share(request.standing, finding):
        raise Http404
    return _share(request, finding, {"title": finding.title, "text": finding.text})


def _share(request: Request, finding: Finding | None, begun: Mapping[str, object]) -> HttpResponse:
    unit = queries.keeping_unit(request.standing)
    if unit is None:
        raise Http404
    form = _form(request, unit, dict(begun) | acting.draft(request))
    if form.is_valid():
        lesson = commands.share_lesson(
            learnt=form.learnt(), finding=finding, by=request.person, now=request.now
        )
        return acting.done(
            request,
            _(
                "Det er delt. Hos dere er lederne av enhetene spurt. Andre virksomheter sender det videre til dem det kan gjelde."
            ),
            address_of("inspections:lesson", lesson.uuid),
        )
    way = [(_("Læring fra andre"), address_of("inspections:lessons"))]
    return acting.show(
        request,
        form,
        acting.Subject(way, line=finding.title if finding else ""),
        title=_("Del det dere har lært"),
        intro=_("De du spør, ser det du skriver her. De ser ikke funnet eller rapporten."),
        button=_("Del og spør"),
        template="inspections/act.html",
    )


def _form(request: Request, unit: Unit, initial: dict[str, object]) -> forms.LessonForm:
    today = clock.day(request.now)
    trust = unit.trust or unit
    return forms.LessonForm(
        acting.data(request),
        unit=unit,
        called=lambda words: queries.units_called(words, today),
        of_level=lambda level, everywhere: queries.units_of_level(
            level, None if everywhere else trust, today
        ),
        levels=queries.levels(today),
        today=today,
        initial=initial,
    )


@signed_in
@require_safe
def lesson(request: Request, uuid: UUID) -> HttpResponse:
    """What was learnt, how many have answered what, and the answers of the units in sight."""
    found = queries.lesson(uuid)
    if found is None:
        raise Http404
    _note(request, "lesson", found.pk, found)
    values = {
        "lesson": found,
        "by": presenters.learnt_by(found),
        "counts": queries.counts_of([found.pk])[found.pk],
        "rows": [_row(one, request) for one in found.questions.all()],
        "may_withdraw": rules.may_lesson(request.standing, found, "withdraw"),
    }
    return pages.render(request, "inspections/lesson.html", values)


@signed_in
@ACT
def withdraw(request: Request, uuid: UUID) -> HttpResponse:
    return LESSONS.worded(
        request,
        uuid,
        "withdraw",
        forms.ReasonForm,
        commands.withdraw_lesson,
        title=_("Trekk spørsmålet tilbake"),
        intro=_(
            "De som ikke har svart, slipper å svare. Svarene som er gitt, og grunnen, blir stående."
        ),
        button=_("Trekk tilbake"),
        said=_("Det er trukket tilbake. Ingen blir spurt lenger."),
    )


@signed_in
@require_safe
def question(request: Request, uuid: UUID) -> HttpResponse:
    """What others have learnt, asked of one unit: what it answers, and what it does."""
    found = QUESTIONS.found(request, uuid)
    _note(request, "lesson_question", found.pk, found.lesson)
    today = clock.day(request.now)
    values = {
        "question": found,
        "lesson": found.lesson,
        "by": presenters.learnt_by(found.lesson),
        "standing": presenters.reply_mark(found, today),
        "actions": [(link.action, standing_tag(link.action)) for link in found.actions.all()],
        "may": {
            act: rules.may_question(request.standing, found, act)
            for act in ("answer", "add_action", "pass_on")
        },
        "meant": queries.units_coded(found.meant.splitlines()) if found.meant else [],
        "ours": found.reply == Reply.OURS,
        "entries": presenters.lesson_history(found.steps.all()),
        "today": today,
    }
    return pages.render(request, "inspections/question.html", values)


def _note(request: Request, subject: str, pk: int, told: Lesson) -> None:
    record_reading(
        by=request.person,
        now=request.now,
        subject=subject,
        subject_id=pk,
        reference=told.title[:80],
    )


@signed_in
@ACT
def answer(request: Request, uuid: UUID) -> HttpResponse:
    asked = QUESTIONS.for_act(request, uuid, "answer")
    stands = {"reply": asked.reply, "answer": asked.answer}
    form = forms.ReplyForm(
        acting.data(request),
        replies=rules.replies_to(asked),
        initial=(stands if asked.answer else {}) | acting.draft(request),
    )
    return QUESTIONS.page(
        request,
        asked,
        "answer",
        form,
        lambda: commands.answer_lesson(
            question=asked, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Gjelder dette oss?"),
        intro=asked.lesson.ask,
        button=_("Svar"),
        said=_("Takk. Svaret er lagret."),
        stand=of_fields(form, stands, asked.steps.filter(act="answer"), kept=True),
    )


@signed_in
@ACT
def pass_on(request: Request, uuid: UUID) -> HttpResponse:
    asked = QUESTIONS.for_act(request, uuid, "pass_on")
    today = clock.day(request.now)
    form = forms.PassOnForm(
        acting.data(request),
        named=lambda words: queries.units_named(words, request.standing, today),
        initial={"places": asked.meant} | acting.draft(request),
    )
    return QUESTIONS.page(
        request,
        asked,
        "pass_on",
        form,
        lambda: commands.pass_on_lesson(
            question=asked, units=form.cleaned_data["places"], by=request.person, now=request.now
        ),
        title=_("Send videre hos oss"),
        intro=asked.lesson.ask,
        button=_("Spør dem"),
        said=_("Det er sendt videre. Lederne av enhetene er spurt."),
    )


@signed_in
@ACT
def add_action(request: Request, uuid: UUID) -> HttpResponse:
    return decide(
        request,
        uuid,
        QUESTIONS,
        lambda asked: asked.unit,
        lambda asked, plan: commands.act_on_lesson(
            question=asked, plan=plan, by=request.person, now=request.now
        ),
    )
