"""Who gets copies of the cases about a subject, and which they got."""

from django.db import models
from django.db.models import Q

from styrk.classification.models import Code
from styrk.core.fields import Identified
from styrk.incidents.models import Incident
from styrk.incidents.states import Kind
from styrk.organisation.models import Person, Unit


class Subscription(Identified):
    """That a person who owns a subject gets copies of the cases about it, at a unit and all below it.

    The subject is a `kind` of report, or a `code`: that code in every version of its scheme.
    """

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=Kind.choices, blank=True)
    code = models.ForeignKey(Code, on_delete=models.PROTECT, null=True, related_name="+")
    why = models.TextField()
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "person", "kind", "code"],
                name="subscriptions_once",
                condition=Q(ended_at__isnull=True),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values, code__isnull=True)
                | Q(kind="", code__isnull=False),
                name="subscriptions_subject",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="subscriptions_ended_pair",
            ),
        ]

    @property
    def subject(self) -> str:
        return str(self.code) if self.code else str(Kind(self.kind).label)


class Copy(models.Model):
    """That a case was opened to who subscribes to its subject, until `ended_at`."""

    subscription = models.ForeignKey(Subscription, on_delete=models.PROTECT, related_name="copies")
    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["incident"], name="subscriptions_of_case")]
        constraints = [
            models.UniqueConstraint(
                fields=["subscription", "incident"],
                name="subscriptions_copied_once",
                condition=Q(ended_at__isnull=True),
            )
        ]
