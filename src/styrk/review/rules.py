"""Who may do what with reports."""

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.core import states
from styrk.organisation.models import Unit
from styrk.review.models import Report
from styrk.review.states import MOVES, State

# Who sends a report, and shows it to the board: the responsible leader, and whoever acts for that one.
SENDERS = ("leader",)


def may_write(standing: Standing, unit: Unit) -> bool:
    """Whoever writes for the unit sees its drafts: never somebody in another trust."""
    return standing.allows(Permission.WRITE_REPORTS, unit.pk)


def may_see(standing: Standing, unit: Unit) -> bool:
    """What the unit has sent: its own line, and those who get the reports of all below them."""
    line = [int(pk) for pk in unit.path.split(".") if pk]
    return any(standing.allows(Permission.SEE_REPORTS, pk) for pk in line)


def may_send(standing: Standing, unit: Unit) -> bool:
    """The unit's own leader, or a deputy."""
    return any(p.unit_id == unit.pk and p.role.code in SENDERS for p in standing.posts)


def may_ask(standing: Standing, receiver: Unit | None) -> bool:
    """Whoever writes the report above that this one is compiled into."""
    return receiver is not None and standing.allows(Permission.WRITE_REPORTS, receiver.pk)


def may_compile(standing: Standing, unit: Unit) -> bool:
    """Whoever sees the unit's own reports sees who below it has sent."""
    return standing.allows(Permission.SEE_REPORTS, unit.pk)


def fits(report: Report | None, act: str) -> bool:
    """Whether the act fits the state; a report that nobody has begun is as one that is begun."""
    return states.may(MOVES, report.state if report else State.BEGUN, act)
