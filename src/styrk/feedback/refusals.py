"""What a command about voices may refuse, each for its reason."""


class Impossible(ValueError):
    """The facts given do not fit together; the class says how."""


class NothingSaid(Impossible):
    """This needs its words."""


class UnknownTheme(Impossible):
    """The theme is not on the list."""


class ReceivedLater(Impossible):
    """What is written down lies in the future."""


class NobodyAbove(Impossible):
    """What is about the leader of the whole trust goes to the chair of its board, and there is none."""


class NotLater(Impossible):
    """Whoever waits is told of a day to come."""


class PeriodBackwards(Impossible):
    """The last day is not before the first, nor in the future."""


class TooFewAnswers(Impossible):
    """So few answered that they may be known by it."""


class LaidBefore(Impossible):
    """The council has this period before it already."""


class NotThere(Impossible):
    """It goes to another unit of the trust, and never back to a leader that it is about."""


def need(*texts: str) -> None:
    if not all(text.strip() for text in texts):
        raise NothingSaid
