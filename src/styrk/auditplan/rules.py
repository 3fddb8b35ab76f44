"""Who may read a revisjonsplan, write it, wish for something in it, and say what the board decided."""

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import AUDIT_COMMITTEE, BOARD_CHAIR, LEADER, QUALITY_ADVISER
from styrk.auditplan.models import AuditPlan, PlanLine, Wish
from styrk.auditplan.states import LINE_MOVES, MOVES, OF_THE_PLAN, WISH_MOVES, Body, Party
from styrk.core import states
from styrk.inspections.rules import keeps_board, may_keep

# What those who write down the board's decisions do with the plan; the rest is its keepers'.
OF_THE_BOARD = {"approve"}


def reads_all(standing: Standing, plan: AuditPlan) -> bool:
    """Those who keep the plan, or read audits where it is kept: its board, leaders and advisers."""
    allowed = standing.allows(Permission.SEE_INSPECTIONS, plan.unit_id)
    return allowed or may_keep(standing, plan.unit_id)


def may_read(standing: Standing, plan: AuditPlan) -> bool:
    """Those too who read audits in what the plan covers: what is approved, and their own wishes."""
    below = any(
        post.path.startswith(plan.unit.path)
        for post in standing.posts
        if Permission.SEE_INSPECTIONS in post.role.permissions
    )
    return below or reads_all(standing, plan)


def sits(standing: Standing, unit_id: int) -> bool:
    """Is of the revisjonsutvalg of the unit; in a kommune of the kontrollutvalg."""
    return _holds(standing, AUDIT_COMMITTEE.code, unit_id)


def _holds(standing: Standing, role: str, unit_id: int) -> bool:
    return any(post.role.code == role and post.unit_id == unit_id for post in standing.posts)


def bodies(standing: Standing, plan: AuditPlan) -> list[Body]:
    """Whose recommendation the person may give, or write down for them."""
    if may_keep(standing, plan.unit_id) or keeps_board(standing, plan.unit_id):
        return list(Body)
    return [Body.COMMITTEE] if sits(standing, plan.unit_id) else []


def recommends_for(standing: Standing, plan: AuditPlan, body: str) -> bool:
    """Writes down what others said, not being one of them."""
    own = {Body.COMMITTEE: AUDIT_COMMITTEE.code, Body.BOARD: BOARD_CHAIR.code}
    role = own.get(Body(body))
    return role is not None and not _holds(standing, role, plan.unit_id)


def wishes_for(standing: Standing, party: str, unit_id: int) -> bool:
    """Writes down what a board or a committee wishes, not being of it."""
    own = {Party.COMMITTEE: AUDIT_COMMITTEE.code, Party.BOARD: BOARD_CHAIR.code}
    role = own.get(Party(party))
    return role is not None and not _holds(standing, role, unit_id)


def voices(standing: Standing, plan: AuditPlan) -> list[tuple[Party, int]]:
    """Whom the person may wish on behalf of: a board, a unit, or the plan's revisjonsutvalg."""
    found: list[tuple[Party, int]] = []
    for post in standing.posts:
        if not post.path.startswith(plan.unit.path):
            continue
        if keeps_board(standing, post.trust_id) and post.role.code in {
            BOARD_CHAIR.code,
            LEADER.code,
            QUALITY_ADVISER.code,
        }:
            found.append((Party.BOARD, post.trust_id))
        if post.role.code in {LEADER.code, QUALITY_ADVISER.code}:
            found.append((Party.UNIT, post.unit_id))
    if sits(standing, plan.unit_id) or may_keep(standing, plan.unit_id):
        found.append((Party.COMMITTEE, plan.unit_id))
    return list(dict.fromkeys(found))


def speaks_for(standing: Standing, wish: Wish) -> bool:
    """Whether the wish is one's own, or of those one speaks for."""
    said = (Party(wish.party), wish.unit_id)
    return wish.by_id == standing.person_id or said in voices(standing, wish.plan)


def is_for(standing: Standing, plan: AuditPlan, act: str) -> bool:
    """Whether the act is for this person to do, whatever state the plan is in."""
    keeps = may_keep(standing, plan.unit_id)
    if act == "wish":
        return bool(voices(standing, plan))
    if act in OF_THE_BOARD:
        return keeps_board(standing, plan.unit_id)
    return bool(bodies(standing, plan)) if act == "recommend" else keeps


def may(standing: Standing, plan: AuditPlan, act: str) -> bool:
    return states.may(MOVES, plan.state, act) and is_for(standing, plan, act)


def is_for_line(standing: Standing, line: PlanLine, act: str) -> bool:  # noqa: ARG001 - as every rule of a desk
    return may_keep(standing, line.plan.unit_id)


def may_line(standing: Standing, line: PlanLine, act: str) -> bool:
    fits = states.may(LINE_MOVES, line.state, act)
    return fits and may(standing, line.plan, OF_THE_PLAN[act])


def is_for_wish(standing: Standing, wish: Wish, act: str) -> bool:  # noqa: ARG001
    return may_keep(standing, wish.plan.unit_id)


def may_wish(standing: Standing, wish: Wish, act: str) -> bool:
    return states.may(WISH_MOVES, wish.state, act) and may(standing, wish.plan, "answer")
