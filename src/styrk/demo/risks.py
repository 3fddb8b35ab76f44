"""The demo's risks, lived through the commands: described, rated, lifted up the line, pictured."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from styrk.actions.commands import carry_out
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.core import clock, scope
from styrk.demo.agenda import Year
from styrk.demo.people import World
from styrk.organisation.models import Person
from styrk.requirements.periods import first_day, last_day, last_ended
from styrk.requirements.states import Rhythm
from styrk.risks import commands, queries
from styrk.risks.consistency import sweep
from styrk.risks.example import EXAMPLE
from styrk.risks.models import Proposal, Risk
from styrk.risks.scale import Limit
from styrk.risks.states import Authority, Zone
from styrk.risks.types import SAID, Assessment, Description

WRITTEN = Path(__file__).parent / "world" / "risks.toml"
DIMENSIONS = ("patient", "staff", "money", "reputation", "running")
AUTHORITIES = (
    (Zone.GREEN, Authority.UNIT),
    (Zone.YELLOW, Authority.UNIT),
    (Zone.RED, Authority.TOP),
)
TEXTS = ("description", "causes", "consequences", "measures", "counterpart")
# Whose pictures are taken, and how long after the tertial ends.
PICTURED = ("V-MED", "HF-VID", "HF-TIN", "FJELL", "ELV")
DAYS_TO_PICTURE = 12
SUMMARIES = (
    "Det største er at for mange er inne samtidig. Vi ser på effekten av tiltakene neste tertial.",
    "Bildet er roligere enn sist. Vi følger de røde hver måned, og har bedt om hjelp med noen av dem.",
)

type Told = dict[str, Any]
type Act = Callable[[Person, datetime], None]


def settle_risks(world: World, random: Random, now: datetime) -> None:
    """Let the written risks be described, rated, treated and lifted through the year before `now`."""
    with scope.acting(scope.NOBODY):
        life = Life(Year(world, random, now, lambda: None))
        written = tomllib.loads(WRITTEN.read_text())
        for matrix in written["matrix"]:
            life.decide_matrix(matrix)
        for told in written["risk"]:
            life.tell(told)
        for number, period in enumerate(_tertials(clock.day(now))):
            life.picture(period, SUMMARIES[number % len(SUMMARIES)])
        life.year.live()
        scope.apply(scope.SYSTEM)
        sweep(now)


def _tertials(today: date) -> list[str]:
    """The last two that have ended, the older first."""
    last = last_ended(Rhythm.TERTIAL, today)
    return [last_ended(Rhythm.TERTIAL, first_day(last)), last]


class Life:
    """The risks on their way, each act by the leader of the unit it is at."""

    def __init__(self, year: Year) -> None:
        self.year = year
        self.risks: dict[str, Risk] = {}

    def at(self, when: datetime, code: str, act: Act) -> None:
        """Plan an act by the leader there, in working hours."""
        leader = self.year.world.leader_of(code)
        if leader is None:
            return
        hour = self.year.random.randrange(8, 16)
        when = clock.oslo(when).replace(hour=hour, minute=self.year.random.randrange(60))

        def do(now: datetime) -> None:
            scope.apply(self.year.world.acting(leader, now))
            act(leader, now)

        self.year.plan(when, do)

    def decide_matrix(self, told: Told) -> None:
        """A trust takes the example for its own, with limits of its own."""
        limits = tuple(
            Limit(zone, score, authority)
            for (zone, authority), score in zip(AUTHORITIES, told["limits"], strict=True)
        )
        scale = replace(EXAMPLE, limits=limits)
        trust = self.year.world.units[told["unit"]]

        def decide(leader: Person, now: datetime) -> None:
            matrix = commands.draft_matrix(
                trust=trust, name=told["name"], scale=scale, by=leader, now=now
            )
            commands.publish_matrix(matrix=matrix, by=leader, now=now)

        self.at(self.year.end - timedelta(days=told["days_ago"]), told["unit"], decide)

    def tell(self, told: Told) -> None:
        """A risk of the file: described on its day, and what follows from it."""
        code, start = told["unit"], self.year.end - timedelta(days=told["days_ago"])

        def describe(leader: Person, now: datetime) -> None:
            self.risks[told["id"]] = commands.describe_risk(
                description=self.description(told, leader, now), by=leader, now=now
            )

        self.at(start, code, describe)
        for kind, name in (("inherent", "without"), ("now", "now"), ("target", "target")):
            if name in told:
                self.rate(start + timedelta(days=1), code, told["id"], told[name], kind)
        self.follow(told, code, told["id"], start)
        if "ended" in told:
            self.end(told["ended"], code, told["id"], start)

    def description(self, told: Told, leader: Person, now: datetime) -> Description:
        return Description(
            unit=self.year.world.units[told["unit"]],
            title=told["title"],
            interaction=told.get("interaction", "none"),
            owner=leader,
            review_on=clock.after(now, days=self.year.random.randrange(150, 350)),
            **{name: told.get(name, "") for name in TEXTS},
        )

    def follow(self, told: Told, code: str, name: str, start: datetime) -> None:
        """What is done about a risk from the day it was there: by the file, wherever it stands."""
        if "changed" in told:
            after = start + timedelta(days=told["changed"]["after"])
            self.rate(after, code, name, told["changed"], "now")
        if "accepted" in told:
            self.accept(told["accepted"], code, name, start)
        for action in told.get("action", ()):
            self.act_against(action, code, name, start)
        for lift in told.get("lift", ()):
            self.lift(lift, code, name, start)

    def rate(self, when: datetime, code: str, name: str, told: Told, kind: str) -> None:
        harms = {one: told[one] for one in DIMENSIONS if one in told}
        assessment = Assessment(kind, told["likelihood"], harms, told["reason"])

        def rate(leader: Person, now: datetime) -> None:
            commands.rate_risk(risk=self.risks[name], assessment=assessment, by=leader, now=now)

        self.at(when, code, rate)

    def accept(self, told: Told, code: str, name: str, start: datetime) -> None:
        def accept(leader: Person, now: datetime) -> None:
            commands.accept_risk(
                risk=self.risks[name],
                reason=told["reason"],
                expires_on=clock.after(now, days=told["days"]),
                by=leader,
                now=now,
            )

        self.at(start + timedelta(days=told["after"]), code, accept)

    def end(self, told: Told, code: str, name: str, start: datetime) -> None:
        def end(leader: Person, now: datetime) -> None:
            commands.end_risk(risk=self.risks[name], reason=told["reason"], by=leader, now=now)

        self.at(start + timedelta(days=told["after"]), code, end)

    def act_against(self, told: Told, code: str, name: str, start: datetime) -> None:
        def decide(leader: Person, now: datetime) -> None:
            action = commands.add_action(
                risk=self.risks[name], plan=self.plan(told, code, leader, now), by=leader, now=now
            )
            if told.get("done"):
                done = now + timedelta(days=told["due"] * 0.9)
                self.at(done, code, lambda by, then: self.carry_out(action, by, then))

        self.at(start + timedelta(days=told["after"]), code, decide)

    def plan(self, told: Told, code: str, leader: Person, now: datetime) -> Plan:
        due = clock.after(now, days=told["due"])
        return Plan(
            unit=self.year.world.units[code],
            title=told["title"],
            change=told["change"],
            sign=told["sign"],
            level=told["level"],
            owner=leader,
            due=due,
            review_on=due + timedelta(days=90),
        )

    def carry_out(self, action: Action, leader: Person, now: datetime) -> None:
        carry_out(action=action, note="", by=leader, now=now)

    def lift(self, told: Told, code: str, name: str, start: datetime) -> None:
        """Up to a unit above, where its leader answers some days later."""
        when = start + timedelta(days=told["after"])

        def propose(leader: Person, now: datetime) -> None:
            proposal = commands.propose_up(
                risk=self.risks[name],
                to=self.year.world.units[told["to"]],
                reason=told["reason"],
                by=leader,
                now=now,
            )
            if told["answer"] != "wait":
                self.at(
                    now + timedelta(days=9),
                    told["to"],
                    lambda by, then: self.answer(told, name, proposal, by, then),
                )

        self.at(when, code, propose)

    def answer(
        self, told: Told, name: str, proposal: Proposal, leader: Person, now: datetime
    ) -> None:
        found = queries.proposal(proposal.uuid)
        if found is None:
            raise LookupError(proposal.told["title"])
        words = told["words"]
        if told["answer"] == "decline":
            commands.decline_proposal(proposal=found, reason=words, by=leader, now=now)
        elif told["answer"] == "merge":
            into = self.risks[told["into"]]
            commands.merge(proposal=found, into=into, answer=words, by=leader, now=now)
            self.rate(now + timedelta(days=1), told["to"], told["into"], told["rated"], "now")
        else:
            self.take_in(told, name, found, leader, now)

    def take_in(
        self, told: Told, name: str, proposal: Proposal, leader: Person, now: datetime
    ) -> None:
        """It lives on above under its own name, and is rated there."""
        code = told["to"]
        above = f"{name.partition('/')[0]}/{code}"
        described = {**told, "unit": code, **{name: proposal.told[name] for name in SAID}}
        self.risks[above] = commands.take_in(
            proposal=proposal,
            description=self.description(described, leader, now),
            answer=told["words"],
            by=leader,
            now=now,
        )
        self.rate(now + timedelta(days=1), code, above, told["rated"], "now")
        self.follow(told, code, above, now)

    def picture(self, period: str, summary: str) -> None:
        when = clock.start_of(last_day(period)) + timedelta(days=DAYS_TO_PICTURE)
        for code in PICTURED:
            self.at(when, code, self.taking(code, period, summary))

    def taking(self, code: str, period: str, summary: str) -> Act:
        unit = self.year.world.units[code]

        def take(leader: Person, now: datetime) -> None:
            commands.take_picture(unit=unit, period=period, summary=summary, by=leader, now=now)

        return take
