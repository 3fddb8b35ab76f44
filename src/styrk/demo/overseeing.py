"""What the demo's board was shown, decided and asked: a meeting that was held, and one that comes."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from styrk.access.queries import standing_of
from styrk.board import commands
from styrk.board.models import Meeting
from styrk.board.types import Resolution, Topic
from styrk.core import clock, scope
from styrk.demo.people import World
from styrk.demo.personas import personas

WRITTEN = Path(__file__).parent / "world" / "board.toml"

type Told = dict[str, Any]


def settle_board(world: World, now: datetime) -> None:
    """Let the meetings of the trust's board be as they are written, by its top leader and a member."""
    for told in tomllib.loads(WRITTEN.read_text())["meeting"]:
        _meet(world, told, now)
    for told in tomllib.loads(WRITTEN.read_text())["question"]:
        _ask(world, told, now)


def _meet(world: World, told: Told, now: datetime) -> None:
    leader = world.personas["ceo"]
    on = clock.day(now + timedelta(days=told["days"]))
    before = min(now, now + timedelta(days=told["days"] - 10))
    with scope.acting(world.acting(leader, now)):
        unit = world.units[personas()["ceo"].unit]
        meeting = commands.plan_meeting(
            unit=unit, on=on, place=told["place"], by=leader, now=before
        )
        for one in told["item"]:
            topic = Topic(one["title"], one["text"], one.get("closed", ""))
            commands.add_item(meeting=meeting, topic=topic, by=leader, now=before)
        if told["days"] > 0:
            return
        standing = standing_of(leader, clock.day(now))
        commands.make_pack(meeting=meeting, standing=standing, by=leader, now=before)
        _hold(world, meeting, told, now)


def _hold(world: World, meeting: Meeting, told: Told, now: datetime) -> None:
    leader = world.personas["ceo"]
    at = now + timedelta(days=told["days"])
    commands.hold_meeting(meeting=meeting, by=leader, now=at)
    items = list(meeting.items.order_by("number"))
    for item, one in zip(items, told["item"], strict=True):
        if "decision" not in one:
            continue
        due = clock.after(now, days=one["due"])
        decision = commands.resolve(
            item=item, resolution=Resolution(one["decision"], leader, due), by=leader, now=at
        )
        if "told" in one:
            then = now - timedelta(days=one["told_days_ago"])
            commands.tell_board(decision=decision, told=one["told"], by=leader, now=then)


def _ask(world: World, told: Told, now: datetime) -> None:
    member, leader = world.personas["board_member"], world.personas["ceo"]
    unit = world.units[personas()["ceo"].unit]
    asked, answered = (now - timedelta(days=told[one]) for one in ("asked", "answered"))
    with scope.acting(world.acting(member, now)):
        due = clock.after(asked, days=14)
        question = commands.ask_leader(unit=unit, text=told["text"], due=due, by=member, now=asked)
    with scope.acting(world.acting(leader, now)):
        commands.answer_board(question=question, answer=told["answer"], by=leader, now=answered)
