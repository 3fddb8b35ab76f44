"""A risk is proposed to a unit above, and there taken in, merged with another, or declined."""

from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from styrk.core import clock, guard, states
from styrk.duties.commands import require, settle
from styrk.messages.commands import Letter, send
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import holder_of
from styrk.organisation.rules import LEADER
from styrk.risks.commands.describing import describe_risk
from styrk.risks.models import Proposal, Risk
from styrk.risks.record import ask_for_rating, step, tell
from styrk.risks.refusals import NotAbove, NotRated, OtherUnit, ProposedAlready, need
from styrk.risks.sight import let_read, shut
from styrk.risks.states import HELD, LIVE, MOVES, PROPOSAL_MOVES, ProposalState
from styrk.risks.types import ANSWER, DAYS_TO_ANSWER, SAID, Description
from styrk.risks.upward import as_rated, carry
from styrk.trail.commands import command


@command
def propose_up(*, risk: Risk, to: Unit, reason: str, by: Person, now: datetime) -> Proposal:
    """Ask a unit above, in the trust or beyond, to have the risk in its own picture.

    In another trust, whoever holds the post there may read the risk for as long as it is lifted there.
    Raises NotRated, NotAbove, ProposedAlready or ReasonMissing.
    """
    guard.refuse_identity(reason)
    need(reason)
    states.move(MOVES, risk.state, "propose")
    if risk.current is None:
        raise NotRated
    if not risk.unit.path.startswith(to.path) or to.pk == risk.unit_id:
        raise NotAbove
    if Proposal.objects.filter(risk=risk, to_unit=to, state__in=HELD).exists():
        raise ProposedAlready
    let_read(risk, to, by, now)
    proposal = Proposal.objects.create(
        risk=risk, to_unit=to, told=_told(risk), reason=reason, proposed_at=now, proposed_by=by
    )
    step(risk, "propose", by, now, text=f"Løftet risikoen til {to.name}", note=reason, unit=to.name)
    carry(risk, by, now)
    _ask(proposal, by, now)
    return proposal


@command
def take_in(
    *, proposal: Proposal, description: Description, answer: str, by: Person, now: datetime
) -> Risk:
    """Make it a risk of one's own, in one's own words; it is rated anew in one's own matrix."""
    guard.refuse_identity(answer)
    state = states.move(PROPOSAL_MOVES, proposal.state, "take_in")
    if description.unit.pk != proposal.to_unit_id:
        raise OtherUnit
    risk = describe_risk(description=description, by=by, now=now)
    _became(proposal, state, risk, answer, by, now)
    step(risk, "take_in", by, now, text=f"Tok inn «{proposal}» fra {_from(proposal)}")
    return risk


@command
def merge(*, proposal: Proposal, into: Risk, answer: str, by: Person, now: datetime) -> None:
    """Make it part of a risk one has, which is to be rated anew with the source in sight.

    Raises OtherUnit where that risk is not the unit's own, or is ended.
    """
    guard.refuse_identity(answer)
    state = states.move(PROPOSAL_MOVES, proposal.state, "merge")
    mine = into.unit_id == proposal.to_unit_id and into.state in LIVE
    if not mine or into.pk == proposal.risk_id:
        raise OtherUnit
    _became(proposal, state, into, answer, by, now)
    ask_for_rating(into, now)
    step(into, "merge", by, now, text=f"Slo sammen med «{proposal}» fra {_from(proposal)}")


@command
def decline_proposal(*, proposal: Proposal, reason: str, by: Person, now: datetime) -> None:
    """It stays below, with a reason that is told back."""
    guard.refuse_identity(reason)
    need(reason)
    state = states.move(PROPOSAL_MOVES, proposal.state, "decline")
    _answer(proposal, state, None, reason, by, now)
    text = f"{proposal.to_unit.name} tok ikke inn risikoen"
    step(proposal.risk, "declined", by, now, text=text, note=reason, unit=proposal.to_unit.name)
    shut(proposal.risk, now, proposal.to_unit)


def _became(
    proposal: Proposal, state: str, into: Risk, answer: str, by: Person, now: datetime
) -> None:
    _answer(proposal, state, into, answer, by, now)
    unit = proposal.to_unit.name
    step(
        proposal.risk,
        "taken_in",
        by,
        now,
        text=f"{unit} tok risikoen inn i sitt bilde",
        note=answer,
        unit=unit,
    )


def _answer(
    proposal: Proposal, state: str, into: Risk | None, answer: str, by: Person, now: datetime
) -> None:
    proposal.state, proposal.into, proposal.answer = state, into, answer
    proposal.answered_at, proposal.answered_by = now, by
    proposal.save(update_fields=["state", "into", "answer", "answered_at", "answered_by"])
    settle(kind=ANSWER, subject_uuid=proposal.uuid, by=by, now=now)
    said = ProposalState(state).label
    facts = {"title": str(proposal), "unit": proposal.to_unit.name}
    for person in dict.fromkeys((proposal.proposed_by, proposal.risk.owner)):
        tell(
            person,
            proposal.risk,
            f"answer:{proposal.uuid}",
            lambda: _("Svar fra %(unit)s om risikoen: %(title)s") % facts,
            lambda: " ".join((f"{said}.", answer)).strip(),
            by=by,
            now=now,
        )


def _told(risk: Risk) -> dict[str, Any]:
    """The risk in the words it is proposed with: what those above see, whatever they may open."""
    rating = risk.current
    if rating is None:
        raise NotRated
    return {
        "title": risk.title,
        "unit": risk.unit.name,
        "trust": risk.trust.name,
        **{name: getattr(risk, name) for name in SAID},
        "themes": risk.themes,
        **as_rated(rating),
    }


def _from(proposal: Proposal) -> str:
    return str(proposal.told["unit"])


def _ask(proposal: Proposal, by: Person, now: datetime) -> None:
    """The leader there answers, and hears of it at once."""
    to, facts = proposal.to_unit, {"title": str(proposal), "unit": _from(proposal)}
    require(
        kind=ANSWER,
        subject_id=proposal.pk,
        subject_uuid=proposal.uuid,
        unit=to,
        role=LEADER,
        due=clock.day(now) + timedelta(days=DAYS_TO_ANSWER),
        now=now,
    )
    letters = [
        Letter(
            recipient=person,
            key=f"proposal:{proposal.uuid}:{person.pk}",
            subject=lambda: _("En risiko er løftet til deg: %(title)s") % facts,
            text=lambda: (
                _("Fra %(unit)s. Ta den inn i ditt bilde, slå den sammen, eller si nei.") % facts
            ),
            path=reverse("risks:proposal", args=[proposal.uuid]),
        )
        for person in holder_of(to, LEADER, clock.day(now))
        if person != by
    ]
    send(letters, now=now)
