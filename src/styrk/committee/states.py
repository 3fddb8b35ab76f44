"""The life of a case in the committee, and of an advice it gives."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves


class Way(TextChoices):
    """How a case came to the committee."""

    LAID = "laid", _("Lagt fram")
    REQUIRED = "required", _("Krevd av utvalget")
    SERIOUS = "serious", _("Alvorlig, lagt fram av Styrk")


class State(TextChoices):
    WAITING = "waiting", _("Venter på utvalget")
    TREATED = "treated", _("Behandlet")
    WITHDRAWN = "withdrawn", _("Trukket")


class AdviceState(TextChoices):
    WAITING = "waiting", _("Venter på svar")
    FOLLOWED = "followed", _("Følges")
    DECLINED = "declined", _("Følges ikke")
    WITHDRAWN = "withdrawn", _("Trukket")


MOVES: Moves = {
    (State.WAITING, "withdraw"): State.WITHDRAWN,
    (State.WAITING, "treat"): State.TREATED,
    (State.WAITING, "advise"): State.WAITING,
    (State.TREATED, "advise"): State.TREATED,
    (State.WAITING, "recuse"): State.WAITING,
    (State.TREATED, "recuse"): State.TREATED,
}
ADVICE_MOVES: Moves = {
    (AdviceState.WAITING, "follow"): AdviceState.FOLLOWED,
    (AdviceState.WAITING, "decline"): AdviceState.DECLINED,
    (AdviceState.WAITING, "answer"): AdviceState.WAITING,
    (AdviceState.WAITING, "withdraw"): AdviceState.WITHDRAWN,
    (AdviceState.FOLLOWED, "add_action"): AdviceState.FOLLOWED,
}
