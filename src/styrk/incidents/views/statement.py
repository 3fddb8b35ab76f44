"""The page of a unit that is asked for a statement."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from styrk.access.commands import throw_draft
from styrk.access.decorators import signed_in
from styrk.access.queries import draft_for
from styrk.access.requests import Request
from styrk.core import clock, states
from styrk.incidents import case_file, commands, forms, queries, rules
from styrk.incidents.models import Statement
from styrk.incidents.record import note_reading
from styrk.ui import pages


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: Request, uuid: UUID) -> HttpResponse:
    found = queries.statement(uuid, hold=request.method == "POST")
    if found is None or not rules.may_answer(request.standing, found):
        raise Http404
    posted = request.POST if request.method == "POST" else None
    form = forms.AnswerForm(posted, initial=draft_for(request.person, request.path))
    if form.is_valid():
        try:
            commands.answer_statement(
                statement=found,
                answer=form.cleaned_data["answer"],
                by=request.person,
                now=request.now,
            )
        except states.NotNow:
            messages.warning(request, _("Enheten din har svart allerede. Her ser du svaret."))
        else:
            throw_draft(person=request.person, path=request.path)
            messages.success(request, _("Takk. Svaret er sendt."))
        return redirect("incidents:statement", uuid=uuid)
    note_reading(found.incident, request.person, request.now)
    return pages.render(
        request,
        "incidents/statement.html",
        {
            "statement": found,
            "incident": found.incident,
            "form": form,
            "attachments": case_file.attachments(found.incident),
            "seen_until": _last_seen(found),
            "today": clock.day(request.now),
        },
        status=422 if form.is_bound else 200,
    )


def _last_seen(statement: Statement) -> date | None:
    """The day the unit stops seeing it, once that is set."""
    until = statement.seen_until  # type: ignore[attr-defined]
    return clock.day(until) if until else None
