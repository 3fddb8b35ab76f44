"""What an audit found, and what became of it."""

from django.db import models
from django.db.models import F, Q

from styrk.actions.models import Action
from styrk.core.fields import Identified
from styrk.inspections.models.audits import Audit
from styrk.inspections.states import FindingKind, FindingState
from styrk.organisation.models import Person, Unit
from styrk.organisation.steps import Step
from styrk.requirements.models import Requirement


def _pair(stem: str) -> models.CheckConstraint:
    at, by = f"{stem}_at__isnull", f"{stem}_by__isnull"
    return models.CheckConstraint(
        condition=Q(**{at: True, by: True}) | Q(**{at: False, by: False}),
        name=f"inspections_{stem}_pair",
    )


class Finding(Identified):
    """What an audit found at the unit that must answer for it.

    `deadline` is an order's own. `answer` is what the unit means to do, and `meet_due` when it is
    done: never later than the deadline. `without` is why no action was needed, `how` is how the unit says that it is put right, `seen` how
    whoever found it says so: another than the one who answers for it.
    """

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="findings")
    number = models.IntegerField()
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=FindingKind.choices)
    title = models.TextField()
    text = models.TextField()
    requirement = models.ForeignKey(
        Requirement, on_delete=models.PROTECT, null=True, related_name="+"
    )
    deadline = models.DateField(null=True)
    state = models.TextField(choices=FindingState.choices, default=FindingState.OPEN)
    answer = models.TextField(blank=True)
    meet_due = models.DateField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    without = models.TextField(blank=True, db_default="")
    how = models.TextField(blank=True)
    claimed_at = models.DateTimeField(null=True)
    claimed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    seen = models.TextField(blank=True)
    met_at = models.DateTimeField(null=True)
    met_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    found_at = models.DateTimeField()
    found_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["unit", "-found_at"], name="inspections_finding_unit"),
            models.Index(fields=["trust", "-found_at"], name="inspections_finding_trust"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["audit", "number"], name="inspections_number_once"),
            models.CheckConstraint(
                condition=Q(kind__in=FindingKind.values), name="inspections_finding_kind"
            ),
            models.CheckConstraint(
                condition=Q(state__in=FindingState.values), name="inspections_finding_state"
            ),
            models.CheckConstraint(
                condition=~Q(kind="order") | Q(deadline__isnull=False),
                name="inspections_order_deadline",
            ),
            models.CheckConstraint(
                condition=Q(kind="good", state__in=["noted", "withdrawn"])
                | ~Q(kind="good") & ~Q(state="noted"),
                name="inspections_good_is_noted",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["answered", "claimed", "met"])
                | ~Q(answer="") & Q(meet_due__isnull=False, answered_at__isnull=False),
                name="inspections_answered_what",
            ),
            # Whoever answers for it never says that it is put right.
            models.CheckConstraint(
                condition=~Q(state="met")
                | Q(met_at__isnull=False)
                & ~Q(seen="")
                & ~Q(met_by=F("answered_by"))
                & ~Q(met_by=F("claimed_by")),
                name="inspections_met_by_another",
            ),
            _pair("answered"),
            _pair("claimed"),
            _pair("met"),
        ]

    def __str__(self) -> str:
        return self.title


class FindingStep(Step):
    """One act in a finding's life: who, when, why. Written once."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="steps")

    class Meta:
        indexes = [models.Index(fields=["finding", "id"], name="inspections_finding_step")]


class FindingAction(models.Model):
    """An action that was decided because of a finding."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="actions")
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="+")
