"""The life of a risk, and of a proposal to lift it to a level above."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves


class State(TextChoices):
    OPEN = "open", _("Følges opp")
    ACCEPTED = "accepted", _("Akseptert")
    ENDED = "ended", _("Avsluttet")


class Interaction(TextChoices):
    """Whether the risk lies where one hands over to another (§ 6 e)."""

    NONE = "none", _("Nei, den ligger hos oss")
    INTERNAL = "internal", _("Internt, mellom enheter hos oss")
    EXTERNAL = "external", _("Eksternt, med andre virksomheter")


class Kind(TextChoices):
    """What a rating is of: without measures, with those there are, and with those planned."""

    INHERENT = "inherent", _("Uten tiltak")
    NOW = "now", _("Nå, med tiltakene vi har")
    TARGET = "target", _("Når de planlagte tiltakene er gjort")


class Zone(TextChoices):
    GREEN = "green", _("Grønn")
    YELLOW = "yellow", _("Gul")
    RED = "red", _("Rød")


# Yellow and red asked for as one.
SERIOUS = "serious"


class Authority(TextChoices):
    """Whose leader may accept a risk: the unit's or above, one above it, or the trust's own."""

    UNIT = "unit", _("Lederen for enheten, eller en leder over")
    ABOVE = "above", _("En leder på nivået over, eller høyere")
    TOP = "top", _("Øverste leder i virksomheten")


class MatrixState(TextChoices):
    DRAFT = "draft", _("Utkast")
    PUBLISHED = "published", _("Publisert")


class ProposalState(TextChoices):
    PROPOSED = "proposed", _("Foreslått")
    TAKEN_IN = "taken_in", _("Tatt inn")
    MERGED = "merged", _("Slått sammen")
    DECLINED = "declined", _("Ikke tatt inn")
    WITHDRAWN = "withdrawn", _("Trukket")
    CLOSED = "closed", _("Avsluttet over")


LIVE = (State.OPEN, State.ACCEPTED)
# Lifted so that a risk above is part of it, and where one waits for that too.
BECAME = (ProposalState.TAKEN_IN, ProposalState.MERGED)
HELD = (ProposalState.PROPOSED, *BECAME)
# Rating anew, or another description, makes an acceptance void.
MOVES: Moves = {
    (State.OPEN, "change"): State.OPEN,
    (State.OPEN, "rate"): State.OPEN,
    (State.OPEN, "add_action"): State.OPEN,
    (State.OPEN, "accept"): State.ACCEPTED,
    (State.OPEN, "propose"): State.OPEN,
    (State.OPEN, "review"): State.OPEN,
    (State.OPEN, "measure"): State.OPEN,
    (State.OPEN, "stop_measuring"): State.OPEN,
    (State.OPEN, "end"): State.ENDED,
    (State.ACCEPTED, "change"): State.ACCEPTED,
    (State.ACCEPTED, "rate"): State.ACCEPTED,
    (State.ACCEPTED, "void"): State.OPEN,
    (State.ACCEPTED, "add_action"): State.ACCEPTED,
    (State.ACCEPTED, "accept"): State.ACCEPTED,
    (State.ACCEPTED, "propose"): State.ACCEPTED,
    (State.ACCEPTED, "review"): State.ACCEPTED,
    (State.ACCEPTED, "measure"): State.ACCEPTED,
    (State.ACCEPTED, "stop_measuring"): State.ACCEPTED,
    (State.ACCEPTED, "end"): State.ENDED,
}
PROPOSAL_MOVES: Moves = {
    (ProposalState.PROPOSED, "take_in"): ProposalState.TAKEN_IN,
    (ProposalState.PROPOSED, "merge"): ProposalState.MERGED,
    (ProposalState.PROPOSED, "decline"): ProposalState.DECLINED,
    (ProposalState.PROPOSED, "withdraw"): ProposalState.WITHDRAWN,
    (ProposalState.TAKEN_IN, "close"): ProposalState.CLOSED,
    (ProposalState.MERGED, "close"): ProposalState.CLOSED,
}
