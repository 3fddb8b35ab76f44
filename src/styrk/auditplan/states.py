"""The life of a revisjonsplan, of a line in it, and of a wish for it."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves
from styrk.organisation.flavours import worded


class State(TextChoices):
    DRAFT = "draft", _("Under arbeid")
    RECOMMENDED = "recommended", _("Anbefalt, ikke vedtatt")
    APPROVED = "approved", _("Vedtatt")
    REVISING = "revising", _("Vedtatt, endring under arbeid")


class LineState(TextChoices):
    PLANNED = "planned", _("Planlagt")
    BEGUN = "begun", _("Begynt")
    OUT = "out", _("Tatt ut")


class WishState(TextChoices):
    OPEN = "open", _("Venter på svar")
    TAKEN_IN = "taken_in", _("Tatt inn")
    NOT_TAKEN_IN = "not_taken_in", _("Ikke tatt inn")


class Party(TextChoices):
    """Who says what ought to be looked at."""

    BOARD = "board", worded(_("Styret"), _("Kommunestyret"))
    COMMITTEE = "committee", worded(_("Revisjonsutvalget"), _("Kontrollutvalget"))
    UNIT = "unit", _("Enheten")


class Body(TextChoices):
    """Who recommends the plan to whoever approves it."""

    COMMITTEE = "committee", worded(_("Revisjonsutvalget"), _("Kontrollutvalget"))
    BOARD = "board", worded(_("Styret, etter en første behandling"), _("Formannskapet"))
    LEADERS = "leaders", _("Ledelsen")


class Quarter(IntegerChoices):
    FIRST = 1, _("Januar til mars")
    SECOND = 2, _("April til juni")
    THIRD = 3, _("Juli til september")
    FOURTH = 4, _("Oktober til desember")


# What is recommended is what is approved: written on after that, it is recommended again.
MOVES: Moves = {
    (State.DRAFT, "write"): State.DRAFT,
    (State.DRAFT, "wish"): State.DRAFT,
    (State.DRAFT, "answer"): State.DRAFT,
    (State.DRAFT, "recommend"): State.RECOMMENDED,
    (State.RECOMMENDED, "write"): State.DRAFT,
    (State.RECOMMENDED, "approve"): State.APPROVED,
    (State.APPROVED, "begin"): State.APPROVED,
    (State.APPROVED, "revise"): State.REVISING,
    (State.REVISING, "write"): State.REVISING,
    (State.REVISING, "move"): State.REVISING,
    (State.REVISING, "recommend"): State.REVISING,
    (State.REVISING, "approve"): State.APPROVED,
}
LINE_MOVES: Moves = {
    (LineState.PLANNED, "change"): LineState.PLANNED,
    (LineState.PLANNED, "move"): LineState.PLANNED,
    (LineState.PLANNED, "take_out"): LineState.OUT,
    (LineState.PLANNED, "begin"): LineState.BEGUN,
}
# What an act on a line is to its plan.
OF_THE_PLAN = {"change": "write", "take_out": "write", "move": "move", "begin": "begin"}
WISH_MOVES: Moves = {
    (WishState.OPEN, "take_in"): WishState.TAKEN_IN,
    (WishState.OPEN, "answer"): WishState.NOT_TAKEN_IN,
    (WishState.OPEN, "cover"): WishState.TAKEN_IN,
}
