"""What the board waits for: answers to its questions, and what came of its decisions."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from styrk.board.queries import decision_titles, question_titles
from styrk.board.types import ANSWER, FOLLOW
from styrk.duties.types import Kind
from styrk.ui.addresses import address_of

KINDS = [
    Kind(
        ANSWER,
        what=_("Svar på et spørsmål fra styret"),
        why=_("Et styremedlem har spurt skriftlig. Hele styret leser svaret."),
        titles=question_titles,
        path=partial(address_of, "board:question"),
    ),
    Kind(
        FOLLOW,
        what=_("Meld tilbake om et styrevedtak"),
        why=_("Styret har bestemt noe som du følger opp. Neste møte åpner med hva det ble av det."),
        titles=decision_titles,
        path=partial(address_of, "board:decision"),
    ),
]
