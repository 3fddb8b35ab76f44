"""Who is on call, and who was asked to take a case at once."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from styrk.core.fields import Identified
from styrk.organisation.models import Person, Unit
from styrk.serious.models.cases import Event
from styrk.serious.states import Way


class Rota(Identified):
    """Who is on call for a unit, in one role: who that is stands in its shifts.

    `changes` is when on a day one takes over from another, in Oslo; `minutes` how long one waits for a
    receipt before the next is asked.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    role = models.TextField()
    changes = ArrayField(models.TimeField())
    minutes = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "role"],
                condition=Q(ended_at__isnull=True),
                name="serious_rota_once",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="serious_rota_ended_pair",
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=240), name="serious_rota_minutes"
            ),
        ]

    def __str__(self) -> str:
        return self.role


class Shift(models.Model):
    """Who is on call from one moment to another; nobody where it is empty. The newest row holds."""

    rota = models.ForeignKey(Rota, on_delete=models.PROTECT, related_name="shifts")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["rota", "ends_at"], name="serious_shift_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("starts_at")), name="serious_shift_forward"
            )
        ]


class Call(Identified):
    """That a person was asked to take a case at once, why just that one, and how it went.

    `waits_to` is when the next is asked: the rota says how long one waits.
    """

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="calls")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    rota = models.ForeignKey(Rota, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    way = models.TextField(choices=Way.choices)
    at = models.DateTimeField()
    waits_to = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    passed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="serious_called_once"),
            # One at a time is asked.
            models.UniqueConstraint(
                fields=["event"],
                condition=Q(answered_at__isnull=True, passed_at__isnull=True),
                name="serious_one_call",
            ),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="serious_call_way"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.person_id}"
