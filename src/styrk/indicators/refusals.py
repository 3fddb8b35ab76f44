"""What a command about indicators may refuse, each for its reason."""


class Impossible(ValueError):
    """The facts given do not fit together; the class says how."""


class CodeTaken(Impossible):
    """Another indicator has the code."""


class NotDefinable(Impossible):
    """The definition does not hold together: no name, no words for what is counted, no such factor."""


class NotAPeriod(Impossible):
    """The day is not the first day of a period in the indicator's rhythm."""


class ValuesStand(Impossible):
    """Values stand in periods that the new definition would count otherwise. Let it begin after them."""


class Retired(Impossible):
    """The indicator is no longer in use."""


class NotBelow(Impossible):
    """The unit is not the one that keeps the indicator, or below it."""


class ReasonMissing(Impossible):
    """This needs its reason."""


class NothingThere(Impossible):
    """There is no value to say this of."""


class AlreadyMarked(Impossible):
    """The period has such a mark."""


class Withdrawn(Impossible):
    """It is withdrawn."""


class AlreadyLinked(Impossible):
    """The goal has the indicator."""


def need(text: str) -> None:
    if not text.strip():
        raise ReasonMissing


class AlreadyFollowed(Impossible):
    """All of it is followed already."""
