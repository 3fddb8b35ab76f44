"""What patients, their next of kin and others tell us, and what we do with it."""

from django.db import models
from django.db.models import Q

from styrk.actions.models import Action
from styrk.core.fields import Identified
from styrk.feedback.states import Channel, HearingState, Kind, State
from styrk.organisation.models import Person, Unit
from styrk.organisation.steps import Step

# What is past the line is numbered apart, and downwards: no gap among the others tells of it.
PAST_LINE = "feedback_voice_past_line_seq"


class Voice(Identified):
    """A complaint, an experience, a suggestion, or something that was good.

    `unit` is where it happened, `held_by` the unit that handles it and whose line sees it: the same,
    or the one above where it is about the leader. `mark` is what was sent, digested, so that the
    same is taken in once. `told_by` is who wrote it down, and nobody where it came by the open page.
    `meanwhile` is what is said while they wait, until `answer_due`. `used`: something came of it.
    `past_line`: it is about the top leader, and the chair of the board of `held_by` handles it alone.
    """

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    held_by = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    mark = models.TextField(unique=True)
    kind = models.TextField(choices=Kind.choices)
    channel = models.TextField(choices=Channel.choices)
    theme = models.TextField(blank=True)
    text = models.TextField()
    about_leader = models.BooleanField(default=False)
    past_line = models.BooleanField(default=False, db_default=False)
    received_on = models.DateField()
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    answer_owed = models.BooleanField()
    answer_due = models.DateField()
    state = models.TextField(choices=State.choices, default=State.RECEIVED)
    handler = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    meanwhile = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    used = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["held_by", "-received_on", "-id"], name="feedback_unit_received"),
            models.Index(fields=["trust", "-received_on", "-id"], name="feedback_trust_received"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="feedback_kind"),
            models.CheckConstraint(
                condition=Q(channel__in=Channel.values), name="feedback_channel"
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="feedback_state"),
            models.CheckConstraint(condition=~Q(text=""), name="feedback_text"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer=""),
                name="feedback_answered_pair",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["received", "taken"]) | Q(answered_at__isnull=False),
                name="feedback_ended_with_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{Kind(self.kind).label} {self.reference}"

    @property
    def reference(self) -> str:
        """What people call it: the year it was told and its number, which past the line is below zero."""
        return f"{self.told_at.year}-{f'F{-self.pk}' if self.pk < 0 else self.pk}"


class VoiceStep(Step):
    """One act with what was told: who, when, why. Written once."""

    voice = models.ForeignKey(Voice, on_delete=models.PROTECT, related_name="steps")

    class Meta:
        indexes = [models.Index(fields=["voice", "id"], name="feedback_step_voice")]


class VoiceAction(models.Model):
    """An action that was decided because of what was told."""

    voice = models.ForeignKey(Voice, on_delete=models.PROTECT, related_name="actions")
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="+")


class Receipt(models.Model):
    """The secret address given to the one who told, kept as a digest of it.

    `email` is only to say that there is an answer; it is emptied when that is said, or given up.
    """

    voice = models.OneToOneField(Voice, on_delete=models.PROTECT, related_name="+")
    digest = models.TextField(unique=True)
    email = models.TextField(blank=True)
    email_tries = models.IntegerField(default=0)
    email_due_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["email_due_at"], name="feedback_to_be_told", condition=~Q(email="")
            )
        ]


class Change(Identified):
    """«Dere sa, vi gjorde»: what was said, in our words, and what we changed because of it.

    All who work there read it, and the one who told; everybody, where the leader has said so.
    """

    voice = models.ForeignKey(Voice, on_delete=models.PROTECT, related_name="changes")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    said = models.TextField()
    did = models.TextField()
    public = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "-at"], name="feedback_change_unit")]


class Entrance(models.Model):
    """That a unit has a page of its own where anybody may tell it something."""

    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="+")
    greeting = models.TextField(blank=True)
    is_open = models.BooleanField(default=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")


class Judgement(Identified):
    """What a leader makes of all that was told in a period: what is good, what must be better (§ 8 d)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    first_on = models.DateField()
    last_on = models.DateField()
    voices = models.IntegerField()
    good = models.TextField()
    better = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "-at"], name="feedback_judged_unit")]


class SurveyScore(models.Model):
    """What those who answered a survey of patients' experience said of one area (0-100, 100 is best).

    `area` is the survey's own word for it, `theme` ours. Never of fewer than five who answered.
    """

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    survey = models.TextField()
    area = models.TextField()
    theme = models.TextField(blank=True)
    first_on = models.DateField()
    last_on = models.DateField()
    score = models.DecimalField(max_digits=4, decimal_places=1)
    answers = models.IntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "survey", "last_on", "area"], name="feedback_score_once"
            ),
            models.CheckConstraint(
                condition=Q(score__gte=0, score__lte=100), name="feedback_score_of_hundred"
            ),
            models.CheckConstraint(condition=Q(answers__gte=5), name="feedback_score_of_many"),
        ]


class Hearing(Identified):
    """That the users' council is heard on what was told in a period (§ 7 e).

    `material` is the list that they were given, as it was: numbers and our own words, nobody's text.
    `said` is what they said `said_on`, `answer` what becomes of it; `changed`: something is changed.
    """

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    council = models.TextField()
    first_on = models.DateField()
    last_on = models.DateField()
    material = models.JSONField()
    state = models.TextField(choices=HearingState.choices, default=HearingState.LAID)
    laid_at = models.DateTimeField()
    laid_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said = models.TextField(blank=True)
    said_on = models.DateField(null=True)
    answer = models.TextField(blank=True)
    changed = models.BooleanField(default=False)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["trust", "-id"], name="feedback_hearing_trust")]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "council", "last_on"], name="feedback_hearing_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=HearingState.values), name="feedback_hearing_state"
            ),
            models.CheckConstraint(
                condition=Q(state="laid", said_on__isnull=True)
                | Q(said_on__isnull=False) & ~Q(said=""),
                name="feedback_hearing_said",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                & ~Q(state="answered")
                | Q(answered_at__isnull=False, answered_by__isnull=False, state="answered")
                & ~Q(answer=""),
                name="feedback_hearing_answered_pair",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council}, {self.first_on:%d.%m.%Y}–{self.last_on:%d.%m.%Y}"


class Knock(models.Model):
    """That somebody sent something by the open page: `who` is a keyed digest, another every day.

    Kept for a day, to stop floods.
    """

    who = models.TextField()
    unit_id = models.BigIntegerField()
    came_on = models.DateField()
    hour = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["came_on", "hour"], name="feedback_knock_hour")]


class Counts(models.Model):
    """Numbers of what was told by the unit that holds it, as `core.tallies` keeps them, by the day it came.

    `received` are all; `complaints`, `experiences`, `suggestions` and `good` of them; `waiting` not
    answered or assessed yet; `asked` those that ask for something (all but the good), `heard` of
    them those we are done with and `used` those that something came of.
    """

    unit_id = models.BigIntegerField()
    day = models.DateField()
    received = models.IntegerField(db_default=0)
    complaints = models.IntegerField(db_default=0)
    experiences = models.IntegerField(db_default=0)
    suggestions = models.IntegerField(db_default=0)
    good = models.IntegerField(db_default=0)
    waiting = models.IntegerField(db_default=0)
    asked = models.IntegerField(db_default=0)
    heard = models.IntegerField(db_default=0)
    used = models.IntegerField(db_default=0)

    class Meta:
        abstract = True


class Tally(Counts):
    """The unit's own numbers: changes, and for `settled` rows what they have become together."""

    settled = models.BooleanField(default=False)


class LineTally(Counts):
    """The numbers of the unit and all below it, of the settled rows."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit_id", "day"], name="feedback_linetally_once")
        ]
