"""The life of a meeting of the board, and what may be done with what hangs on it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves


class State(TextChoices):
    PLANNED = "planned", _("Planlagt")
    HELD = "held", _("Holdt")
    CALLED_OFF = "called_off", _("Avlyst")


class Source(TextChoices):
    """What a case builds on."""

    FREE = "", _("Ingen av disse")
    APPRAISAL = "appraisal", _("Ledelsens gjennomgang")
    AUDIT = "audit", _("Rapport fra tilsyn eller revisjon")
    AUDITPLAN = "auditplan", _("Revisjonsplan")
    REPORT = "report", _("Rapport opp linjen")


class Waits(TextChoices):
    """Of a decision or a question: whether it waits for an answer."""

    OPEN = "open", _("Venter på svar")
    ANSWERED = "answered", _("Besvart")
    CORRECTED = "corrected", _("Rettet")


MEETING: Moves = {
    (State.PLANNED, "add_item"): State.PLANNED,
    (State.PLANNED, "change_item"): State.PLANNED,
    (State.PLANNED, "move_up"): State.PLANNED,
    (State.PLANNED, "withdraw"): State.PLANNED,
    (State.PLANNED, "make_pack"): State.PLANNED,
    (State.PLANNED, "hold"): State.HELD,
    (State.PLANNED, "move"): State.PLANNED,
    (State.PLANNED, "call_off"): State.CALLED_OFF,
    (State.HELD, "resolve"): State.HELD,
}
DECISION: Moves = {
    (Waits.OPEN, "tell"): Waits.ANSWERED,
    (Waits.OPEN, "add_action"): Waits.OPEN,
    (Waits.OPEN, "correct"): Waits.CORRECTED,
}
QUESTION: Moves = {(Waits.OPEN, "answer"): Waits.ANSWERED}
