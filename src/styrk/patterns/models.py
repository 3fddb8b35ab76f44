"""Reports that tell of the same thing again and again, seen as one. As sensitive as the reports."""

from django.db import models
from django.db.models import Q

from styrk.actions.models import Action
from styrk.core.fields import Identified
from styrk.incidents.models import Incident
from styrk.organisation.models import Person, Unit
from styrk.patterns.states import RaisedState, State, ThemeState


class IncidentGroup(Identified):
    """A samleavvik: what the reports have in common, at a unit and all below it."""

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.TextField()
    common = models.TextField()
    state = models.TextField(choices=State.choices, default=State.OPEN)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "-id"], name="patterns_group_of")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="patterns_state")
        ]

    def __str__(self) -> str:
        return self.title


class GroupMember(models.Model):
    """That a report belongs to the group, from when, and until somebody took it out with a reason."""

    group = models.ForeignKey(IncidentGroup, on_delete=models.PROTECT, related_name="members")
    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="+")
    joined_at = models.DateTimeField()
    joined_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    left_at = models.DateTimeField(null=True)
    left_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    left_why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "incident"],
                name="patterns_member_once",
                condition=Q(left_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True, left_by__isnull=True, left_why="")
                | Q(left_at__isnull=False, left_by__isnull=False) & ~Q(left_why=""),
                name="patterns_left_why",
            ),
        ]


class GroupStep(models.Model):
    """One act in the life of a group. Names no report: who reads it may not see them all. Written once."""

    group = models.ForeignKey(IncidentGroup, on_delete=models.PROTECT, related_name="steps")
    act = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["group", "id"], name="patterns_step")]


class Raising(Identified):
    """That a group is raised to the next leader in the line, and what that leader answered.

    The case is kept as it was written, with the count in sight of the one who raised it as it was then.
    `after` is the one that was raised further to become this. Written once, and answered once.
    """

    group = models.ForeignKey(IncidentGroup, on_delete=models.PROTECT, related_name="raisings")
    after = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    from_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    to_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    state = models.TextField(choices=RaisedState.choices, default=RaisedState.ASKED)
    happens = models.TextField()
    costs = models.TextField()
    asks = models.TextField()
    number = models.IntegerField()
    counted = models.JSONField()
    due = models.DateField()
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group"], name="patterns_raised_once", condition=Q(state="asked")
            ),
            models.CheckConstraint(
                condition=Q(state__in=RaisedState.values), name="patterns_raised_state"
            ),
            models.CheckConstraint(condition=Q(number__gt=0), name="patterns_raised_number"),
            models.CheckConstraint(
                condition=Q(
                    state="asked", answered_at__isnull=True, answered_by__isnull=True, answer=""
                )
                | ~Q(state="asked")
                & Q(answered_at__isnull=False, answered_by__isnull=False)
                & ~Q(answer=""),
                name="patterns_raised_answered",
            ),
        ]

    def __str__(self) -> str:
        return self.group.title


class Dismissal(Identified):
    """That what the system found at a unit is no samleavvik, and why. Names reports by their ids only.

    What is proposed again is held against it (`recurrence.proposals.comes_back`).
    """

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    fingerprint = models.TextField()
    members = models.JSONField()
    events = models.IntegerField()
    rising = models.BooleanField()
    times = models.FloatField(null=True)
    why = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_up_at = models.DateTimeField(null=True)
    taken_up_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "-id"], name="patterns_dismissed_at")]
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="patterns_dismissed_why"),
            models.CheckConstraint(
                condition=Q(taken_up_at__isnull=True, taken_up_by__isnull=True)
                | Q(taken_up_at__isnull=False, taken_up_by__isnull=False),
                name="patterns_taken_up_pair",
            ),
        ]


class Theme(Identified):
    """A tema: what can never be finished, at a unit and all below it, and is worked on for good.

    `every` is how many months there are between reviews, `review_on` the day of the next; `answer` what
    those who report hear from the start. `begun_from` is the samleavvik that became it.
    """

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.TextField()
    belongs = models.TextField()
    not_belongs = models.TextField(blank=True)
    answer = models.TextField()
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    every = models.PositiveSmallIntegerField()
    review_on = models.DateField()
    state = models.TextField(choices=ThemeState.choices, default=ThemeState.OPEN)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_from = models.ForeignKey(
        IncidentGroup, on_delete=models.PROTECT, null=True, related_name="themes"
    )

    class Meta:
        indexes = [models.Index(fields=["unit", "-id"], name="patterns_theme_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ThemeState.values), name="patterns_theme_state"
            ),
            models.CheckConstraint(condition=Q(every__gt=0), name="patterns_theme_every"),
        ]

    def __str__(self) -> str:
        return self.title


class ThemeMember(models.Model):
    """That a report belongs to the tema, from when, and until somebody took it out with a reason."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="members")
    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="+")
    joined_at = models.DateTimeField()
    joined_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    left_at = models.DateTimeField(null=True)
    left_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    left_why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "incident"],
                name="patterns_in_theme_once",
                condition=Q(left_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True, left_by__isnull=True, left_why="")
                | Q(left_at__isnull=False, left_by__isnull=False) & ~Q(left_why=""),
                name="patterns_left_theme_why",
            ),
        ]


class ThemeAction(models.Model):
    """An action that was decided for a tema. Written once."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="actions")
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["theme", "id"], name="patterns_theme_action")]


class ThemeReview(models.Model):
    """What a review of a tema showed, what is changed, and the day of the next. Written once."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="reviews")
    shows = models.TextField()
    changes = models.TextField(blank=True)
    due = models.DateField()
    next_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["theme", "-id"], name="patterns_theme_review")]


class ThemeStep(models.Model):
    """One act in the life of a tema. Names no report: who reads it may not see them all. Written once."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="steps")
    act = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["theme", "id"], name="patterns_theme_step")]
