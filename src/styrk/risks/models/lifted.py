"""A risk on its way up the line, and the picture of them all."""

from django.db import models
from django.db.models import Q

from styrk.core.fields import Identified
from styrk.organisation.models import Person, Unit
from styrk.risks.models.register import Risk
from styrk.risks.states import ProposalState


class Proposal(Identified):
    """That a risk is proposed to a unit above, and what became of it.

    `told` is the risk in the words it was proposed with, for those above who do not see the risk
    itself, and `latest` how it stands now (`upward`). `into` is the risk above that it became part
    of, and is rated anew there; closed when that one is ended.
    """

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="proposals")
    to_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    into = models.ForeignKey(Risk, on_delete=models.PROTECT, null=True, related_name="sources")
    state = models.TextField(choices=ProposalState.choices, default=ProposalState.PROPOSED)
    told = models.JSONField()
    latest = models.JSONField(default=dict)
    reason = models.TextField()
    answer = models.TextField(blank=True)
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(
                fields=["to_unit", "proposed_at"],
                name="risks_proposed_to",
                condition=Q(state="proposed"),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["risk", "to_unit"],
                name="risks_proposed_once",
                condition=Q(state__in=["proposed", "taken_in", "merged"]),
            ),
            models.CheckConstraint(
                condition=Q(state__in=ProposalState.values), name="risks_proposal_state"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="risks_proposal_reason"),
            models.CheckConstraint(
                condition=Q(state__in=["taken_in", "merged", "closed"], into__isnull=False)
                | (~Q(state__in=["taken_in", "merged", "closed"]) & Q(into__isnull=True)),
                name="risks_proposal_into",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(answer=""), name="risks_declined_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", answered_at__isnull=True, answered_by__isnull=True)
                | (~Q(state="proposed") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="risks_answered_pair",
            ),
        ]

    def __str__(self) -> str:
        return str(self.told["title"])


class Snapshot(Identified):
    """A unit's risk picture at the end of a tertial, as it was when it was taken. Written once.

    `period` is "2026-T1". Taken again, it is a new edition, and the last one holds. `digest` is of
    the content, with the digest of the picture it is compared with.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    period = models.TextField()
    edition = models.IntegerField()
    before = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    summary = models.TextField()
    content = models.JSONField()
    digest = models.TextField()
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "period", "edition"], name="risks_snapshot_once"
            ),
            models.CheckConstraint(
                condition=Q(period__regex=r"^\d{4}-T[123]$"), name="risks_snapshot_period"
            ),
            models.CheckConstraint(condition=~Q(digest=""), name="risks_snapshot_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.unit.name}, {self.period}"
