"""What a command about a revisjonsplan may refuse, each for its reason."""


class Impossible(ValueError):
    """The facts given do not fit together; the class says how."""


class Begun(Impossible):
    """The unit has a plan for the year already."""


class NotAYear(Impossible):
    """A plan is for this year, or for one of the two that come."""


class WordsMissing(Impossible):
    """This needs all of its words."""


class NoUnits(Impossible):
    """A line says where one is to look."""


class NotTheirs(Impossible):
    """They speak for a unit that the plan does not cover, or for another's board."""


class TooLate(Impossible):
    """The day is not one of the wishes', or the meeting has not been."""


class Empty(Impossible):
    """A plan with no line is not sent on."""


class NoQuarter(Impossible):
    """Each line has its quarter before the plan is sent on."""


class WishesWait(Impossible):
    """Everybody who wished for something has an answer before the plan is sent on."""


class WishesOpen(Impossible):
    """Everybody has the time for wishes that they were promised, before the plan is sent on."""


class PeriodBackwards(Impossible):
    """The last day is not before the first."""


def need(*texts: str) -> None:
    if not all(text.strip() for text in texts):
        raise WordsMissing
