"""Incidents (avvik, uønskede hendelser, forslag) and what hangs on them. All of it is sensitive."""

from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from styrk.core import clock
from styrk.core.fields import Identified
from styrk.incidents.states import SERIOUS, Aside, Harm, Kind, State, Statutory
from styrk.organisation.models import Person, Unit


def reference(number: int, reported_at: datetime) -> str:
    """What people call it: the year it was reported, in Norway, and its number."""
    return f"{clock.day(reported_at).year}-{number}"


class Incident(Identified):
    """What was reported, and where it stands.

    `unit` is where it happened. `responsible_unit` is the unit whose line handles it and may see
    it: the same, or another it was handed to, or the one above where the leader cannot handle it.
    `aside_as`: why it is no case of its own; `same_as` is the one that tells of the same.
    `past_line`: it went past the top leader of the trust, or is varsling, and no line sees it, only those it is
    granted to: whoever acts for that leader later stands in the same line.
    """

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    responsible_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    submission = models.UUIDField(unique=True)
    state = models.TextField(choices=State.choices, default=State.RECEIVED)
    kind = models.TextField(choices=Kind.choices)
    harm_actual = models.TextField(choices=Harm.choices, blank=True)
    harm_possible = models.TextField(choices=Harm.choices, blank=True)
    title = models.TextField()
    description = models.TextField()
    immediate = models.TextField(blank=True)
    place = models.TextField(blank=True)
    happened_at = models.DateTimeField()
    reported_at = models.DateTimeField()
    about_leader = models.BooleanField(default=False)
    past_line = models.BooleanField(default=False, db_default=False)
    handler = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    concluded_at = models.DateTimeField(null=True)
    aside_as = models.TextField(choices=Aside.choices, blank=True, db_default="")
    # Set by the database when a duty of it is proposed, decided or lapses.
    statutory = models.TextField(choices=Statutory.choices, blank=True, db_default="")
    same_as = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="same")

    class Meta:
        indexes = [
            models.Index(fields=["-reported_at", "-id"], name="incidents_reported"),
            models.Index(
                fields=["responsible_unit", "-reported_at", "-id"], name="incidents_unit_reported"
            ),
            models.Index(fields=["trust", "-reported_at", "-id"], name="incidents_trust_reported"),
            # Few of all there are, and those that a list is often limited to.
            models.Index(
                fields=["-reported_at", "-id"],
                name="incidents_waiting",
                condition=Q(state=State.RECEIVED),
            ),
            models.Index(
                fields=["-reported_at", "-id"],
                name="incidents_serious",
                condition=Q(harm_actual__in=SERIOUS),
            ),
            models.Index(
                fields=["-confirmed_at"],
                name="incidents_serious_since",
                condition=Q(harm_actual__in=SERIOUS),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="incidents_state"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="incidents_kind"),
            models.CheckConstraint(
                condition=Q(harm_actual="") | Q(harm_actual__in=Harm.values),
                name="incidents_harm_actual",
            ),
            models.CheckConstraint(
                condition=Q(harm_possible="") | Q(harm_possible__in=Harm.values),
                name="incidents_harm_possible",
            ),
            models.CheckConstraint(
                condition=Q(happened_at__lte=F("reported_at")), name="incidents_happened_before"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="incidents_confirmed_pair",
            ),
            models.CheckConstraint(
                condition=Q(state="concluded", concluded_at__isnull=False)
                | (~Q(state="concluded") & Q(concluded_at__isnull=True)),
                name="incidents_concluded_when",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("received", "aside")) | Q(handler__isnull=False),
                name="incidents_has_handler",
            ),
            models.CheckConstraint(
                condition=Q(state="aside", aside_as__in=Aside.values)
                | (~Q(state="aside") & Q(aside_as="")),
                name="incidents_aside_why",
            ),
            models.CheckConstraint(
                condition=Q(aside_as="same", same_as__isnull=False)
                | (~Q(aside_as="same") & Q(same_as__isnull=True)),
                name="incidents_same_as_which",
            ),
            models.CheckConstraint(
                condition=~Q(aside_as="whistleblowing") | Q(past_line=True),
                name="incidents_whistleblowing_past_line",
            ),
            models.CheckConstraint(
                condition=Q(statutory__in=Statutory.values), name="incidents_statutory"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def reference(self) -> str:
        return reference(self.pk, self.reported_at)


class Reporter(models.Model):
    """Who reported: in a table of its own, because fewer may see it than the incident."""

    incident = models.OneToOneField(
        Incident, on_delete=models.PROTECT, primary_key=True, related_name="reporter"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")


class Recusal(models.Model):
    """That a person never sees or handles this incident: it is about them, or they are inhabil."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "incident"], name="incidents_recusal_person")]
        constraints = [
            models.UniqueConstraint(fields=["incident", "person"], name="incidents_recusal_once")
        ]


class IncidentStep(models.Model):
    """One act on an incident: who, when, why. Written once. `for_reporter` steps make the timeline."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="steps")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    act = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    note = models.TextField(blank=True)
    for_reporter = models.BooleanField(default=False)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["incident", "id"], name="incidents_step_incident")]


class IncidentAnalysis(models.Model):
    """What was found: contributing causes in the system first. Each new version is a new row."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="analyses")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    found = models.TextField()
    causes = ArrayField(models.TextField(), default=list)
    persons = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["incident", "-id"], name="incidents_analysis_incident")]


class Statement(Identified):
    """A part of the case that is another unit's: a question, a deadline, and its answer. The case stays
    where it is.

    `profession`: whose view the unit is asked for, where it matters. `ended_at`: it was withdrawn, or
    the case concluded without the answer, and nobody waits for it; `ended_why` says why.
    """

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="statements")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    profession = models.TextField(blank=True, db_default="")
    question = models.TextField()
    due = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_why = models.TextField(blank=True, db_default="")

    class Meta:
        indexes = [
            models.Index(fields=["incident", "id"], name="incidents_statement_incident"),
            models.Index(
                fields=["due"],
                name="incidents_statement_waiting",
                condition=Q(answered_at__isnull=True, ended_at__isnull=True),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                name="incidents_statement_answered_pair",
            )
        ]

    @property
    def asked(self) -> str:
        """The unit, and whose view it is asked for."""
        return f"{self.unit.name} ({self.profession})" if self.profession else self.unit.name

    @property
    def is_waiting(self) -> bool:
        """Whether somebody waits for the answer."""
        return self.answered_at is None and self.ended_at is None


class Attachment(Identified):
    """A photo with the report. The file lies in the storage under a name that says nothing.

    `added_by` is empty for the one who reported, since more people see the photo than may know who.
    """

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="attachments")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    file = models.TextField(unique=True)
    name = models.TextField()
    content_type = models.TextField()
    size = models.PositiveIntegerField()
    digest = models.TextField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["incident", "id"], name="incidents_attachment_incident")]
