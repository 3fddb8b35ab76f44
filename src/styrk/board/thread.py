"""The golden thread: the board's decision that an action follows, and what was done because of it."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from styrk.access.queries import Standing
from styrk.actions import thread as actions
from styrk.board import presenters, queries
from styrk.board.models import Decision
from styrk.board.types import ORIGIN as FROM_HERE
from styrk.ui.addresses import address_of
from styrk.ui.strands import Ask, Node, Spread, Strand, hung

KINDS = ("board_decision",)
# What an action that a decision led to says of its origin: only then is this app asked.
ORIGIN = FROM_HERE


def find(_kind: str, uuid: UUID, standing: Standing, _on: date) -> Node | None:
    found = queries.decision(uuid, standing)
    return drawn(found) if found else None


def upstream(kind: str, ids: Collection[int], standing: Standing, _on: date) -> list[Strand]:
    """The decisions that actions follow."""
    if kind != "action":
        return []
    links = queries.behind_actions(ids)
    if not links:
        return []
    held = queries.decisions_with([pk for _, pk in links])
    found = {one.pk: one for one in held if queries.may_open(standing, one)}
    return [Strand(("action", one), drawn(found[pk])) for one, pk in links if pk in found]


def downstream(kind: str, ids: Collection[int], _standing: Standing, ask: Ask) -> Spread:
    """What was done because of decisions."""
    found = Spread()
    if kind == "board_decision" and not ask.near:
        found.add(hung(queries.ACTION_LINKS, list(ids), actions.behind(ask.on), "action", ask))
    return found


def drawn(decision: Decision) -> Node:
    meeting = decision.item.meeting
    return Node(
        kind="board_decision",
        id=decision.pk,
        uuid=decision.uuid,
        title=decision.text,
        where=f"{meeting.unit.name}, {presenters.name_of(meeting)}",
        href=address_of("board:decision", decision.uuid),
        mark=presenters.waits_mark(decision),
    )
