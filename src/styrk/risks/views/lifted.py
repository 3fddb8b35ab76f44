"""Risks from below: what waits to be answered, and answering it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access.acting import ACT, attempt, data, draft, with_form
from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.queries import possible_owners
from styrk.core import clock, states
from styrk.risks import commands, example, forms, presenters, queries, rules
from styrk.risks.forms.acts import MERGE, TAKE_IN
from styrk.risks.models import Proposal, Risk
from styrk.risks.views.acting import REFUSALS
from styrk.ui import pages
from styrk.ui.addresses import address_of


@allowed(Permission.KEEP_RISKS)
@require_safe
def inbox(request: Request) -> HttpResponse:
    waiting = queries.inbox(request.standing)
    rows = [(one, presenters.below(one, "")) for one in waiting]
    return pages.render(request, "risks/inbox.html", {"rows": rows})


@signed_in
@ACT
def proposal(request: Request, uuid: UUID) -> HttpResponse:
    found = queries.proposal(uuid, hold=request.method == "POST")
    if found is None or not rules.may_keep(request.standing, found.to_unit_id):
        raise Http404
    form = _form(request, found) if rules.may_answer(request.standing, found) else None
    if form and form.is_valid():
        return _answer(request, found, form)
    if request.method == "POST" and form is None:
        messages.warning(request, str(REFUSALS[states.NotNow]))
        return redirect("risks:proposal", uuid=uuid)
    return with_form(request, "risks/proposal.html", _shown(found, form), form)


def _shown(found: Proposal, form: forms.AnswerForm | None) -> dict[str, object]:
    own = queries.holding_matrix_of(found.to_unit.legal_id)
    source = presenters.below(found, (own.scale if own else example.EXAMPLE).mark)
    return {
        "source": source,
        "proposal": found,
        "told": source["told"],
        "state": presenters.proposal_tag(found.state),
        "form": form,
    }


def _form(request: Request, found: Proposal) -> forms.AnswerForm:
    today = clock.day(request.now)
    owners = list(possible_owners(found.to_unit, today))
    return forms.AnswerForm(
        data(request),
        proposal=found,
        own=queries.live_at(found.to_unit),
        owners=owners if request.person in owners else [request.person, *owners],
        today=today,
        initial={"owner": str(request.person.uuid)} | draft(request),
    )


def _answer(request: Request, found: Proposal, form: forms.AnswerForm) -> HttpResponse:
    return attempt(
        request,
        lambda: _do(request, found, form),
        _said,
        refusals=REFUSALS,
        back=lambda into: (
            address_of("risks:rate", into.uuid) if into else address_of("risks:inbox")
        ),
        instead=address_of("risks:proposal", found.uuid),
        form=form,
    )


def _said(into: Risk | None) -> str:
    if into is None:
        return _("De som løftet den, har fått vite hvorfor.")
    return _("Nå vurderer du den på nytt, med kildene for øye.")


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
