"""Ledelsens gjennomgang: what it was made from, what was judged and decided, and who signed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from styrk.actions.models import Action
from styrk.appraisal.states import Part, Party, State, Works
from styrk.core.fields import Identified
from styrk.organisation.models import Person, Unit
from styrk.organisation.steps import Step
from styrk.regulation.letters import LETTERS

ITEMS = [*Part.values, *(str(letter) for letter in LETTERS)]


class Appraisal(Identified):
    """A review of the whole management system of an organisation (§ 8 f): `number` in its `year`.

    `material` is what the data said when it was gathered, in bokmål. Signed it stands for ever:
    `content` is all that it says, and `digest` the hash of that and of the one before (`follows`).
    A draft that was begun by mistake is dropped, and stays with why in its steps.
    `unheard` says why some were not heard, `to_board` and `to_staff` what those are to know of it.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    year = models.IntegerField()
    number = models.IntegerField(default=1)
    follows = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="followed_by"
    )
    state = models.TextField(choices=State.choices, default=State.DRAFT)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    material = models.JSONField()
    gathered_at = models.DateTimeField()
    gathered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    unheard = models.TextField(blank=True)
    to_board = models.TextField(blank=True)
    to_staff = models.TextField(blank=True)
    content = models.JSONField(null=True)
    digest = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "year", "number"],
                name="appraisal_once",
                condition=~Q(state="dropped"),
            ),
            models.UniqueConstraint(
                fields=["unit"], name="appraisal_one_open", condition=Q(state="draft")
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="appraisal_state"),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, signed_by__isnull=True)
                | Q(signed_at__isnull=False, signed_by__isnull=False),
                name="appraisal_signed_pair",
            ),
            models.CheckConstraint(
                condition=Q(state="signed", signed_at__isnull=False, content__isnull=False)
                & Q(digest__regex="^[0-9a-f]{64}$")
                | Q(state="draft", signed_at__isnull=True, content__isnull=True, digest="")
                # Another may follow the one that this would have followed.
                | Q(state="dropped", signed_at__isnull=True, content__isnull=True, digest="")
                & Q(follows=None),
                name="appraisal_signed_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit.name} {self.year}"


class Extension(models.Model):
    """That an organisation decided that units of some levels, or some named units, hold their own too.

    The newest of an organisation stands; one that names none says that only the top holds one.
    Written once.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    levels = ArrayField(models.TextField(), default=list)
    codes = ArrayField(models.TextField(), default=list)
    reason = models.TextField()
    decided_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "-id"], name="appraisal_extension_of")]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="appraisal_extension_why"),
        ]


class Verdict(models.Model):
    """What the leadership says of a part, or of a letter of §§ 6–9: whether it works, and why."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="verdicts")
    item = models.TextField()
    works = models.TextField(choices=Works.choices)
    comment = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["appraisal", "item"], name="appraisal_verdict_once"),
            models.CheckConstraint(condition=Q(item__in=ITEMS), name="appraisal_verdict_item"),
            models.CheckConstraint(condition=Q(works__in=Works.values), name="appraisal_works"),
            models.CheckConstraint(condition=~Q(comment=""), name="appraisal_verdict_why"),
        ]


class Input(models.Model):
    """What the leadership writes of something that Styrk has no data about; `item` names it."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="inputs")
    item = models.TextField()
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["appraisal", "item"], name="appraisal_input_once"),
            models.CheckConstraint(condition=~Q(text=""), name="appraisal_input_says"),
        ]


class Participant(Identified):
    """Who took part or was heard, when, and what they said. Stands once the review is signed."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="participants")
    party = models.TextField(choices=Party.choices)
    who = models.TextField()
    held_on = models.DateField()
    said = models.TextField()
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(party__in=Party.values), name="appraisal_party"),
            models.CheckConstraint(
                condition=~Q(who="") & ~Q(said=""), name="appraisal_participant_whole"
            ),
        ]


class AppraisalAction(models.Model):
    """An action that was decided in the review."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="actions")
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="+")


class Addendum(models.Model):
    """What was added after it was signed. Written once."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="addenda")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="appraisal_addendum_says"),
        ]


class AppraisalStep(Step):
    """One act in a review's life: who, when, why. Written once."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="steps")

    class Meta:
        indexes = [models.Index(fields=["appraisal", "id"], name="appraisal_step")]
