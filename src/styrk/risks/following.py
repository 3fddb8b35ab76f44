"""What follows by itself from an act on a risk: acceptances become void, proposals are withdrawn."""

from datetime import datetime

from django.utils.translation import gettext as _

from styrk.core import states
from styrk.duties.commands import settle
from styrk.organisation.models import Person
from styrk.risks.models import Proposal, Risk
from styrk.risks.record import step, tell
from styrk.risks.states import MOVES, PROPOSAL_MOVES, ProposalState, State
from styrk.risks.types import ANSWER


def void_acceptance(risk: Risk, by: Person, now: datetime) -> None:
    """An acceptance is of a risk as it was. Its owner and whoever accepted it hear of it."""
    if risk.state != State.ACCEPTED or risk.acceptance is None:
        return
    accepted_by = risk.acceptance.by
    risk.state = states.move(MOVES, risk.state, "void")
    risk.acceptance = risk.accepted_until = None
    risk.save(update_fields=["state", "acceptance", "accepted_until"])
    step(risk, "void", by, now, text="Aksepten gjelder ikke lenger, fordi risikoen er endret")
    for person in dict.fromkeys((accepted_by, risk.owner)):
        tell(
            person,
            risk,
            f"void:{now.isoformat()}",
            lambda: _("Aksepten gjelder ikke lenger: %(title)s") % {"title": risk.title},
            lambda: _("Risikoen er endret. Den må aksepteres på nytt, eller få tiltak."),
            by=by,
            now=now,
        )


def withdraw_proposals(risk: Risk, reason: str, by: Person, now: datetime) -> None:
    """A proposal of a risk that is ended waits for nobody."""
    for proposal in Proposal.objects.filter(risk=risk, state=ProposalState.PROPOSED):
        proposal.state = states.move(PROPOSAL_MOVES, proposal.state, "withdraw")
        proposal.answer = reason
        proposal.answered_at, proposal.answered_by = now, by
        proposal.save(update_fields=["state", "answer", "answered_at", "answered_by"])
        settle(kind=ANSWER, subject_uuid=proposal.uuid, by=by, now=now)
