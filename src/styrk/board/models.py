"""The board: its meetings, what they were shown, what they decided, and what they asked."""

from django.db import models
from django.db.models import Q

from styrk.actions.models import Action
from styrk.board.states import Source, State, Waits
from styrk.core.fields import Identified
from styrk.organisation.models import Person, Unit


def _pair(name: str, at: str, by: str) -> models.CheckConstraint:
    both, neither = (
        {f"{at}__isnull": False, f"{by}__isnull": False},
        {
            f"{at}__isnull": True,
            f"{by}__isnull": True,
        },
    )
    return models.CheckConstraint(condition=Q(**both) | Q(**neither), name=name)


class Meeting(Identified):
    """A meeting of the board of an organisation on a day; `why_off` is why it was called off."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    place = models.TextField(blank=True)
    state = models.TextField(choices=State.choices, default=State.PLANNED)
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    held_at = models.DateTimeField(null=True)
    held_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    why_off = models.TextField(blank=True, db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "on"],
                name="board_meeting_once",
                condition=~Q(state="called_off"),
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="board_meeting_state"),
            _pair("board_meeting_held_pair", "held_at", "held_by"),
            models.CheckConstraint(
                condition=Q(state="held", held_at__isnull=False)
                | Q(state__in=("planned", "called_off"), held_at__isnull=True),
                name="board_meeting_held",
            ),
            models.CheckConstraint(
                condition=Q(state="called_off") & ~Q(why_off="")
                | ~Q(state="called_off") & Q(why_off=""),
                name="board_meeting_why_off",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit.name} {self.on}"


class Item(Identified):
    """A case on the agenda, which may build on something that stands in Styrk (`source_path`).

    `source_digest` is of what a plan said when it was put there: that, and nothing else, is approved.
    `closed` is the ground in law to hold it closed; without it, it is open.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    number = models.IntegerField()
    title = models.TextField()
    text = models.TextField(blank=True)
    closed = models.TextField(blank=True)
    source = models.TextField(choices=Source.choices, blank=True)
    source_title = models.TextField(blank=True)
    source_path = models.TextField(blank=True)
    source_digest = models.TextField(blank=True, db_default="")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    why_withdrawn = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="board_item_once"),
            models.CheckConstraint(condition=Q(source__in=Source.values), name="board_item_source"),
            models.CheckConstraint(condition=~Q(title=""), name="board_item_named"),
            _pair("board_item_withdrawn_pair", "withdrawn_at", "withdrawn_by"),
        ]


class Pack(Identified):
    """What the board was shown for a meeting, as it was then. Written once; a new one has a new number."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="packs")
    number = models.IntegerField()
    content = models.JSONField()
    digest = models.TextField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="board_pack_once"),
            models.CheckConstraint(
                condition=Q(digest__regex="^[0-9a-f]{64}$"), name="board_pack_digest"
            ),
        ]


class Decision(Identified):
    """What the board decided in a case: who follows it, until when, and what came of it (`told`).

    One that was written down wrong stands, and another `corrects` it, with `why`.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="decisions")
    text = models.TextField()
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    due = models.DateField()
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="corrected_by"
    )
    why = models.TextField(blank=True, db_default="")
    corrected_at = models.DateTimeField(null=True)
    told = models.TextField(blank=True)
    told_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="board_decision_says"),
            _pair("board_decision_told_pair", "told_at", "told_by"),
            models.CheckConstraint(
                condition=Q(told="", told_at__isnull=True) | ~Q(told="") & Q(told_at__isnull=False),
                name="board_decision_told",
            ),
            models.CheckConstraint(
                condition=Q(corrects=None, why="") | Q(corrects__isnull=False) & ~Q(why=""),
                name="board_decision_corrects",
            ),
            models.CheckConstraint(
                condition=Q(corrected_at=None) | Q(told_at=None), name="board_decision_corrected"
            ),
        ]

    @property
    def state(self) -> str:
        if self.corrected_at:
            return Waits.CORRECTED
        return Waits.ANSWERED if self.told_at else Waits.OPEN


class DecisionAction(models.Model):
    """An action that follows a decision of the board."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="actions")
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="+")


class BoardQuestion(Identified):
    """What a member of the board asks in writing, and what the top leader answers by a day."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    due = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="board_question_says"),
            _pair("board_question_answered_pair", "answered_at", "answered_by"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | ~Q(answer="") & Q(answered_at__isnull=False),
                name="board_question_answered",
            ),
        ]
        indexes = [models.Index(fields=["unit", "id"], name="board_question_of_unit")]

    @property
    def state(self) -> str:
        return Waits.ANSWERED if self.answered_at else Waits.OPEN
