"""What a command of the board may refuse, each for its reason."""


class Impossible(ValueError):
    """The facts given do not fit together; the class says how."""


class NotTop(Impossible):
    """A board is of a whole organisation, never of a part of one."""


class Planned(Impossible):
    """There is a meeting on that day already."""


class TooFar(Impossible):
    """A meeting is planned for one of the two years that come."""


class TooSoon(Impossible):
    """A meeting is held when its day has come, and a deadline is not in the past."""


class WordsMissing(Impossible):
    """This needs its words."""


class Frozen(Impossible):
    """A pack is made of the agenda: what the board has been given is not rewritten."""


class PlanChanged(Impossible):
    """The plan is not what was put on the agenda, or is approved already."""


class Withdrawn(Impossible):
    """The case was taken off the agenda."""


def need(*texts: str) -> None:
    if not all(text.strip() for text in texts):
        raise WordsMissing
