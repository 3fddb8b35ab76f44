"""What a command about a case may refuse, each for its reason."""


class Impossible(ValueError):
    """The facts given do not fit together; the class says how."""


class NothingSaid(Impossible):
    """This needs its words."""


class KnownBefore(Impossible):
    """Nobody knew of it before it happened."""


class BeforeItHappened(Impossible):
    """It cannot have been told of before it had happened."""


class NotYet(Impossible):
    """It is said to be at a time to come."""


class QuestionsUnanswered(Impossible):
    """Whether a serious event is to be told rests on three questions."""


class DecidedWithAnother(Impossible):
    """The report follows the notice, and is decided with it."""


class AlreadySent(Impossible):
    """Something is sent: it is the sending that is taken back."""


class NotBegun(Impossible):
    """It is not decided, or its clock has not begun."""


class Corrected(Impossible):
    """It is put right already; the newest is the one to put right."""


class Lacking(Impossible):
    """The report says nothing of something that the law asks for, nor why."""


class RotaThere(Impossible):
    """The unit has a rota for that role."""


class Taken(Impossible):
    """Another has said that they take it."""


class NotNeeded(Impossible):
    """No duty of the case needs to know who the patient is."""


class Deleted(Impossible):
    """It is deleted, or put right since; the newest is the one to open."""


def need(*texts: str) -> None:
    if not all(text.strip() for text in texts):
        raise NothingSaid
