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


@dataclass(frozen=True)
class Judged:
    """What is judged of a letter; without words it agrees with what the forskriftskart shows."""

    item: str
    works: str
    comment: str = ""


# What stands as the words of a judgement that agrees with what the forskriftskart shows.
AGREED = "Enig i det forskriftskartet viser."


@dataclass(frozen=True)
class Extending:
    """Which units hold their own too: those of the levels, and those named by code. Why, and since when."""

    levels: tuple[str, ...]
    codes: tuple[str, ...]
    reason: str
    decided_on: date


# What is asked of the top leader, and of the board's chair when it is late.
HOLD, OVERDUE = "appraisal.hold", "appraisal.overdue"
# What is asked of the leader of a unit that holds its own, and of the leader above when it is late.
HOLD_OWN, OVERDUE_OWN = "appraisal.hold_own", "appraisal.overdue_own"
ASKED = (HOLD, OVERDUE, HOLD_OWN, OVERDUE_OWN)
