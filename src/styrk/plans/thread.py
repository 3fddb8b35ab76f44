"""The golden thread: the plan in which a goal, a requirement or an action has its place."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from styrk.access.queries import Standing
from styrk.actions import thread as actions
from styrk.core.trips import each
from styrk.goals import thread as goals
from styrk.goals.queries import goals_with
from styrk.plans.models import PlanItem
from styrk.plans.presenters import ITEM_COLOURS, name_of
from styrk.plans.queries import strands
from styrk.plans.states import ItemState
from styrk.requirements import thread as requirements
from styrk.requirements.queries.strands import placements_with
from styrk.ui.addresses import address_of
from styrk.ui.strands import Ask, Node, Spread, Strand

KINDS = ("plan_item",)
HELD = ("goal", "placement", "action")


def find(_kind: str, uuid: UUID, standing: Standing, _on: date) -> Node | None:
    found = strands.item_with(uuid, standing)
    return drawn(found) if found else None


def upstream(kind: str, ids: Collection[int], standing: Standing, _on: date) -> list[Strand]:
    """The approved plans that put it first, and the item of the plan above that an item is from."""
    if kind == "plan_item":
        items = strands.items_with(ids, standing)
        return [Strand(("plan_item", one.pk), drawn(one.above)) for one in items if one.above]
    if kind not in HELD:
        return []
    held = strands.holding(kind, ids, standing)
    return [Strand((kind, getattr(one, f"{kind}_id")), drawn(one)) for one in held]


def downstream(kind: str, ids: Collection[int], standing: Standing, ask: Ask) -> Spread:
    """What the items of a plan are: goals, requirements or actions of the registers."""
    if kind != "plan_item":
        return Spread()
    items = strands.items_with(ids, standing)[: ask.limit]
    aimed, placed = each(
        lambda: _goals(items, standing, ask), lambda: _placements(items, standing, ask)
    )
    return Spread(
        [*aimed, *placed]
        + [
            Strand(("plan_item", one.pk), actions.drawn(one.action, ask.on))
            for one in items
            if one.action and ask.about("action")
        ]
    )


def _goals(items: Collection[PlanItem], standing: Standing, ask: Ask) -> list[Strand]:
    asked = {one.goal_id: one.pk for one in items if one.goal_id and ask.about("goal")}
    found = goals_with(asked, standing) if asked else []
    return [Strand(("plan_item", asked[one.pk]), goals.drawn(one, ask.on)) for one in found]


def _placements(items: Collection[PlanItem], standing: Standing, ask: Ask) -> list[Strand]:
    asked = {one.placement_id: one.pk for one in items if one.placement_id}
    found = placements_with(asked, standing) if asked and ask.about("placement") else []
    return [Strand(("plan_item", asked[one.pk]), requirements.drawn(one, ask.on)) for one in found]


def drawn(item: PlanItem) -> Node:
    state = ItemState(item.state)
    return Node(
        kind="plan_item",
        id=item.pk,
        uuid=item.uuid,
        title=str(item),
        where=name_of(item.plan),
        href=address_of("plans:version", item.plan.uuid),
        mark=(state.label, ITEM_COLOURS.get(state, "neutral")),
        notes=(item.note,) if item.note else (),
    )
