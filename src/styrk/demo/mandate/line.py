"""The trusts and their units: acts planned for those who lead there, and the words they have."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from styrk.core import clock, scope
from styrk.demo.agenda import Year
from styrk.demo.mandate import file
from styrk.goals.models import Goal
from styrk.organisation.models import Person

NYNORSK, BOKMAL = "HF-TIN", ("HF-VID", "HF-APO", "FJELL")

type Act = Callable[[Person, datetime], None]


@dataclass
class Line:
    """Who acts where in the year, and the common stock of words."""

    year: Year
    # Each word is used once before any is used again.
    stock: dict[str, list[Any]] = field(default_factory=dict)
    # By their names in the file.
    goals: dict[str, Goal] = field(default_factory=dict)

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

    def word(self, code: str, kind: str) -> Any:
        """A turn of phrase of the unit's own kind, none twice before all are used."""
        voice = "nn" if code == NYNORSK else "nb" if code in BOKMAL else "line"
        left = self.stock.setdefault(f"{voice} {kind}", [])
        if not left:
            left.extend(file.written()["voices"][voice][kind])
            self.year.random.shuffle(left)
        return left.pop()
