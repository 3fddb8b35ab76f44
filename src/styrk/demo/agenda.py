"""What is to happen in the demo, in order of time."""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from random import Random

from styrk.demo.people import World


@dataclass
class Year:
    """What is to happen, by time; each act plans those that follow from it."""

    world: World
    random: Random
    end: datetime
    reported: Callable[[], None]
    agenda: list[tuple[datetime, int, Callable[[datetime], None]]] = field(default_factory=list)
    order: Iterator[int] = field(default_factory=count)
    # When each unit last decided each action: the same again within a few months is not credible.
    decided: dict[tuple[str, str], datetime] = field(default_factory=dict)

    def plan(self, at: datetime, act: Callable[[datetime], None]) -> None:
        """Let `act` happen at its time, if that comes before the demo's today."""
        if at < self.end:
            heapq.heappush(self.agenda, (at, next(self.order), act))

    def live(self) -> None:
        """Everything, in order of time."""
        while self.agenda:
            at, _order, act = heapq.heappop(self.agenda)
            act(at)
