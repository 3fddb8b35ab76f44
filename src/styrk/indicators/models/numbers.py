"""What was said, once and for all, and what therefore stands at every unit."""

from django.db import models
from django.db.models import Q

from styrk.core.fields import Identified
from styrk.indicators.models.defining import DECIMALS, DIGITS, Indicator
from styrk.indicators.states import Of
from styrk.organisation.models import Person, Unit


class Batch(Identified):
    """Many values that came at once, in a file or from another system."""

    name = models.TextField()
    digest = models.TextField(blank=True)
    rows = models.IntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")


class Measurement(models.Model):
    """A value that was said of a unit in a period (its first day). Written once, also for the owner.

    The newest of a unit and period stands, the others are its history. One that corrects another
    has a reason, and one without a numerator takes the value back. `by` is empty where Styrk counted.
    """

    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Follows from the unit.
    trust = models.ForeignKey(
        Unit, on_delete=models.PROTECT, db_index=False, db_constraint=False, related_name="+"
    )
    period = models.DateField()
    of = models.TextField(choices=Of.choices)
    numerator = models.DecimalField(max_digits=DIGITS, decimal_places=DECIMALS, null=True)
    denominator = models.DecimalField(max_digits=DIGITS, decimal_places=DECIMALS, null=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, db_index=False, related_name="+"
    )
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["indicator", "unit", "period"], name="indicators_measured"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(of__in=Of.values), name="indicators_measured_of"),
            models.CheckConstraint(
                condition=Q(denominator__isnull=True) | Q(denominator__gt=0),
                name="indicators_measured_denominator",
            ),
            models.CheckConstraint(
                condition=Q(numerator__isnull=False)
                | (Q(denominator__isnull=True) & ~Q(reason="")),
                name="indicators_taken_back_with_reason",
            ),
        ]


class Figure(models.Model):
    """What stands at a unit in a period: its own value, or the sum of what stands below it.

    Numerators and denominators are summed, never the figures themselves. `own`: it is the unit's own.
    `reporting`: how many units' own values are in it. Kept by `rolling`, from rows that have their keys checked.
    """

    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, db_index=False, db_constraint=False, related_name="+"
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, db_index=False, db_constraint=False, related_name="+"
    )
    period = models.DateField()
    of = models.TextField(choices=Of.choices)
    numerator = models.DecimalField(max_digits=DIGITS, decimal_places=DECIMALS)
    denominator = models.DecimalField(max_digits=DIGITS, decimal_places=DECIMALS, null=True)
    own = models.BooleanField()
    reporting = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "indicator", "period", "of"], name="indicators_figure_once"
            ),
            models.CheckConstraint(condition=Q(of__in=Of.values), name="indicators_figure_of"),
        ]


class Watermark(models.Model):
    """How far a sweep has come in something that is numbered."""

    name = models.TextField(unique=True)
    number = models.BigIntegerField()
