"""The demo's plans of what to audit: this year's, wished for, approved and followed, and the coming one's."""

import tomllib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from styrk.auditplan import commands
from styrk.auditplan.models import AuditPlan, PlanLine, Wish
from styrk.auditplan.types import Scope, Visit
from styrk.board import commands as board
from styrk.board.models import Decision
from styrk.board.types import Resolution
from styrk.core import clock, scope
from styrk.demo.agenda import Year
from styrk.demo.inspecting import paper
from styrk.demo.people import World
from styrk.demo.personas import personas
from styrk.inspections import commands as inspections
from styrk.inspections import presenters as inspecting
from styrk.inspections.models import Audit, Finding
from styrk.inspections.queries import where_to_look
from styrk.inspections.types import Found
from styrk.organisation.models import Person

WRITTEN = Path(__file__).parent / "world" / "auditplan.toml"
# No further back than people have had their posts.
LONGEST = timedelta(days=390)
# Days from the first to the last of what becomes of a plan before the board has it.
WISHED, ANSWERED, RECOMMENDED, APPROVED = 8, 14, 24, 40
# Days into the year of the audit that is carried out, and of the change.
BEGUN, ANNOUNCED, CARRIED_OUT, REPORTED, ACTED, CLAIMED, CONFIRMED = 10, 15, 45, 70, 90, 150, 160
CHANGED, RETOLD, DECIDED = 140, 150, 165
# Until the board hears what became of its decision.
FOLLOWED = 100
# The coming year's plan is open for wishes now.
SINCE = 20

type Told = dict[str, Any]
type Act = Callable[[Person, datetime], None]


def settle_audit_plans(world: World, random: Random, now: datetime) -> None:
    """Let the plans be wished for, approved and followed, as far as the days have come."""
    told = tomllib.loads(WRITTEN.read_text())
    Plans(Year(world, random, now, lambda: None), told).live()


class Plans:
    def __init__(self, year: Year, told: Told) -> None:
        self.year, self.told, self.world = year, told, year.world
        self.auditor = self.world.personas["auditor"]
        self.chair = self.world.personas["rhf_chair"]
        self.committee = self.world.personas["audit_committee"]
        self.region = self.world.units[personas()["auditor"].unit]

    def live(self) -> None:
        this = clock.day(self.year.end).year
        with scope.acting(scope.NOBODY):
            first = clock.start_of(date(this - 1, 10, 1))
            self.approved(this, max(first, self.year.end - LONGEST))
            self.coming(this + 1, self.year.end - timedelta(days=SINCE))
            self.year.live()

    def at(self, when: datetime, person: Person, act: Act) -> None:
        self.just_at(clock.oslo(when).replace(hour=self.year.random.randrange(8, 16)), person, act)

    def just_at(self, when: datetime, person: Person, act: Act) -> None:
        def do(now: datetime) -> None:
            scope.apply(self.world.acting(person, now))
            act(person, now)

        self.year.plan(when, do)

    def wisher(self, trust: str) -> Person:
        """Who speaks for the board of a trust: its chair where there is one, else the top leader."""
        chair = personas()["board_chair"]
        found = self.world.personas["board_chair"] if chair.unit == trust else None
        leader = found or self.world.leader_of(trust)
        if leader is None:
            raise LookupError(trust)
        return leader

    def begin(self, year: int, since: datetime, days: int) -> None:
        def begin(by: Person, now: datetime) -> None:
            until = clock.after(now, days=days)
            commands.begin_plan(unit=self.region, year=year, wishes_until=until, by=by, now=now)

        self.at(since, self.auditor, begin)

    def plan(self, year: int) -> AuditPlan:
        plans = AuditPlan.objects.select_related("unit", "begun_by")
        return plans.get(unit=self.region, year=year)

    def line(self, year: int, title: str) -> PlanLine:
        lines = PlanLine.objects.select_related("plan__unit")
        return lines.get(plan__year=year, title=title)

    def wish(self, year: int, when: datetime, told: Told) -> None:
        def wish(by: Person, now: datetime) -> None:
            commands.wish_for(
                plan=self.plan(year),
                party="board",
                unit=self.world.units[told["trust"]],
                title=told["title"],
                text=told["text"],
                by=by,
                now=now,
            )

        self.at(when, self.wisher(told["trust"]), wish)

    def approved(self, year: int, since: datetime) -> None:
        def on(days: int) -> datetime:
            return since + timedelta(days=days)

        def answer(by: Person, now: datetime) -> None:
            for told in self.told["wish"]:
                self.answer(year, told, by, now)
            for told in self.told["line"]:
                commands.add_line(plan=self.plan(year), scope=self.scope(told), by=by, now=now)

        words = self.told["recommended"]["words"]
        self.begin(year, since, WISHED + 2)
        for told in self.told["wish"]:
            self.wish(year, on(WISHED), told)
        self.at(on(ANSWERED), self.auditor, answer)
        self.at(on(RECOMMENDED), self.committee, self.recommend(year, words))
        self.at(on(APPROVED), self.chair, self.approve(year, self.told["approved"]))
        self.follow(year, clock.start_of(date(year, 1, 1)))

    def recommend(self, year: int, words: str) -> Act:
        def recommend(by: Person, now: datetime) -> None:
            commands.recommend_plan(
                plan=self.plan(year),
                body="committee",
                held_on=clock.day(now),
                words=words,
                by=by,
                now=now,
            )

        return recommend

    def approve(self, year: int, told: Told) -> Act:
        """In a meeting of the region's board: the plan is a case there, and the decision makes it stand."""

        def approve(by: Person, now: datetime) -> None:
            day = clock.day(now)
            meeting = board.plan_meeting(
                unit=self.region, on=day, place=told["place"], by=by, now=now
            )
            plan = self.plan(year)
            item = board.put_plan_on_agenda(meeting=meeting, plan=plan, by=by, now=now)
            board.hold_meeting(meeting=meeting, by=by, now=now)
            until = clock.after(now, days=FOLLOWED)
            resolution = Resolution(told["words"], self.auditor, until, approves=True)
            decision = board.resolve(item=item, resolution=resolution, by=by, now=now)
            self.at(now + timedelta(days=FOLLOWED - 5), self.auditor, self.tell(decision, told))

        return approve

    def tell(self, decision: Decision, told: Told) -> Act:
        def tell(by: Person, now: datetime) -> None:
            board.tell_board(decision=decision, told=told["became"], by=by, now=now)

        return tell

    def answer(self, year: int, told: Told, by: Person, now: datetime) -> None:
        wish = Wish.objects.select_related("plan__unit", "unit", "by").get(
            plan__year=year, title=told["title"]
        )
        if "answer" in told:
            commands.answer_wish(wish=wish, answer=told["answer"], by=by, now=now)
            return
        both = tuple(self.world.units[one["trust"]] for one in self.told["wish"])
        scope = Scope(
            kind="group",
            title=told["title"],
            about=told["text"],
            units=both,
            why=f"Innspill fra styret i {wish.unit.name}.",
            quarter=told["quarter"],
            criteria_words=told["criteria"],
        )
        commands.take_in_wish(wish=wish, scope=scope, answer=told["take_in"], by=by, now=now)

    def scope(self, told: Told) -> Scope:
        words = {name: told[name] for name in ("title", "about", "why", "quarter")}
        return Scope(kind="group", units=(self.world.units[told["trust"]],), **words)

    def follow(self, year: int, new_year: datetime) -> None:
        """The first line is carried out, and another is moved."""
        wished, moved = self.told["wish"][0], self.told["line"][0]

        def on(days: int) -> datetime:
            return new_year + timedelta(days=days)

        def begin(by: Person, now: datetime) -> None:
            starts_on = clock.day(on(CARRIED_OUT))
            visit = Visit(by, starts_on, starts_on + timedelta(days=5))
            line = self.line(year, wished["title"])
            audit = commands.begin_line(line=line, visit=visit, by=by, now=now)
            self.carry_out(audit, on)

        def change(by: Person, now: datetime) -> None:
            reason = self.told["revised"]["reason"]
            commands.revise_plan(plan=self.plan(year), reason=reason, by=by, now=now)
            line = self.line(year, moved["title"])
            commands.move_line(line=line, quarter=moved["moved_to"], reason=reason, by=by, now=now)

        self.at(on(BEGUN), self.auditor, begin)
        self.at(on(CHANGED), self.auditor, change)
        self.at(on(RETOLD), self.committee, self.recommend(year, self.told["revised"]["advice"]))
        self.at(on(DECIDED), self.chair, self.approve(year, self.told["revised"]))

    def carry_out(self, audit: Audit, on: Callable[[int], datetime]) -> None:
        def announce(by: Person, now: datetime) -> None:
            inspections.announce_audit(audit=audit, by=by, now=now)

        def visit(by: Person, now: datetime) -> None:
            inspections.carry_out_audit(audit=audit, by=by, now=now)
            for told in self.told["finding"]:
                unit = self.world.units[told["unit"]]
                found = Found(told["kind"], told["title"], told["text"], unit)
                finding = inspections.add_finding(audit=audit, found=found, by=by, now=now)
                if "answer" in told:
                    self.righted(told, finding, on)

        def report(by: Person, now: datetime) -> None:
            inspections.report_audit(
                audit=audit,
                report=paper(audit.title, audit.about, now),
                dated_on=clock.day(now),
                answer_due=clock.after(now, days=30),
                by=by,
                now=now,
            )

        for days, act in ((ANNOUNCED, announce), (CARRIED_OUT, visit), (REPORTED, report)):
            self.at(on(days), self.auditor, act)

    def righted(self, told: Told, finding: Finding, on: Callable[[int], datetime]) -> None:
        leader = self.world.leader_of(told["unit"])
        if leader is None:
            return

        def again() -> Finding:
            return Finding.objects.select_related("audit__leader", "audit__unit", "unit").get(
                pk=finding.pk
            )

        def answer(by: Person, now: datetime) -> None:
            due = clock.after(now, days=90)
            told_by = {"answer": told["answer"], "meet_due": due}
            inspections.answer_finding(finding=again(), by=by, now=now, **told_by)

        def claim(by: Person, now: datetime) -> None:
            inspections.claim_met(finding=again(), how=told["how"], by=by, now=now)

        def confirm(by: Person, now: datetime) -> None:
            seen = {"seen": told["seen"], "letter": None, "dated_on": None}
            inspections.confirm_met(finding=again(), by=by, now=now, **seen)

        self.at(on(ACTED), leader, answer)
        self.at(on(CLAIMED), leader, claim)
        self.at(on(CONFIRMED), self.auditor, confirm)

    def coming(self, year: int, since: datetime) -> None:
        """Open for wishes: one waits for an answer, and one proposal is taken."""

        def propose(by: Person, now: datetime) -> None:
            today = clock.day(now)
            first = where_to_look(self.region, today)[0]
            scope = Scope(
                kind="group",
                title=f"Revisjon av {first.unit.name}",
                about="Om styring og kontroll virker der grunnene peker.",
                units=(first.unit,),
                why=inspecting.in_one(first, today) or "Ingen har sett på det på lenge.",
            )
            commands.add_line(plan=self.plan(year), scope=scope, by=by, now=now)

        self.begin(year, since, 2 * SINCE)
        self.wish(year, since + timedelta(days=WISHED), self.told["coming"])
        # When there are pictures of the map to propose from.
        self.just_at(self.year.end - timedelta(minutes=1), self.auditor, propose)
