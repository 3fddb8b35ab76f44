"""Who may do what with a risk, a proposal and a matrix."""

from collections.abc import Collection, Iterable
from datetime import date

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.core import states
from styrk.organisation.models import Unit
from styrk.organisation.rules import LEADER
from styrk.requirements.periods import last_ended, period_of
from styrk.requirements.states import Rhythm
from styrk.risks.models import Proposal, Risk
from styrk.risks.states import MOVES, PROPOSAL_MOVES, Authority

# What whoever owns the risk from elsewhere leaves to those who answer for the unit.
OF_THE_UNIT = {"propose", "accept"}


def may_keep(standing: Standing, unit_id: int) -> bool:
    return standing.allows(Permission.KEEP_RISKS, unit_id)


def is_for(standing: Standing, risk: Risk, act: str) -> bool:
    """Whether the person has to do with the risk, and is told why the act is not for them now."""
    mine = may_keep(standing, risk.unit_id) or risk.owner_id == standing.person_id
    return mine or may(standing, risk, act)


def may(standing: Standing, risk: Risk, act: str) -> bool:
    """Whether the act fits the state, and is for this person to do."""
    if not states.may(MOVES, risk.state, act):
        return False
    if act == "propose" and risk.unit.parent_id is None:
        return False
    if act == "accept":
        return accepting_post(standing, risk) is not None
    keeps = may_keep(standing, risk.unit_id)
    return keeps if act in OF_THE_UNIT else keeps or risk.owner_id == standing.person_id


def may_answer(standing: Standing, proposal: Proposal) -> bool:
    return states.may(PROPOSAL_MOVES, proposal.state, "decline") and may_keep(
        standing, proposal.to_unit_id
    )


def may_keep_matrix(standing: Standing, trust_id: int) -> bool:
    """Whoever keeps risks for the whole trust, and whoever keeps its organisation."""
    return standing.allows(Permission.KEEP_RISKS, trust_id) or standing.allows(
        Permission.CHANGE_ORGANISATION, trust_id
    )


def accepting_post(standing: Standing, risk: Risk) -> int | None:
    """The unit at which this person leads with the authority that the risk's zone asks for.

    The lowest such unit; None without authority, or where the risk is not rated.
    """
    if risk.current is None:
        return None
    asked = risk.current.matrix.scale.authority(risk.zone)
    led = {post.unit_id for post in standing.posts if post.role.code == LEADER}
    line = enough(asked, risk.unit)
    return next((pk for pk in reversed(line) if pk in led), None)


def enough(authority: str, unit: Unit) -> list[int]:
    """The ids of the units whose leaders have the authority over a risk at the unit, top first."""
    line = [int(pk) for pk in unit.path.split(".") if pk]
    within = line[line.index(unit.legal_id) :] if unit.legal_id in line else line
    if authority == Authority.TOP:
        return within[:1]
    if authority == Authority.ABOVE:
        return within[:-1] or within
    return within


def open_tertials(on: date, taken: Collection[str]) -> list[str]:
    """The tertials that a picture may be taken of, given those it is taken of: the one that runs, and
    the one before it until the next picture stands.

    A picture shows the risks as they are that day: of a tertial long gone it would not be true.
    """
    this = period_of(Rhythm.TERTIAL, on)
    return [this] if this in taken else [this, last_ended(Rhythm.TERTIAL, on)]


def above(unit: Unit, line: Iterable[Unit]) -> list[Unit]:
    """Where a risk at the unit may be proposed: the units above it, the nearest first."""
    return [one for one in line if one.pk != unit.pk]
