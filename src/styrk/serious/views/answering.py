"""Answering the questions, the first time and anew."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import signed_in
from styrk.access.meanwhile import Stand, mark_of
from styrk.access.requests import Request
from styrk.incidents.record import note_reading
from styrk.serious import commands, forms, presenters, queries
from styrk.serious.evaluating import from_report, organisation_of, told_in
from styrk.serious.models import Answers, Event
from styrk.serious.questions import asked, left
from styrk.serious.types import Told
from styrk.serious.views.acting import INCIDENT
from styrk.ui.addresses import address_of


@signed_in
@ACT
def answer(request: Request, uuid: UUID) -> HttpResponse:
    """Begins from the report; where the answers raise other questions, one comes back to them."""
    incident = INCIDENT.for_act(request, uuid, "answer")
    if request.method != "POST":
        note_reading(incident, request.person, request.now)
    event = queries.event_of(incident)
    answers = event.answers.all()[0] if event else None
    told = told_in(answers) if answers else from_report(incident)
    kind = event.organisation if event else organisation_of(incident.trust)
    wanted = asked(told, kind)
    form = forms.AnswersForm(
        acting.data(request),
        asked=wanted,
        now=request.now,
        initial=forms.start(told) | acting.draft(request),
    )

    def to_answers(given: Event) -> str:
        return address_of("serious:answer", uuid) if _left(form, given) else _home(given)

    return INCIDENT.page(
        request,
        incident,
        "answer",
        form,
        lambda: commands.answer_questions(
            incident=incident, told=form.told(), by=request.person, now=request.now
        ),
        title=_("Skal hendelsen meldes videre?"),
        intro=_(
            "Svar med det dere vet nå. Styrk foreslår hvilke plikter som gjelder, og dere avgjør. Kommer"
            " det mer fram senere, svarer dere på nytt; ingenting går tapt."
        ),
        button=_("Se hva som gjelder"),
        said=lambda given: _said(_left(form, given)),
        back=to_answers,
        stand=_stand(answers, told),
    )


def _left(form: forms.AnswersForm, event: Event) -> list[str]:
    told: Told = form.told()
    return left(told, event.organisation)


def _said(more: list[str]) -> str:
    if more:
        return _("Svarene er lagret, og gir noen spørsmål til.")
    return _("Svarene er lagret. Her er det som gjelder.")


def _home(event: Event) -> str:
    return address_of("serious:event", event.uuid)


def _stand(answers: Answers | None, told: Told) -> Stand:
    """What was answered last, by whom."""
    if answers is None or answers.by is None:
        return Stand(mark_of(answers.pk if answers else 0))
    said = list(presenters.answered(told.facts))
    return Stand(mark_of(answers.pk), said, answers.by.name, answers.at)
