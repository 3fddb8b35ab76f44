"""Risks, and what hangs on each of them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q, Value

from styrk.actions.models import Action
from styrk.core.fields import Identified
from styrk.goals.models import Goal
from styrk.indicators.models import Indicator
from styrk.organisation.models import Person, Unit
from styrk.organisation.steps import Step
from styrk.requirements.models import Placement
from styrk.risks.models.matrices import Matrix
from styrk.risks.states import Interaction, Kind, State, Zone


class Risk(Identified):
    """Something that may go wrong at a unit, with an owner who looks at it again by `review_on`.

    `current` is the rating that holds now, and `zone` its zone; `acceptance` the one that holds.
    `treated` says that an action against it, or against one it was lifted from, is under way or has
    worked; the database keeps it (`risks_is_treated`). `linked` says that it points at a requirement,
    and `accepted_until` is the last day that the acceptance holds: kept here so that they can be
    counted without being read. `reviewed_on` is when it was last looked at. `themes` are free words that
    risks can be gathered by.
    """

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.TextField()
    description = models.TextField(blank=True)
    causes = models.TextField(blank=True)
    consequences = models.TextField(blank=True)
    measures = models.TextField(blank=True)
    interaction = models.TextField(choices=Interaction.choices, default=Interaction.NONE)
    counterpart = models.TextField(blank=True)
    themes = ArrayField(models.TextField(), default=list, db_default=Value([]))
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField()
    reviewed_on = models.DateField()
    state = models.TextField(choices=State.choices, default=State.OPEN)
    described_at = models.DateTimeField()
    described_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    current = models.ForeignKey("Rating", on_delete=models.PROTECT, null=True, related_name="+")
    zone = models.TextField(choices=Zone.choices, blank=True)
    acceptance = models.ForeignKey(
        "Acceptance", on_delete=models.PROTECT, null=True, related_name="+"
    )
    accepted_until = models.DateField(null=True)
    treated = models.BooleanField(default=False)
    linked = models.BooleanField(default=False)
    ended_reason = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["unit", "-described_at"], name="risks_unit_described"),
            models.Index(fields=["trust", "-described_at"], name="risks_trust_described"),
            models.Index(fields=["owner", "-described_at"], name="risks_owner_described"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="risks_state"),
            models.CheckConstraint(
                condition=Q(interaction__in=Interaction.values), name="risks_interaction"
            ),
            models.CheckConstraint(
                condition=Q(zone="", current__isnull=True)
                | Q(zone__in=Zone.values, current__isnull=False),
                name="risks_zone_of_rating",
            ),
            models.CheckConstraint(
                condition=Q(
                    state="accepted", acceptance__isnull=False, accepted_until__isnull=False
                )
                | (~Q(state="accepted") & Q(acceptance__isnull=True, accepted_until__isnull=True)),
                name="risks_accepted_by",
            ),
            models.CheckConstraint(
                condition=~Q(state="ended") | ~Q(ended_reason=""), name="risks_ended_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class RiskStep(Step):
    """One act in a risk's life: who, when, why. Written once."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="steps")

    class Meta:
        indexes = [models.Index(fields=["risk", "id"], name="risks_step_risk")]


class Rating(models.Model):
    """How likely and how bad, in one version of the trust's matrix, and why one thinks so.

    `consequences` holds a step for each dimension, `consequence` the worst of them. Written once.
    """

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="ratings")
    kind = models.TextField(choices=Kind.choices)
    matrix = models.ForeignKey(Matrix, on_delete=models.PROTECT, related_name="ratings")
    likelihood = models.IntegerField()
    consequences = models.JSONField()
    consequence = models.IntegerField()
    score = models.IntegerField()
    zone = models.TextField(choices=Zone.choices)
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["risk", "kind", "-id"], name="risks_rating_of")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="risks_rating_kind"),
            models.CheckConstraint(condition=Q(zone__in=Zone.values), name="risks_rating_zone"),
            models.CheckConstraint(condition=~Q(reason=""), name="risks_rating_reason"),
            models.CheckConstraint(
                condition=Q(likelihood__range=(1, 6), consequence__range=(1, 6)),
                name="risks_rating_steps",
            ),
            models.CheckConstraint(
                condition=Q(score=F("likelihood") * F("consequence")), name="risks_rating_score"
            ),
        ]


class Acceptance(models.Model):
    """That a leader lives with the risk as it is rated, until a day. Written once.

    `unit` is where the leadership that gave the authority is held. Void when the risk changes.
    """

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="acceptances")
    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    expires_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="risks_acceptance_reason")
        ]


class RiskAction(models.Model):
    """An action that was decided because of a risk."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="actions")
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="+")


class Pointing(models.Model):
    """That a risk points at something, until it is taken away. A child says at what, and why."""

    linked_at = models.DateTimeField()
    linked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True


def _held(at: str, removed_pair: str) -> list[models.BaseConstraint]:
    """What holds of each child of `Pointing`: once `at` the same, and removed by somebody.

    Given by name, since Django names the constraints of an abstract model after the child alone.
    """
    return [
        models.UniqueConstraint(
            fields=["risk", at], name=f"risks_{at}_once", condition=Q(removed_at__isnull=True)
        ),
        models.CheckConstraint(
            condition=Q(removed_at__isnull=True, removed_by__isnull=True)
            | Q(removed_at__isnull=False, removed_by__isnull=False),
            name=removed_pair,
        ),
    ]


class RiskPlacement(Pointing):
    """A placed requirement that the risk threatens, until it is taken away."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="placements")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["placement"], name="risks_of_placement")]
        constraints = _held("placement", "risks_removed_pair")


class RiskGoal(Pointing):
    """A goal that the risk threatens, until it is taken away."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="goals")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["goal"], name="risks_of_goal")]
        constraints = _held("goal", "risks_goal_removed_pair")


class RiskMeasure(Pointing):
    """An indicator that shows at the risk's unit how the risk is doing, until it is taken away."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="series")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["indicator"], name="risks_of_indicator")]
        constraints = _held("indicator", "risks_indicator_removed_pair")
