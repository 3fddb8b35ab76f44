"""What an incident demands of notices: what was answered, which duties, their clocks, and what was sent."""

from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from styrk.core.fields import Identified
from styrk.incidents.models import Incident
from styrk.organisation.models import Person, Unit
from styrk.serious.states import EntryKind, Organisation, State, Warned


class Event(Identified):
    """That it is assessed which notices an incident demands: the case file of it.

    `lies` is where its duties were last laid, so that they follow the case when it moves.
    """

    incident = models.OneToOneField(Incident, on_delete=models.PROTECT, related_name="+")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    organisation = models.TextField(choices=Organisation.choices)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    lies = models.TextField(default="")

    class Meta:
        indexes = [models.Index(fields=["trust", "-opened_at"], name="serious_event_trust")]
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__in=Organisation.values), name="serious_organisation"
            )
        ]

    def __str__(self) -> str:
        return str(self.incident)

    @cached_property
    def occurred_at(self) -> datetime:
        """As it is answered; the query of the file fetches it along."""
        newest = self.answers.order_by("-pk").first()
        return newest.occurred_at if newest else self.incident.happened_at


class Answers(models.Model):
    """What was answered, or taken from the report, about an event. The newest holds; all are kept."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="answers")
    occurred_at = models.DateTimeField()
    known_at = models.DateTimeField()
    facts = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["event", "-id"], name="serious_answers_of")]


class Obligation(Identified):
    """That a statutory duty (`rule`) applies to an event, and what a person decided of it.

    `grounded`: the newest answers give it. `judged_with`: the answers that were known when it was judged.
    """

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="obligations")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    rule = models.TextField()
    state = models.TextField(choices=State.choices, default=State.PROPOSED)
    grounded = models.BooleanField(default=True)
    reason = models.TextField(blank=True)
    assessment = models.JSONField(default=dict)
    judged_with = models.ForeignKey(Answers, on_delete=models.PROTECT, null=True, related_name="+")
    judged_at = models.DateTimeField(null=True)
    judged_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "rule"], name="serious_obligation_once"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="serious_state"),
            models.CheckConstraint(
                condition=Q(judged_at__isnull=True, judged_by__isnull=True)
                | Q(judged_at__isnull=False, judged_by__isnull=False) & ~Q(reason=""),
                name="serious_judged_pair",
            ),
            # No notice is decided on, and none decided against, but by a person.
            models.CheckConstraint(
                condition=~Q(state__in=["send", "not"]) | Q(judged_by__isnull=False),
                name="serious_judged_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.rule


class Notice(Identified):
    """One clock of a duty: what is to be told whom, by when, and that it was.

    `step` is which of the duty's clocks. `due_at` is the law's date, where it has one and the clock
    runs; `soon_at` and `late_at` are when others are told. `given`: the newest answers give this clock.
    """

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="notices")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="notices")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    step = models.PositiveSmallIntegerField()
    recipients = ArrayField(models.TextField(), default=list)
    copies = ArrayField(models.TextField(), default=list)
    given = models.BooleanField(default=True)
    due_at = models.DateTimeField(null=True)
    soon_at = models.DateTimeField(null=True)
    late_at = models.DateTimeField(null=True)
    warned = models.TextField(choices=Warned.choices, default=Warned.NOT_YET, blank=True)
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    channel = models.TextField(blank=True)
    sender = models.TextField(blank=True)
    reference = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["late_at"],
                name="serious_running",
                condition=Q(sent_at__isnull=True, given=True, late_at__isnull=False),
            ),
            models.Index(fields=["event", "id"], name="serious_notice_of"),
            models.Index(fields=["late_at"], name="serious_fell_due"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["obligation", "step"], name="serious_notice_once"),
            models.CheckConstraint(condition=Q(warned__in=Warned.values), name="serious_warned"),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True, sent_by__isnull=True, sender="")
                | Q(sent_at__isnull=False, sent_by__isnull=False) & ~Q(sender=""),
                name="serious_sent_pair",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.obligation} {self.step}"


class EventStep(models.Model):
    """One act in the case. `by` is nobody where Styrk itself acted. Written once."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="steps")
    act = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["event", "id"], name="serious_step_of")]


class Entry(Identified):
    """A line in the case file, written while it happens. Never changed: `corrects` is what it puts right."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="entries")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=EntryKind.choices)
    occurred_at = models.DateTimeField()
    text = models.TextField()
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["event", "occurred_at"], name="serious_entry_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=EntryKind.values), name="serious_entry_kind"
            ),
            models.UniqueConstraint(fields=["corrects"], name="serious_corrected_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Report(Identified):
    """The report as it was sent: frozen, with the digest of its content. Later words are addenda."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="reports")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    digest = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="serious_report_number")
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.number}"


class Addendum(models.Model):
    """What is said of a report after it was sent."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="addenda")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["report", "id"], name="serious_addendum_of")]
