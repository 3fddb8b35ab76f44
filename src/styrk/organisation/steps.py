"""The shape of what every act on a record leaves behind in its own app."""

from django.db import models

from styrk.organisation.models import Person


class Step(models.Model):
    """One act in a record's life: who, when, why. Written once."""

    act = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        abstract = True
