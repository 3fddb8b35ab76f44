"""What a command about signals and rules may refuse, each for its reason."""


class Impossible(ValueError):
    """The facts given do not fit together; the class says how."""


class NothingSaid(Impossible):
    """This needs its words."""


class NotTop(Impossible):
    """Rules are switched for a whole organisation, by its top leader."""


class UnknownRule(Impossible):
    """The rule is not among the rules."""


class NotDiscussed(Impossible):
    """It is discussed with tillitsvalgte first: the meeting has been."""


class OneselfDecides(Impossible):
    """Nobody decides on a signal about oneself."""


class NotLater(Impossible):
    """What is agreed is done on a day to come."""


def need(*texts: str) -> None:
    if not all(text.strip() for text in texts):
        raise NothingSaid
