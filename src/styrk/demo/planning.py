"""The demo's goals and plans, lived through the commands: set, heard, approved, followed, revised."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from styrk.actions.commands import carry_out, judge_effect
from styrk.actions.models import Action
from styrk.actions.types import Plan as ActionPlan
from styrk.core import clock, scope
from styrk.demo.agenda import Year
from styrk.demo.measured import Measuring
from styrk.demo.people import World
from styrk.goals import commands as goals
from styrk.goals.aim import Aim
from styrk.goals.models import Goal
from styrk.organisation.models import Person
from styrk.plans import commands as plans
from styrk.plans.jobs import look_for_quiet_actions
from styrk.plans.models import Plan, PlanItem
from styrk.plans.queries import items_of
from styrk.plans.states import ItemState
from styrk.plans.subject import Subject
from styrk.plans.types import Heard, Known, Terms
from styrk.requirements.periods import last_day

WRITTEN = Path(__file__).parent / "world" / "goals.toml"
# The demo's people have their posts from about four hundred days back.
FIRST_DAY = timedelta(days=402)
# Days from one level of the line to the next, and within one: set, begun, heard, approved.
DAYS_A_LEVEL = 5
SET, BEGUN, HEARD, APPROVED, ACTING = (timedelta(days=n) for n in (0, 1, 2, 4, 5))
DAY_BEFORE = timedelta(days=1)

type Told = dict[str, Any]
type Act = Callable[[Person, datetime], None]


def settle_plans(world: World, random: Random, now: datetime) -> None:
    """Let the written goals and plans be made through this year and last, until `now`, and measured."""
    with scope.acting(scope.NOBODY):
        life = Life(Year(world, random, now, lambda: None))
        life.measuring.plan()
        written = tomllib.loads(WRITTEN.read_text())
        for told in written["goal"]:
            life.tell_goal(told)
        for told in written["plan"]:
            life.tell_plan(told)
        life.year.live()
        look_for_quiet_actions(now)


@dataclass(frozen=True)
class Season:
    """A year to plan for, and the day the topmost unit begins."""

    year: int
    start: datetime


class Life:
    """The goals and plans on their way, each act by the leader of the unit."""

    def __init__(self, year: Year) -> None:
        self.year = year
        self.measuring = Measuring(year, year.random.getrandbits(32))
        self.goals: dict[str, Goal] = {}
        today = clock.day(year.end)
        first = clock.start_of(today - FIRST_DAY)
        december = clock.start_of(date(today.year - 1, 12, 1))
        self.last = Season(today.year - 1, first)
        self.this = Season(today.year, max(december, first + timedelta(days=5 * DAYS_A_LEVEL)))

    def at(self, when: datetime, code: str, act: Act) -> None:
        """Plan an act by the leader there, in the order it is told within the day."""
        leader = self.year.world.leaders[code][0]

        def do(now: datetime) -> None:
            scope.apply(self.year.world.acting(leader, now))
            act(leader, now)

        self.year.plan(when, do)

    def start(self, season: Season, code: str) -> datetime:
        """When the unit has its turn: those above it go first."""
        level = 0
        while (code := self.year.world.facts[code].parent) and code != "FJELL":
            level += 1
        return season.start + timedelta(days=level * DAYS_A_LEVEL, hours=9)

    def tell_goal(self, told: Told) -> None:
        """A goal of the file: set on its day, agreed, acted on, followed, and perhaps ended."""
        code = told["unit"]
        season = self.last if told.get("last") else self.this
        start = self.start(season, code)

        def set_goal(leader: Person, now: datetime) -> None:
            unit = self.year.world.units[code]
            goal = goals.set_goal(unit=unit, aim=self.aim(told, season, leader), by=leader, now=now)
            goals.agree_goal(goal=goal, by=leader, now=now)
            self.measuring.measure(goal, told, leader, now)
            self.goals[told["id"]] = goal

        self.at(start + SET, code, set_goal)
        for nth, action in enumerate(told.get("action", ())):
            self.at(start + ACTING + timedelta(days=nth), code, self.acting(told["id"], action))
        self.follow(told, start)
        self.object(told, start)

    def aim(self, told: Told, season: Season, leader: Person) -> Aim:
        last_year = season.year + told["years"] - 1
        counted = "target" in told
        return Aim(
            title=told["title"],
            why=told.get("why", ""),
            owner=leader,
            direction=told["direction"],
            first_year=season.year,
            last_year=last_year,
            target=Decimal(str(told["target"])) if counted else None,
            measured_in=told.get("in", ""),
            target_on=last_day(f"{last_year}-{told['month']:02}") if counted else None,
            target_words=told.get("words", ""),
            above=self.goals.get(told.get("above", "")),
        )

    def follow(self, told: Told, start: datetime) -> None:
        """What is said underway, evenly until the end or until now; and how it ended."""
        over = "end" in told and told.get("last")
        end = self.this.start - DAY_BEFORE if over else self.year.end - timedelta(days=9)
        said = told.get("follow", [])
        for nth, current in enumerate(said, start=1):
            when = start + ACTING + (end - start - ACTING) * nth / len(said)
            morning = clock.start_of(clock.day(when)) - DAY_BEFORE + timedelta(hours=8 + nth)
            self.at(morning, told["unit"], self.following(told["id"], current))
        if "end" in told:
            self.at(end, told["unit"], self.ending(told))

    def following(self, name: str, current: str) -> Act:
        def follow(leader: Person, now: datetime) -> None:
            goals.follow_goal(goal=self.goals[name], current=current, by=leader, now=now)

        return follow

    def ending(self, told: Told) -> Act:
        end = goals.reach_goal if told["end"] == "reached" else goals.drop_goal

        def act(leader: Person, now: datetime) -> None:
            end(goal=self.goals[told["id"]], reason=told["reason"], by=leader, now=now)

        return act

    def acting(self, name: str, told: Told) -> Act:
        """An action towards the goal, and what follows from it."""
        code_of = self.year.world

        def act(leader: Person, now: datetime) -> None:
            goal = self.goals[name]
            staff = code_of.staff[goal.unit.code]
            due = clock.after(now, days=told["days"])
            plan = ActionPlan(
                unit=goal.unit,
                title=told["title"],
                change=told["change"],
                sign=told["sign"],
                level=told["level"],
                owner=self.year.random.choice([leader, leader, *staff[:1]]),
                due=due,
                review_on=due + timedelta(days=told["review"]),
            )
            action = goals.act_on_goal(goal=goal, plan=plan, by=leader, now=now)
            self.measuring.watch(action, told, leader, now)
            if told.get("done"):
                self.carry_out(action, told)

        return act

    def carry_out(self, action: Action, told: Told) -> None:
        done = clock.start_of(action.due) - timedelta(days=3) + timedelta(hours=10)
        code = action.unit.code
        self.at(done, code, lambda by, now: carry_out(action=action, note="", by=by, now=now))
        if "outcome" in told:
            judged = clock.start_of(action.review_on) + timedelta(days=2, hours=11)
            self.at(judged, code, lambda by, now: self.judge(action, told, by, now))

    def judge(self, action: Action, told: Told, by: Person, now: datetime) -> None:
        judge_effect(action=action, effect=told["outcome"], reason=told["reason"], by=by, now=now)

    def object(self, told: Told, start: datetime) -> None:
        """Somebody says that it does not work; the leader answers some of it."""
        for nth, said in enumerate(told.get("objections", ()), start=1):
            person = self.year.world.personas[said["by"]]
            when = self.year.end - timedelta(days=60 - 25 * nth)
            self.year.plan(
                max(when, start + ACTING),
                lambda now, person=person, said=said: self.say(told, person, said, now),  # type: ignore[misc]
            )

    def say(self, told: Told, person: Person, said: Told, now: datetime) -> None:
        scope.apply(self.year.world.acting(person, now))
        goal = self.goals[told["id"]]
        objection = goals.object_to(goal=goal, text=said["text"], by=person, now=now)
        if "answer" not in said:
            return

        def answer(leader: Person, at: datetime) -> None:
            goals.answer_objection(
                goal=goal, objection=objection, answer=said["answer"], by=leader, now=at
            )

        self.at(now + timedelta(days=4), told["unit"], answer)

    def tell_plan(self, told: Told) -> None:
        """A plan of the file: begun, written, heard, approved, and perhaps revised."""
        season = self.last if told["year"] == "last" else self.this
        writing = Writing(told, season, self.goals, self.year.world)
        start, code = self.start(season, told["unit"]), told["unit"]
        self.at(start + BEGUN, code, writing.begin)
        self.at(start + HEARD, code, writing.hear)
        if told.get("state") == "draft":
            return
        self.at(start + APPROVED, code, writing.approve)
        if "revise" in told:
            later = start + APPROVED + (self.year.end - start - APPROVED) * 0.6
            self.at(clock.start_of(clock.day(later)) + timedelta(hours=13), code, writing.revise)


class Writing:
    """A unit's plan for a year, as the file tells of it."""

    def __init__(self, told: Told, season: Season, known: dict[str, Goal], world: World) -> None:
        self.told = told
        self.season = season
        self.goals = known
        self.unit = world.units[told["unit"]]
        self.plan: Plan

    def begin(self, leader: Person, now: datetime) -> None:
        """What is proposed is said yes to, but for what the file puts off or takes out."""
        plan = plans.begin_plan(unit=self.unit, year=self.season.year, by=leader, now=now)
        self.plan = plan
        for title in self.told["words"]:
            plans.add_item(plan=plan, subject=Subject(title=title), by=leader, now=now)
        if self.told.get("state") == "draft":
            return
        proposed = [one for one in items_of(plan) if one.state == ItemState.PROPOSED]
        if proposed:
            plans.keep_items(plan=plan, items=proposed, by=leader, now=now)
        self.adapt(leader, now, self.told)

    def adapt(self, leader: Person, now: datetime, told: Told) -> None:
        """What things mean here, what they cost, and what has to wait or is left out."""
        for name in {**told.get("notes", {}), **told.get("cost", {})}:
            cost = told.get("cost", {}).get(name, {})
            kroner = Decimal(cost["kroner"]) if cost else None
            terms = Terms(told.get("notes", {}).get(name, ""), kroner, cost.get("by", ""))
            plans.adapt_item(item=self.item(name), terms=terms, by=leader, now=now)
        for name, wait in told.get("defer", {}).items():
            until = clock.after(now, days=wait["until"])
            reason = wait["reason"]
            plans.defer_item(item=self.item(name), reason=reason, until=until, by=leader, now=now)
        for name, reason in told.get("out", {}).items():
            plans.take_out_item(item=self.item(name), reason=reason, by=leader, now=now)

    def item(self, name: str) -> PlanItem:
        """By the goal's id in the file, or by the words themselves."""
        goal = self.goals.get(name)
        return next(
            one
            for one in items_of(self.plan)
            if (goal and one.goal_id == goal.pk) or (not goal and str(one) == name)
        )

    def hear(self, leader: Person, now: datetime) -> None:
        """What the plan builds on is read, and then those concerned are heard."""
        for told in self.told.get("grounds", ()):
            plans.note_ground(plan=self.plan, known=Known(**told), by=leader, now=now)
        for told in self.told["hear"]:
            heard = Heard(held_on=clock.day(now), **told)
            plans.note_hearing(plan=self.plan, heard=heard, by=leader, now=now)

    def approve(self, leader: Person, now: datetime) -> None:
        decision = self.told.get("decision", "")
        plans.approve_plan(plan=self.plan, decision=decision, by=leader, now=now)

    def revise(self, leader: Person, now: datetime) -> None:
        told = self.told["revise"]
        self.plan = plans.revise_plan(plan=self.plan, reason=told["reason"], by=leader, now=now)
        added = Subject(title=told["add"])
        plans.add_item(plan=self.plan, subject=added, by=leader, now=now)
        self.adapt(leader, now, told)
        plans.approve_plan(plan=self.plan, unheard=told["unheard"], by=leader, now=now)
