"""Signals that a leader may not be following up, and the rules' switches. No row counts a person."""

from django.db import models
from django.db.models import Q

from styrk.core.fields import Identified
from styrk.intervention.states import DECIDED, Ending, Stance, State
from styrk.organisation.models import Person, Unit

ABOVE = ("leader", "board_chair")


class Switch(Identified):
    """That an organisation switched a rule on or off: `digest` is the rule as it was discussed.

    The newest holds, until `until`, and while the rule is the same. Written once.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    rule = models.TextField()
    running = models.BooleanField()
    digest = models.TextField()
    discussed_on = models.DateField(null=True)
    discussed_with = models.TextField(blank=True)
    protocol = models.TextField(blank=True)
    until = models.DateField(null=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "rule", "-id"], name="intervention_switch_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(running=False)
                | Q(discussed_on__isnull=False, until__isnull=False)
                & ~Q(discussed_with="")
                & ~Q(protocol=""),
                name="intervention_on_is_discussed",
            ),
            models.CheckConstraint(
                condition=Q(running=True) | ~Q(reason=""), name="intervention_off_why"
            ),
        ]


class Signal(Identified):
    """That a rule found something the leader of a unit answers for; the leader sees it first, and alone.

    `seen` is what was looked at: codes, days and numbers. It goes up to the post `above_role` at
    `above` on `answer_due`, with the answer or without; at once where the leader asks for help.
    `agreed` is what is to be done by `agreed_due`, and `told_back` what was said of it.
    """

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    leader = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    rule = models.TextField()
    subject = models.UUIDField()
    seen = models.JSONField()
    state = models.TextField(choices=State.choices, default=State.HEARING)
    found_on = models.DateField()
    answer_due = models.DateField()
    stance = models.TextField(choices=Stance.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    lifted_on = models.DateField(null=True)
    above = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    above_role = models.TextField(blank=True)
    decide_due = models.DateField(null=True)
    decision = models.TextField(blank=True)
    agreed_due = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    told_back = models.TextField(blank=True)
    told_back_on = models.DateField(null=True)
    ending = models.TextField(choices=Ending.choices, blank=True)
    ended_on = models.DateField(null=True)
    keep_until = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["leader", "-id"], name="intervention_of_leader"),
            models.Index(fields=["above", "-id"], name="intervention_of_above"),
            models.Index(
                fields=["trust"],
                name="intervention_open",
                condition=~Q(state__in=["ended", "locked"]),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "subject", "leader"],
                name="intervention_one_open",
                condition=~Q(state__in=["ended", "locked"]),
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="intervention_state"),
            models.CheckConstraint(
                condition=Q(stance="", answer="", answered_on__isnull=True)
                | Q(stance__in=Stance.values, answered_on__isnull=False) & ~Q(answer=""),
                name="intervention_answered_whole",
            ),
            # Whoever it is about has had the days to answer, or has asked for help.
            models.CheckConstraint(
                condition=Q(lifted_on__isnull=True, above__isnull=True, above_role="")
                | Q(above__isnull=False, above_role__in=ABOVE, decide_due__isnull=False)
                & (Q(lifted_on__gt=models.F("answer_due")) | Q(stance=Stance.HELP)),
                name="intervention_heard_first",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["raised", *DECIDED]) | Q(lifted_on__isnull=False),
                name="intervention_lifted_when",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=DECIDED) | Q(decided_at__isnull=False) & ~Q(decision=""),
                name="intervention_decided_what",
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, decided_by__isnull=True)
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="intervention_decided_pair",
            ),
            # Nobody decides on a signal about oneself.
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=models.F("leader")),
                name="intervention_decided_by_another",
            ),
            models.CheckConstraint(
                condition=Q(ending="") | Q(ending__in=Ending.values), name="intervention_ending"
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=["ended", "locked"], ended_on__isnull=False, keep_until__isnull=False
                )
                | ~Q(state__in=["ended", "locked"]) & Q(ended_on__isnull=True),
                name="intervention_ended_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.pk}"


class SignalStep(models.Model):
    """One act in a signal's life. `by` is nobody where the night's sweep acted. Written once."""

    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, related_name="steps")
    act = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["signal", "id"], name="intervention_step")]
