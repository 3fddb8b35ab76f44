"""One demand at one unit: answered, passed on, reported, and acted upon."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from styrk.actions.commands import carry_out, judge_effect
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.core import clock
from styrk.demo.mandate import file
from styrk.demo.mandate.aiming import aim, goals_of
from styrk.demo.mandate.file import Document, Told
from styrk.demo.mandate.line import BOKMAL, NYNORSK, Act, Line
from styrk.demo.personas import personas
from styrk.goals.commands import act_on_goal
from styrk.organisation.models import Person
from styrk.requirements import commands, periods
from styrk.requirements.models import Placement, Requirement
from styrk.requirements.states import Rhythm, State
from styrk.requirements.types import Meaning

REGION = "FJELL"
# Of those without words of their own in the file: who has not answered, and who reports.
SILENT, REPORTS = 0.07, {True: 0.12, False: 0.04}


@dataclass
class Asked:
    """One demand at one unit, from the day it is asked."""

    line: Line
    document: Document
    requirement: Requirement
    told: Told
    code: str
    # Last year's: answered and no more.
    past: bool = False

    @property
    def random(self) -> Random:
        return self.line.year.random

    @property
    def answer(self) -> Told:
        return {} if self.past else file.answer_of(self.told, self.code)

    def begin(self, now: datetime) -> None:
        """The answer comes some days on, or not at all."""
        if self.answer.get("wait") or self._is_silent():
            return
        days = self.answer.get("after", self.random.randrange(3, 24))
        act = self.decline if "declined" in self.answer else self.accept
        self.line.at(now + timedelta(days=days), self.code, act)

    def _is_silent(self) -> bool:
        """Someone without words of their own, whom no visitor is."""
        own = {persona.unit for persona in personas().values()}
        spared = self.past or self.answer or self.code in own
        return not spared and self.random.random() < SILENT

    def placement(self) -> Placement:
        found = Placement.objects.exclude(state=State.WITHDRAWN).select_related(
            "unit", "owner", "above", "requirement__edition__source"
        )
        return found.get(requirement=self.requirement, unit__code=self.code)

    def decline(self, by: Person, now: datetime) -> None:
        commands.decline_requirement(
            placement=self.placement(), reason=self.answer["declined"], by=by, now=now
        )
        if "insisted" in self.answer:
            self.line.at(now + timedelta(days=8), REGION, self.insist)

    def insist(self, by: Person, now: datetime) -> None:
        commands.insist_on_placement(
            placement=self.placement(),
            reason=self.answer["insisted"],
            answer_due=clock.after(now, days=14),
            by=by,
            now=now,
        )
        self.line.at(now + timedelta(days=9), self.code, self.accept)

    def accept(self, by: Person, now: datetime) -> None:
        commands.accept_requirement(
            placement=self.placement(), meaning=self._meaning(by), by=by, now=now
        )
        if not self.past:
            self._pass_on(now)
            self._report(now)
            self._act(now)
            self._aim(now)

    def _aim(self, now: datetime) -> None:
        for told in goals_of(self.told["point"], self.code):
            self.line.at(now + timedelta(days=told["after"]), self.code, self._aiming(told))

    def _aiming(self, told: Told) -> Act:
        def set_goal(by: Person, now: datetime) -> None:
            goal = aim(self.line, told, self.placement(), by, now)
            if "action" not in told:
                return
            plan = self._plan(told["action"], by, now)
            action = act_on_goal(goal=goal, plan=plan, by=by, now=now)
            self._carry_out(told["action"], action, now)

        return set_goal

    def _meaning(self, by: Person) -> Meaning:
        due = self.answer.get("due")
        return Meaning(
            meaning=self.answer.get("means") or self.line.word(self.code, "means"),
            sign=self.answer.get("sign") or self.line.word(self.code, "sign"),
            owner=by,
            due=file.day_of(self.document.year, due) if due else self.requirement.due,
        )

    def _pass_on(self, now: datetime) -> None:
        if "to" not in self.answer:
            return
        when = now + timedelta(days=3)
        if "to_days_ago" in self.answer:
            when = max(when, self.line.year.end - timedelta(days=self.answer["to_days_ago"]))
        self.line.at(when, self.code, self.pass_on)

    def pass_on(self, by: Person, now: datetime) -> None:
        units = self.line.year.world.units
        commands.place_requirement(
            requirement=self.requirement,
            units=[units[code] for code in self.answer["to"]],
            answer_due=clock.after(now, days=21),
            above=self.placement(),
            by=by,
            now=now,
        )
        for code in self.answer["to"]:
            Asked(self.line, self.document, self.requirement, self.told, code).begin(now)

    def _report(self, now: datetime) -> None:
        """A word for each tertial of the year that is over after the answer came."""
        written = list(self.answer.get("status", ()))
        days = [(one, self.random.randrange(8, 24)) for one in tertials(self.document.year)]
        told = ((last, clock.start_of(last) + timedelta(days=after)) for last, after in days)
        later = [(last, when) for last, when in told if when >= now + timedelta(days=1)]
        for number, (last, when) in enumerate(later):
            if not self._reports(number, written):
                continue
            said = written[number] if number < len(written) else None
            self.line.at(when, self.code, self._reporting(last, said))

    def _reports(self, number: int, written: list[list[str]]) -> bool:
        if self.requirement.rhythm not in (Rhythm.MONTHLY, Rhythm.TERTIAL):
            return False
        at_top = self.code in (NYNORSK, *BOKMAL)
        return number < len(written) or self.random.random() < REPORTS[at_top]

    def _reporting(self, last: date, said: list[str] | None) -> Act:
        def report(by: Person, now: datetime) -> None:
            course, text = said or self.line.word(self.code, "status")
            commands.report_status(
                placement=self.placement(),
                period=periods.period_of(self.requirement.rhythm, last),
                course=course,
                text=text,
                by=by,
                now=now,
            )

        return report

    def _act(self, now: datetime) -> None:
        for told in file.written()["action"]:
            if (told["point"], told["unit"]) == (self.told["point"], self.code):
                when = now + timedelta(days=told["after"])
                self.line.at(when, self.code, self._deciding(told))

    def _deciding(self, told: Told) -> Act:
        def decide(by: Person, now: datetime) -> None:
            action = commands.act_on_requirement(
                placement=self.placement(), plan=self._plan(told, by, now), by=by, now=now
            )
            self._carry_out(told, action, now)

        return decide

    def _carry_out(self, told: Told, action: Action, now: datetime) -> None:
        if told.get("done"):
            done = now + timedelta(days=told["due"] * 0.9)
            self.line.at(done, self.code, lambda by, at: self._done(told, action, by, at))

    def _plan(self, told: Told, by: Person, now: datetime) -> Plan:
        due = clock.after(now, days=told["due"])
        return Plan(
            unit=self.line.year.world.units[self.code],
            title=told["title"],
            change=told["change"],
            sign=told["sign"],
            level=told["level"],
            owner=by,
            due=due,
            review_on=due + timedelta(days=80),
        )

    def _done(self, told: Told, action: Action, by: Person, now: datetime) -> None:
        carry_out(action=action, note="", by=by, now=now)
        if "effect" in told:
            when = clock.start_of(action.review_on) + timedelta(days=2)
            self.line.at(when, self.code, lambda by, at: self._judge(told, action, by, at))

    def _judge(self, told: Told, action: Action, by: Person, now: datetime) -> None:
        judge_effect(
            action=Action.objects.select_related("owner", "unit").get(pk=action.pk),
            effect=told["effect"],
            reason=told["reason"],
            by=by,
            now=now,
        )


def tertials(of: int) -> Iterator[date]:
    """The last days of the year's tertials."""
    for number in (1, 2, 3):
        yield periods.last_day(f"{of}-T{number}")
