"""The årlig melding: what a unit answers for a year, demand by demand, and its plan for the next."""

from django.db import models
from django.db.models import Q

from styrk.core.fields import Identified
from styrk.organisation.models import Person, Unit
from styrk.requirements.states import AnnualState


class AnnualReport(Identified):
    """A unit's årlig melding for a year (hfl §§ 34-35): one, a draft until it is approved.

    While a draft it holds only its own words: the answers are the status reports, collected when it
    is read. Approved it holds all (`content`, with its SHA-256 `digest`), and never changes. `basis` is
    where it was decided, and `reason` why it was so without a plan, or with nobody heard on it.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    year = models.IntegerField()
    state = models.TextField(choices=AnnualState.choices, default=AnnualState.DRAFT)
    foreword = models.TextField(blank=True)
    plan = models.TextField(blank=True)
    basis = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    content = models.JSONField(null=True)
    digest = models.TextField(blank=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "year"], name="requirements_annual_once"),
            models.CheckConstraint(
                condition=Q(state__in=AnnualState.values), name="requirements_annual_state"
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True, approved_by__isnull=True)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
                name="requirements_annual_approved_pair",
            ),
            models.CheckConstraint(
                condition=Q(
                    state="draft", content__isnull=True, approved_at__isnull=True, digest=""
                )
                | (
                    Q(state="approved", content__isnull=False, approved_at__isnull=False)
                    & ~Q(digest="")
                ),
                name="requirements_annual_frozen",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit.name} {self.year}"


class AnnualHearing(Identified):
    """Who was heard on the plan, when, what they said, and what came of it (hfl § 35)."""

    report = models.ForeignKey(AnnualReport, on_delete=models.PROTECT, related_name="hearings")
    party = models.TextField()
    heard_on = models.DateField()
    said = models.TextField()
    outcome = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.party


class Addendum(models.Model):
    """What was added after the approval. Written once; the approved text stands as it was."""

    report = models.ForeignKey(AnnualReport, on_delete=models.PROTECT, related_name="addenda")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="requirements_addendum_text")
        ]
