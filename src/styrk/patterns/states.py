"""The life of a samleavvik: it counts until somebody ends it, with a reason, and may go on again."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves


class State(TextChoices):
    OPEN = "open", _("Følges")
    ENDED = "ended", _("Avsluttet")


MOVES: Moves = {
    (State.OPEN, "join"): State.OPEN,
    (State.OPEN, "leave"): State.OPEN,
    (State.OPEN, "answer"): State.OPEN,
    (State.OPEN, "end"): State.ENDED,
    (State.ENDED, "go_on"): State.OPEN,
}
