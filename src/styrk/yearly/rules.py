"""Who may read, write, send and follow the yearly report."""

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import LEADER
from styrk.core import states
from styrk.organisation.flavours import Flavour, flavour_of
from styrk.organisation.models import Unit
from styrk.yearly.models import FollowUp, YearlyReport
from styrk.yearly.states import MOVES, State


def is_kommune(unit: Unit) -> bool:
    """The whole of a kommune, and never a part of one."""
    return unit.legal_id == unit.pk and flavour_of(unit.level) is Flavour.MUNICIPAL


def may_write(standing: Standing, unit_id: int) -> bool:
    """The kommunedirektør, the deputy, and the adviser."""
    return standing.allows(Permission.KEEP_EVIDENCE, unit_id)


def may_read(standing: Standing, report: YearlyReport) -> bool:
    """Those who read the kommune's reports; once it is sent, everybody in the kommune."""
    if standing.allows(Permission.SEE_REPORTS, report.unit_id):
        return True
    return report.state != State.DRAFT and report.unit_id in standing.trusts


def leads(standing: Standing, unit_id: int) -> bool:
    """Is the kommunedirektør, or acts for that one."""
    return any(post.role.code == LEADER.code and post.unit_id == unit_id for post in standing.posts)


def is_for(standing: Standing, report: YearlyReport, act: str) -> bool:
    """Whether the act is for this person to do, whatever state the report is in."""
    if act == "tell":
        waiting = follow_up_of(report)
        owner = waiting.owner_id if waiting else None
        return standing.person_id == owner or leads(standing, report.unit_id)
    if act == "send":
        return leads(standing, report.unit_id)
    return may_write(standing, report.unit_id)


def may(standing: Standing, report: YearlyReport, act: str) -> bool:
    waiting = follow_up_of(report)
    if act == "tell" and (waiting is None or waiting.told_at is not None):
        return False
    return states.may(MOVES, report.state, act) and is_for(standing, report, act)


def follow_up_of(report: YearlyReport) -> FollowUp | None:
    """What of it somebody follows for kommunestyret."""
    return getattr(getattr(report, "treatment", None), "follow_up", None)
