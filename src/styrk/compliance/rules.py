"""Who may say how it is done, and judge."""

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import BOARD_CHAIR, BOARD_MEMBER, LEADER
from styrk.organisation.models import Unit

STEERING = {LEADER.code, BOARD_CHAIR.code, BOARD_MEMBER.code}


def may_see(standing: Standing, unit_id: int) -> bool:
    return standing.allows(Permission.SEE_EVIDENCE, unit_id)


def may_keep(standing: Standing, unit_id: int) -> bool:
    """Whoever leads the unit, or the line above it in its trust, their deputies, and the adviser."""
    return standing.allows(Permission.KEEP_EVIDENCE, unit_id)


def may_look(standing: Standing, unit: Unit) -> bool:
    """Whoever leads the unit or a line above it in its trust, their deputies, and the board.

    Not the adviser: what counts is that those who steer went through it.
    """
    steers = any(
        post.role.code in STEERING and unit.path.startswith(post.path) for post in standing.posts
    )
    return steers and may_see(standing, unit.pk)
