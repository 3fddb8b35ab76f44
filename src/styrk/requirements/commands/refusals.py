"""What a command about requirements may refuse, each for its reason."""


class Impossible(ValueError):
    """The facts given do not fit together; the class says how."""


class AlreadyThere(Impossible):
    """A source, an edition or a requirement has this name already."""


class DraftThere(Impossible):
    """Somebody writes on the next edition of the source already."""


class Published(Impossible):
    """The edition is published and stands as it is."""


class NothingToPublish(Impossible):
    """An edition without requirements says nothing."""


class OlderEdition(Impossible):
    """An edition that follows another is dated after it."""


class NotARequirement(Impossible):
    """A heading, repealed wording or a draft cannot be placed."""


class NotBelow(Impossible):
    """A unit passes on to units below itself only."""


class ReasonMissing(Impossible):
    """The answer needs its reason."""


class MeaningMissing(Impossible):
    """To accept is to say what it means here."""


class NotReviewed(Impossible):
    """What became of a requirement is for a person to say, and it needs a new one unless it is gone."""


class ReviewedBefore(Impossible):
    """Somebody has said what became of it already."""


class NotAPeriod(Impossible):
    """A period is a month, a tertial or a year, and one that has begun."""


class YearNotOver(Impossible):
    """An årlig melding is approved when its year is over."""


class NobodyToTell(Impossible):
    """Nobody holds these roles in the unit or below it."""


class TooManyAtOnce(Impossible):
    """So many placements in one act would ask more than anybody can answer."""


class Changed(Impossible):
    """It reads otherwise now than when the person had it before them."""
