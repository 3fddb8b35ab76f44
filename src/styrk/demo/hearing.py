"""What the demo's patients and next of kin tell, and what comes of it, each act by the leader there."""

import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from styrk.access.queries import standing_of
from styrk.actions.types import Plan
from styrk.core import clock, scope
from styrk.demo.agenda import Year
from styrk.demo.people import World
from styrk.feedback import commands
from styrk.feedback.models import Hearing, Voice
from styrk.feedback.queries import council
from styrk.feedback.states import Kind
from styrk.feedback.types import Round, Score
from styrk.feedback.types import Told as Voiced
from styrk.organisation.models import Person

WRITTEN = Path(__file__).parent / "world" / "heard.toml"
# Days to the leader takes it, and from the answer to what is changed because of it.
TAKEN, CHANGED = 3, 20

type Told = dict[str, Any]
type Act = Callable[[Person, datetime], None]


def settle_voices(world: World, random: Random, now: datetime) -> None:
    """Let what is written be told, answered and followed through the year before `now`."""
    written = tomllib.loads(WRITTEN.read_text())
    with scope.acting(scope.NOBODY):
        life = Life(Year(world, random, now, lambda: None))
        for told in written["entrance"]:
            life.open(told)
        for number, told in enumerate(written["voice"]):
            life.tell(told, f"{number}")
        for told in written["judgement"]:
            life.judge(told)
        for told in written["survey"]:
            life.survey(told)
        for told in written["council"]:
            life.hear(told)
        life.year.live()


class Life:
    """What was told on its way, each act by the leader of the unit that has it."""

    def __init__(self, year: Year) -> None:
        self.year = year
        # What was told, by its place in the file: it is how a leader finds it.
        self.texts: dict[str, str] = {}

    def at(self, days_ago: float, code: str, act: Act) -> None:
        """Plan an act by the leader there, in working hours."""
        leader = self.year.world.leader_of(code)
        if leader is None:
            return

        def do(now: datetime) -> None:
            scope.apply(self.year.world.acting(leader, now))
            act(leader, now)

        self.year.plan(self._when(days_ago), do)

    def _when(self, days_ago: float) -> datetime:
        when = clock.oslo(self.year.end - timedelta(days=days_ago))
        hour, minute = self.year.random.randrange(8, 16), self.year.random.randrange(60)
        return when.replace(hour=hour, minute=minute)

    def open(self, told: Told) -> None:
        unit = self.year.world.units[told["unit"]]
        self.at(
            300,
            told["unit"],
            lambda leader, now: _open(told["greeting"], unit=unit, by=leader, now=now),
        )

    def tell(self, told: Told, key: str) -> None:
        self.texts[key] = told["text"]
        self.year.plan(self._when(told["days_ago"]), lambda now: self._told(told, key, now))
        code = told["unit"]
        if told.get("about_leader"):
            return
        left = told["days_ago"] - TAKEN
        if "answered" in told or "meanwhile" in told:
            self.at(left, code, self._with(key, commands.take_voice))
        if "meanwhile" in told:
            self.at(left - 8, code, lambda leader, now: self._meanwhile(told, key, leader, now))
        if "answered" in told:
            left = told["days_ago"] - max(told["answered"], TAKEN + 1)
            act = commands.answer_voice if _owed(told) else commands.assess_voice
            self.at(left, code, self._with(key, act, answer=told["answer"]))
            if "action" in told:
                self.at(left - 1, code, lambda leader, now: self._act(told, key, leader, now))
            if "did" in told:
                words = {name: told[name] for name in ("said", "did", "public")}
                self.at(left - CHANGED, code, self._with(key, commands.tell_change, **words))

    def _told(self, told: Told, key: str, now: datetime) -> None:
        scope.apply(scope.NOBODY)
        voiced = Voiced(
            unit=self.year.world.units[told["unit"]],
            kind=told["kind"],
            channel=told["channel"],
            text=told["text"],
            received_on=clock.day(now),
            answer_owed=_owed(told),
            theme=told["theme"],
            about_leader=told.get("about_leader", False),
        )
        commands.tell_us(told=voiced, key=f"demo {key}", by=None, now=now)

    def _voice(self, key: str) -> Voice:
        return Voice.objects.select_related("unit", "held_by").get(text=self.texts[key])

    def _with(self, key: str, command: Callable[..., object], **words: Any) -> Act:
        def act(leader: Person, now: datetime) -> None:
            command(voice=self._voice(key), by=leader, now=now, **words)

        return act

    def _meanwhile(self, told: Told, key: str, leader: Person, now: datetime) -> None:
        due = clock.after(self.year.end, days=told["later"])
        commands.write_meanwhile(
            voice=self._voice(key), text=told["meanwhile"], answer_due=due, by=leader, now=now
        )

    def _act(self, told: Told, key: str, leader: Person, now: datetime) -> None:
        plan = Plan(
            unit=self.year.world.units[told["unit"]],
            title=told["action"],
            change=told["did"],
            sign="Færre sier det samme",
            level="routine",
            owner=leader,
            due=clock.after(now, days=30),
            review_on=clock.after(now, days=120),
        )
        commands.act_on_voice(voice=self._voice(key), plan=plan, by=leader, now=now)

    def judge(self, told: Told) -> None:
        self.at(
            told["days_ago"],
            told["unit"],
            lambda leader, now: self._judge(told, leader, now),
        )

    def _judge(self, told: Told, leader: Person, now: datetime) -> None:
        unit, last = self.year.world.units[told["unit"]], clock.day(now)
        first = last - timedelta(days=364)
        voices = Voice.objects.filter(held_by=unit, received_on__range=(first, last)).count()
        commands.judge_voices(
            unit=unit,
            first_on=first,
            last_on=last,
            voices=voices,
            good=told["good"],
            better=told["better"],
            by=leader,
            now=now,
        )

    def survey(self, told: Told) -> None:
        """A round of half a year that ended two months before it is read in."""
        unit = self.year.world.units[told["unit"]]
        scores = [
            Score(area, theme, Decimal(f"{score}"), answers)
            for area, theme, score, answers in told["scores"]
        ]

        def read_in(leader: Person, now: datetime) -> None:
            last = clock.day(now) - timedelta(days=60)
            of = Round(unit, told["name"], last - timedelta(days=181), last)
            commands.record_survey(of=of, scores=scores, by=leader, now=now)

        self.at(told["days_ago"], told["unit"], read_in)

    def hear(self, told: Told) -> None:
        """The council is given the list of the last quarter, says what it thinks, and is answered."""
        code, laid = told["unit"], list[Hearing]()
        self.at(
            told["days_ago"], code, lambda leader, now: laid.append(self._laid(told, leader, now))
        )
        self.at(
            told["said_days_ago"],
            code,
            lambda leader, now: commands.note_council(
                hearing=laid[0], said=told["said"], said_on=clock.day(now), by=leader, now=now
            ),
        )
        self.at(
            told["answered_days_ago"],
            code,
            lambda leader, now: commands.reply_to_council(
                hearing=laid[0],
                answer=told["answer"],
                changed=told["changed"],
                by=leader,
                now=now,
            ),
        )

    def _laid(self, told: Told, leader: Person, now: datetime) -> Hearing:
        unit, today = self.year.world.units[told["unit"]], clock.day(now)
        first, last = council.last_quarter(today)
        standing = standing_of(leader, today)
        return commands.lay_before(
            unit=unit,
            council=told["name"],
            first_on=first,
            last_on=last,
            material=council.material(standing, unit, first, last, today),
            by=leader,
            now=now,
        )


def _owed(told: Told) -> bool:
    kind, channel = str(told["kind"]), str(told["channel"])
    return kind != Kind.GOOD and channel != "survey"


def _open(greeting: str, **facts: Any) -> None:
    commands.set_entrance(greeting=greeting, is_open=True, **facts)
