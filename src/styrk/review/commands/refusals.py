"""What a command about reports may refuse, each for its reason."""


class Impossible(ValueError):
    """The facts given do not fit together; the class says how."""


class NotWritten(Impossible):
    """A section that somebody must write in has no words."""


class NotASection(Impossible):
    """Nobody writes in such a section of such a report."""


class NotAPeriod(Impossible):
    """The report is of a month or a tertial that has begun, at a level that writes it."""


class NotOver(Impossible):
    """The period is not over, so the report cannot be sent."""


class ReasonMissing(Impossible):
    """This needs its words."""


class NotAnswered(Impossible):
    """The level above has asked something that is not answered."""


class Answered(Impossible):
    """The question has its answer."""


class Changed(Impossible):
    """It reads otherwise now than when the person had it before them."""


class Unchanged(Impossible):
    """It reads as it was sent: there is nothing new to send."""


class NotYet(Impossible):
    """A day that has not come."""


class BeforeSent(Impossible):
    """A day before the version was sent: nobody had seen it then."""


def need(*texts: str) -> None:
    if not all(text.strip() for text in texts):
        raise ReasonMissing
