"""The demo's ledelsens gjennomgang: last year's, signed, and this year's under way."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from styrk.access.queries import standing_of
from styrk.actions.commands import carry_out, judge_effect
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.appraisal import commands, queries
from styrk.appraisal.jobs import ask_for_appraisals
from styrk.appraisal.models import Appraisal
from styrk.appraisal.types import Taking
from styrk.core import clock, scope
from styrk.demo.people import World
from styrk.organisation.models import Person

WRITTEN = Path(__file__).parent / "world" / "appraisals.toml"

type Told = dict[str, Any]


def settle_appraisals(world: World, now: datetime) -> None:
    """Hold them as they are written, in order; then ask those who have held none."""
    for told in tomllib.loads(WRITTEN.read_text())["appraisal"]:
        leader = world.leader_of(told["unit"])
        if leader is not None:
            with scope.acting(world.acting(leader, now)):
                Held(world, leader, told, now).tell()
    ask_for_appraisals(now)


class Held:
    """One review, all of it by the top leader."""

    def __init__(self, world: World, leader: Person, told: Told, now: datetime) -> None:
        self.world, self.leader, self.told = world, leader, told
        begun = now - timedelta(days=told["days_ago"])
        self.begun = clock.oslo(begun).replace(hour=10, minute=0)

    def tell(self) -> None:
        unit = self.world.units[self.told["unit"]]
        review = commands.begin_appraisal(unit=unit, by=self.leader, now=self.begun)
        for one in self.told["verdict"]:
            at = self.begun + timedelta(hours=1)
            commands.judge_item(appraisal=review, by=self.leader, now=at, **one)
        for one in self.told["heard"]:
            self._note(review, one)
        decided = [(one, self._decide(review, one)) for one in self.told.get("action", ())]
        if "signed_days_ago" in self.told:
            self._sign(review)
        for one, action in decided:
            self._follow(one, action)

    def _note(self, review: Appraisal, told: Told) -> None:
        taking = Taking(told["party"], told["who"], clock.day(self.begun), told["said"])
        commands.note_participant(appraisal=review, taking=taking, by=self.leader, now=self.begun)

    def _decide(self, review: Appraisal, told: Told) -> Action:
        due = clock.after(self.begun, days=told["due"])
        plan = Plan(
            unit=review.unit,
            title=told["title"],
            change=told["change"],
            sign=told["sign"],
            level=told["level"],
            owner=self.leader,
            due=due,
            review_on=due + timedelta(days=90),
        )
        return commands.decide_action(appraisal=review, plan=plan, by=self.leader, now=self.begun)

    def _sign(self, review: Appraisal) -> None:
        at = self.begun + timedelta(days=self.told["days_ago"] - self.told["signed_days_ago"])
        found = queries.appraisal(review.uuid, standing_of(self.leader, clock.day(at)))
        if found is None:
            raise LookupError(review)
        unheard = self.told.get("unheard", "")
        commands.sign_appraisal(appraisal=found, by=self.leader, now=at, unheard=unheard)

    def _follow(self, told: Told, action: Action) -> None:
        """What became of it, as far as the file says."""
        if "note" in told:
            at = self.begun + timedelta(days=told["due"] - 3)
            carry_out(action=action, note=told["note"], by=self.leader, now=at)
        if "worked" in told:
            at = self.begun + timedelta(days=told["due"] + 91)
            judge_effect(
                action=action, effect="worked", reason=told["worked"], by=self.leader, now=at
            )
