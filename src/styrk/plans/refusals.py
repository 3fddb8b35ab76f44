"""What a command about plans may refuse, each for its reason."""


class Impossible(ValueError):
    """The facts given do not fit together; the class says how."""


class Begun(Impossible):
    """The unit has a plan for the year already."""


class NothingToAdd(Impossible):
    """An item is a goal, a placed requirement, an action, or something in words."""


class InThePlan(Impossible):
    """It stands in the plan already."""


class NotHere(Impossible):
    """What is put in a plan belongs to the unit, or stands in a plan above it."""


class ReasonMissing(Impossible):
    """This needs its reason, or all of its words."""


class DayPassed(Impossible):
    """What is deferred waits until a day to come."""


class Undecided(Impossible):
    """There are proposals that nobody has said yes or no to."""


class Empty(Impossible):
    """A plan with nothing in it is no plan."""


class NotHeard(Impossible):
    """Somebody is to be heard before a plan is approved."""


class Unfunded(Impossible):
    """An item costs money, and nobody with authority has granted it."""


class NoAuthority(Impossible):
    """Whoever leads the unit, or one above it, approves its plan."""


class NotNewest(Impossible):
    """A later version stands instead of this one."""


class NotWaiting(Impossible):
    """The action is not waiting to be carried out."""


def need(*texts: str) -> None:
    if not all(text.strip() for text in texts):
        raise ReasonMissing
