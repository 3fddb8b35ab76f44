"""What the demo's leaders say of the items of the maps, and the first night's pictures."""

import tomllib
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from styrk.compliance import commands, pictures
from styrk.compliance.jobs import ask_to_look_again, keep_the_maps
from styrk.compliance.models import Night
from styrk.compliance.types import Outcome, Spot
from styrk.core import clock, scope
from styrk.demo.people import World
from styrk.organisation.models import Unit
from styrk.overview.forskriftskart.queries import row_at
from styrk.plans.models import Plan
from styrk.plans.states import State
from styrk.regulation.maps import ITEMS
from styrk.regulation.types import Status

WRITTEN = Path(__file__).parent / "world" / "maps.toml"


def settle_maps(world: World, now: datetime) -> None:
    """Say it as it was written in its time, and keep what the data says today."""
    told = tomllib.loads(WRITTEN.read_text())
    for one in told["practice"]:
        describe(world, one, now)
    for one in told["judgement"]:
        judge(world, one, now)
    for one in told["look"]:
        look_through(world, one, now)
    ask_to_look_again(now)
    keep_the_maps(now)


def describe(world: World, told: dict[str, Any], now: datetime) -> None:
    """How it is done, in the words of the unit's leader."""
    leader = world.leader_of(told["unit"])
    if leader is None:
        return
    at = now - timedelta(days=told["days"])
    with scope.acting(world.acting(leader, now)):
        commands.describe(
            unit=world.units[told["unit"]],
            item=told["item"],
            text=told["text"],
            owner=leader,
            review_on=clock.after(now, days=told["review"]),
            by=leader,
            now=at,
        )


def judge(world: World, told: dict[str, Any], now: datetime) -> None:
    """What the unit's leader judged, beside what the data said that day."""
    leader = world.leader_of(told["unit"])
    if leader is None:
        return
    at = now - timedelta(days=told["days"])
    spot = Spot(world.units[told["unit"]], ITEMS[told["item"]])
    with scope.acting(world.acting(leader, now)):
        commands.judge(
            unit=spot.unit,
            item=spot.item.key,
            status=Status(told["status"]),
            computed=row_at(spot, clock.day(at)).computed,
            reason=told["reason"],
            until=clock.after(now, days=told["until"]),
            by=leader,
            now=at,
        )


def keep_night(units: Iterable[Unit], now: datetime) -> None:
    """What the data says of just these units that night: the others have not lived so far yet."""
    with scope.acting(scope.SYSTEM):
        kept = list(units)
        pictures.keep(kept, clock.day(now))
        Night.objects.bulk_create(
            [Night(on=clock.day(now), units=len(kept))], ignore_conflicts=True
        )


def look_through(world: World, told: dict[str, Any], now: datetime) -> None:
    """That the unit's leader went through its plan, and what came of it."""
    leader, unit = world.leader_of(told["unit"]), world.units[told["unit"]]
    if leader is None:
        return
    at = now - timedelta(days=told["days"])
    with scope.acting(world.acting(leader, now)):
        approved = Plan.objects.filter(unit=unit, state=State.APPROVED, approved_at__lte=at)
        plan = approved.order_by("pk").last()
        if plan is None:
            return
        commands.look_through(
            kind="plan",
            subject_uuid=plan.uuid,
            unit=unit,
            outcome=Outcome(told["outcome"]),
            words=told["text"],
            by=leader,
            now=at,
        )
