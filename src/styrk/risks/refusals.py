"""What an act on a risk is refused for."""

from datetime import date, datetime, timedelta

from styrk.core import clock

# Both a look at a risk and an acceptance of it are good for a year at most: ours, not the law's.
LONGEST = timedelta(days=366)


class Impossible(ValueError):
    """The facts given do not fit together; the class says how."""


class ReasonMissing(Impossible):
    """A judgement needs its reason."""


class DayPassed(Impossible):
    """What is to come cannot be on a day that has been."""


class TooFar(Impossible):
    """A risk is looked at again, and an acceptance ends, within a year."""


class NotRated(Impossible):
    """One accepts and lifts a risk that one has rated."""


class OutsideMatrix(Impossible):
    """The steps are not in the matrix that holds."""


class NoAuthority(Impossible):
    """The zone asks for a leader higher up."""


class NotAbove(Impossible):
    """A risk is proposed to a unit above its own."""


class ProposedAlready(Impossible):
    """It waits there, or was taken in there."""


class OtherUnit(Impossible):
    """The risk it is to become part of is at another unit, is itself the source, or is ended."""


class NotMeasured(Impossible):
    """The indicator is not measured at the unit of the risk."""


class MeasuredAlready(Impossible):
    """The risk is seen by the indicator already."""


class NoPicture(Impossible):
    """The period is no tertial that runs or has just ended."""


def need(*texts: str) -> None:
    if not all(text.strip() for text in texts):
        raise ReasonMissing


def need_day(on: date, now: datetime) -> None:
    """A day to come, within a year. Raises DayPassed, TooFar."""
    if on <= clock.day(now):
        raise DayPassed
    if on > clock.day(now) + LONGEST:
        raise TooFar
