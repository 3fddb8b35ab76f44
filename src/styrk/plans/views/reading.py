"""A unit's plan for a year, an older version, and what became of it."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.core.trips import each, whole
from styrk.goals.queries import uncaught
from styrk.goals.views import where
from styrk.organisation.models import Unit
from styrk.plans import freezing, presenters, queries, rules
from styrk.plans.models import Ground, Hearing, Plan, PlanItem, PlanStep
from styrk.plans.states import ITEM_MOVES, MOVES, ItemState, State
from styrk.plans.views import objecting, seen
from styrk.plans.views.acting import PLAN, address
from styrk.ui import pages
from styrk.ui.addresses import address_of
from styrk.ui.boxes import panels_on

ACTS = tuple(dict.fromkeys(act for _state, act in MOVES))
ITEM_ACTS = tuple(dict.fromkeys(act for _state, act in ITEM_MOVES))


@allowed(Permission.SEE_REQUIREMENTS)
@require_safe
def plan(request: Request) -> HttpResponse:
    """The version that stands for the unit and the year, or the one being written."""
    unit, year = where.unit_of(request), where.year_of(request)
    found = queries.versions(unit, year, request.standing) if unit else []
    here = [one for one in found if one.year == year]
    chosen = _standing(here) or next(iter(here), None)
    if unit is None or chosen is None:
        return _none(request, unit, year, found)
    return show(request, chosen, found)


def _standing(versions: list[Plan]) -> Plan | None:
    return next((one for one in versions if one.state == State.APPROVED), None)


def _none(request: Request, unit: Unit | None, year: int, found: list[Plan]) -> HttpResponse:
    values = {
        "unit": unit,
        "year": year,
        "others": where.near(request, unit),
        "last": _standing(found),
        "may_begin": unit is not None and rules.may_plan(request.standing, unit.pk),
        "uncaught": uncaught(request.standing, unit) if unit else [],
    }
    return pages.render(request, "plans/none.html", values)


@signed_in
@require_safe
def version(request: Request, uuid: UUID) -> HttpResponse:
    """One version, also one that a later one stands instead of."""
    found = queries.versions_with(uuid, request.standing)
    chosen = next((one for one in found if one.uuid == uuid), None)
    if chosen is None:
        raise Http404
    return show(request, chosen, found)


def show(request: Request, plan: Plan, versions: list[Plan]) -> HttpResponse:
    """The version's page. `versions` are those of its year and of the year before."""
    today = clock.day(request.now)
    here = [one for one in versions if one.year == plan.year]
    items = queries.items_of(plan)
    noted, grounds = whole(
        lambda: each(lambda: queries.hearings_of(plan), lambda: queries.grounds_of(plan))
    )
    writing = rules.may(request.standing, plan, "write")
    steps = queries.steps_of(plan)
    rows = drawn(plan, items, today)
    lives = plan.state != State.APPROVED or plan == _standing(here)
    values = {
        "plan": plan,
        "unit": plan.unit,
        "year": plan.year,
        "name": presenters.name_of(plan),
        "mark_of": presenters.plan_mark(plan, _standing(here)),
        "versions": [(one, presenters.plan_mark(one, _standing(here))) for one in here],
        "last": _standing([one for one in versions if one.year == plan.year - 1]),
        "groups": _groups(rows),
        "hearings": _hearings(plan, noted, steps),
        "grounds": _grounds(plan, grounds),
        "unheard": plan.content.get("unheard") if plan.content else "",
        "read": seen.mark(plan, items, noted, grounds),
        "since": next(reversed(presenters.since_each_hearing(steps)), None),
        "uncaught": uncaught(request.standing, plan.unit),
        "may": {act: rules.may(request.standing, plan, act) for act in ACTS},
        "may_item": {str(one.uuid): _may(plan, one) for one in items} if writing else {},
        "said": objecting.said(request, items),
        "object": objecting.ways(request, rows, plan) if lives else {},
        "from_above": queries.new_from_above(plan, items) if writing else [],
        "entries": presenters.history(steps),
        "panels": panels_on("plan", plan, request),
        "today": today,
    }
    return pages.render(request, "plans/plan.html", values)


def drawn(plan: Plan, items: list[PlanItem], today: date) -> list[presenters.Row]:
    """Each item as it was frozen, or as it stands; with what has become of it until now."""
    became = queries.outcomes(items)
    said = plan.content["items"] if plan.content else [freezing.told(one) for one in items]
    return [presenters.row(told, became.get(told["uuid"]), today) for told in said]


def _groups(rows: list[presenters.Row]) -> dict[str, list[presenters.Row]]:
    return {state: [one for one in rows if one.told["state"] == state] for state in ItemState}


def _hearings(plan: Plan, noted: list[Hearing], steps: list[PlanStep]) -> list[dict[str, object]]:
    """Each as it was written, with what the plan was changed to after it."""
    said = plan.content["hearings"] if plan.content else freezing.heard(noted)
    since = presenters.since_each_hearing(one for one in steps if one.plan_id == plan.pk)
    changed = dict(zip(sorted(one.pk for one in noted), since, strict=True))
    return [
        presenters.heard(told) | {"since": changed[one.pk]}
        for told, one in zip(said, noted, strict=True)
    ]


def _grounds(plan: Plan, noted: list[Ground]) -> list[dict[str, object]]:
    """As they were frozen, or as they stand; a plan of before they were noted has none."""
    said = plan.content.get("grounds", []) if plan.content else freezing.built_on(noted)
    return [presenters.ground(told) for told in said]


def _may(plan: Plan, item: PlanItem) -> dict[str, bool]:
    return {act: rules.fits_item(plan, item, act) for act in ITEM_ACTS}


@signed_in
@require_safe
def deferred(request: Request, uuid: UUID) -> HttpResponse:
    """To where one takes up what was put off: this year's plan, or its version being written."""
    item = queries.item(uuid, request.standing)
    if item is None:
        raise Http404
    year = clock.day(request.now).year
    if item.plan.year < year:
        query = urlencode({"enhet": item.plan.unit.code, "aar": str(year)})
        return HttpResponseRedirect(f"{address_of('plans:plan')}?{query}")
    return HttpResponseRedirect(address(queries.open_version(item.plan) or item.plan))


@signed_in
@require_safe
def outcome(request: Request, uuid: UUID) -> HttpResponse:
    """What became of everything in the plan: the goals, and the actions with their effect."""
    found = PLAN.found(request, uuid)
    rows = drawn(found, queries.items_of(found), clock.day(request.now))
    values = {
        "plan": found,
        "plan_name": presenters.name_of(found),
        "rows": [one for one in rows if one.told["state"] != ItemState.TAKEN_OUT],
        "figures": presenters.figures(rows),
    }
    return pages.render(request, "plans/outcome.html", values)
