"""What every act of the board leaves behind: a line in the trail."""

from datetime import datetime

from styrk.messages.commands import Teller
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import record

tell_asker = Teller("board_question", "board:question").tell
tell_owner = Teller("board_decision", "board:decision").tell


def noted(
    unit: Unit, act: str, subject_id: int, by: Person, now: datetime, *, text: str, **detail: object
) -> None:
    """`text` is the act in bokmål, in the past tense."""
    record(
        by=by,
        now=now,
        act=f"board.{act}",
        subject="board",
        subject_id=subject_id,
        trust_id=unit.legal_id,
        text=text,
        **detail,
    )
