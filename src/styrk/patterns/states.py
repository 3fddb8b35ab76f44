"""The life of a samleavvik, which may go on again once ended; of a case that is raised up the line; of a tema."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves


class State(TextChoices):
    OPEN = "open", _("Følges")
    ENDED = "ended", _("Avsluttet")


class RaisedState(TextChoices):
    ASKED = "asked", _("Venter på svar")
    AGREED = "agreed", _("Ja")
    DECLINED = "declined", _("Nei")
    FURTHER = "further", _("Løftet videre")
    WITHDRAWN = "withdrawn", _("Trukket")


class ThemeState(TextChoices):
    """A tema is never finished. It may rest, and be taken up again."""

    OPEN = "open", _("Arbeides med")
    RESTING = "resting", _("Hviler")


MOVES: Moves = {
    (State.OPEN, "join"): State.OPEN,
    (State.OPEN, "leave"): State.OPEN,
    (State.OPEN, "answer"): State.OPEN,
    (State.OPEN, "raise"): State.OPEN,
    (State.OPEN, "theme"): State.OPEN,
    (State.OPEN, "take"): State.OPEN,
    (State.OPEN, "end"): State.ENDED,
    (State.ENDED, "go_on"): State.OPEN,
}
RAISED_MOVES: Moves = {
    (RaisedState.ASKED, "agree"): RaisedState.AGREED,
    (RaisedState.ASKED, "decline"): RaisedState.DECLINED,
    (RaisedState.ASKED, "further"): RaisedState.FURTHER,
    (RaisedState.ASKED, "withdraw"): RaisedState.WITHDRAWN,
}
THEME_MOVES: Moves = {
    **{
        (ThemeState.OPEN, act): ThemeState.OPEN
        for act in ("belong", "leave", "review", "change", "add_action")
    },
    (ThemeState.OPEN, "rest"): ThemeState.RESTING,
    (ThemeState.RESTING, "leave"): ThemeState.RESTING,
    (ThemeState.RESTING, "wake"): ThemeState.OPEN,
}
