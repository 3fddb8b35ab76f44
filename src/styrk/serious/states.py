"""The life of a statutory duty in a case, and what a clock has come to."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves


class State(TextChoices):
    PROPOSED = "proposed", _("Skal avgjøres")
    SEND = "send", _("Skal meldes")
    NOT = "not", _("Meldes ikke")
    LAPSED = "lapsed", _("Gjelder ikke lenger")


class Warned(TextChoices):
    """What the deputy and the next leader have been told of a clock."""

    NOT_YET = "", _("Ingen er varslet")
    SOON = "soon", _("Fristen er nær")
    LATE = "late", _("Fristen er ute")


class EntryKind(TextChoices):
    """What is written in the case file while it happens."""

    COURSE = "course", _("Hendelsesforløp")
    INVOLVED = "involved", _("Involvert enhet eller rolle")
    PATIENT = "patient", _("Kontakt med pasient eller bruker")
    KIN = "kin", _("Kontakt med pårørende")
    STAFF = "staff", _("Oppfølging av helsepersonell")
    OFFER = "offer", _("Tilbud om møte")
    MEETING = "meeting", _("Møte, med referat")


class Way(TextChoices):
    """Why just this person is asked to take a case at once."""

    ON_CALL = "on_call", _("Har vakt")
    NEXT = "next", _("Neste på vaktlista")
    POST = "post", _("Leder eller stedfortreder")
    ABOVE = "above", _("Neste leder")


class Organisation(TextChoices):
    HF = "hf", _("Helseforetak")
    RHF = "rhf", _("Regionalt helseforetak")
    KOMMUNE = "kommune", _("Kommune")
    FYLKESKOMMUNE = "fylkeskommune", _("Fylkeskommune")
    PRIVATE = "private", _("Privat virksomhet")


# `send` and `not` are a person's; the others follow from what is answered.
MOVES: Moves = {
    (State.PROPOSED, "send"): State.SEND,
    (State.NOT, "send"): State.SEND,
    (State.PROPOSED, "not"): State.NOT,
    (State.SEND, "not"): State.NOT,
    (State.PROPOSED, "lapse"): State.LAPSED,
    (State.LAPSED, "propose"): State.PROPOSED,
    (State.NOT, "propose"): State.PROPOSED,
}
# Something is still to be done with it.
RUNNING = (State.PROPOSED, State.SEND)
