"""Where a requirement is placed, what the unit makes of it, how it goes, and who was told."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Func, Q

from styrk.actions.models import Action
from styrk.core.fields import Identified
from styrk.organisation.models import Person, Unit
from styrk.organisation.steps import Step
from styrk.requirements.models.sources import Edition, Requirement
from styrk.requirements.states import Course, State


class Placement(Identified):
    """A requirement laid at a unit, and how the unit has made it its own.

    `above` is the placement it was passed on from; `continues` what it was in the edition before.
    Into a new edition it goes itself; what is left behind in the old one is a copy that stands.
    `laid_from` is the unit that whoever laid it there spoke for on the day.
    `meaning` is what it means here, `sign` how one sees it, `owner` who, `due` when.
    """

    requirement = models.ForeignKey(
        Requirement, on_delete=models.PROTECT, related_name="placements"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    above = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="below")
    laid_from = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    continues = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="continued_by"
    )
    state = models.TextField(choices=State.choices, default=State.PLACED)
    rule = models.TextField(blank=True)
    answer_due = models.DateField()
    placed_at = models.DateTimeField()
    placed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    meaning = models.TextField(blank=True)
    sign = models.TextField(blank=True)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    due = models.DateField(null=True)
    reason = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["unit", "state"], name="requirements_at_unit"),
            models.Index(fields=["trust", "state"], name="requirements_in_trust"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["requirement", "unit"],
                name="requirements_placed_once",
                condition=~Q(state="withdrawn"),
            ),
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="requirements_placement_state"
            ),
            models.CheckConstraint(
                condition=~Q(state="accepted")
                | (~Q(meaning="") & Q(owner__isnull=False) & Q(answered_at__isnull=False)),
                name="requirements_accepted_is_concrete",
            ),
            models.CheckConstraint(
                condition=~Q(state="not_applicable") | ~Q(reason=""),
                name="requirements_declined_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="requirements_answered_pair",
            ),
        ]

    def __str__(self) -> str:
        return str(self.requirement)


class PlacementStep(Step):
    """One act in a placement's life: who, when, why. Written once."""

    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="steps")

    class Meta:
        indexes = [models.Index(fields=["placement", "id"], name="requirements_step_placement")]


# The last day of the period, or the day it was said where that came before.
UNTIL = """least(
    (make_date(
        substr(period, 1, 4)::int,
        CASE WHEN length(period) = 4 THEN 12
             WHEN substr(period, 6, 1) = 'T' THEN 4 * substr(period, 7, 1)::int
             ELSE substr(period, 6, 2)::int END,
        1) + interval '1 month -1 day')::date,
    ("at" AT TIME ZONE 'Europe/Oslo')::date)"""


class StatusReport(models.Model):
    """How it goes with a requirement at a unit in a period ("2026-03", "2026-T1", "2026").

    Written once; a later one for the same period stands instead of it. `until` is the day the words
    reach to: an older period that is reported late does not replace what was said of a newer one.
    """

    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="reports")
    period = models.TextField()
    course = models.TextField(choices=Course.choices)
    text = models.TextField()
    at = models.DateTimeField()
    until = models.GeneratedField(
        expression=Func(template=UNTIL, output_field=models.DateField()),
        output_field=models.DateField(),
        db_persist=True,
    )
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["placement", "-until", "-id"], name="requirements_report_newest")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(course__in=Course.values), name="requirements_report_course"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="requirements_report_text"),
        ]


class PlacementAction(models.Model):
    """An action that a unit decided because of a requirement placed with it.

    What is left of the placement in an older edition names it too.
    """

    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="actions")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["placement", "action"], name="requirements_action_once")
        ]


class Announcement(Identified):
    """That an edition, or one requirement of it, was made known in a unit and all below (§ 6 c)."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="announcements")
    requirement = models.ForeignKey(
        Requirement, on_delete=models.PROTECT, null=True, related_name="announcements"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    roles = ArrayField(models.TextField(), default=list)
    text = models.TextField()
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")


class Told(models.Model):
    """Who was told, and when that person saw it."""

    announcement = models.ForeignKey(Announcement, on_delete=models.PROTECT, related_name="told")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["announcement", "person"], name="requirements_told_once"
            )
        ]
