"""What an incident led to: its actions, and the risks that it shows."""

from django.db import models
from django.db.models import Q

from styrk.actions.models import Action
from styrk.incidents.models.cases import Incident
from styrk.organisation.models import Person, Unit
from styrk.risks.models import Risk


class IncidentAction(models.Model):
    """An action that an incident led to. `told` is the action's state last told to the reporter."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="actions")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="+")
    told = models.TextField(default="planned")

    class Meta:
        indexes = [
            models.Index(fields=["incident", "id"], name="incidents_action_incident"),
            models.Index(
                fields=["action"],
                name="incidents_action_following",
                condition=Q(told__in=["planned", "done"]),
            ),
        ]


class IncidentRisk(models.Model):
    """That the incident shows a risk, until it is taken back. Nothing else of it ever changes."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="risks")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()
    linked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(
                fields=["risk"], name="incidents_of_risk", condition=Q(removed_at__isnull=True)
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "risk"],
                name="incidents_risk_once",
                condition=Q(removed_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_by__isnull=True)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="incidents_risk_removed_pair",
            ),
        ]
