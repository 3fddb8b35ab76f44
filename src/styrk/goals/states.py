"""The life of a goal, and which way it points."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves


class Direction(TextChoices):
    UP = "up", _("Opp")
    DOWN = "down", _("Ned")
    HOLD = "hold", _("Holdes der det er")


class State(TextChoices):
    PROPOSED = "proposed", _("Foreslått")
    AGREED = "agreed", _("Avtalt")
    REACHED = "reached", _("Nådd")
    DROPPED = "dropped", _("Gikk ikke videre")


ALIVE = (State.PROPOSED, State.AGREED)
MOVES: Moves = {
    (State.PROPOSED, "change"): State.PROPOSED,
    (State.PROPOSED, "agree"): State.AGREED,
    (State.PROPOSED, "object"): State.PROPOSED,
    (State.PROPOSED, "drop"): State.DROPPED,
    (State.AGREED, "change"): State.AGREED,
    (State.AGREED, "follow"): State.AGREED,
    (State.AGREED, "add_action"): State.AGREED,
    (State.AGREED, "object"): State.AGREED,
    (State.AGREED, "reach"): State.REACHED,
    (State.AGREED, "drop"): State.DROPPED,
}
