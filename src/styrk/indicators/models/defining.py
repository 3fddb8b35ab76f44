"""What is measured, how, and what one wants it to be."""

from decimal import Decimal

from django.db import models
from django.db.models import Q

from styrk.core.fields import Identified
from styrk.indicators.states import Along, Area, Chart, Direction, Kind, Rhythm, Whole
from styrk.indicators.types import STOCKS
from styrk.organisation.models import Person, Unit

# Room for kroner of a whole region, and for shares with six decimals.
DIGITS, DECIMALS = 24, 6


class Indicator(Identified):
    """Something we follow over time. The unit that keeps it, and those below it, may be measured by it."""

    code = models.TextField(unique=True)
    name = models.TextField()
    purpose = models.TextField(blank=True)
    area = models.TextField(choices=Area.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    retired_on = models.DateField(null=True)
    retired_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(area__in=Area.values), name="indicators_area"),
            models.CheckConstraint(condition=~Q(code="") & ~Q(name=""), name="indicators_named"),
            models.CheckConstraint(
                condition=Q(retired_on__isnull=True) | ~Q(retired_reason=""),
                name="indicators_retired_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Definition(models.Model):
    """How the indicator is measured from a period on. Written once; what changes is a new version.

    The one in force in a period is the newest that is valid from that period or before.
    `factor`: the figure is numerator / denominator x factor. `measured_in` stands after the figure.
    `least`: with a smaller denominator the figure is shown as too small to judge. `lag_days`: how
    long after its end a period's value is expected. `along`: how periods become one. `whole`: whether what is counted
    is whole numbers. `computed` names what Styrk itself counts.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="definitions")
    number = models.IntegerField()
    valid_from = models.DateField()
    kind = models.TextField(choices=Kind.choices)
    rhythm = models.TextField(choices=Rhythm.choices)
    direction = models.TextField(choices=Direction.choices)
    numerator = models.TextField(blank=True)
    denominator = models.TextField(blank=True)
    measured_in = models.TextField(blank=True)
    factor = models.DecimalField(max_digits=DIGITS, decimal_places=DECIMALS, default=Decimal(1))
    decimals = models.SmallIntegerField(default=1)
    may_be_negative = models.BooleanField(default=False)
    lag_days = models.IntegerField(default=0)
    least = models.DecimalField(max_digits=DIGITS, decimal_places=DECIMALS, default=Decimal(0))
    source = models.TextField(blank=True)
    chart = models.TextField(choices=Chart.choices, default=Chart.AUTO)
    along = models.TextField(choices=Along.choices, default=Along.AUTO, db_default=Along.AUTO)
    whole = models.TextField(choices=Whole.choices, default=Whole.AUTO, db_default=Whole.AUTO)
    computed = models.TextField(blank=True)
    note = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["indicator", "number"], name="indicators_version_once"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="indicators_kind"),
            models.CheckConstraint(condition=Q(rhythm__in=Rhythm.values), name="indicators_rhythm"),
            models.CheckConstraint(condition=Q(chart__in=Chart.values), name="indicators_chart"),
            models.CheckConstraint(condition=Q(along__in=Along.values), name="indicators_along"),
            models.CheckConstraint(condition=Q(whole__in=Whole.values), name="indicators_whole"),
            models.CheckConstraint(
                condition=Q(direction__in=Direction.values), name="indicators_direction"
            ),
            models.CheckConstraint(
                condition=Q(factor__gt=0, decimals__gte=0, lag_days__gte=0, least__gte=0),
                name="indicators_sensible",
            ),
        ]

    @property
    def is_divided(self) -> bool:
        return self.kind in {Kind.PROPORTION, Kind.RATE, Kind.MEAN}

    @property
    def counts_whole(self) -> bool:
        """Whether the numerator is a whole number, and of a proportion the denominator too.

        Where nobody has said it: the charts of proportions and rates are of counts, and a count that is
        shown without decimals has none. What is budgeted or expected may have decimals all the same.
        """
        if self.whole != Whole.AUTO:
            return self.whole == Whole.YES
        shown_whole = self.kind == Kind.COUNT and self.decimals == 0
        return shown_whole or self.kind in {Kind.PROPORTION, Kind.RATE}

    @property
    def joined(self) -> Along:
        """How periods become one figure, where nobody has said it: what lies there is not added up."""
        if self.along != Along.AUTO:
            return Along(self.along)
        is_stock = self.computed in STOCKS or self.kind in {Kind.SINGLE, Kind.BETWEEN}
        return Along.LAST if is_stock else Along.SUM


class Target(models.Model):
    """What one wants the figure to be from a day on, at a unit or (without a unit) everywhere.

    Written once: the newest for a day stands. Without a value there is no target from then on.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="targets")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    valid_from = models.DateField()
    value = models.DecimalField(max_digits=DIGITS, decimal_places=DECIMALS, null=True)
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["indicator", "unit", "valid_from"], name="indicators_target_of")
        ]
