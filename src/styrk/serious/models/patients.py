"""Who a patient is: encrypted, with keys that are not in the database, and who opened it and why."""

from django.db import models
from django.db.models import Q

from styrk.core.fields import Identified
from styrk.organisation.models import Person, Unit
from styrk.serious.models.cases import Event


class PatientIdentity(Identified):
    """Who one patient of the case is. `sealed` is readable only with the keys; empty once deleted.

    What is put right is a new row that `replaces` the one before. `number` tells patients of a case apart.
    """

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="identities")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    sealed = models.TextField(blank=True)
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="replaced_by"
    )
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    why_deleted = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["event", "number"], name="serious_identity_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(deleted_at__isnull=True, deleted_by__isnull=True, why_deleted="")
                & ~Q(sealed="")
                | Q(deleted_at__isnull=False, deleted_by__isnull=False, sealed="")
                & ~Q(why_deleted=""),
                name="serious_identity_deleted",
            )
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.number}"


class IdentityOpening(Identified):
    """That somebody opened who a patient is, and why. Written once, before it is read."""

    identity = models.ForeignKey(PatientIdentity, on_delete=models.PROTECT, related_name="openings")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["event", "-id"], name="serious_opening_of")]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="serious_opening_why")]
