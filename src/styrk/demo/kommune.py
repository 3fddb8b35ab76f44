"""The demo's little kommune: its people, the year they had, and what kommunestyret was told.

Apart from the region: its own units, ten people and few cases, so that it costs next to nothing.
"""

import tomllib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from styrk.actions.commands import carry_out
from styrk.actions.types import Plan
from styrk.auditplan import commands as auditplan
from styrk.auditplan.models import AuditPlan
from styrk.auditplan.types import Decided, Scope
from styrk.core import clock, scope
from styrk.demo import mapping, people
from styrk.demo.agenda import Year
from styrk.demo.appraising import Held as Appraising
from styrk.demo.case import Case
from styrk.demo.hearing import Life as Hearing
from styrk.demo.inspecting import Life as Inspecting
from styrk.demo.intervening import switch_on, watch
from styrk.demo.people import World
from styrk.demo.personas import little
from styrk.demo.risks import Life as Risking
from styrk.demo.world_files import UnitFacts, stories
from styrk.goals import commands as goals
from styrk.goals.aim import Aim
from styrk.goals.models import Goal
from styrk.intervention.types import Discussion
from styrk.organisation.flavours import Flavour, speaking_to
from styrk.organisation.models import Person
from styrk.requirements.commands import settle_authorities
from styrk.yearly import commands as yearly
from styrk.yearly import queries
from styrk.yearly.types import Treated

WRITTEN = Path(__file__).parent / "world" / "kommune.toml"
TOP, DIRECTOR = "TVE", "tverrvag_director"
CASES = 14
# Days: the first night of the year, and from one that is kept to the next.
NIGHTS_BEGAN, DAYS_BETWEEN_NIGHTS = 360, 15
# The yearly report is begun in March, and sent some weeks before the meeting.
BEGUN = (3, 16)

type Told = dict[str, Any]


@cache
def written() -> Told:
    return tomllib.loads(WRITTEN.read_text())


def settle_kommune(region: World, since: datetime) -> World:
    """Found the kommune and its people, with posts from the day `since`."""
    # Before the year is lived by several at once: the register of authorities is the region's too.
    settle_authorities(by=None, now=since)
    world, on = World(personas=dict(region.personas)), clock.day(since)
    for told in written()["unit"]:
        facts = UnitFacts(**(told | {"tags": tuple(told.get("tags", ()))}))
        world.facts[facts.code] = facts
        world.units[facts.code] = people.found(world, facts, on, since)
        world.staff[facts.code], world.leaders[facts.code] = [], []
    people.settle_personas(world, little(), on, since)
    for number, told in enumerate(written()["person"]):
        people.settle_person(world, told, f"tverrvag{number}", on, since)
    return world


def live_kommune(world: World, random: Random, now: datetime) -> None:
    """Let it have its year before `now`, told through the commands."""
    with scope.acting(scope.NOBODY), speaking_to({Flavour.MUNICIPAL}):
        year = Year(world, random, now, lambda: None)
        _report(year)
        inspecting, risking = Inspecting(year), Risking(year)
        for told in written()["audit"]:
            inspecting.tell(told)
        for told in written()["lesson"]:
            inspecting.share(told)
        for told in written()["risk"]:
            risking.tell(told)
        for told in written()["goal"]:
            _aim(year, told)
        _hear(year)
        _tell_council(year)
        _plan_audits(year)
        _look_after(year)
        year.live()


def _hear(year: Year) -> None:
    """What the inhabitants tell, and the council of the elderly."""
    hearing = Hearing(year)
    for told in written()["entrance"]:
        hearing.open(told)
    for number, told in enumerate(written()["voice"]):
        hearing.tell(told, f"tverrvag {number}")
    for told in written()["council"]:
        hearing.hear(told)


def _look_after(year: Year) -> None:
    """How the kommune sees that its system works, and what the map says of it night by night.

    Lived in order of time, so that every picture is of what there was then.
    """
    world, end = year.world, year.end
    for told in written()["practice"]:
        year.plan(end - timedelta(days=told["days"]), _of(mapping.describe, world, told, end))
    for told in written()["judgement"]:
        year.plan(end - timedelta(days=told["days"]), _of(mapping.judge, world, told, end))
    for told in written()["appraisal"]:
        Appraising(year, told)
    rules = written()["intervention"]
    year.plan(end - timedelta(days=rules["days"]), lambda now: _switch_on(world, rules, now))
    for days in range(NIGHTS_BEGAN, 0, -DAYS_BETWEEN_NIGHTS):
        year.plan(end - timedelta(days=days, hours=9), lambda now: _pass_night(world, now))


def _of(act: Callable[[World, Told, datetime], None], *said: Any) -> Callable[[datetime], None]:
    return lambda _now: act(*said)


def _switch_on(world: World, told: Told, now: datetime) -> None:
    discussion = Discussion(clock.after(now, days=-7), told["with_whom"], told["protocol"])
    switch_on(world, TOP, told["rules"], discussion, now)


def _pass_night(world: World, now: datetime) -> None:
    watch(world, TOP, now)
    mapping.keep_night(world.units.values(), now)


def _report(year: Year) -> None:
    """A dozen cases of those that happen in such units, spread over the year."""
    world = year.world
    places = [
        (story, code)
        for story in stories()
        for code, facts in world.facts.items()
        if set(facts.tags) & set(story.where)
    ]
    for number, (story, code) in enumerate(year.random.sample(places, CASES)):
        ago = timedelta(days=4 + number * 29, hours=year.random.randrange(24))
        year.plan(year.end - ago, Case(year, story, code).report)


def _aim(year: Year, told: Told) -> None:
    """A goal: set, agreed, acted on, and how it goes."""
    begins = year.end - timedelta(days=told["days"])
    leader = year.world.leaders[told["unit"]][0]

    def set_goal(now: datetime) -> None:
        scope.apply(year.world.acting(leader, now))
        last = date(clock.day(year.end).year, 12, 31)
        aim = Aim(
            title=told["title"],
            why="",
            owner=leader,
            direction=told["direction"],
            first_year=last.year,
            last_year=last.year,
            target_words=told["words"],
        )
        goal = goals.set_goal(unit=year.world.units[told["unit"]], aim=aim, by=leader, now=now)
        goals.agree_goal(goal=goal, by=leader, now=now)
        for action in told.get("action", ()):
            _act(year, goal, action, now)
        year.plan(year.end - timedelta(days=12), lambda at: follow(goal, at))

    def follow(goal: Goal, now: datetime) -> None:
        scope.apply(year.world.acting(leader, now))
        goals.follow_goal(goal=goal, current=told["follow"], by=leader, now=now)

    year.plan(begins, set_goal)


def _act(year: Year, goal: Goal, told: Told, now: datetime) -> None:
    """An action towards the goal, carried out in time."""
    leader: Person = goal.owner
    due = clock.after(now, days=told["due"])
    plan = Plan(
        unit=goal.unit,
        title=told["title"],
        change=told["change"],
        sign=told["sign"],
        level=told["level"],
        owner=leader,
        due=due,
        review_on=due + timedelta(days=90),
    )
    action = goals.act_on_goal(goal=goal, plan=plan, by=leader, now=now)

    def done(at: datetime) -> None:
        scope.apply(year.world.acting(leader, at))
        carry_out(action=action, note="", by=leader, now=at)

    year.plan(clock.start_of(due - timedelta(days=3)) + timedelta(hours=10), done)


def _tell_council(year: Year) -> None:
    """The report of the year that is over: written, sent in spring, and treated."""
    told, director = written()["yearly"], year.world.personas[DIRECTOR]
    this = clock.oslo(year.end).year
    begun = clock.start_of(date(this, *BEGUN))
    if begun > year.end:
        begun, this = clock.start_of(date(this - 1, *BEGUN)), this - 1
    meeting = clock.day(begun) + timedelta(days=told["meeting_after"])

    def write(now: datetime) -> None:
        scope.apply(year.world.acting(director, now))
        unit = year.world.units[TOP]
        report = yearly.begin_yearly(unit=unit, year=this - 1, by=director, now=now)
        for part, text in told["parts"].items():
            yearly.write_part(report=report, part=part, text=text, by=director, now=now)
        yearly.send_yearly(report=report, meeting_on=meeting, by=director, now=now)

    def treat(now: datetime) -> None:
        scope.apply(year.world.acting(director, now))
        report = queries.latest_sent(year.world.units[TOP])
        if report is not None:
            owner = year.world.leader_of(told["followed_by"]) or director
            due = meeting + timedelta(days=told["followed_for"])
            said = (told["case"], told["decision"], told["words"])
            decided = Treated(meeting, *said, owner=owner, due=due)
            yearly.note_treatment(report=report, treated=decided, by=director, now=now)

    def tell(now: datetime) -> None:
        scope.apply(year.world.acting(director, now))
        report = queries.latest_sent(year.world.units[TOP])
        if report is not None:
            yearly.tell_council(report=report, told=told["became"], by=director, now=now)

    def begin_next(now: datetime) -> None:
        """What the visitor finds: the report of this year on its way, with a part of it written."""
        scope.apply(year.world.acting(director, now))
        unit = year.world.units[TOP]
        report = yearly.begin_yearly(unit=unit, year=this, by=director, now=now)
        for part, text in told["next"].items():
            yearly.write_part(report=report, part=part, text=text, by=director, now=now)

    year.plan(year.end - timedelta(hours=20), begin_next)
    year.plan(begun + timedelta(hours=10), write)
    year.plan(clock.start_of(meeting) + timedelta(days=3, hours=9), treat)
    answered = meeting + timedelta(days=told["followed_for"] - 9)
    year.plan(clock.start_of(answered) + timedelta(hours=9), tell)


def _plan_audits(year: Year) -> None:
    """What is to be audited this year: wished for, recommended, and approved by kommunestyret."""
    told, world = written()["audit_plan"], year.world
    director, top = world.personas[DIRECTOR], world.units[TOP]
    this = clock.oslo(year.end).year
    begun = year.end - timedelta(days=told["days"])

    def plan() -> AuditPlan:
        return AuditPlan.objects.select_related("unit", "begun_by").get(unit=top, year=this)

    def write(now: datetime) -> None:
        scope.apply(world.acting(director, now))
        until = clock.after(now, days=10)
        auditplan.begin_plan(unit=top, year=this, wishes_until=until, by=director, now=now)
        for line in told["line"]:
            auditplan.add_line(plan=plan(), scope=_line(world, line), by=director, now=now)

    def recommend(now: datetime) -> None:
        scope.apply(world.acting(director, now))
        said = {"body": "committee", "held_on": clock.day(now), "words": told["recommended"]}
        auditplan.recommend_plan(plan=plan(), by=director, now=now, **said)

    def approve(now: datetime) -> None:
        scope.apply(world.acting(director, now))
        decided = Decided(clock.day(now), told["case"], told["approved"])
        auditplan.approve_plan(plan=plan(), decided=decided, by=director, now=now)

    for days, act in ((0, write), (14, recommend), (28, approve)):
        year.plan(begun + timedelta(days=days), act)


def _line(world: World, told: Told) -> Scope:
    words = {name: told[name] for name in ("kind", "title", "about", "why", "quarter")}
    return Scope(
        units=tuple(world.units[code] for code in told["units"]),
        criteria_words=told["criteria"],
        **words,
    )
