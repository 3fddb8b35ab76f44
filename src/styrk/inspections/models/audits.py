"""An audit, a supervision or an evaluation: where, against what, by whom, and its papers."""

from django.db import models
from django.db.models import F, Q

from styrk.core.fields import Identified
from styrk.inspections.states import AuditKind, State
from styrk.organisation.models import Person, Unit
from styrk.organisation.steps import Step
from styrk.requirements.models import Authority, Requirement


class Audit(Identified):
    """That somebody looks at how units meet requirements, and says what they found.

    `unit` keeps it: the region for konsernrevisjonen, else the trust. `leader` leads the team; where
    an authority looks, it is the one here who answers for the record. `exempt` is the ground on which it
    is kept from the public until the report is there, and `answer_due` when the units answer it.
    """

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=AuditKind.choices)
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, null=True, related_name="+")
    title = models.TextField()
    about = models.TextField()
    criteria_words = models.TextField(blank=True)
    exempt = models.TextField(blank=True)
    leader = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    state = models.TextField(choices=State.choices, default=State.PLANNED)
    reported_on = models.DateField(null=True)
    answer_due = models.DateField(null=True)
    reason = models.TextField(blank=True)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["unit", "-starts_on"], name="inspections_kept"),
            models.Index(fields=["leader", "-starts_on"], name="inspections_led"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=AuditKind.values), name="inspections_kind"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="inspections_state"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="inspections_period"
            ),
            models.CheckConstraint(
                condition=Q(kind="supervision", authority__isnull=False)
                | ~Q(kind="supervision") & Q(authority__isnull=True),
                name="inspections_authority",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["reported", "followed"])
                | Q(reported_on__isnull=False, answer_due__isnull=False),
                name="inspections_reported",
            ),
            models.CheckConstraint(
                condition=~Q(state="dropped") | ~Q(reason=""), name="inspections_dropped_why"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Held(models.Model):
    """What an audit is said to cover; taken away, it is still kept."""

    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True


def _held(what: str) -> list[models.BaseConstraint]:
    return [
        models.UniqueConstraint(
            fields=["audit", what],
            name=f"inspections_{what}_once",
            condition=Q(removed_at__isnull=True),
        ),
        models.CheckConstraint(
            condition=Q(removed_at__isnull=True, removed_by__isnull=True)
            | Q(removed_at__isnull=False, removed_by__isnull=False),
            name=f"inspections_{what}_removed_pair",
        ),
    ]


class AuditUnit(Held):
    """A unit that the audit looks at, with all below it."""

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="places")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = _held("unit")


class AuditMember(Held):
    """One of the team."""

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = _held("person")


class AuditCriterion(Held):
    """A requirement that the audit looks at."""

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="criteria")
    requirement = models.ForeignKey(Requirement, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = _held("requirement")


class AuditStep(Step):
    """One act in an audit's life: who, when, why. Written once."""

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="steps")

    class Meta:
        indexes = [models.Index(fields=["audit", "id"], name="inspections_step")]


class Document(Identified):
    """A PDF that belongs to an audit, or to one finding of it: a report, the authority's letter,
    or what was given to those who look.

    `digest` is the SHA-256 of its bytes, `dated_on` the day that stands on it. Written once.
    """

    KINDS = (("report", "report"), ("letter", "letter"), ("given", "given"))

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="documents")
    finding = models.ForeignKey(
        "Finding", on_delete=models.PROTECT, null=True, related_name="documents"
    )
    kind = models.TextField(choices=KINDS)
    name = models.TextField()
    file = models.TextField()
    size = models.IntegerField()
    digest = models.TextField()
    dated_on = models.DateField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["report", "letter", "given"]),
                name="inspections_document_kind",
            ),
            models.CheckConstraint(
                condition=Q(digest__regex="^[0-9a-f]{64}$"), name="inspections_document_digest"
            ),
        ]
