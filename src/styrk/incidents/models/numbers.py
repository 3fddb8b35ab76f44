"""Numbers of incidents: how many, of what sort, where and when."""

from django.db import models


class Counts(models.Model):
    """Numbers of incidents by responsible unit, as `core.tallies` keeps them.

    Counted on the first day of the month of report; what waits, on the very day of report.
    `analysed`, `waiting`, `serious_waiting` and `serious_open` leave out suggestions and what went
    well.
    """

    unit_id = models.BigIntegerField()
    day = models.DateField()
    received = models.IntegerField(db_default=0)
    suggestions = models.IntegerField(db_default=0)
    good = models.IntegerField(db_default=0)
    taken = models.IntegerField(db_default=0)
    examined = models.IntegerField(db_default=0)
    concluded = models.IntegerField(db_default=0)
    serious = models.IntegerField(db_default=0)
    analysed = models.IntegerField(db_default=0)
    waiting = models.IntegerField(db_default=0)
    serious_waiting = models.IntegerField(db_default=0)
    serious_open = models.IntegerField(db_default=0)

    class Meta:
        abstract = True


class Tally(Counts):
    """The unit's own numbers: changes, and for `settled` rows what they have become together."""

    settled = models.BooleanField(default=False)


class LineTally(Counts):
    """The numbers of the unit and all below it, of the settled rows."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit_id", "day"], name="incidents_linetally_once")
        ]
