"""What the board says of a report."""

from django.db import models
from django.db.models import Q

from styrk.core.fields import Identified
from styrk.inspections.models.audits import Audit
from styrk.organisation.models import Person, Unit


class Treatment(Identified):
    """That a report is sent to the board of a trust, and what the board decided on it.

    `unit` is the trust. `ask` is what one wants of the board; `case` the case's number in its own
    records, `treated_on` the day of the meeting.
    """

    audit = models.OneToOneField(Audit, on_delete=models.PROTECT, related_name="treatment")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    ask = models.TextField()
    due = models.DateField()
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    treated_on = models.DateField(null=True)
    case = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    noted_at = models.DateTimeField(null=True)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "treated_on"], name="inspections_treated")]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    treated_on__isnull=True,
                    decision="",
                    case="",
                    noted_at__isnull=True,
                    noted_by__isnull=True,
                )
                | Q(treated_on__isnull=False, noted_at__isnull=False, noted_by__isnull=False)
                & ~Q(decision=""),
                name="inspections_treated_whole",
            )
        ]

    def __str__(self) -> str:
        return self.audit.title
