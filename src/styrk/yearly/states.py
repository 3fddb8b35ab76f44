"""The life of the yearly report to kommunestyret, and the parts that are written in it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves


class State(TextChoices):
    DRAFT = "draft", _("Under arbeid")
    SENT = "sent", _("Sendt til kommunestyret")
    TREATED = "treated", _("Behandlet i kommunestyret")


class Part(TextChoices):
    """What the report tells of: kommuneloven § 25-2, and what it needs to be understood."""

    SUMMARY = "summary", _("Kommunedirektørens oppsummering")
    CONTROL = "control", _("Internkontrollen")
    SUPERVISION = "supervision", _("Resultater av statlig tilsyn")
    LEARNING = "learning", _("Det vi lærte av avvik, og tiltak som virket")
    MENDING = "mending", _("Det vi retter nå")


class Decision(TextChoices):
    """What kommunestyret did with it."""

    NOTED = "noted", _("Tok rapporten til orientering")
    ASKED = "asked", _("Ba om noe mer")
    OTHER = "other", _("Gjorde et annet vedtak")


# § 25-2 asks for the internal control and the results of state supervision; the rest is ours.
NEEDED = (Part.SUMMARY, Part.CONTROL, Part.SUPERVISION, Part.MENDING)
MOVES: Moves = {
    (State.DRAFT, "gather"): State.DRAFT,
    (State.DRAFT, "write"): State.DRAFT,
    (State.DRAFT, "send"): State.SENT,
    (State.SENT, "treat"): State.TREATED,
    (State.SENT, "add"): State.SENT,
    (State.TREATED, "add"): State.TREATED,
    (State.TREATED, "tell"): State.TREATED,
}
