"""Parts of a case that are other units': asked for, given more time, taken back, and answered."""

from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from styrk.access.commands import grant_to_post
from styrk.access.roles import LEADER
from styrk.actions.refusals import need
from styrk.core import clock, guard, states
from styrk.duties.commands import require, settle
from styrk.incidents import rules
from styrk.incidents.commands.questions import end_question, end_sight
from styrk.incidents.models import Incident, Statement
from styrk.incidents.queries import recused_from
from styrk.incidents.record import step, tell
from styrk.incidents.responsible import post_of
from styrk.incidents.states import MOVES
from styrk.incidents.types import STATEMENT, STATEMENT_PART
from styrk.incidents.waiting import who_waits
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import holder_of
from styrk.trail.commands import command
from styrk.ui.words import spoken_day


class AskedIsSelf(ValueError):
    """The one who asks leads the unit that is asked, or the case lies there already."""


class NotLater(ValueError):
    """More time is a later day than the one that stands."""


class AskedIsRecused(ValueError):
    """The leader of the unit that is asked is the one it is about, or is inhabil."""


@command
def ask_statement(
    *,
    incident: Incident,
    unit: Unit,
    question: str,
    due: date,
    by: Person,
    now: datetime,
    profession: str = "",
) -> Statement:
    """Ask another unit for its part of the case, with a deadline. The case stays with the one who asks.

    `profession` is whose view is asked for; the unit's leader sees to it. Where nobody leads the unit, its nearest leader above is asked. Raises AskedIsSelf or
    AskedIsRecused.
    """
    guard.refuse_identity(question, profession)
    states.move(MOVES, incident.state, "ask")
    unit = post_of(unit, clock.day(now))
    holders = holder_of(unit, LEADER.code, clock.day(now))
    if by in holders or unit == post_of(incident.responsible_unit, clock.day(now)):
        raise AskedIsSelf
    if set(holders) & set(recused_from(incident)):
        raise AskedIsRecused
    statement = Statement.objects.create(
        incident=incident,
        trust_id=incident.trust_id,
        unit=unit,
        profession=profession,
        question=question,
        due=due,
        asked_at=now,
        asked_by=by,
    )
    grant_to_post(
        kind="incident",
        record_id=incident.pk,
        part=STATEMENT_PART,
        unit=unit,
        by=by,
        now=now,
        reason="Bedt om uttalelse",
    )
    _lay(statement, now)
    step(
        incident,
        "ask",
        by,
        now,
        text=f"Ba {statement.asked} om en uttalelse",
        note=question,
        unit=statement.asked,
    )
    tell(
        holders,
        incident,
        f"ask:{statement.pk}",
        lambda: _("Noen ber om en uttalelse fra enheten din"),
        reverse("incidents:statement", args=[statement.uuid]),
        now=now,
    )
    return statement


@command
def answer_statement(*, statement: Statement, answer: str, by: Person, now: datetime) -> None:
    """Answer another unit's question."""
    guard.refuse_identity(answer)
    if not rules.may_be_answered(statement):
        raise states.NotNow("answered", "answer")
    incident = statement.incident
    states.move(MOVES, incident.state, "answer")
    statement.answer, statement.answered_at, statement.answered_by = answer, now, by
    statement.save(update_fields=["answer", "answered_at", "answered_by"])
    settle(kind=STATEMENT, subject_uuid=statement.uuid, by=by, now=now)
    end_sight(statement, now)
    text = f"Ga uttalelse fra {statement.asked}"
    step(incident, "answer", by, now, text=text, unit=statement.asked)
    tell(
        who_waits(incident, clock.day(now)),
        incident,
        f"answer:{statement.pk}",
        lambda: _("%(unit)s har svart på spørsmålet ditt") % {"unit": statement.unit.name},
        reverse("incidents:incident", args=[incident.uuid]),
        now=now,
    )


def _lay(statement: Statement, now: datetime) -> None:
    """Whoever leads the unit is to answer; laid again, it has the new day."""
    require(
        kind=STATEMENT,
        subject_id=statement.pk,
        subject_uuid=statement.uuid,
        unit=statement.unit,
        role=LEADER.code,
        due=statement.due,
        now=now,
    )


@command
def extend_question(
    *, statement: Statement, due: date, reason: str, by: Person, now: datetime
) -> None:
    """Give the unit that was asked more time. Raises NotLater."""
    guard.refuse_identity(reason)
    incident, unit = statement.incident, statement.unit
    states.move(MOVES, incident.state, "extend_question")
    if not statement.is_waiting:
        raise states.NotNow("ended", "extend_question")
    need(reason)
    if due <= statement.due:
        raise NotLater
    before, statement.due = statement.due, due
    statement.save(update_fields=["due"])
    _lay(statement, now)
    step(
        incident,
        "extend_question",
        by,
        now,
        text=f"Ga {statement.asked} lengre svarfrist",
        note=reason,
        unit=statement.asked,
        before=before.isoformat(),
        due=due.isoformat(),
    )
    tell(
        holder_of(unit, LEADER.code, clock.day(now)),
        incident,
        f"extend:{statement.pk}:{due}",
        lambda: (
            _("Du har fått lengre svarfrist på en uttalelse: %(day)s") % {"day": spoken_day(due)}
        ),
        reverse("incidents:statement", args=[statement.uuid]),
        now=now,
    )


@command
def withdraw_question(*, statement: Statement, reason: str, by: Person, now: datetime) -> None:
    """Nobody needs the answer any more, and why. The unit that was asked is told, and may look back a
    while."""
    guard.refuse_identity(reason)
    incident, unit = statement.incident, statement.unit
    states.move(MOVES, incident.state, "withdraw_question")
    if not statement.is_waiting:
        raise states.NotNow("ended", "withdraw_question")
    need(reason)
    end_question(statement, reason, by, now)
    end_sight(statement, now)
    text = f"Trakk spørsmålet til {statement.asked}"
    step(incident, "withdraw_question", by, now, text=text, note=reason, unit=statement.asked)
    tell(
        holder_of(unit, LEADER.code, clock.day(now)),
        incident,
        f"withdraw:{statement.pk}",
        lambda: _("Du trenger ikke svare på spørsmålet om en uttalelse likevel"),
        reverse("incidents:statement", args=[statement.uuid]),
        now=now,
    )
