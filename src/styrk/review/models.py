"""Reports that go up the line: what is written now, and what was sent, which never changes."""

from django.db import models
from django.db.models import Q

from styrk.core.fields import Identified
from styrk.organisation.models import Person, Unit
from styrk.review.states import OPEN, State


class Report(Identified):
    """A unit's report for a period, of one kind (`layout`, the code of its file). There is one.

    While it is open it holds only its own words; the figures are fetched when it is read. What was
    sent is its versions. `due_on` is the day it was asked for by.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    layout = models.TextField()
    period = models.TextField()
    state = models.TextField(choices=State.choices, default=State.BEGUN)
    due_on = models.DateField()
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["trust", "period"], name="review_report_trust")]
        constraints = [
            models.UniqueConstraint(fields=["unit", "layout", "period"], name="review_once"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="review_state"),
            models.CheckConstraint(
                condition=Q(period__regex=r"^\d{4}-(T[123]|0[1-9]|1[0-2])$"), name="review_period"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.layout} {self.period}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


class Words(Identified):
    """What is written in a section of a report that is open, and who is asked to write it.

    Without a person it is for the one who leads the unit. It has the time and writer of its text.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="words")
    section = models.TextField()
    text = models.TextField(blank=True)
    written_at = models.DateTimeField(null=True)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    asked = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(null=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "section"], name="review_words_once"),
            models.CheckConstraint(
                condition=Q(written_at__isnull=True, written_by__isnull=True)
                | Q(written_at__isnull=False, written_by__isnull=False),
                name="review_written_pair",
            ),
            models.CheckConstraint(
                condition=Q(asked_at__isnull=True, asked_by__isnull=True, asked__isnull=True)
                | Q(asked_at__isnull=False, asked_by__isnull=False, asked__isnull=False),
                name="review_asked_pair",
            ),
        ]


class Version(Identified):
    """A report as it was sent: all of it, with the SHA-256 of its content. Written once.

    `reason` is why there is one after the first. `language`: the one that the sender read it in, which
    its files are in. `signed` is the name that the sender had.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="versions")
    number = models.IntegerField()
    content = models.JSONField()
    digest = models.TextField()
    language = models.TextField(default="nb")
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="review_version_once"),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(reason=""), name="review_version_reason"
            ),
            models.CheckConstraint(condition=~Q(digest=""), name="review_version_digest"),
            models.CheckConstraint(
                condition=Q(language__in=("nb", "nn", "en")), name="review_version_language"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report} v{self.number}"


class Question(Identified):
    """What the level above asks of a version it sends back, and the answer."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="questions")
    text = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="review_question_text"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer=""),
                name="review_answered_pair",
            ),
        ]


class Presentation(Identified):
    """That a version was shown to a board on a day, with the very file they saw. Written once.

    `added`: so many of its supplements were in the file.
    """

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="presentations")
    shown_to = models.TextField()
    shown_on = models.DateField()
    basis = models.TextField(blank=True)
    added = models.IntegerField(default=0)
    pdf = models.BinaryField()
    pdf_digest = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(shown_to=""), name="review_shown_to"),
        ]


class Supplement(models.Model):
    """What was added to a version after it was sent. Written once; the version stands as it was."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="supplements")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="review_supplement_text")]
