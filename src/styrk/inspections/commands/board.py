"""A report goes to the board, and what the board decides on it is written down."""

from datetime import date, datetime

from styrk.access.roles import BOARD_CHAIR
from styrk.core import guard, states
from styrk.duties.commands import require, settle
from styrk.inspections import board
from styrk.inspections.models import Audit, Treatment
from styrk.inspections.record import step
from styrk.inspections.refusals import DayPassed, SentAlready, need, need_day
from styrk.inspections.states import MOVES
from styrk.inspections.types import TREAT
from styrk.organisation.models import Person
from styrk.trail.commands import command


@command
def send_to_board(*, audit: Audit, ask: str, due: date, by: Person, now: datetime) -> Treatment:
    """Ask the board of the trust to treat the report by a day. Raises SentAlready, DayPassed, WordsMissing."""
    guard.refuse_identity(ask)
    need(ask)
    need_day(due, now)
    states.move(MOVES, audit.state, "send_to_board")
    if Treatment.objects.filter(audit=audit).exists():
        raise SentAlready
    treatment = Treatment.objects.create(
        audit=audit, unit=audit.trust, ask=ask, due=due, sent_at=now, sent_by=by
    )
    require(
        kind=TREAT,
        subject_id=audit.pk,
        subject_uuid=audit.uuid,
        unit=audit.trust,
        role=BOARD_CHAIR.code,
        due=due,
        now=now,
    )
    text = f"Sendte rapporten fra «{audit.title}» til {board.IN_TRAIL}"
    step(audit, "send_to_board", by, now, text=text, note=ask)
    return treatment


@command
def note_treatment(
    *, audit: Audit, treated_on: date, case: str, decision: str, by: Person, now: datetime
) -> None:
    """What the board decided, and when. It stands. Raises DayPassed where the meeting was before the report."""
    guard.refuse_identity(decision, case)
    need(decision)
    states.move(MOVES, audit.state, "treat")
    treatment = Treatment.objects.select_for_update(no_key=True).get(audit=audit)
    if treatment.treated_on is not None:
        raise states.NotNow("treated", "treat")
    if audit.reported_on and treated_on < audit.reported_on:
        raise DayPassed
    treatment.treated_on, treatment.case, treatment.decision = treated_on, case, decision
    treatment.noted_at, treatment.noted_by = now, by
    treatment.save(update_fields=["treated_on", "case", "decision", "noted_at", "noted_by"])
    settle(kind=TREAT, subject_uuid=audit.uuid, by=by, now=now)
    text = f"Førte inn hva {board.IN_TRAIL} bestemte om «{audit.title}»"
    step(audit, "treat", by, now, text=text, note=decision)
