"""What a unit wants to reach, and what it does about it."""

from django.db import models
from django.db.models import F, Q

from styrk.actions.models import Action
from styrk.core.fields import Identified
from styrk.goals.states import Direction, State
from styrk.organisation.models import Person, Unit
from styrk.organisation.steps import Step
from styrk.requirements.models import Placement


class Goal(Identified):
    """What a unit wants to reach in a year, or in several.

    Comes from a requirement placed with the unit (`placement`), from a goal of a unit above
    (`above`), or from the unit itself. `current` is where it stands in words, as it was said on
    the day `followed_on`. `reason` says why it was dropped, or how one sees that it is reached.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.TextField()
    why = models.TextField(blank=True)
    placement = models.ForeignKey(
        Placement, on_delete=models.PROTECT, null=True, related_name="goals"
    )
    above = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="below")
    direction = models.TextField(choices=Direction.choices)
    target = models.DecimalField(max_digits=15, decimal_places=3, null=True)
    measured_in = models.TextField(blank=True)
    target_on = models.DateField(null=True)
    target_words = models.TextField(blank=True)
    current = models.TextField(blank=True)
    followed_on = models.DateField(null=True)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    first_year = models.IntegerField()
    last_year = models.IntegerField()
    state = models.TextField(choices=State.choices, default=State.PROPOSED)
    reason = models.TextField(blank=True)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["unit", "first_year"], name="goals_of_unit"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="goals_state"),
            models.CheckConstraint(
                condition=Q(direction__in=Direction.values), name="goals_direction"
            ),
            models.CheckConstraint(
                condition=Q(target__isnull=False, target_on__isnull=False) & ~Q(measured_in="")
                | Q(target__isnull=True) & ~Q(target_words=""),
                name="goals_has_target",
            ),
            models.CheckConstraint(condition=Q(last_year__gte=F("first_year")), name="goals_years"),
            models.CheckConstraint(
                condition=Q(placement__isnull=True) | Q(above__isnull=True), name="goals_one_origin"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "agreed"]) | ~Q(reason=""),
                name="goals_ended_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class GoalStep(Step):
    """One act in a goal's life: who, when, why. Written once."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="steps")

    class Meta:
        indexes = [models.Index(fields=["goal", "id"], name="goals_step_goal")]


class GoalAction(models.Model):
    """An action that was decided to reach a goal."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="actions")
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="+")
