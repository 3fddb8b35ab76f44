"""What a command about audits and findings may refuse, each for its reason."""

from datetime import date, datetime

from styrk.core import clock


class Impossible(ValueError):
    """The facts given do not fit together; the class says how."""


class WordsMissing(Impossible):
    """This needs its words."""


class NoUnits(Impossible):
    """An audit looks at one unit at least."""


class PeriodBackwards(Impossible):
    """The last day is not before the first."""


class NoAuthority(Impossible):
    """Only a supervision is done by an authority, and it always is."""


class LeadsAudited(Impossible):
    """Nobody looks independently at what they lead."""


class OnTeam(Impossible):
    """One is on the team once."""


class NotBegun(Impossible):
    """An audit is carried out on its first day at the earliest."""


class NotAuthority(Impossible):
    """Only an authority orders anything."""


class OutsideScope(Impossible):
    """A finding is at a unit that the audit looks at, or below one."""


class DeadlineMissing(Impossible):
    """An order says by when."""


class DayPassed(Impossible):
    """The day is before this one."""


class AfterDeadline(Impossible):
    """What an authority has given a deadline is put right by then."""


class NoAction(Impossible):
    """Where something is broken and no action is decided, it is said why none was needed."""


class StillOpen(Impossible):
    """An action is not carried out, or its effect is not judged, or a finding is not confirmed."""


class OwnFinding(Impossible):
    """Whoever answers for a finding never says that it is put right."""


class LetterMissing(Impossible):
    """That an authority is content stands in its letter."""


class SentAlready(Impossible):
    """The board has it already."""


class TooMany(Impossible):
    """More units than one asks at once."""


class Unreported(Impossible):
    """A finding is told to others when the report is there, not before."""


def need(text: str) -> None:
    if not text.strip():
        raise WordsMissing


def need_day(day: date, now: datetime) -> None:
    if day < clock.day(now):
        raise DayPassed
