"""What others have learnt, asked of those whom it may concern: «gjelder dette oss?»."""

from django.db import models
from django.db.models import Q

from styrk.actions.models import Action
from styrk.core.fields import Identified
from styrk.inspections.models.findings import Finding
from styrk.inspections.states import Reply
from styrk.organisation.models import Person, Unit
from styrk.organisation.steps import Step


class Lesson(Identified):
    """What one trust or clinic has learnt, worded to be read by others. Written once.

    `unit` keeps it, as an audit is kept. `finding` is the own finding that it came from, if any;
    `origin` says in words who learnt it where it came from elsewhere. `ask` is what the others look
    for at their own place, and `due` the day they answer by.
    """

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    finding = models.ForeignKey(
        Finding, on_delete=models.PROTECT, null=True, related_name="lessons"
    )
    origin = models.TextField(blank=True)
    title = models.TextField()
    text = models.TextField()
    ask = models.TextField()
    due = models.DateField()
    shared_at = models.DateTimeField()
    shared_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "-shared_at"], name="inspections_lesson_kept")]

    def __str__(self) -> str:
        return self.title


class LessonWithdrawal(models.Model):
    """That a lesson is no longer asked of anybody, and why. Answers that were given stand."""

    lesson = models.OneToOneField(Lesson, on_delete=models.PROTECT, related_name="withdrawal")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()


class LessonQuestion(Identified):
    """A lesson as it is asked of one unit, and what the unit answers.

    Of another trust it is asked of the whole of it (`is_received`), with the codes of the units that were
    `meant`, a line to each: whoever keeps quality or audits there answers, or asks those units.
    """

    lesson = models.ForeignKey(Lesson, on_delete=models.PROTECT, related_name="questions")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    meant = models.TextField(blank=True, db_default="")
    reply = models.TextField(choices=Reply.choices, default=Reply.OPEN)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "reply"], name="inspections_asked_unit")]
        constraints = [
            models.UniqueConstraint(fields=["lesson", "unit"], name="inspections_asked_once"),
            models.CheckConstraint(
                condition=Q(reply__in=Reply.values), name="inspections_question_reply"
            ),
            models.CheckConstraint(
                condition=Q(
                    reply__in=("open", "withdrawn", "passed"),
                    answer="",
                    answered_at__isnull=True,
                    answered_by__isnull=True,
                )
                | ~Q(reply__in=("open", "withdrawn", "passed"))
                & ~Q(answer="")
                & Q(answered_at__isnull=False, answered_by__isnull=False),
                name="inspections_question_answered",
            ),
        ]

    def __str__(self) -> str:
        return self.lesson.title

    @property
    def is_received(self) -> bool:
        """It came to a whole trust from another."""
        return self.unit_id == self.trust_id and self.lesson.trust_id != self.trust_id


class LessonStep(Step):
    """One act in a question's life: who, when, why. Written once."""

    question = models.ForeignKey(LessonQuestion, on_delete=models.PROTECT, related_name="steps")

    class Meta:
        indexes = [models.Index(fields=["question", "id"], name="inspections_lesson_step")]


class LessonAction(models.Model):
    """An action that was decided because what others have learnt concerns the unit too."""

    question = models.ForeignKey(LessonQuestion, on_delete=models.PROTECT, related_name="actions")
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="+")
