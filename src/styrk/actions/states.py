"""The life of an action (tiltak): it is finished only when its effect is judged."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves


class State(TextChoices):
    PLANNED = "planned", _("Planlagt")
    DONE = "done", _("Iverksatt, effekten er ikke vurdert")
    FINISHED = "finished", _("Effekten er vurdert")
    DROPPED = "dropped", _("Gikk ikke videre")


class Level(TextChoices):
    SYSTEM = "system", _("System")
    ROUTINE = "routine", _("Rutine")
    PERSON = "person", _("Person")


class Effect(TextChoices):
    WORKED = "worked", _("Virket")
    PARTLY = "partly", _("Virket delvis")
    NOT_WORKED = "not_worked", _("Virket ikke")
    TOO_EARLY = "too_early", _("For tidlig å si")


class Listing(TextChoices):
    """What the register can be limited to. Twelve months are whole ones, this one with them."""

    MINE = "mine", _("Mine")
    PLANNED = "planned", _("Ikke gjort ennå")
    LATE = "late", _("Over fristen")
    UNKNOWN = "unknown", _("Uten kjent effekt")
    DONE = "done", _("Gjort, venter på vurdering")
    FINISHED = "finished", _("Effekten er vurdert")
    RAISED = "raised", _("Bestemt siste tolv måneder")
    CARRIED_OUT = "carried_out", _("Iverksatt siste tolv måneder")
    JUDGED = "judged", _("Iverksatt siste tolv måneder, og effekten er vurdert")
    WORKED = "worked", _("Iverksatt siste tolv måneder, og virket helt eller delvis")


MOVES: Moves = {
    (State.PLANNED, "change_deadline"): State.PLANNED,
    (State.PLANNED, "hand_over"): State.PLANNED,
    (State.PLANNED, "carry_out"): State.DONE,
    (State.PLANNED, "drop"): State.DROPPED,
    (State.DONE, "hand_over"): State.DONE,
    (State.DONE, "judge"): State.FINISHED,
    (State.DONE, "wait"): State.DONE,
    (State.PLANNED, "object"): State.PLANNED,
    (State.DONE, "object"): State.DONE,
    (State.FINISHED, "object"): State.FINISHED,
}
