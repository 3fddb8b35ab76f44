"""Kinds of duties, and what a rule finds."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from styrk.organisation.models import Person, Unit

ANSWER = "signal.answer"
FOLLOW = "signal.follow"
DECIDE = "signal.decide"


@dataclass(frozen=True)
class Found:
    """What a rule found at a unit: of which record, and what was looked at (codes, days and numbers)."""

    rule: str
    unit_id: int
    subject: UUID
    seen: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Concerning:
    """What was found, and whom it concerns: the leader who answers for the unit."""

    found: Found
    unit: Unit
    leader: Person

    @property
    def key(self) -> tuple[str, UUID, int]:
        return self.found.rule, self.found.subject, self.leader.pk


@dataclass(frozen=True)
class Discussion:
    """That tillitsvalgte were heard: when, with whom, and what stands in the protocol."""

    held_on: date
    with_whom: str
    protocol: str
