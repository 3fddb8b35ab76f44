"""Which indicator measures a goal, and which one shows whether an action helped."""

from django.db import models
from django.db.models import Q

from styrk.actions.models import Action
from styrk.goals.models import Goal
from styrk.indicators.models.defining import Indicator
from styrk.indicators.spc.effect import Verdict
from styrk.organisation.models import Person, Unit


class GoalMeasure(models.Model):
    """That an indicator shows whether a goal is reached, at the goal's unit."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="measures")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="goals")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["goal", "indicator"],
                condition=Q(ended_at__isnull=True),
                name="indicators_goal_once",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="indicators_goal_ended_pair",
            ),
        ]


class ActionMeasure(models.Model):
    """The series that will show whether an action helped: one at a time, the earlier ones remembered."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="measures")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="actions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    ended_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["action"],
                condition=Q(ended_at__isnull=True),
                name="indicators_action_once",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="indicators_action_ended_pair",
            ),
        ]


class EffectAnswer(models.Model):
    """What the series said of an action's effect on the day it was asked, as it was said. Written once.

    `answer` is `effects.Answer` as JSON. `by` is empty where Styrk asked on the day agreed.
    `again_on`: the day when there should be enough points, where it was too early.
    """

    measure = models.ForeignKey(ActionMeasure, on_delete=models.PROTECT, related_name="answers")
    asked_on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    verdict = models.TextField()
    again_on = models.DateField(null=True)
    answer = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["measure", "-id"], name="indicators_effect_answer")]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict__in=[str(one) for one in Verdict]), name="indicators_verdict"
            )
        ]
