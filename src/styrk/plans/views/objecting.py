"""«Dette virker ikke», said of what stands in a plan, and the answer."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import ACT
from styrk.access.decorators import signed_in
from styrk.access.queries import Standing
from styrk.access.requests import Request
from styrk.actions import rules as action_rules
from styrk.actions.forms import ObjectForm
from styrk.actions.models import Objection
from styrk.actions.refusals import Answered
from styrk.actions.views.answering import answer_objection
from styrk.core import states
from styrk.plans import commands, queries, rules
from styrk.plans.models import Plan, PlanItem
from styrk.plans.presenters import Row
from styrk.plans.states import ITEM_MOVES, ItemState
from styrk.plans.types import PRIORITY
from styrk.plans.views.acting import ITEM, REFUSALS
from styrk.ui.addresses import address_of


def _is_for(standing: Standing, item: PlanItem, _act: str) -> bool:
    return rules.may_object(standing, item)


def _may(standing: Standing, item: PlanItem, act: str) -> bool:
    return states.may(ITEM_MOVES, item.state, act) and rules.may_object(standing, item)


DESK = replace(
    ITEM,
    is_for=_is_for,
    may=_may,
    refusals={**REFUSALS, Answered: gettext_lazy("Noen har svart allerede.")},
)


@signed_in
@ACT
def object_to(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "object",
        ObjectForm,
        commands.object_to_item,
        title=_("Dette virker ikke"),
        intro=_("Det du skriver, og svaret du får, kan alle som ser planen, lese."),
        button=_("Si fra"),
        said=_("Takk. Eieren er bedt om å svare deg."),
    )


@signed_in
@ACT
def answer(request: Request, uuid: UUID) -> HttpResponse:
    """The owner's answer to one who said that something in the plan does not work."""
    return answer_objection(
        request,
        uuid,
        PRIORITY,
        DESK,
        lambda objection, _item: rules.may_answer(request.standing, objection),
        commands.answer_objection,
    )


def ways(request: Request, rows: Iterable[Row], plan: Plan) -> dict[str, str]:
    """Where one says that it does not work, by item: of a goal or an action, on its own page."""
    if plan.trust_id not in request.standing.trusts:
        return {}
    writes = rules.may_plan(request.standing, plan.unit_id)
    found = {one.told["uuid"]: _way(request, one, writes=writes) for one in rows}
    return {uuid: way for uuid, way in found.items() if way}


def _way(request: Request, row: Row, *, writes: bool) -> str:
    told = row.told
    if told["state"] == ItemState.TAKEN_OUT:
        return ""
    if told["kind"] == "goal":
        return address_of("goals:object", UUID(told["subject"]))
    if told["kind"] == "action":
        may = [
            one for one, _mark in row.actions if action_rules.may(request.standing, one, "object")
        ]
        return address_of("actions:object", may[0].uuid) if may else ""
    return "" if writes else address_of("plans:object", UUID(told["uuid"]))


def said(request: Request, items: Iterable[PlanItem]) -> dict[str, list[tuple[Objection, str]]]:
    """What people say of each item, with where one who may answers it."""
    found: dict[str, list[tuple[Objection, str]]] = defaultdict(list)
    for one in queries.objections_to(items):
        may = rules.may_answer(request.standing, one)
        way = address_of("plans:answer", one.uuid) if may else ""
        found[str(one.subject_uuid)].append((one, way))
    return found
