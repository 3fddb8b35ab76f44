"""What the board waits for: answers to its questions, and what came of its decisions."""

from functools import partial

from styrk.board import wording
from styrk.board.queries import decision_titles, question_titles
from styrk.board.types import ANSWER, FOLLOW
from styrk.duties.types import Kind
from styrk.ui.addresses import address_of

KINDS = [
    Kind(
        ANSWER,
        what=wording.ANSWER_TO,
        why=wording.ANSWER_WHY,
        titles=question_titles,
        path=partial(address_of, "board:question"),
    ),
    Kind(
        FOLLOW,
        what=wording.TELL_OF,
        why=wording.TELL_WHY,
        titles=decision_titles,
        path=partial(address_of, "board:decision"),
    ),
]
