"""What an indicator may be: its kind, its rhythm, its area in a report, and what a person may mark."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.actions.states import State
from styrk.core.states import Moves


class Area(TextChoices):
    """The parts of a monthly report, in its order (ledelsesrapport Helse Sør-Øst)."""

    QUALITY = "quality", _("Kvalitet og pasientbehandling")
    MENTAL_HEALTH = "mental_health", _("Psykisk helsevern og TSB")
    ACTIVITY = "activity", _("Aktivitet")
    STAFFING = "staffing", _("Bemanning")
    PRODUCTIVITY = "productivity", _("Produktivitet")
    ECONOMY = "economy", _("Økonomi")
    IMPROVEMENT = "improvement", _("Forbedring og læring")


class Kind(TextChoices):
    PROPORTION = "proportion", _("Andel")
    RATE = "rate", _("Rate")
    COUNT = "count", _("Antall eller sum")
    MEAN = "mean", _("Gjennomsnitt")
    SINGLE = "single", _("Én målt verdi")
    BETWEEN = "between", _("Tid eller tilfeller mellom sjeldne hendelser")


# Where a figure is one number divided by another.
DIVIDED = (Kind.PROPORTION, Kind.RATE, Kind.MEAN)
# Where the figure of a unit is the sum of those below it.
SUMMED = (*DIVIDED, Kind.COUNT)


class Along(TextChoices):
    """How the periods of a year become one figure. Units are summed whatever it is."""

    AUTO = "auto", _("Det vanlige for slike tall")
    SUM = "sum", _("Periodene legges sammen")
    LAST = "last", _("Det nyeste tallet gjelder: det som ligger der da")
    MEAN = "mean", _("Gjennomsnittet av periodene")


class Whole(TextChoices):
    """Whether what is counted is whole: patients and falls are, hours and kroner are not."""

    AUTO = "auto", _("Det vanlige for slike tall")
    YES = "yes", _("Ja, alltid hele tall")
    NO = "no", _("Nei, tallet kan ha desimaler")


class Rhythm(TextChoices):
    DAY = "day", _("Dag")
    WEEK = "week", _("Uke")
    MONTH = "month", _("Måned")
    TERTIAL = "tertial", _("Tertial")
    QUARTER = "quarter", _("Kvartal")
    HALF = "half", _("Halvår")
    YEAR = "year", _("År")


class Direction(TextChoices):
    UP = "up", _("Høyere er bedre")
    DOWN = "down", _("Lavere er bedre")
    NEUTRAL = "neutral", _("Ingen retning er bedre")


class Of(TextChoices):
    """What a value is a value of."""

    ACTUAL = "actual", _("Faktisk")
    BUDGET = "budget", _("Budsjett")
    FORECAST = "forecast", _("Estimat")


class Quality(TextChoices):
    GOOD = "good", _("God")
    RESERVATIONS = "reservations", _("Med forbehold")
    POOR = "poor", _("Dårlig")


class MarkKind(TextChoices):
    """What only a person decides about a chart."""

    FREEZE = "freeze", _("Grensene er regnet til og med denne perioden")
    SPLIT = "split", _("Et nytt nivå begynner i denne perioden")
    EXCLUDE = "exclude", _("Perioden er holdt utenfor utregningen")


class Chart(TextChoices):
    """The chart that a person has chosen; or the usual one for the kind of data."""

    AUTO = "auto", _("Det vanlige for slike tall")
    RUN = "run", _("Seriediagram")
    I = "i", _("I-diagram")  # noqa: E741 - its name
    I_PRIME = "ip", _("I′-diagram")
    P = "p", _("P-diagram")
    P_PRIME = "pp", _("P′-diagram")
    U = "u", _("U-diagram")
    U_PRIME = "up", _("U′-diagram")
    C = "c", _("C-diagram")
    G = "g", _("G-diagram")
    T = "t", _("T-diagram")


# What may be done about the series that an action is seen by, in the action's states. What was
# judged keeps the series that it was judged by, and may be asked again whether it lasts.
SEEING: Moves = {
    (State.PLANNED, "measure"): State.PLANNED,
    (State.PLANNED, "stop"): State.PLANNED,
    (State.DONE, "measure"): State.DONE,
    (State.DONE, "stop"): State.DONE,
    (State.DONE, "ask"): State.DONE,
    (State.FINISHED, "ask"): State.FINISHED,
}
