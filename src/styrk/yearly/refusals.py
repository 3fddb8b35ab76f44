"""What a command about the yearly report may refuse, each for its reason."""


class Impossible(ValueError):
    """The facts given do not fit together; the class says how."""


class Begun(Impossible):
    """The kommune has one under way already."""


class NotKommune(Impossible):
    """The report is of a whole kommune."""


class NotAYear(Impossible):
    """It tells of this year, or of one that is over."""


class UnknownPart(Impossible):
    """There is no such part."""


class ReasonMissing(Impossible):
    """This needs all of its words."""


class PartMissing(Impossible):
    """What § 25-2 asks for is written before it is sent."""


class NoAuthority(Impossible):
    """The kommunedirektør sends it, and nobody else."""


class Passed(Impossible):
    """The meeting it is sent to is still to come."""


class NobodyFollows(Impossible):
    """What kommunestyret asks for is followed by somebody, until a day that has not passed."""


class NotYet(Impossible):
    """What is noted has happened, and after it was sent."""


def need(*texts: str) -> None:
    if not all(text.strip() for text in texts):
        raise ReasonMissing
