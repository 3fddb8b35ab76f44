"""Parts of a case that are other units': more time for one, and those that nobody waits for any more."""

from datetime import datetime

from styrk.access.commands import LOOK_BACK, end_grants
from styrk.duties.commands import settle
from styrk.incidents.models import Incident, Statement
from styrk.incidents.record import step
from styrk.incidents.types import STATEMENT, STATEMENT_PART
from styrk.organisation.models import Person, Unit


def end_question(statement: Statement, why: str, by: Person | None, now: datetime) -> None:
    """It waits no more. What ends it says so, and sees to who may look back."""
    statement.ended_at, statement.ended_why = now, why
    statement.save(update_fields=["ended_at", "ended_why"])
    settle(kind=STATEMENT, subject_uuid=statement.uuid, by=by, now=now)


def end_questions(incident: Incident, why: str, by: Person | None, now: datetime) -> None:
    """Nobody waits for an answer any more, and those who were asked see no more after a while."""
    asked = list(incident.statements.select_related("unit").order_by("pk"))
    for statement in asked:
        if statement.is_waiting:
            end_question(statement, why, by, now)
            name = statement.asked
            text = f"Ventet ikke lenger på uttalelsen fra {name}"
            step(incident, "question_unanswered", by, now, text=text, note=why, unit=name)
    if asked:
        until = now + LOOK_BACK
        end_grants(kind="incident", record_id=incident.pk, part=STATEMENT_PART, until=until)


def end_sight(statement: Statement, now: datetime) -> None:
    """A unit that nobody waits for may look back for a while, and then sees no more."""
    asked = statement.incident.statements.filter(unit=statement.unit)
    if not asked.filter(answered_at__isnull=True, ended_at__isnull=True).exists():
        end_grants(
            kind="incident",
            record_id=statement.incident_id,
            part=STATEMENT_PART,
            unit=statement.unit,
            until=now + LOOK_BACK,
        )


def end_questions_to(unit: Unit, incident: Incident, by: Person, now: datetime) -> None:
    """Whoever leads the unit takes the case over, and nobody asks oneself."""
    for statement in incident.statements.select_related("unit").filter(unit=unit):
        if statement.is_waiting:
            end_question(statement, "", by, now)
            end_sight(statement, now)
            text = f"Spørsmålet til {statement.asked} falt bort, for saken kom dit"
            step(incident, "question_falls", by, now, text=text, unit=statement.asked)
