"""Taking a report in hand, asking others, and writing what was found."""

from collections.abc import Iterable
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from styrk.access.commands import grant_to_post
from styrk.access.queries import standing_of
from styrk.access.roles import LEADER
from styrk.actions.refusals import need
from styrk.core import clock, guard, states
from styrk.duties.commands import require, settle
from styrk.incidents import rules
from styrk.incidents.commands.questions import end_question, end_sight
from styrk.incidents.models import Incident, IncidentAnalysis, Statement
from styrk.incidents.queries import recused_from
from styrk.incidents.record import step, tell, tell_reporter
from styrk.incidents.responsible import holders_of, lay_examination, may_handle_at, post_of
from styrk.incidents.states import MOVES, Cause, worst
from styrk.incidents.types import STATEMENT, STATEMENT_PART, TAKE
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import holder_of
from styrk.trail.commands import command


@command
def take_incident(*, incident: Incident, by: Person, now: datetime) -> None:
    """Take the report in hand. The reporter is told who looks at it."""
    incident.state = states.move(MOVES, incident.state, "take")
    incident.handler = by
    incident.save(update_fields=["state", "handler"])
    settle(kind=TAKE, subject_uuid=incident.uuid, by=by, now=now)
    lay_examination(incident, by, now)
    step(incident, "take", by, now, text=f"Tok imot «{incident.title}»", for_reporter=True)
    tell_reporter(
        incident,
        f"take:{by.pk}:{now.isoformat()}",
        lambda: _("%(name)s har tatt imot meldingen din og ser på den.") % {"name": by.name},
        now=now,
    )


@command
def confirm_incident(
    *,
    incident: Incident,
    kind: str,
    harm_actual: str,
    harm_possible: str,
    by: Person,
    now: datetime,
    reason: str = "",
) -> None:
    """Confirm or correct kind and severity. What the reporter wrote stays in the step.

    What could have been is at least what was. Raises ReasonMissing where something is changed
    without saying why.
    """
    guard.refuse_identity(reason)
    states.move(MOVES, incident.state, "confirm")
    harm_possible = worst(harm_actual, harm_possible)
    before = [incident.kind, incident.harm_actual, incident.harm_possible]
    after = [kind, harm_actual, harm_possible]
    if before != after:
        need(reason)
    incident.kind, incident.harm_actual, incident.harm_possible = kind, harm_actual, harm_possible
    incident.confirmed_at, incident.confirmed_by = now, by
    incident.save(
        update_fields=["kind", "harm_actual", "harm_possible", "confirmed_at", "confirmed_by"]
    )
    text = "Bekreftet type og alvor" if before == after else "Endret type og alvor"
    note = reason if before != after else ""
    step(incident, "confirm", by, now, text=text, note=note, before=before, after=after)


class AskedIsSelf(ValueError):
    """The one who asks leads the unit that is asked, or the case lies there already."""


class AskedIsRecused(ValueError):
    """The leader of the unit that is asked is the one it is about, or is inhabil."""


@command
def ask_statement(
    *, incident: Incident, unit: Unit, question: str, due: date, by: Person, now: datetime
) -> Statement:
    """Ask another unit for a statement with a deadline. The case stays with the one who asks.

    Where nobody leads the unit, its nearest leader above is asked. Raises AskedIsSelf or
    AskedIsRecused.
    """
    guard.refuse_identity(question)
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
    require(
        kind=STATEMENT,
        subject_id=statement.pk,
        subject_uuid=statement.uuid,
        unit=unit,
        role=LEADER.code,
        due=due,
        now=now,
    )
    step(
        incident,
        "ask",
        by,
        now,
        text=f"Ba {unit.name} om en uttalelse",
        note=question,
        unit=unit.name,
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
    text = f"Ga uttalelse fra {statement.unit.name}"
    step(incident, "answer", by, now, text=text, unit=statement.unit.name)
    tell(
        _waiting(incident, clock.day(now)),
        incident,
        f"answer:{statement.pk}",
        lambda: _("%(unit)s har svart på spørsmålet ditt") % {"unit": statement.unit.name},
        reverse("incidents:incident", args=[incident.uuid]),
        now=now,
    )


@command
def withdraw_question(*, statement: Statement, by: Person, now: datetime) -> None:
    """Nobody needs the answer any more. The unit that was asked is told, and may look back a while."""
    incident, unit = statement.incident, statement.unit
    states.move(MOVES, incident.state, "withdraw_question")
    if not statement.is_waiting:
        raise states.NotNow("ended", "withdraw_question")
    end_question(statement, by, now)
    end_sight(statement, now)
    text = f"Trakk spørsmålet til {unit.name}"
    step(incident, "withdraw_question", by, now, text=text, unit=unit.name)
    tell(
        holder_of(unit, LEADER.code, clock.day(now)),
        incident,
        f"withdraw:{statement.pk}",
        lambda: _("Du trenger ikke svare på spørsmålet om en uttalelse likevel"),
        reverse("incidents:statement", args=[statement.uuid]),
        now=now,
    )


def _waiting(incident: Incident, on: date) -> list[Person]:
    """Who has the case now: whoever asked may have handed it on, be inhabil, or hold another post."""
    if incident.handler and may_handle_at(incident, standing_of(incident.handler, on)):
        return [incident.handler]
    recused = recused_from(incident)
    return [person for person in holders_of(incident, on) if person not in recused]


@command
def record_analysis(
    *,
    incident: Incident,
    found: str,
    causes: Iterable[str],
    persons: str,
    by: Person,
    now: datetime,
) -> IncidentAnalysis:
    """Write what was found: contributing causes in the system first, persons after."""
    guard.refuse_identity(found, persons)
    states.move(MOVES, incident.state, "analyse")
    analysis = IncidentAnalysis.objects.create(
        incident=incident,
        trust_id=incident.trust_id,
        found=found,
        causes=[Cause(code).value for code in causes],
        persons=persons,
        at=now,
        by=by,
    )
    step(incident, "analyse", by, now, text="Skrev hva som ble funnet")
    return analysis
