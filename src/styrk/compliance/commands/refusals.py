"""What a command may refuse, each for its reason."""


class Impossible(ValueError):
    """The facts given do not fit together; the class says how."""


class ReasonMissing(Impossible):
    """This needs its words."""


class DayOver(Impossible):
    """The day it is to count until, or to be looked at again, is to come."""


class TooLong(Impossible):
    """It would count for longer than anybody may go without looking again."""


class NothingThere(Impossible):
    """There is nothing of the unit's own to take away."""


class AsBefore(Impossible):
    """It stands like that already."""


class NoSuchRule(Impossible):
    """No app has a rule with this key."""


class NotWhole(Impossible):
    """What is enough is said for the whole organisation, and not for a part of it."""
