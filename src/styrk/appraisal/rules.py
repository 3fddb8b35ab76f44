"""Who may read, write and sign ledelsens gjennomgang."""

from datetime import date

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import LEADER
from styrk.appraisal.models import Appraisal
from styrk.appraisal.states import HEARD, MOVES, State
from styrk.core import clock, states
from styrk.organisation.models import Unit

# Material older than this is not the organisation as it is on the day it is signed.
FRESH_DAYS = 31


def is_top(unit: Unit) -> bool:
    """The whole of an organisation: helseforetak, regionalt helseforetak, kommune."""
    return unit.legal_id == unit.pk


def may_write(standing: Standing, unit_id: int) -> bool:
    """The top leader, the deputy, and the adviser."""
    return standing.allows(Permission.KEEP_EVIDENCE, unit_id)


def may_read(standing: Standing, appraisal: Appraisal) -> bool:
    """A draft: those who write it. Signed: everybody in the organisation, the board, and the RHF."""
    if appraisal.state == State.DRAFT:
        return may_write(standing, appraisal.unit_id)
    if standing.allows(Permission.SEE_REPORTS, appraisal.unit_id):
        return True
    return appraisal.unit_id in standing.trusts


def leads(standing: Standing, unit_id: int) -> bool:
    """Is the organisation's own top leader, or acts for that one."""
    return any(post.role.code == LEADER.code and post.unit_id == unit_id for post in standing.posts)


def is_for(standing: Standing, appraisal: Appraisal, act: str) -> bool:
    """Whether the act is for this person to do, whatever state the review is in."""
    if act == "sign":
        return leads(standing, appraisal.unit_id)
    return may_write(standing, appraisal.unit_id)


def may(standing: Standing, appraisal: Appraisal, act: str) -> bool:
    return states.may(MOVES, appraisal.state, act) and is_for(standing, appraisal, act)


def is_old(appraisal: Appraisal, on: date) -> bool:
    """Whether what it is made from is too old to be signed without a warning."""
    gathered = clock.day(appraisal.gathered_at)
    return appraisal.state == State.DRAFT and (on - gathered).days > FRESH_DAYS


def missing(appraisal: Appraisal) -> list[str]:
    """Which of those who are to be heard nobody has noted."""
    noted = {one.party for one in appraisal.participants.all()}
    return [party for party in HEARD if party not in noted]
