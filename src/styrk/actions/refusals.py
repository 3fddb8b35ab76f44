"""What an act on an action is refused for."""


class Impossible(ValueError):
    """The facts given do not fit together; the message says how."""


class ReviewBeforeDue(Impossible):
    """The effect is looked at after the day the action is due, and not on it."""


class ReviewTooFar(Impossible):
    """The effect is looked at within a year after the deadline, or after today."""


class ReviewBeforeAgreed(Impossible):
    """«For tidlig» puts the day off; it cannot move it nearer than was agreed."""


class OwnerIsRecused(Impossible):
    """The one chosen is inhabil in what the action came from, and never sees it."""


class ReasonMissing(Impossible):
    """A judgement needs its reason."""


class TooSoon(Impossible):
    """Before the day that was set, one can know that an action failed, not that it worked."""


class SameOwner(Impossible):
    """Whoever is to have the action has it already."""


class NextDateMissing(Impossible):
    """«For tidlig» needs a later day to look again."""


class NextActionMissing(Impossible):
    """«Virket ikke» leads to a new action."""


class Answered(Impossible):
    """The objection has its answer."""


def need(reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing
