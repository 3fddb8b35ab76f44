"""The shapes of what the commands are given."""

from dataclasses import dataclass
from datetime import date

# What an action that was decided here says of its origin.
ORIGIN = "appraisal"


@dataclass(frozen=True)
class Taking:
    """Who took part or was heard, when, and what they said."""

    party: str
    who: str
    held_on: date
    said: str


# What is asked of the top leader, and of the board's chair when it is late.
HOLD, OVERDUE = "appraisal.hold", "appraisal.overdue"
