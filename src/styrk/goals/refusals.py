"""What a command about goals may refuse, each for its reason."""


class Impossible(ValueError):
    """The facts given do not fit together; the class says how."""


class TargetMissing(Impossible):
    """A goal says what is to be reached: a number with its unit and its day, or words."""


class YearsBackwards(Impossible):
    """The last year is not before the first."""


class NotHere(Impossible):
    """A goal comes from a requirement the unit has accepted, or from a goal of a unit above it."""


class ReasonMissing(Impossible):
    """This needs its reason."""


class NotTowardsIt(Impossible):
    """The action is not one of the goal's."""


def need(text: str) -> None:
    if not text.strip():
        raise ReasonMissing
