"""Duties: everything that waits for someone."""

from django.db import models
from django.db.models import Q

from styrk.organisation.models import Person, Unit


class Duty(models.Model):
    """That somebody must do something by a day.

    Waits for a person, or for whoever holds `role` at `unit` on the day one asks (the leader, else
    the deputy). `kind` names what is to be done and why (a `Kind` in the owning app's `duties`).
    `unit` is always set: late duties are seen up the line from there. `key` makes it exactly one.
    """

    key = models.TextField(unique=True)
    kind = models.TextField()
    subject_id = models.BigIntegerField()
    subject_uuid = models.UUIDField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    role = models.TextField(blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    due = models.DateField()
    created_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    reminded_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["unit", "role", "due"],
                name="duties_of_role",
                condition=Q(settled_at__isnull=True, person__isnull=True),
            ),
            models.Index(
                fields=["person", "due"],
                name="duties_of_person",
                condition=Q(settled_at__isnull=True, person__isnull=False),
            ),
            models.Index(
                fields=["unit", "due"], name="duties_of_unit", condition=Q(settled_at__isnull=True)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, role="") | (Q(person__isnull=True) & ~Q(role="")),
                name="duties_for_person_or_role",
            )
        ]
