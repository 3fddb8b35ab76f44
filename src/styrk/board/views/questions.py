"""Questions of the board: asked in writing by its members, answered by the top leader."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access.acting import ACT, Subject, attempt, data, draft, show
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.board import commands, forms, presenters, queries, rules, wording
from styrk.board.views.acting import QUESTIONS, REFUSALS, chosen_by, home, way
from styrk.core import clock
from styrk.ui import pages
from styrk.ui.addresses import address_of


@signed_in
@ACT
def ask(request: Request) -> HttpResponse:
    unit = chosen_by(request, "sit")
    form = forms.AskForm(data(request), initial=draft(request), today=clock.day(request.now))

    def again() -> HttpResponse:
        return show(
            request,
            form,
            Subject(way=way(unit), line=unit.name),
            title=str(wording.ASK),
            button=_("Send spørsmålet"),
            intro=str(wording.ASK_OPENLY),
        )

    if not form.is_valid():
        return again()
    return attempt(
        request,
        lambda: commands.ask_leader(
            unit=unit, by=request.person, now=request.now, **form.cleaned_data
        ),
        str(wording.ASKED),
        refusals=REFUSALS,
        back=lambda made: address_of("board:question", made.uuid),
        instead=home(unit),
        form=form,
        again=again,
    )


@signed_in
@require_safe
def question(request: Request, uuid: UUID) -> HttpResponse:
    found = queries.question(uuid, request.standing)
    if found is None:
        raise Http404
    values = {
        "question": found,
        "words": wording,
        "standing": presenters.waits_mark(found),
        "crumbs": [*way(found.unit), (_("Spørsmål"), None)],
        "may_answer": rules.may_answer(request.standing, found, "answer"),
    }
    return pages.render(request, "board/question.html", values)


@signed_in
@ACT
def answer(request: Request, uuid: UUID) -> HttpResponse:
    return QUESTIONS.worded(
        request,
        uuid,
        "answer",
        forms.AnswerForm,
        commands.answer_board,
        title=str(wording.ANSWER),
        button=_("Send svaret"),
        said=str(wording.ANSWERED),
        back=address_of("board:question", uuid),
    )
