"""A risk matrix as data: words for each step, limits of the zones, and who may accept in each.

Pure. A matrix has 3 to 6 steps of likelihood and of consequence, numbered from 1.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

FEWEST, MOST = 3, 6


class NotAScale(ValueError):
    """What is given is no matrix one can rate in; the message is a code that forms have words for."""


@dataclass(frozen=True)
class Step:
    """A step of likelihood: a word, and how often that is."""

    word: str
    meaning: str


@dataclass(frozen=True)
class Dimension:
    """What may be harmed, and what each step of consequence is there."""

    code: str
    name: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Limit:
    """A zone begins at this score; `authority` says whose leader may accept a risk in it."""

    zone: str
    score: int
    authority: str


@dataclass(frozen=True)
class Scale:
    likelihoods: tuple[Step, ...]
    levels: tuple[str, ...]
    dimensions: tuple[Dimension, ...]
    limits: tuple[Limit, ...]

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Self:
        """As it is stored."""
        return cls(
            tuple(Step(**step) for step in told["likelihoods"]),
            tuple(told["levels"]),
            tuple(
                Dimension(one["code"], one["name"], tuple(one["steps"]))
                for one in told["dimensions"]
            ),
            tuple(Limit(**limit) for limit in told["limits"]),
        )

    def as_data(self) -> dict[str, Any]:
        """For the database: lists and words."""
        return asdict(self)

    @property
    def mark(self) -> str:
        """The same for two scales that say the same: only then are their numbers comparable."""
        written = json.dumps(self.as_data(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(written.encode()).hexdigest()[:16]

    @property
    def highest(self) -> int:
        return len(self.likelihoods) * len(self.levels)

    def limit_at(self, score: int) -> Limit:
        return max((x for x in self.limits if x.score <= score), key=lambda limit: limit.score)

    def zone(self, score: int) -> str:
        return self.limit_at(score).zone

    def authority(self, zone: str) -> str:
        """Whose leader may accept a risk in the zone; one that is not there takes the highest."""
        known = {limit.zone: limit.authority for limit in self.limits}
        return known.get(zone, self.limits[-1].authority)

    def dimension(self, code: str) -> Dimension | None:
        return next((one for one in self.dimensions if one.code == code), None)


def check(scale: Scale) -> None:
    """Raise NotAScale where one could not rate in it."""
    if not all(FEWEST <= len(x) <= MOST for x in (scale.likelihoods, scale.levels)):
        raise NotAScale("size")
    if not scale.dimensions or any(not _fits(scale, one) for one in scale.dimensions):
        raise NotAScale("dimensions")
    scores = [limit.score for limit in scale.limits]
    if scores != sorted(set(scores)) or scores[:1] != [1] or scores[-1] > scale.highest:
        raise NotAScale("limits")


def _fits(scale: Scale, one: Dimension) -> bool:
    return bool(one.name) and len(one.steps) == len(scale.levels) and all(one.steps)
