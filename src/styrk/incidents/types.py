"""Codes shared inside the app, and the shapes of what is reported and read."""

from dataclasses import dataclass, field
from datetime import datetime

from styrk.incidents.photos import Photo
from styrk.organisation.models import Unit

TAKE = "incident.take"
EXAMINE = "incident.examine"
STATEMENT = "incident.statement"
NO_RISK = "incident.many_without_risk"

# Common practice in the trusts (facts 3.6), not law: three days to take it, a month to examine it.
DAYS_TO_TAKE = 3
# By what happened: a third of all could have harmed badly, and a leader cannot hurry with them all.
DAYS_TO_TAKE_SERIOUS = 1
DAYS_TO_EXAMINE = 30

# Whose leader a report is about: that of the one who reports, and that of where it happened.
OWN = "own"
THERE = "there"

# The parts of an incident that a grant may open.
REPORT_PART = "report"
STATEMENT_PART = "statement"
CASE_PART = "case"
# All of the case to read, and nothing of it to handle.
READING_PART = "reading"


@dataclass(frozen=True)
class Report:
    """What a person tells: what happened, where, when, how bad.

    `said_at` is when it happened by the clock of the one who tells, where ours differs.
    `time_unchosen`: the form filled in `happened_at`, and nobody changed it.
    `about_leader`: it is about the own leader; `about_leader_there`: about the leader of the unit.
    """

    unit: Unit
    kind: str
    description: str
    happened_at: datetime
    harm_actual: str = ""
    harm_possible: str = ""
    place: str = ""
    immediate: str = ""
    about_leader: bool = False
    about_leader_there: bool = False
    photos: list[Photo] = field(default_factory=list)
    said_at: datetime | None = None
    time_unchosen: bool = False

    @property
    def is_about_leader(self) -> bool:
        return self.about_leader or self.about_leader_there
