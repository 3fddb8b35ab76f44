"""A unit's revisjonsplan for a year: its lines, the wishes for it, and what was decided."""

from django.db import models
from django.db.models import Q

from styrk.auditplan.states import Body, LineState, Party, Quarter, State, WishState
from styrk.core.fields import Identified
from styrk.inspections.models import Audit
from styrk.inspections.states import AuditKind
from styrk.organisation.models import Person, Unit
from styrk.organisation.steps import Step
from styrk.requirements.models import Requirement

DECIDED = Q(state__in=[State.APPROVED, State.REVISING])


class AuditPlan(Identified):
    """What is to be audited in a year, for a unit and all below it.

    `version` counts the board's approvals; `reason` is why it is being changed after one.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    year = models.IntegerField()
    state = models.TextField(choices=State.choices, default=State.DRAFT)
    version = models.IntegerField(default=0)
    wishes_until = models.DateField()
    reason = models.TextField(blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "year"], name="auditplan_once"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="auditplan_state"),
            models.CheckConstraint(
                condition=DECIDED & Q(version__gte=1) | ~DECIDED & Q(version=0),
                name="auditplan_version",
            ),
            models.CheckConstraint(
                condition=Q(state="revising") & ~Q(reason="") | ~Q(state="revising") & Q(reason=""),
                name="auditplan_revised_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit.name} {self.year}"


class PlanLine(Identified):
    """An audit that is planned. Begun, it is an `audit` with its scope and criteria.

    `moved_from` is the quarter the board first approved, and `reason` why it is moved or taken out.
    """

    plan = models.ForeignKey(AuditPlan, on_delete=models.PROTECT, related_name="lines")
    kind = models.TextField(choices=AuditKind.choices)
    title = models.TextField()
    about = models.TextField()
    why = models.TextField()
    criteria_words = models.TextField(blank=True)
    quarter = models.IntegerField(choices=Quarter.choices, null=True)
    moved_from = models.IntegerField(choices=Quarter.choices, null=True)
    state = models.TextField(choices=LineState.choices, default=LineState.PLANNED)
    reason = models.TextField(blank=True)
    audit = models.OneToOneField(Audit, on_delete=models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["plan", "quarter"], name="auditplan_in_order")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=LineState.values), name="auditplan_line_state"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["group", "internal"]), name="auditplan_line_kind"
            ),
            models.CheckConstraint(
                condition=Q(state="begun", audit__isnull=False, quarter__isnull=False)
                | ~Q(state="begun") & Q(audit__isnull=True),
                name="auditplan_begun_is_audit",
            ),
            models.CheckConstraint(
                condition=(~Q(state="out") & Q(moved_from__isnull=True)) | ~Q(reason=""),
                name="auditplan_line_why",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class LineUnit(models.Model):
    """A unit that a line is to look at, with all below it."""

    line = models.ForeignKey(PlanLine, on_delete=models.CASCADE, related_name="places")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["line", "unit"], name="auditplan_unit_once")]


class LineCriterion(models.Model):
    """A requirement that a line is to look at."""

    line = models.ForeignKey(PlanLine, on_delete=models.CASCADE, related_name="criteria")
    requirement = models.ForeignKey(Requirement, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line", "requirement"], name="auditplan_criterion_once")
        ]


class Wish(Identified):
    """What somebody thinks ought to be looked at, and the answer they got.

    `on_behalf`: written down for a board or a committee by one who is not of it.
    """

    plan = models.ForeignKey(AuditPlan, on_delete=models.PROTECT, related_name="wishes")
    party = models.TextField(choices=Party.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.TextField()
    text = models.TextField()
    on_behalf = models.BooleanField(default=False, db_default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    state = models.TextField(choices=WishState.choices, default=WishState.OPEN)
    line = models.ForeignKey(PlanLine, on_delete=models.PROTECT, null=True, related_name="wishes")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=WishState.values), name="auditplan_wish"),
            models.CheckConstraint(condition=Q(party__in=Party.values), name="auditplan_party"),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(text=""), name="auditplan_wish_says"
            ),
            models.CheckConstraint(
                condition=Q(state="open", answer="", answered_at__isnull=True, line__isnull=True)
                & Q(answered_by__isnull=True)
                | ~Q(state="open")
                & ~Q(answer="")
                & Q(answered_at__isnull=False, answered_by__isnull=False),
                name="auditplan_wish_answered",
            ),
            models.CheckConstraint(
                condition=Q(state="taken_in", line__isnull=False)
                | ~Q(state="taken_in") & Q(line__isnull=True),
                name="auditplan_wish_line",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Recommendation(models.Model):
    """What the revisjonsutvalg or another body said of the plan before the board. Written once.

    `on_behalf`: written down for the body by one who is not of it.
    """

    plan = models.ForeignKey(AuditPlan, on_delete=models.PROTECT, related_name="recommendations")
    version = models.IntegerField()
    body = models.TextField(choices=Body.choices)
    held_on = models.DateField()
    words = models.TextField()
    on_behalf = models.BooleanField(default=False, db_default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(body__in=Body.values), name="auditplan_body"),
            models.CheckConstraint(condition=~Q(words=""), name="auditplan_recommended"),
        ]


class PlanApproval(models.Model):
    """What the board approved: all that the plan said, with its hash and the one before. Written once."""

    plan = models.ForeignKey(AuditPlan, on_delete=models.PROTECT, related_name="approvals")
    version = models.IntegerField()
    held_on = models.DateField()
    case = models.TextField()
    words = models.TextField()
    reason = models.TextField(blank=True)
    content = models.JSONField()
    digest = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "version"], name="auditplan_approved_once"),
            models.CheckConstraint(
                condition=~Q(case="") & ~Q(words=""), name="auditplan_decision_says"
            ),
            models.CheckConstraint(
                condition=Q(digest__regex="^[0-9a-f]{64}$"), name="auditplan_digest"
            ),
        ]


class AuditPlanStep(Step):
    """One act in the life of a revisjonsplan: who, when, why. Written once."""

    plan = models.ForeignKey(AuditPlan, on_delete=models.PROTECT, related_name="steps")

    class Meta:
        indexes = [models.Index(fields=["plan", "id"], name="auditplan_step")]
