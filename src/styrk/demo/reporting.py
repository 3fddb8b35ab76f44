"""Reports in the demo: what was sent up the line, asked about and shown to the board; and what is missing."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from styrk.access.queries import standing_of
from styrk.core import clock, scope
from styrk.demo.agenda import Year
from styrk.demo.people import World
from styrk.organisation.models import Person, Unit
from styrk.requirements import periods
from styrk.requirements.states import Rhythm
from styrk.review import commands, queries
from styrk.review.layouts import Layout, all_layouts
from styrk.review.models import Report
from styrk.review.pack import digest_of
from styrk.review.queries import Subject

WRITTEN = Path(__file__).parent / "world" / "reports.toml"
# How long after it was sent the board saw it, and how lately a question was asked.
SHOWN, ASKED = timedelta(days=22), timedelta(days=3)

type Told = dict[str, Any]
type Act = Callable[[Person, datetime], None]


@cache
def written() -> list[Told]:
    """The reports of the file, each with its unit, its kind and how many periods back it is."""
    found: list[Told] = tomllib.loads(WRITTEN.read_text())["report"]
    return found


def settle_monthly(world: World, random: Random, now: datetime) -> None:
    """Those of months, each sent on the day it was due, once all that it tells of is there."""
    _settle(Rhythm.MONTHLY, Year(world, random, now, lambda: None))


def settle_tertial(world: World, random: Random, now: datetime) -> None:
    """Those of tertials, likewise."""
    _settle(Rhythm.TERTIAL, Year(world, random, now, lambda: None))


def _settle(rhythm: Rhythm, year: Year) -> None:
    with scope.acting(scope.NOBODY):
        for told in written():
            life = _Life(year, told)
            if life.layout.rhythm == rhythm:
                life.plan()
        year.live()


def newest_due(layout: Layout, today: date) -> str:
    """The newest period whose report is due before today from everyone whose words it is made of."""
    sent = all_layouts().get(layout.compiles, layout)
    period = periods.last_ended(layout.rhythm, today)
    while max(one.due.on(period) for one in sent.writers) >= today:
        period = periods.last_ended(layout.rhythm, periods.first_day(period))
    return period


@dataclass(frozen=True)
class _Life:
    """A report of the file on its way."""

    year: Year
    told: Told

    @property
    def unit(self) -> Unit:
        return self.year.world.units[self.told["unit"]]

    @property
    def layout(self) -> Layout:
        return all_layouts()[self.told["layout"]]

    @property
    def period(self) -> str:
        period = newest_due(self.layout, clock.day(self.year.end))
        for _one in range(self.told.get("back", 0)):
            period = periods.last_ended(self.layout.rhythm, periods.first_day(period))
        return period

    def plan(self) -> None:
        due = self.layout.due_on(self.unit.level, self.period)
        sent = clock.start_of(due) + timedelta(hours=9, minutes=self.year.random.randrange(360))
        self._at(sent, self.told["unit"], self._send)
        if "question" in self.told:
            asked = max(sent + timedelta(hours=20), self.year.end - ASKED)
            self._at(asked, self.told["asked_by"], self._ask)
        if "shown_to" in self.told:
            self._at(sent + SHOWN, self.told["unit"], self._show)

    def _at(self, when: datetime, code: str, act: Act) -> None:
        """By the leader there, who sees what leaders see."""
        world = self.year.world
        leader = world.leader_of(code)
        if leader is None:
            return

        def do(now: datetime) -> None:
            scope.apply(world.acting(leader, now))
            act(leader, now)

        self.year.plan(when, do)

    def _send(self, by: Person, now: datetime) -> None:
        for section, text in self.told["words"].items():
            commands.write_words(
                unit=self.unit,
                layout=self.layout.code,
                period=self.period,
                section=section,
                text=text.strip(),
                by=by,
                now=now,
            )
        report, today = self._report(), clock.day(now)
        subject = Subject(self.unit, self.layout, self.period, report)
        content = queries.live_content(subject, standing_of(by, today), today)
        commands.submit_report(report=report, seen=digest_of(content), by=by, now=now)

    def _ask(self, by: Person, now: datetime) -> None:
        commands.send_back(
            report=self._report(), question=self.told["question"].strip(), by=by, now=now
        )

    def _show(self, by: Person, now: datetime) -> None:
        version = queries.version_of(self._report())
        if version:
            commands.present_version(
                version=version,
                shown_to=self.told["shown_to"],
                shown_on=clock.day(now),
                basis=self.told["basis"],
                invented=True,
                by=by,
                now=now,
            )

    def _report(self) -> Report:
        found = queries.report_of(self.unit, self.layout.code, self.period)
        if found is None:
            raise LookupError(self.period)
        return found
