"""The one register of actions (tiltak)."""

from django.db import models
from django.db.models import F, Q

from styrk.actions.states import Effect, Level, State
from styrk.core.fields import Identified
from styrk.organisation.models import Person, Unit
from styrk.organisation.steps import Step


class Action(Identified):
    """Something to be done to make the service better, and how its effect will be seen.

    `origin` is the kind of record it came from (`incident`, `unit`); the record itself is linked by
    the app that owns the origin. `review_on` is the day the owner judges the effect. `closed`: it
    came from what no line sees, and is seen by its owner and by grants alone, and in no number.
    """

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    origin = models.TextField()
    title = models.TextField()
    change = models.TextField()
    sign = models.TextField()
    level = models.TextField(choices=Level.choices)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    due = models.DateField()
    review_on = models.DateField()
    state = models.TextField(choices=State.choices, default=State.PLANNED)
    effect = models.TextField(choices=Effect.choices, blank=True)
    closed = models.BooleanField(default=False, db_default=False)
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="followed_by"
    )

    class Meta:
        indexes = [
            models.Index(fields=["-raised_at", "-id"], name="actions_raised"),
            models.Index(fields=["unit", "-raised_at"], name="actions_unit_raised"),
            models.Index(fields=["trust", "-raised_at"], name="actions_trust_raised"),
            models.Index(fields=["owner", "-raised_at"], name="actions_owner_raised"),
            models.Index(
                fields=["unit", "review_on"],
                name="actions_unknown_effect",
                condition=Q(state="done"),
            ),
            # What got better lately, for anyone who sees many units: the newest are walked through.
            models.Index(
                fields=["-raised_at", "-id"],
                name="actions_worked",
                condition=Q(origin="incident", state="finished", effect__in=["worked", "partly"]),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="actions_state"),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="actions_level"),
            models.CheckConstraint(
                condition=Q(effect="") | Q(effect__in=Effect.values), name="actions_effect"
            ),
            models.CheckConstraint(
                condition=Q(review_on__gte=F("due")), name="actions_review_after_due"
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True, done_by__isnull=True)
                | Q(done_at__isnull=False, done_by__isnull=False),
                name="actions_done_pair",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["done", "finished"]) | Q(done_at__isnull=False),
                name="actions_done_when",
            ),
            models.CheckConstraint(
                condition=~Q(state="finished") | Q(effect__in=["worked", "partly", "not_worked"]),
                name="actions_finished_needs_effect",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ActionStep(Step):
    """One act in an action's life: who, when, why. Written once."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="steps")

    class Meta:
        indexes = [models.Index(fields=["action", "id"], name="actions_step_action")]


class Recusal(models.Model):
    """That a person never sees the action or works on it: inhabil in what it came from."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "action"], name="actions_recusal_person")]
        constraints = [
            models.UniqueConstraint(fields=["action", "person"], name="actions_recusal_once")
        ]


class EffectReview(models.Model):
    """The owner's judgement of an action's effect, with its reason. Written once."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="reviews")
    effect = models.TextField(choices=Effect.choices)
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    next_review_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(effect__in=Effect.values), name="actions_review_effect"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="actions_review_reason"),
            models.CheckConstraint(
                condition=~Q(effect="too_early") | Q(next_review_on__isnull=False),
                name="actions_review_next",
            ),
        ]


class Objection(Identified):
    """«Dette virker ikke»: said by one who is affected, of an action or of what an app above owns.

    `subject` and `subject_uuid` say of which record (`action`, `goal`, `priority`), `title` what it
    was called, and `action` which action where it is of one. `asked` owns it, and answers with
    reasons.
    """

    subject = models.TextField()
    subject_uuid = models.UUIDField()
    title = models.TextField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    action = models.ForeignKey(
        Action, on_delete=models.PROTECT, null=True, related_name="objections"
    )
    text = models.TextField()
    asked = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["subject_uuid"], name="actions_objection_of")]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="actions_objection_text"),
            models.CheckConstraint(
                condition=~Q(subject="action") | Q(action__isnull=False),
                name="actions_objection_action",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer=""),
                name="actions_answered_pair",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class Counts(models.Model):
    """Numbers of actions by unit, as `core.tallies` keeps them.

    `raised` counts on the first day of the month it was raised; `carried_out`, `judged` and
    `worked` (also where it worked partly) on that of the month it was carried out; `planned` on the
    day it is due, and `unjudged` on the day its effect is to be judged.
    """

    unit_id = models.BigIntegerField()
    day = models.DateField()
    raised = models.IntegerField(db_default=0)
    carried_out = models.IntegerField(db_default=0)
    judged = models.IntegerField(db_default=0)
    worked = models.IntegerField(db_default=0)
    planned = models.IntegerField(db_default=0)
    unjudged = models.IntegerField(db_default=0)

    class Meta:
        abstract = True


class Tally(Counts):
    """The unit's own numbers: changes, and for `settled` rows what they have become together."""

    settled = models.BooleanField(default=False)


class LineTally(Counts):
    """The numbers of the unit and all below it, of the settled rows."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit_id", "day"], name="actions_linetally_once")
        ]
