"""Codes shared inside the app, and the shapes of what is answered, judged and sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time

ASSESS = "serious.assess"
JUDGE = "serious.judge"
SEND = "serious.send"
OVERSEE = "serious.oversee"
RECEIVE = "serious.receive"
GAP = "serious.gap"

# As JSON holds it. None: asked, and not known yet.
type Fact = bool | str | list[str] | None


@dataclass(frozen=True)
class Told:
    """What is answered about an event: when it was, when the organisation knew, and facts by name."""

    occurred_at: datetime
    known_at: datetime
    facts: Mapping[str, Fact]


@dataclass(frozen=True)
class Judged:
    """What a person decided of a duty: to send or not, why, and the three questions where they are asked."""

    send: bool
    reason: str
    assessment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sent:
    """That a notice was sent: when, by which channel, by whom, and what says so."""

    at: datetime
    channel: str
    sender: str
    reference: str


@dataclass(frozen=True)
class Written:
    """A line in the case file: of what kind, when it happened, and the words."""

    kind: str
    occurred_at: datetime
    text: str


@dataclass(frozen=True)
class Watch:
    """A rota as it is kept: its role, when on a day one takes over, and the minutes to wait for a receipt."""

    role: str
    changes: tuple[time, ...]
    minutes: int


@dataclass(frozen=True)
class Patient:
    """Who a patient is, for the duties that need to know: `born` is a national identity number or another
    number the patient goes by, `reach` how to reach the patient or the nearest next of kin."""

    name: str
    born: str
    reach: str
