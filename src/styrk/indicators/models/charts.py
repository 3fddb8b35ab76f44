"""What people say of a series: that it is sound, where it changed, what happened; and what it tells."""

from django.db import models
from django.db.models import Q

from styrk.core.fields import Identified
from styrk.indicators.models.defining import Indicator
from styrk.indicators.states import MarkKind, Quality
from styrk.organisation.models import Person, Unit


class Attestation(models.Model):
    """Whoever answers for the source says how good the data of a period are. The newest stands."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    period = models.DateField()
    quality = models.TextField(choices=Quality.choices)
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(quality__in=Quality.values), name="indicators_quality"
            ),
            models.CheckConstraint(
                condition=Q(quality="good") | ~Q(words=""), name="indicators_quality_words"
            ),
        ]


class SeriesMark(Identified):
    """A person's decision about a chart, with its reason. Styrk only proposes them."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=MarkKind.choices)
    period = models.DateField()
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=MarkKind.values), name="indicators_mark"),
            models.CheckConstraint(condition=~Q(reason=""), name="indicators_mark_reason"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                & ~Q(withdrawn_reason=""),
                name="indicators_withdrawn_pair",
            ),
            models.UniqueConstraint(
                fields=["indicator", "unit", "kind", "period"],
                condition=Q(withdrawn_at__isnull=True),
                name="indicators_mark_once",
            ),
        ]


class Annotation(Identified):
    """Something that happened in a period, worth remembering when one looks at the chart."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    period = models.DateField()
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="indicators_annotation_text"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="indicators_annotation_withdrawn_pair",
            ),
        ]


class Signal(models.Model):
    """What the series of a unit tells as it stands; a job reads anew what is `stale`.

    `kinds` are the codes of what signals, `variation` and `assurance` those of the icons. `p` is the
    chance of so great a difference between the newest points and those before, if nothing happened.
    `moved` is how much the latest figure is above the middle of those before.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    stale = models.BooleanField(default=True)
    period = models.DateField(null=True)
    figure = models.FloatField(null=True)
    points = models.IntegerField(default=0)
    chart = models.TextField(blank=True)
    kinds = models.JSONField(default=list)
    variation = models.TextField(blank=True)
    assurance = models.TextField(blank=True)
    p = models.FloatField(null=True)
    moved = models.FloatField(null=True)
    newly = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["id"], name="indicators_stale", condition=Q(stale=True)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["unit", "indicator"], name="indicators_signal_once")
        ]


class SeriesGlance(models.Model):
    """How the series of a signal stands in a table, as it was read: `glances.Glance` in plain data.

    From the day `until` on it is another, though no value has come; without a day it holds until one does.
    """

    signal = models.OneToOneField(
        Signal, primary_key=True, on_delete=models.CASCADE, related_name="glance"
    )
    until = models.DateField(null=True, db_index=True)
    said = models.JSONField()
