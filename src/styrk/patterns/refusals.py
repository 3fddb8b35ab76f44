"""Why an act on a samleavvik or a tema is refused."""


class OutOfLine(ValueError):
    """A report lies elsewhere than at the group's unit or below it, or is no case of its own."""


class NobodyToTell(ValueError):
    """None of the reports lies where this person handles them."""


class NothingToCount(ValueError):
    """No report in this person's sight belongs to it."""


class NobodyAbove(ValueError):
    """There is no leader further up in the trust."""


class RaisedAlready(ValueError):
    """It waits for an answer from somebody already."""


class DueBefore(ValueError):
    """The day to answer by has been."""


class BelongsAlready(ValueError):
    """The report belongs to the tema already."""


class NotLater(ValueError):
    """The next review is to be after today."""
