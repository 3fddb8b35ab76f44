"""One report in the demo on its way through the system, each act by the one who would do it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from styrk.actions.commands import carry_out, change_deadline, judge_effect
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.core import clock, scope
from styrk.demo import world_files
from styrk.demo.agenda import Year
from styrk.demo.world_files import Story, Told
from styrk.incidents import commands
from styrk.incidents.models import Incident, Statement
from styrk.incidents.responsible import closing_for
from styrk.incidents.states import WITHOUT_HARM, State, is_serious
from styrk.incidents.types import Report
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import record_reading

RECENTLY = timedelta(days=4)
A_WHILE = timedelta(days=40)
# Of the cases that could have actions; the others end in a reason for none. More at the ward of the
# demo's leader, whose year the visitor reads.
LEADS_TO_ACTIONS, AT_THE_DEMO_WARD = 0.22, 0.7
# Of those that could not have harmed badly, without anybody writing down what they found.
SETTLED_UNWRITTEN = 0.15


class Case:
    """One report on its way through the system."""

    def __init__(self, year: Year, story: Story, code: str) -> None:
        self.year = year
        self.world = year.world
        self.random = year.random
        self.story = story
        self.code = code
        self.incident: Incident
        self.handler: Person
        self.statement: Statement | None = None

    def by(self, person: Person, now: datetime) -> None:
        """From here on it is this person who acts and sees."""
        scope.apply(self.world.acting(person, now))

    def later(
        self, now: datetime, low: float, high: float, act: Callable[[datetime], None]
    ) -> None:
        """Plan an act some days on, in working hours."""
        at = clock.oslo(now) + timedelta(days=self.random.uniform(low, high))
        at = at.replace(hour=self.random.randrange(8, 16), minute=self.random.randrange(60))
        self.year.plan(max(at, now + timedelta(minutes=20)), act)

    def report(self, happened: datetime) -> None:
        now = happened + timedelta(minutes=self.random.randrange(5, 300))
        now = min(now, self.year.end - timedelta(minutes=self.random.randrange(1, 600)))
        story = self.story
        reporter = self._reporter()
        harmless = story.kind in WITHOUT_HARM
        report = Report(
            unit=self.world.units[self.code],
            kind=story.kind,
            description=self.random.choice(story.texts),
            happened_at=min(happened, now),
            harm_actual="" if harmless else story.harm_actual,
            harm_possible="" if harmless else story.harm_possible,
            immediate=story.immediate,
            about_leader=self.random.random() < 0.01,
        )
        self.by(reporter, now)
        self.incident = commands.report_incident(
            report=report, key=UUID(int=self.random.getrandbits(128)), by=reporter, now=now
        )
        self.year.reported()
        handler = self._handler()
        if handler is None or self._left_waiting(now):
            return
        self.handler = handler
        self.later(now, 0.1, 3.5, self.take)

    def take(self, now: datetime) -> None:
        self.by(self.handler, now)
        record_reading(
            by=self.handler,
            now=now,
            subject="incident",
            subject_id=self.incident.pk,
            reference=self.incident.reference,
        )
        commands.take_incident(incident=self.incident, by=self.handler, now=now)
        commands.confirm_incident(
            incident=self.incident,
            kind=self.incident.kind,
            harm_actual=self.incident.harm_actual,
            harm_possible=self.incident.harm_possible,
            by=self.handler,
            now=now + timedelta(minutes=4),
        )
        if self.story.asked and (unit := self._other_unit()):
            self.later(now, 0.2, 2, lambda at: self.ask(at, unit))
        self.later(now, 2, 18, self.examine)

    def ask(self, now: datetime, unit: Unit) -> None:
        if self.incident.state != State.EXAMINING:
            return
        self.by(self.handler, now)
        self.statement = commands.ask_statement(
            incident=self.incident,
            unit=unit,
            question=self.story.asked,
            due=clock.after(now, days=7),
            by=self.handler,
            now=now,
        )
        if self.random.random() < 0.9:
            self.later(now, 1, 9, lambda at: self.answer(at, unit))

    def answer(self, now: datetime, unit: Unit) -> None:
        leader = self.world.leader_of(unit.code)
        if leader is None or self.statement is None:
            return
        self.by(leader, now)
        statements = Statement.objects.select_related("incident", "unit", "asked_by")
        asked = statements.filter(pk=self.statement.pk).first()
        if asked is None:
            return  # The case was concluded before they got round to it.
        said = self.story.answer or self.random.choice(world_files.voices()["statement_answers"])
        commands.answer_statement(statement=asked, answer=said, by=leader, now=now)

    def examine(self, now: datetime) -> None:
        story = self.story
        self.by(self.handler, now)
        serious = is_serious(story.harm_actual, story.harm_possible)
        if story.found and (serious or self.random.random() > SETTLED_UNWRITTEN):
            commands.record_analysis(
                incident=self.incident,
                found=story.found,
                causes=story.causes,
                persons=story.persons,
                by=self.handler,
                now=now,
            )
        tolds = self._new_actions(now)
        actions = [(told, self._add(told, now)) for told in tolds]
        if actions:
            self._decide(now + timedelta(minutes=9))
        else:
            self._conclude(now + timedelta(minutes=9))
        for told, action in actions:
            self._follow(told, action, now)

    def _decide(self, now: datetime) -> None:
        thanks = self.random.choice(world_files.voices()["thanks"])
        decision = f"{self.story.decision} {thanks}".strip()
        commands.decide_improvement(
            incident=self.incident, decision=decision, by=self.handler, now=now
        )

    def _conclude(self, now: datetime) -> None:
        voices = world_files.voices()
        said = self.story.decision or self.random.choice(voices["no_action_reasons"])
        if self.story.action_ids:
            said = self.random.choice(voices["already_covered"])
        commands.conclude_incident(
            incident=self.incident,
            learned=said,
            unanswered="Vi fant det ut på en annen måte.",
            by=self.handler,
            now=now,
        )

    def _new_actions(self, now: datetime) -> list[Told]:
        """The story's actions that the unit has not decided lately, two at most, and often none."""
        fresh: list[Told] = []
        here = self.world.personas["ward_leader"] == self.handler
        if self.random.random() > (AT_THE_DEMO_WARD if here else LEADS_TO_ACTIONS):
            return fresh
        for action_id in self.story.action_ids[:2]:
            last = self.year.decided.get((self.code, action_id))
            if last is None or now - last > timedelta(days=200):
                self.year.decided[self.code, action_id] = now
                fresh.append(world_files.actions()[action_id])
        return fresh

    def _add(self, told: Told, now: datetime) -> Action:
        return commands.add_action(
            incident=self.incident, plan=self._plan(told, now), by=self.handler, now=now
        )

    def _plan(self, told: Told, now: datetime) -> Plan:
        due = clock.after(now, days=told.days_to_due)
        owner = self.handler
        if self.random.random() < 0.35:
            chosen = self.random.choice(self.world.staff[self.code])
            kept_from = closing_for(self.incident, clock.day(now)).without
            owner = self.handler if chosen in kept_from else chosen
        return Plan(
            unit=self.world.units[self.code],
            title=told.title,
            change=told.change,
            sign=told.sign,
            level=told.level,
            owner=owner,
            due=due,
            review_on=due + timedelta(days=max(told.days_to_review - told.days_to_due, 20)),
        )

    def _follow(self, told: Told, action: Action, now: datetime) -> None:
        """The owner carries it out near the deadline, and later looks whether it helped."""
        if self.random.random() < 0.12:
            self.later(
                now,
                told.days_to_due * 0.5,
                told.days_to_due * 0.8,
                lambda at: self._postpone(action, at),
            )
        due = told.days_to_due
        if self._is_done(due, now, 0.7):
            self.later(now, due * 0.5, due * 1.3, lambda at: self._done(told, action, at))

    def _postpone(self, action: Action, now: datetime) -> None:
        fresh = self._fresh(action)
        if fresh.state != "planned":
            return
        due = max(fresh.due, clock.day(now)) + timedelta(days=21)
        self.by(fresh.owner, now)
        change_deadline(
            action=fresh,
            due=due,
            review_on=due + timedelta(days=60),
            reason=self.random.choice(world_files.voices()["deadline_changes"]),
            by=fresh.owner,
            now=now,
        )

    def _done(self, told: Told, action: Action, now: datetime) -> None:
        fresh = self._fresh(action)
        self.by(fresh.owner, now)
        carry_out(action=fresh, note="", by=fresh.owner, now=now)
        review_in = (fresh.review_on - clock.day(now)).days
        if self._is_done(review_in, now, 0.6):
            self.later(now, review_in, review_in + 12, lambda at: self._judge(told, action, at))

    def _judge(self, told: Told, action: Action, now: datetime) -> None:
        fresh = self._fresh(action)
        following = world_files.actions().get(told.next) if told.outcome == "not_worked" else None
        if told.outcome == "not_worked" and following is None:
            following = told
        self.by(fresh.owner, now)
        new = judge_effect(
            action=fresh,
            effect=told.outcome,
            reason=told.reason,
            next_review_on=clock.after(now, days=60) if told.outcome == "too_early" else None,
            next_plan=self._plan(following, now) if following else None,
            by=fresh.owner,
            now=now,
        )
        if new is not None and following is not None and following is not told:
            self._follow(following, new, now)

    def _is_done(self, days: float, now: datetime, share: float) -> bool:
        """What was due long ago is done; of what fell due lately, a share."""
        long_ago = now + timedelta(days=days) < self.year.end - A_WHILE
        return long_ago or self.random.random() < share

    def _fresh(self, action: Action) -> Action:
        with scope.acting(scope.SYSTEM):
            return Action.objects.select_related("owner", "unit").get(pk=action.pk)

    def _reporter(self) -> Person:
        staff = self.world.staff[self.code]
        nurse = self.world.personas["nurse"]
        return nurse if nurse in staff and self.random.random() < 0.4 else self.random.choice(staff)

    def _handler(self) -> Person | None:
        """Whoever leads where the incident lies; the chair of the board is left to the visitor."""
        lies = self.incident.responsible_unit_id
        return self.world.leader_of(next(c for c, u in self.world.units.items() if u.pk == lies))

    def _left_waiting(self, now: datetime) -> bool:
        """The newest reports wait on Min side, and a few have waited too long."""
        share = 0.7 if now > self.year.end - RECENTLY else 0.06
        return now > self.year.end - A_WHILE and self.random.random() < share

    def _other_unit(self) -> Unit | None:
        """Whoever the story asks: a unit of that kind in the same trust, if there is one."""
        units, own = self.world.units, self.code
        asked = [
            code
            for code in units
            if code != own and units[code].trust_id == units[own].trust_id
            if self.world.leaders[code] and self.story.asked_tag in self.world.facts[code].tags
        ]
        return units[self.random.choice(asked)] if asked else None
