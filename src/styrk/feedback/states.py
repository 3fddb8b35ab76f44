"""What is said to us, by which way it came, and how far we are with it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves


class Kind(TextChoices):
    COMPLAINT = "complaint", _("Klage")
    EXPERIENCE = "experience", _("Erfaring")
    SUGGESTION = "suggestion", _("Forslag")
    GOOD = "good", _("Noe som var bra")


class Channel(TextChoices):
    PAGE = "page", _("Siden «Fortell oss»")
    SPOKEN = "spoken", _("Samtale eller telefon")
    LETTER = "letter", _("Brev eller e-post")
    SURVEY = "survey", _("Spørreundersøkelse")
    OMBUD = "ombud", _("Pasient- og brukerombudet")
    OTHER = "other", _("På annen måte")


class State(TextChoices):
    RECEIVED = "received", _("Mottatt")
    TAKEN = "taken", _("Under arbeid")
    ANSWERED = "answered", _("Besvart")
    ASSESSED = "assessed", _("Vurdert")


class HearingState(TextChoices):
    LAID = "laid", _("Lagt fram")
    SAID = "said", _("Har uttalt seg")
    ANSWERED = "answered", _("Har fått svar")


HEARING_MOVES: Moves = {
    (HearingState.LAID, "say"): HearingState.SAID,
    (HearingState.SAID, "reply"): HearingState.ANSWERED,
}
OPEN = (State.RECEIVED, State.TAKEN)
MOVES: Moves = {
    (State.RECEIVED, "take"): State.TAKEN,
    (State.RECEIVED, "hand_over"): State.RECEIVED,
    (State.TAKEN, "hand_over"): State.RECEIVED,
    (State.TAKEN, "describe"): State.TAKEN,
    (State.TAKEN, "write_meanwhile"): State.TAKEN,
    (State.TAKEN, "answer"): State.ANSWERED,
    (State.TAKEN, "assess"): State.ASSESSED,
    (State.TAKEN, "add_action"): State.TAKEN,
    (State.ANSWERED, "add_action"): State.ANSWERED,
    (State.ASSESSED, "add_action"): State.ASSESSED,
    (State.TAKEN, "tell_change"): State.TAKEN,
    (State.ANSWERED, "tell_change"): State.ANSWERED,
    (State.ASSESSED, "tell_change"): State.ASSESSED,
}
