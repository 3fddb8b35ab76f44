"""Units, people, and who holds which post when."""

from django.db import models
from django.db.models import F, Q

from styrk.core.fields import Identified


class Unit(Identified):
    """A part of the organisation, as it is today. `path` holds the ids from the top down to itself.

    `trust` is the legal person the unit belongs to (itself, for that unit). Levels are the
    organisation's own names, kept as text, because they differ and change.
    """

    code = models.TextField(unique=True)
    name = models.TextField()
    level = models.TextField(blank=True)
    organisation_number = models.TextField(blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    trust = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    path = models.TextField(default="", db_collation="C")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["path"], name="organisation_unit_path")]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="organisation_unit_valid",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def legal_id(self) -> int:
        """The id of the legal person it belongs to."""
        return self.trust_id or self.pk


class UnitEdition(models.Model):
    """What a unit was called and where it stood in a period: the history of reorganisations."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="editions")
    name = models.TextField()
    level = models.TextField(blank=True)
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "valid_from"], name="organisation_edition_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="organisation_edition_valid",
            ),
        ]


class Person(Identified):
    """Someone in the organisation. Has no login of its own: an account may be linked to it."""

    name = models.TextField()
    title = models.TextField(blank=True)
    email = models.TextField(blank=True)
    employee_number = models.TextField(unique=True, null=True)
    home_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    left_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.name


class Appointment(models.Model):
    """A role that a person holds at a unit in a period. `role` is a code from access.roles."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="appointments")
    role = models.TextField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    # The last day as agreed, where the person's own last day came before it.
    ends_with_person = models.BooleanField(default=False, db_default=False)
    agreed_to = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["unit", "role"], name="organisation_appointment_role")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "unit", "role", "valid_from"],
                name="organisation_appointment_once",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="organisation_appointment_valid",
            ),
        ]


class Deputyship(models.Model):
    """That a person acts as the leader of a unit in a period; the leader keeps the responsibility."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="deputyships")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="deputyships")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    # The last day as agreed, where the person's own last day came before it.
    ends_with_person = models.BooleanField(default=False, db_default=False)
    agreed_to = models.DateField(null=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "unit", "valid_from"], name="organisation_deputyship_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="organisation_deputyship_valid",
            ),
        ]


class Revision(models.Model):
    """One row that counts changes of the organisation, so that what is derived from it may be kept."""

    number = models.BigIntegerField(default=0)
