"""What a work has found, beside what it may cost or should reach."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Found:
    """One figure: what it is, what was found, and the aim; `at_least` where more is better."""

    what: str
    found: float
    aim: float | None
    at_least: bool = False

    @property
    def met(self) -> bool:
        if self.aim is None:
            return True
        return self.found >= self.aim if self.at_least else self.found <= self.aim


type Work = Callable[[datetime], Iterator[Found]]
