"""The page of a unit that is asked for a statement, and those of the one who asked."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import ACT, Refusals, attempt, data, draft, with_form
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.core import clock, states
from styrk.incidents import case_file, commands, forms, queries, rules
from styrk.incidents.models import Incident, Statement
from styrk.incidents.record import note_reading
from styrk.incidents.views.acting import DESK
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    states.NotNow: gettext_lazy("Noen har svart for enheten, eller ingen venter på svaret lenger.")
}


@signed_in
@ACT
def statement(request: Request, uuid: UUID) -> HttpResponse:
    found = queries.statement(uuid, hold=request.method == "POST")
    if found is None or not rules.may_answer(request.standing, found):
        raise Http404
    form = forms.AnswerForm(data(request), initial=draft(request))

    def shown() -> HttpResponse:
        return with_form(request, "incidents/statement.html", _values(request, found, form), form)

    if form.is_valid():
        return attempt(
            request,
            lambda: commands.answer_statement(
                statement=found, by=request.person, now=request.now, **form.cleaned_data
            ),
            _("Takk. Svaret er sendt."),
            refusals=REFUSALS,
            back=address_of("incidents:statement", uuid),
            form=form,
            again=shown,
        )
    note_reading(found.incident, request.person, request.now)
    return shown()


@signed_in
@ACT
def withdraw(request: Request, uuid: UUID) -> HttpResponse:
    asked, found = _asked(request, uuid, "withdraw_question")
    form = forms.ReasonForm(data(request), initial=draft(request))
    return DESK.page(
        request,
        found,
        "withdraw_question",
        form,
        lambda: commands.withdraw_question(
            statement=asked, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Trekk spørsmålet til %(unit)s") % {"unit": asked.unit.name},
        intro=_("De som ble spurt, får vite at de ikke trenger å svare."),
        button=_("Trekk spørsmålet"),
        said=_("Spørsmålet er trukket. De som ble spurt, får vite det."),
    )


@signed_in
@ACT
def extend(request: Request, uuid: UUID) -> HttpResponse:
    asked, found = _asked(request, uuid, "extend_question")
    start = {"due": asked.due + timedelta(days=7)} | draft(request)
    form = forms.ExtendForm(data(request), stands=asked.due, initial=start)
    return DESK.page(
        request,
        found,
        "extend_question",
        form,
        lambda: commands.extend_question(
            statement=asked, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Gi %(unit)s lengre svarfrist") % {"unit": asked.unit.name},
        button=_("Lagre ny frist"),
        said=_("Fristen er endret. De som er spurt, får vite det."),
    )


def _asked(request: Request, uuid: UUID, act: str) -> tuple[Statement, Incident]:
    """The question and its case, for one who handles the case."""
    asked = queries.statement(uuid, hold=request.method == "POST")
    if asked is None:
        raise Http404
    return asked, DESK.for_act(request, asked.incident.uuid, act)


def _values(request: Request, found: Statement, form: forms.AnswerForm) -> dict[str, Any]:
    return {
        "statement": found,
        "incident": found.incident,
        "form": form,
        "may_answer": rules.may_be_answered(found),
        "attachments": case_file.attachments(found.incident),
        "seen_until": _last_seen(found),
        "today": clock.day(request.now),
    }


def _last_seen(statement: Statement) -> date | None:
    """The day the unit stops seeing it, once that is set."""
    until = statement.seen_until  # type: ignore[attr-defined]
    return clock.day(until) if until else None
