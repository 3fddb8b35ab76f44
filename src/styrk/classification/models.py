"""Code schemes an organisation has read in, and the codes that were set on its incidents."""

from django.db import models
from django.db.models import Q

from styrk.core.fields import Identified
from styrk.incidents.models import Incident
from styrk.organisation.models import Person, Unit


class CodeScheme(Identified):
    """A version of a code scheme, as it was read in for an organisation. In use until `ended_at`."""

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    version = models.TextField()
    publisher = models.TextField(blank=True)
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["trust", "name"],
                name="classification_scheme_once",
                condition=Q(ended_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(version=""), name="classification_scheme_named"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="classification_scheme_ended_pair",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


class CodeAxis(models.Model):
    """One question that a scheme asks of an incident: where, of what kind, how grave. `number` orders them."""

    scheme = models.ForeignKey(CodeScheme, on_delete=models.PROTECT, related_name="axes")
    number = models.IntegerField()
    key = models.TextField()
    title = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scheme", "key"], name="classification_axis_once")
        ]

    def __str__(self) -> str:
        return self.title


class Code(Identified):
    """An answer on an axis. `number` is its place in the file."""

    axis = models.ForeignKey(CodeAxis, on_delete=models.PROTECT, related_name="codes")
    number = models.IntegerField()
    code = models.TextField()
    title = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["axis", "code"], name="classification_code_once")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class IncidentCode(models.Model):
    """That a code was set on an incident, until it is taken away. Nothing else of it ever changes."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="+")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(
                fields=["code"],
                name="classification_of_code",
                condition=Q(removed_at__isnull=True),
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "code"],
                name="classification_set_once",
                condition=Q(removed_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_by__isnull=True)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="classification_removed_pair",
            ),
        ]
