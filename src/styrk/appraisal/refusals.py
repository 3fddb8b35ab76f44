"""What a command about the review may refuse, each for its reason."""


class Impossible(ValueError):
    """The facts given do not fit together; the class says how."""


class Begun(Impossible):
    """The organisation has one under way already."""


class NotTop(Impossible):
    """The review is of a whole organisation, or of a part that it decided holds its own."""


class NobodyHolds(Impossible):
    """The organisation has no units on such a level, or none that is called so."""


class UnknownItem(Impossible):
    """It is neither one of the four parts nor a letter."""


class ReasonMissing(Impossible):
    """This needs its reason, or all of its words."""


class NotYet(Impossible):
    """What is noted has happened."""


class PartMissing(Impossible):
    """All four parts are judged before it is signed."""


class Alone(Impossible):
    """Somebody took part before it is signed."""


class NoAuthority(Impossible):
    """Whoever leads the organisation signs, and nobody else."""


def need(*texts: str) -> None:
    if not all(text.strip() for text in texts):
        raise ReasonMissing
