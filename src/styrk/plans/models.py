"""A unit's plan for a year, version by version, and what stands in it."""

from django.db import models
from django.db.models import Q

from styrk.actions.models import Action
from styrk.core.fields import Identified
from styrk.goals.models import Goal
from styrk.organisation.models import Person, Unit
from styrk.organisation.steps import Step
from styrk.plans.states import ItemState, Party, Source, State
from styrk.requirements.models import Placement


class Plan(Identified):
    """One version of a unit's virksomhetsplan for a year.

    An approved version stands for ever: `content` is what it said and `digest` the hash of that and
    of the version before (`follows`). `approved_as` is the unit whose leader approved it, and
    `decision` the board's case or the like.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    year = models.IntegerField()
    version = models.IntegerField(default=1)
    follows = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="followed_by"
    )
    state = models.TextField(choices=State.choices, default=State.DRAFT)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    approved_as = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    decision = models.TextField(blank=True)
    content = models.JSONField(null=True)
    digest = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "version"], name="plans_version_once"),
            models.UniqueConstraint(
                fields=["unit", "year"], name="plans_one_open", condition=~Q(state="approved")
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="plans_state"),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True, approved_by__isnull=True)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
                name="plans_approved_pair",
            ),
            models.CheckConstraint(
                condition=Q(state="approved", approved_at__isnull=False, content__isnull=False)
                & ~Q(digest="")
                & Q(approved_as__isnull=False)
                | ~Q(state="approved") & Q(approved_at__isnull=True),
                name="plans_approved_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit.name} {self.year}"


class PlanItem(Identified):
    """Something the unit puts first this year: a goal, a placed requirement, an action, or words.

    `position` is its place in the order of priority. `above` is the item of the plan above that it
    comes from, and `before` the one of last year. `reason` says why it is deferred or taken out.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="items")
    position = models.IntegerField()
    state = models.TextField(choices=ItemState.choices, default=ItemState.IN_PLAN)
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, null=True, related_name="+")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, null=True, related_name="+")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, related_name="+")
    title = models.TextField(blank=True)
    note = models.TextField(blank=True)
    cost = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    funding = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    deferred_until = models.DateField(null=True)
    above = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="below")
    before = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="after")

    class Meta:
        indexes = [models.Index(fields=["plan", "position"], name="plans_in_order")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ItemState.values), name="plans_item_state"
            ),
            models.CheckConstraint(
                condition=Q(goal__isnull=False, placement__isnull=True, action__isnull=True)
                | Q(goal__isnull=True, placement__isnull=False, action__isnull=True)
                | Q(goal__isnull=True, placement__isnull=True) & ~Q(title=""),
                name="plans_item_is_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(state="deferred", deferred_until__isnull=False) & ~Q(reason="")
                | Q(state="taken_out", deferred_until__isnull=True) & ~Q(reason="")
                | Q(state__in=["proposed", "in_plan"], deferred_until__isnull=True, reason=""),
                name="plans_item_reason",
            ),
            models.UniqueConstraint(fields=["plan", "goal"], name="plans_goal_once"),
            models.UniqueConstraint(fields=["plan", "placement"], name="plans_placement_once"),
            models.UniqueConstraint(fields=["plan", "action"], name="plans_action_once"),
            models.CheckConstraint(
                condition=Q(cost__isnull=True) | Q(cost__gte=0), name="plans_item_cost"
            ),
        ]

    def __str__(self) -> str:
        if self.goal:
            return self.goal.title
        return str(self.placement.requirement) if self.placement else self.title


class Hearing(models.Model):
    """Who was heard of a version of the plan, what they said, and what came of it. Written once."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="hearings")
    party = models.TextField(choices=Party.choices)
    who = models.TextField()
    held_on = models.DateField()
    said = models.TextField()
    outcome = models.TextField()
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(party__in=Party.values), name="plans_party"),
            models.CheckConstraint(
                condition=~Q(who="") & ~Q(said="") & ~Q(outcome=""), name="plans_hearing_whole"
            ),
        ]


class Ground(Identified):
    """What a version of the plan builds on: where it is from, what it showed, and what that means here.

    It may be taken out until the plan is approved.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="grounds")
    source = models.TextField(choices=Source.choices)
    what = models.TextField()
    showed = models.TextField()
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(source__in=Source.values), name="plans_source"),
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(showed=""), name="plans_ground_whole"
            ),
        ]


class PlanStep(Step):
    """One act in a plan's life: who, when, why. Written once."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="steps")

    class Meta:
        indexes = [models.Index(fields=["plan", "id"], name="plans_step_plan")]
