"""Numbers of risks."""

from django.db import models


class Counts(models.Model):
    """Numbers of risks by unit, as `core.tallies` keeps them, on the day each was last looked at.

    `live` are those not ended. `unrated`, `serious` (yellow or red) and `red` are of them, and
    `linked` those that point at a requirement. `treated` are the serious with an action that is
    under way or has worked, or with an acceptance; `shared` the serious in an interaction, and
    `shared_treated` those with the same. `accepted` and `shared_accepted` are those of them with an
    acceptance alone, on its last day.
    """

    unit_id = models.BigIntegerField()
    day = models.DateField()
    live = models.IntegerField(db_default=0)
    unrated = models.IntegerField(db_default=0)
    linked = models.IntegerField(db_default=0)
    serious = models.IntegerField(db_default=0)
    red = models.IntegerField(db_default=0)
    treated = models.IntegerField(db_default=0)
    interaction = models.IntegerField(db_default=0)
    shared = models.IntegerField(db_default=0)
    shared_treated = models.IntegerField(db_default=0)
    accepted = models.IntegerField(db_default=0)
    shared_accepted = models.IntegerField(db_default=0)

    class Meta:
        abstract = True


class Tally(Counts):
    """The unit's own numbers: changes, and for `settled` rows what they have become together."""

    settled = models.BooleanField(default=False)


class LineTally(Counts):
    """The numbers of the unit and all below it, of the settled rows."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit_id", "day"], name="risks_linetally_once")
        ]
