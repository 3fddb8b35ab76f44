"""Risks from below: what waits to be answered, and answering it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from styrk.access.commands import throw_draft
from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.queries import possible_owners
from styrk.core import clock, states
from styrk.risks import commands, example, forms, presenters, queries, rules
from styrk.risks.forms.acts import MERGE, TAKE_IN
from styrk.risks.models import Proposal, Risk
from styrk.risks.views import acting
from styrk.ui import pages


@allowed(Permission.KEEP_RISKS)
@require_safe
def inbox(request: Request) -> HttpResponse:
    waiting = queries.inbox(request.standing)
    rows = [(one, presenters.zone_tag(one.told["zone"], one.told["score"])) for one in waiting]
    return pages.render(request, "risks/inbox.html", {"rows": rows})


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: Request, uuid: UUID) -> HttpResponse:
    found = queries.proposal(uuid, hold=request.method == "POST")
    if found is None or not rules.may_keep(request.standing, found.to_unit_id):
        raise Http404
    form = _form(request, found) if rules.may_answer(request.standing, found) else None
    if form and form.is_valid():
        return _answer(request, found, form)
    if request.method == "POST" and form is None:
        messages.warning(request, acting.REFUSALS[states.NotNow]())
        return redirect("risks:proposal", uuid=uuid)
    return pages.render(
        request,
        "risks/proposal.html",
        _shown(found, form),
        status=422 if form and form.is_bound else 200,
    )


def _shown(found: Proposal, form: forms.AnswerForm | None) -> dict[str, object]:
    own = queries.holding_matrix_of(found.to_unit.legal_id)
    return {
        "proposal": found,
        "told": found.told,
        "zone": presenters.zone_tag(found.told["zone"], found.told["score"]),
        "state": presenters.proposal_tag(found.state),
        "other_matrix": (own.scale if own else example.EXAMPLE).mark != found.told["scale"],
        "form": form,
    }


def _form(request: Request, found: Proposal) -> forms.AnswerForm:
    today = clock.day(request.now)
    owners = list(possible_owners(found.to_unit, today))
    return forms.AnswerForm(
        acting.data(request),
        proposal=found,
        own=queries.live_at(found.to_unit),
        owners=owners if request.person in owners else [request.person, *owners],
        today=today,
        initial={"owner": str(request.person.uuid)} | acting.draft(request),
    )


def _answer(request: Request, found: Proposal, form: forms.AnswerForm) -> HttpResponse:
    try:
        into = _do(request, found, form)
    except tuple(acting.REFUSALS) as refused:
        messages.warning(request, acting.REFUSALS[type(refused)]())
        return redirect("risks:proposal", uuid=found.uuid)
    throw_draft(person=request.person, path=request.path)
    if into is None:
        messages.success(request, _("De som løftet den, har fått vite hvorfor."))
        return redirect("risks:inbox")
    messages.success(request, _("Nå vurderer du den på nytt, med kildene for øye."))
    return redirect("risks:rate", uuid=into.uuid)


def _do(request: Request, found: Proposal, form: forms.AnswerForm) -> Risk | None:
    """The one command; gives the risk it became part of."""
    answer, words = form.cleaned_data["answer"], form.cleaned_data["words"]
    by, now = request.person, request.now
    if answer == TAKE_IN:
        return commands.take_in(
            proposal=found, description=form.description(), answer=words, by=by, now=now
        )
    if answer == MERGE:
        commands.merge(proposal=found, into=form.chosen, answer=words, by=by, now=now)
        return form.chosen
    commands.decline_proposal(proposal=found, reason=words, by=by, now=now)
    return None
