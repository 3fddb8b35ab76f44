"""The life of a signal, what a leader may answer, and why it ends."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves


class State(TextChoices):
    HEARING = "hearing", _("Hos lederen det gjelder")
    RAISED = "raised", _("Venter på avgjørelse")
    FOLLOWED = "followed", _("Følges opp")
    TAKEN = "taken", _("Tatt over")
    UNFOUNDED = "unfounded", _("Ikke grunnlag")
    ENDED = "ended", _("Avsluttet")
    LOCKED = "locked", _("Sperret")


class Stance(TextChoices):
    DONE = "done", _("Dette har jeg gjort")
    DISAGREE = "disagree", _("Jeg er uenig")
    HELP = "help", _("Jeg trenger hjelp")


class Ending(TextChoices):
    GONE = "gone", _("Årsaken er borte")
    OTHER_LEADER = "other_leader", _("Enheten har fått en annen leder")
    OFF = "off", _("Regelen er slått av")


MOVES: Moves = {
    (State.HEARING, "answer"): State.HEARING,
    (State.RAISED, "answer"): State.RAISED,
    (State.HEARING, "lift"): State.RAISED,
    (State.RAISED, "pass_on"): State.RAISED,
    (State.FOLLOWED, "go_on"): State.RAISED,
    (State.TAKEN, "go_on"): State.RAISED,
    (State.RAISED, "follow_up"): State.FOLLOWED,
    (State.RAISED, "take_over"): State.TAKEN,
    (State.RAISED, "find_no_ground"): State.UNFOUNDED,
    (State.FOLLOWED, "report_back"): State.FOLLOWED,
    (State.TAKEN, "report_back"): State.TAKEN,
    (State.HEARING, "end"): State.ENDED,
    (State.RAISED, "end"): State.ENDED,
    (State.FOLLOWED, "end"): State.ENDED,
    (State.TAKEN, "end"): State.ENDED,
    (State.UNFOUNDED, "end"): State.ENDED,
}
OVER = (State.ENDED, State.LOCKED)
DECIDED = (State.FOLLOWED, State.TAKEN, State.UNFOUNDED)
