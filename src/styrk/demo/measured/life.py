"""The demo's measuring, lived through the commands on a day each."""

from datetime import date, datetime, timedelta

from styrk.actions.models import Action
from styrk.core import clock, scope
from styrk.demo.agenda import Year
from styrk.demo.measured import defining, seeing
from styrk.demo.measured.delivering import Deliveries
from styrk.demo.measured.file import Told
from styrk.demo.measured.known import Known
from styrk.demo.measured.saying import Saying
from styrk.goals.models import Goal
from styrk.incidents.counted import COUNTED
from styrk.indicators.computed import OWN, record_counted
from styrk.indicators.signals import read_stale
from styrk.organisation.models import Person

DEFINED, TAKEN_IN, SETTLED = (timedelta(hours=hours) for hours in (1, 2, 3))
BUDGETED_ON, TARGETED_ON = (1, 6), (1, 12)


class Measuring:
    """What is measured in a year, and the goals and actions that are seen by it."""

    def __init__(self, year: Year, seed: int) -> None:
        self.known = Known(year, seed)
        self.deliveries = Deliveries(self.known)

    def plan(self) -> None:
        """Everything on its day."""
        known, year = self.known, self.known.year
        year.plan(known.first + DEFINED, lambda now: defining.define(known, now))
        year.plan(known.first + TAKEN_IN, self.deliveries.take_in)
        for this in range(clock.day(known.first).year + 1, known.today.year + 1):
            year.plan(self._day(this, *BUDGETED_ON), self.deliveries.budget)
        aimed = self._day(known.today.year, *TARGETED_ON)
        year.plan(aimed, lambda now: defining.aim(known, now))
        self.deliveries.plan(known.first + SETTLED)
        Saying(known).plan()

    def measure(self, goal: Goal, told: Told, by: Person, now: datetime) -> None:
        """The goal of the file is measured, if the file says by what."""
        seeing.measure_goal(self.known, goal, told, by, now)

    def watch(self, action: Action, told: Told, by: Person, now: datetime) -> None:
        """One sees by a series whether the action of the file helped, if the file says by which."""
        seeing.watch(self.known, action, told, by, now)

    def _day(self, year: int, month: int, day: int) -> datetime:
        morning = clock.start_of(date(year, month, day)) + timedelta(hours=8)
        return max(morning, self.known.first + SETTLED)


def count_and_read(now: datetime) -> None:
    """What the jobs do: count what Styrk itself counts, and read every series anew."""
    for name, count in {**OWN, **COUNTED}.items():
        with scope.acting(scope.SYSTEM):
            record_counted(name, count, now)
    while read_stale(clock.day(now)):
        pass
