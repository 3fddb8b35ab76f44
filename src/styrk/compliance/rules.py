"""Who may say how it is done, and judge."""

from styrk.access.permissions import Permission
from styrk.access.queries import Standing


def may_see(standing: Standing, unit_id: int) -> bool:
    return standing.allows(Permission.SEE_EVIDENCE, unit_id)


def may_keep(standing: Standing, unit_id: int) -> bool:
    """Whoever leads the unit, or the line above it in its trust, their deputies, and the adviser."""
    return standing.allows(Permission.KEEP_EVIDENCE, unit_id)
