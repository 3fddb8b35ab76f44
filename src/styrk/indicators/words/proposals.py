"""What the system may propose to do with a series; a person decides, with a reason and a date."""

from django.utils.translation import gettext as _

from styrk.ui.charts import Moment, Rhythm, spoken


def proposed_split(at: Moment, rhythm: Rhythm) -> str:
    """A proposal to begin a new level; a person decides, with the four questions of Wheeler."""
    return _(
        "Nivået ser ut til å ha endret seg fra %(period)s. Skal grensene regnes på nytt derfra? Bare hvis endringen er tydelig, du vet hvorfor, du vil ha den, og den varer."
    ) % {"period": spoken(at, rhythm)}


def proposed_freeze(at: Moment, rhythm: Rhythm) -> str:
    return _(
        "Tallene til og med %(period)s er rolige. Vil du låse grensene der, og måle nye tall mot dem?"
    ) % {"period": spoken(at, rhythm)}


def proposed_exclusion(at: Moment, rhythm: Rhythm) -> str:
    return _(
        "%(period)s skiller seg kraftig ut. Hvis du vet hvorfor, og det ikke skjer igjen, kan du holde tallet utenfor utregningen. Det vises fortsatt."
    ) % {"period": spoken(at, rhythm)}
