"""Cases in the quality and patient safety committee (spesialisthelsetjenesteloven § 3-4), and its advice."""

from django.db import models
from django.db.models import Q

from styrk.actions.models import Action
from styrk.committee.states import AdviceState, State, Way
from styrk.core.fields import Identified
from styrk.incidents.models import Incident
from styrk.organisation.models import Person, Unit


class CommitteeCase(Identified):
    """That an incident came to the committee of a unit, why, and what the committee made of it.

    `laid_by` is nobody where a rule laid it. `met_on` is the day of the meeting. As closed as the incident.
    """

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="+")
    way = models.TextField(choices=Way.choices)
    why = models.TextField()
    laid_at = models.DateTimeField()
    laid_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.TextField(choices=State.choices, default=State.WAITING)
    met_on = models.DateField(null=True)
    assessment = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_why = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["unit", "state", "-id"], name="committee_of_unit")]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "unit"],
                name="committee_waits_once",
                condition=Q(state="waiting"),
            ),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="committee_way"),
            models.CheckConstraint(
                condition=Q(state="waiting", ended_at__isnull=True, met_on__isnull=True)
                | Q(state="treated", ended_at__isnull=False, met_on__isnull=False)
                & ~Q(assessment="")
                | Q(state="withdrawn", ended_at__isnull=False) & ~Q(withdrawn_why=""),
                name="committee_state",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="committee_ended_pair",
            ),
        ]

    def __str__(self) -> str:
        return self.incident.title


class Advice(Identified):
    """What the committee advises the leader of a unit, and what that leader answered. Answered once."""

    case = models.ForeignKey(CommitteeCase, on_delete=models.PROTECT, related_name="advice")
    to_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    due = models.DateField()
    state = models.TextField(choices=AdviceState.choices, default=AdviceState.WAITING)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "id"], name="committee_advice_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    state="waiting", answered_at__isnull=True, answered_by__isnull=True, answer=""
                )
                | Q(
                    state__in=["followed", "declined", "withdrawn"],
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                )
                & ~Q(answer=""),
                name="committee_advice_answered",
            )
        ]

    def __str__(self) -> str:
        return self.text.splitlines()[0][:120]


class AdviceAction(models.Model):
    """An action that was decided because of advice. Written once."""

    advice = models.ForeignKey(Advice, on_delete=models.PROTECT, related_name="actions")
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["advice", "id"], name="committee_action_of")]
