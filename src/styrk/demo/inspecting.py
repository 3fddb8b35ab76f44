"""The demo's supervision and internal audits: what was found, what is done, and what is confirmed."""

import tomllib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from styrk.access.commands import Invited
from styrk.access.guests import LONGEST
from styrk.actions.commands import carry_out, judge_effect
from styrk.actions.types import Plan
from styrk.core import clock, scope
from styrk.core.papers import Paper, Paragraph, pdf
from styrk.demo.agenda import Year
from styrk.demo.people import World
from styrk.inspections import commands, queries
from styrk.inspections.commands.board import send_to_board
from styrk.inspections.commands.guests import admit
from styrk.inspections.models import Audit, Finding
from styrk.inspections.types import Found, Learnt, Mandate, Upload
from styrk.organisation.models import Appointment, Person
from styrk.organisation.rules import in_force
from styrk.requirements.commands import settle_authorities
from styrk.requirements.models import Authority

WRITTEN = Path(__file__).parent / "world" / "inspections.toml"
# Days from the visit to what follows it.
HEARD, REPORTED, ANSWERED, SENT_ON, DONE, CLAIMED, CONFIRMED = 10, 30, 45, 52, 80, 170, 185

type Told = dict[str, Any]
type Act = Callable[[Person, datetime], None]


def settle_inspections(world: World, random: Random, now: datetime) -> None:
    """Let the written audits be planned, carried out and followed, as far as the days have come."""
    with scope.acting(scope.NOBODY):
        if not Authority.objects.exists():
            settle_authorities(by=None, now=now)
        life = Life(Year(world, random, now, lambda: None))
        written = tomllib.loads(WRITTEN.read_text())
        for told in written["audit"]:
            life.tell(told)
        for told in written["lesson"]:
            life.share(told)
        life.year.live()


class Life:
    """The audits on their way: the team's acts by the adviser, the units' by their leaders."""

    def __init__(self, year: Year) -> None:
        self.year = year

    def at(self, when: datetime, person: Person, act: Act) -> None:
        def do(now: datetime) -> None:
            scope.apply(self.year.world.acting(person, now))
            act(person, now)

        hour = self.year.random.randrange(8, 16)
        self.year.plan(clock.oslo(when).replace(hour=hour, minute=5), do)

    def adviser(self, told: Told) -> Person:
        """Who keeps the audits: the adviser, else the auditor; where there is neither, the top leader."""
        trust = self.year.world.units[told["trust"]]
        posts = Appointment.objects.filter(in_force(clock.day(self.year.end)), unit__trust=trust)
        held = posts.select_related("person").order_by("pk")
        for role in ("quality_adviser", "auditor"):
            if first := held.filter(role=role).first():
                return first.person
        return self.year.world.leaders[told["trust"]][0]

    def share(self, told: Told) -> None:
        """What was learnt is shared, and some of those who are asked answer."""
        units = self.year.world.units
        day = self.year.end - timedelta(days=told["days_ago"])

        def share(by: Person, now: datetime) -> None:
            words = (told["title"], told["text"], told["ask"], clock.after(now, days=30))
            asked = tuple(units[code] for code in told["units"])
            commands.share_lesson(
                learnt=Learnt(units[told["trust"]], *words, asked), by=by, now=now
            )

        self.at(day, self.adviser(told), share)
        for trust in dict.fromkeys(told.get("passed_on", ())):
            keeper = self.adviser({"trust": trust})
            self.at(day + timedelta(days=3), keeper, partial(_pass_on, told["title"]))
        for one in told["reply"]:
            leader = self.year.world.leader_of(one["unit"])
            if leader is not None:
                self.at(day + timedelta(days=9), leader, partial(_reply, told["title"], one))

    def tell(self, told: Told) -> None:
        adviser = self.adviser(told)
        visit = self.year.end - timedelta(days=told["days_ago"])

        def plan(by: Person, now: datetime) -> None:
            audit = commands.plan_audit(
                mandate=self.mandate(told, by, clock.day(visit)), by=by, now=now
            )
            self.follow(told, audit, by, visit)
            if "board" in told:
                self.at(visit + timedelta(days=SENT_ON), by, partial(_send, told["board"], audit))

        self.at(visit - timedelta(days=60), adviser, plan)

    def mandate(self, told: Told, adviser: Person, on: date) -> Mandate:
        authority = told.get("authority")
        return Mandate(
            unit=self.year.world.units[told["trust"]],
            kind=told["kind"],
            title=told["title"],
            about=told["about"],
            leader=adviser,
            starts_on=on,
            ends_on=on + timedelta(days=2),
            units=tuple(self.year.world.units[code] for code in told["units"]),
            authority=Authority.objects.get(code=authority) if authority else None,
            criteria_words=told["criteria"],
            exempt=told.get("exempt", ""),
        )

    def follow(self, told: Told, audit: Audit, adviser: Person, visit: datetime) -> None:
        def announce(by: Person, now: datetime) -> None:
            commands.announce_audit(audit=audit, by=by, now=now)

        def visited(by: Person, now: datetime) -> None:
            commands.carry_out_audit(audit=audit, by=by, now=now)
            for one in told["finding"]:
                finding = commands.add_finding(
                    audit=audit, found=self.found(one, now), by=by, now=now
                )
                self.answered(one, finding, adviser, visit)

        def hear(by: Person, now: datetime) -> None:
            commands.hear_draft(audit=audit, comment_by=clock.after(now, days=14), by=by, now=now)

        def report(by: Person, now: datetime) -> None:
            commands.report_audit(
                audit=audit,
                report=paper(told["title"], told["about"], now),
                dated_on=clock.day(now),
                answer_due=clock.after(now, days=30),
                by=by,
                now=now,
            )

        def let_in(by: Person, now: datetime) -> None:
            admit(audit=_again(audit), invited=_invited(told, now), by=by, now=now)

        if "guest" in told:
            self.at(self.year.end - timedelta(days=1), adviser, let_in)
        for days, act in ((-21, announce), (0, visited), (HEARD, hear), (REPORTED, report)):
            self.at(visit + timedelta(days=days), adviser, act)

    def found(self, told: Told, now: datetime) -> Found:
        deadline = clock.after(now, days=told["deadline"]) if "deadline" in told else None
        unit = self.year.world.units[told["unit"]]
        return Found(told["kind"], told["title"], told["text"], unit, deadline=deadline)

    def answered(self, told: Told, finding: Finding, adviser: Person, visit: datetime) -> None:
        """What the unit does, as far as the file says that it has come."""
        leader = self.year.world.leader_of(told["unit"])
        if leader is None or "answer" not in told:
            return

        def answer(by: Person, now: datetime) -> None:
            due = min(clock.after(now, days=120), finding.deadline or date.max)
            commands.answer_finding(
                finding=_now(finding), answer=told["answer"], meet_due=due, by=by, now=now
            )
            for one in told.get("action", ()):
                self.act(one, finding, by, now, visit)

        self.at(visit + timedelta(days=ANSWERED), leader, answer)
        if "how" in told:
            self.at(
                visit + timedelta(days=CLAIMED),
                leader,
                lambda by, now: commands.claim_met(
                    finding=_now(finding),
                    how=told["how"],
                    without=told.get("without", ""),
                    by=by,
                    now=now,
                ),
            )
        if "seen" in told:
            self.at(
                visit + timedelta(days=CONFIRMED),
                adviser,
                lambda by, now: self.confirm(told, finding, by, now),
            )

    def act(
        self, told: Told, finding: Finding, leader: Person, now: datetime, visit: datetime
    ) -> None:
        due = clock.day(visit + timedelta(days=DONE))
        plan = Plan(
            unit=finding.unit,
            title=told["title"],
            change=told["change"],
            sign=told["sign"],
            level=told["level"],
            owner=leader,
            due=due,
            review_on=due + timedelta(days=80),
        )
        action = commands.act_on_finding(finding=_now(finding), plan=plan, by=leader, now=now)
        if "worked" not in told:
            return
        self.at(
            visit + timedelta(days=DONE - 2),
            leader,
            lambda by, then: carry_out(action=action, note="", by=by, now=then),
        )
        self.at(
            visit + timedelta(days=CLAIMED - 3),
            leader,
            lambda by, then: _judge(action, told["worked"], by, then),
        )

    def confirm(self, told: Told, finding: Finding, by: Person, now: datetime) -> None:
        found = _now(finding)
        letter = (
            paper("Svar på oppfølging", told["seen"], now) if found.audit.authority_id else None
        )
        dated_on = clock.day(now) if letter else None
        commands.confirm_met(
            finding=found, seen=told["seen"], letter=letter, dated_on=dated_on, by=by, now=now
        )


def paper(title: str, text: str, now: datetime) -> Upload:
    """A short report as a PDF, marked as invented on every page."""
    content = pdf(
        Paper(
            title=title,
            at=now,
            marks=("Oppdiktede data",),
            blocks=(Paragraph(text), Paragraph("Rapporten er laget for demoen.")),
        )
    )
    return Upload("rapport.pdf", content, sha256(content).hexdigest())


def _again(audit: Audit) -> Audit:
    return Audit.objects.select_related("trust", "unit").get(pk=audit.pk)


def _invited(told: Told, now: datetime) -> Invited:
    """Somebody of the authority, for as long as anybody is let in at a time."""
    today = clock.day(now)
    until = today + timedelta(days=LONGEST.value)
    covers = (today - timedelta(days=365), until)
    who = (told["guest"], "Statsforvalteren", "tilsyn@demo.styrk.invalid")
    return Invited(*who, today, until, covers, tuple(told["guest_sees"]))


def _send(ask: str, audit: Audit, by: Person, now: datetime) -> None:
    """The report goes to the board."""
    due = clock.after(now, days=30)
    send_to_board(audit=_again(audit), ask=ask, due=due, by=by, now=now)


def _pass_on(title: str, by: Person, now: datetime) -> None:
    """To those that whoever shared it thought of."""
    asked = queries.questions_for("", None, clock.day(now))
    (question,) = [one for one in asked if one.is_received and one.lesson.title == title]
    units = queries.units_coded(question.meant.splitlines())
    commands.pass_on_lesson(question=question, units=units, by=by, now=now)


def _reply(title: str, told: Told, by: Person, now: datetime) -> None:
    asked = queries.questions_for("", None, clock.day(now))
    (question,) = [
        one for one in asked if one.unit.code == told["unit"] and one.lesson.title == title
    ]
    commands.answer_lesson(
        question=question, reply=told["reply"], answer=told["answer"], by=by, now=now
    )


def _judge(action: Any, reason: str, by: Person, now: datetime) -> None:
    judge_effect(action=action, effect="worked", reason=reason, by=by, now=now)


def _now(finding: Finding) -> Finding:
    found = queries.finding(finding.uuid)
    if found is None:
        raise LookupError(finding.title)
    return found
