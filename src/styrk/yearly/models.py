"""Kommunedirektøren's yearly report to kommunestyret: what it is made from, its words, what was decided."""

from django.db import models
from django.db.models import Q

from styrk.core.fields import Identified
from styrk.organisation.models import Person, Unit
from styrk.organisation.steps import Step
from styrk.yearly.states import Decision, Part, State


class YearlyReport(Identified):
    """Of the internal control and the results of state supervision in a `year` (kommuneloven § 25-2).

    `material` is what the data said when it was gathered, in bokmål. Sent, it stands for ever:
    `content` is all that it says, and `digest` the hash of that and of the one before (`follows`).
    `meeting_on` is when kommunestyret is to treat it.
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
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    meeting_on = models.DateField(null=True)
    content = models.JSONField(null=True)
    digest = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "number"], name="yearly_once"),
            models.UniqueConstraint(
                fields=["unit"], name="yearly_one_open", condition=Q(state="draft")
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="yearly_state"),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True, sent_by__isnull=True)
                | Q(sent_at__isnull=False, sent_by__isnull=False),
                name="yearly_sent_pair",
            ),
            models.CheckConstraint(
                condition=~Q(state="draft")
                & Q(sent_at__isnull=False, meeting_on__isnull=False, content__isnull=False)
                & Q(digest__regex="^[0-9a-f]{64}$")
                | Q(state="draft", sent_at__isnull=True, content__isnull=True, digest=""),
                name="yearly_sent_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit.name} {self.year}"


class PartWords(models.Model):
    """What the kommunedirektør says in a part of the report."""

    report = models.ForeignKey(YearlyReport, on_delete=models.PROTECT, related_name="words")
    part = models.TextField(choices=Part.choices)
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "part"], name="yearly_words_once"),
            models.CheckConstraint(condition=Q(part__in=Part.values), name="yearly_part"),
            models.CheckConstraint(condition=~Q(text=""), name="yearly_words_say"),
        ]


class Treatment(models.Model):
    """What kommunestyret did with the report, and in which meeting. Written once."""

    report = models.OneToOneField(YearlyReport, on_delete=models.PROTECT, related_name="treatment")
    held_on = models.DateField()
    case = models.TextField()
    decision = models.TextField(choices=Decision.choices)
    words = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(decision__in=Decision.values), name="yearly_did"),
            models.CheckConstraint(condition=~Q(words="") & ~Q(case=""), name="yearly_decided"),
        ]


class FollowUp(Identified):
    """Who follows what kommunestyret asked for, until when they tell of it, and what became of it (`told`)."""

    treatment = models.OneToOneField(Treatment, on_delete=models.PROTECT, related_name="follow_up")
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    due = models.DateField()
    told = models.TextField(blank=True)
    told_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(told="", told_at__isnull=True, told_by__isnull=True)
                | ~Q(told="") & Q(told_at__isnull=False, told_by__isnull=False),
                name="yearly_follow_up_told",
            ),
        ]

    def __str__(self) -> str:
        return self.treatment.words


class Addendum(models.Model):
    """What was added after it was sent. Written once."""

    report = models.ForeignKey(YearlyReport, on_delete=models.PROTECT, related_name="addenda")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="yearly_addendum_says"),
        ]


class YearlyStep(Step):
    """One act in a report's life: who, when, why. Written once."""

    report = models.ForeignKey(YearlyReport, on_delete=models.PROTECT, related_name="steps")

    class Meta:
        indexes = [models.Index(fields=["report", "id"], name="yearly_step")]
