"""The life of a report: written, sent up as it stands, sent back with a question,
answered, and sent again or left standing.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves


class State(TextChoices):
    BEGUN = "begun", _("Under arbeid")
    SUBMITTED = "submitted", _("Sendt")
    RETURNED = "returned", _("Sendt tilbake")
    CORRECTING = "correcting", _("Rettes")


# Written on, and not as it was sent.
OPEN = (State.BEGUN, State.RETURNED, State.CORRECTING)
# Waits to be sent: for the first time, or answered.
UNSENT = (State.BEGUN, State.RETURNED)

MOVES: Moves = {
    **{(state, act): state for state in OPEN for act in ("write", "ask_for_words")},
    **{(state, "submit"): State.SUBMITTED.value for state in OPEN},
    (State.SUBMITTED, "send_back"): State.RETURNED,
    (State.SUBMITTED, "correct"): State.CORRECTING,
    (State.RETURNED, "answer"): State.RETURNED,
    (State.RETURNED, "let_stand"): State.SUBMITTED,
    (State.CORRECTING, "give_up"): State.SUBMITTED,
    **{(state, "present"): state for state in State if state != State.BEGUN},
    **{(state, "add"): state for state in State if state != State.BEGUN},
}
