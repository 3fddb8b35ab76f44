"""The demo's ledelsens gjennomgang: last year's, signed, and this year's under way."""

import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
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
from styrk.demo.agenda import Year
from styrk.demo.people import World

WRITTEN = Path(__file__).parent / "world" / "appraisals.toml"

type Told = dict[str, Any]
type Act = Callable[[datetime], None]


def settle_appraisals(world: World, random: Random, now: datetime) -> None:
    """Hold them as they are written, each act on its day; then ask those who have held none."""
    with scope.acting(scope.NOBODY):
        year = Year(world, random, now, lambda: None)
        for told in tomllib.loads(WRITTEN.read_text())["appraisal"]:
            Held(year, told)
        year.live()
    ask_for_appraisals(now)


class Held:
    """One review on its way through the year, all of it by the top leader."""

    def __init__(self, year: Year, told: Told) -> None:
        self.year, self.told = year, told
        self.leader = year.world.leaders[told["unit"]][0]
        begun = year.end - timedelta(days=told["days_ago"])
        self.begun = clock.oslo(begun).replace(hour=10, minute=0)
        self.review: Appraisal
        self.at(0, self._begin)
        if "signed_days_ago" in told:
            self.at(told["days_ago"] - told["signed_days_ago"], self._sign)

    def at(self, days: float, act: Act) -> None:
        """Plan an act some days after the review was begun."""

        def do(now: datetime) -> None:
            scope.apply(self.year.world.acting(self.leader, now))
            act(now)

        self.year.plan(self.begun + timedelta(days=days), do)

    def _begin(self, now: datetime) -> None:
        unit = self.year.world.units[self.told["unit"]]
        self.review = commands.begin_appraisal(unit=unit, by=self.leader, now=now)
        for one in self.told["verdict"]:
            commands.judge_item(appraisal=self.review, by=self.leader, now=now, **one)
        for one in self.told["heard"]:
            taking = Taking(one["party"], one["who"], clock.day(now), one["said"])
            commands.note_participant(appraisal=self.review, taking=taking, by=self.leader, now=now)
        for one in self.told.get("action", ()):
            self._follow(one, self._decide(one, now))

    def _decide(self, told: Told, now: datetime) -> Action:
        due = clock.after(now, days=told["due"])
        plan = Plan(
            unit=self.review.unit,
            title=told["title"],
            change=told["change"],
            sign=told["sign"],
            level=told["level"],
            owner=self.leader,
            due=due,
            review_on=due + timedelta(days=90),
        )
        return commands.decide_action(appraisal=self.review, plan=plan, by=self.leader, now=now)

    def _sign(self, now: datetime) -> None:
        found = queries.appraisal(self.review.uuid, standing_of(self.leader, clock.day(now)))
        if found is None:
            raise LookupError(self.review)
        unheard = self.told.get("unheard", "")
        commands.sign_appraisal(appraisal=found, by=self.leader, now=now, unheard=unheard)

    def _follow(self, told: Told, action: Action) -> None:
        """What became of it, as far as the file says."""
        if "note" in told:
            self.at(told["due"] - 3, lambda now: self._carry_out(action, told["note"], now))
        if "worked" in told:
            self.at(told["due"] + 91, lambda now: self._judge(action, told["worked"], now))

    def _carry_out(self, action: Action, note: str, now: datetime) -> None:
        carry_out(action=action, note=note, by=self.leader, now=now)

    def _judge(self, action: Action, reason: str, now: datetime) -> None:
        judge_effect(action=action, effect="worked", reason=reason, by=self.leader, now=now)
