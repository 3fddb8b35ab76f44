"""«Gjennomgått»: that somebody went through a plan, a series of figures or a risk, and what came of it."""

from datetime import datetime
from uuid import UUID

from styrk.compliance.commands.refusals import ReasonMissing
from styrk.compliance.models import Look, LookWords
from styrk.compliance.types import Outcome
from styrk.core import clock, guard
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command, record

KINDS = {"plan": "planen", "series": "tallene", "risk": "en risiko"}
NAMED = {Outcome.ASKED: "og spurte", Outcome.DECIDED: "og bestemte"}


@command
def look_through(
    *,
    kind: str,
    subject_uuid: UUID,
    unit: Unit,
    outcome: Outcome,
    words: str,
    by: Person,
    now: datetime,
) -> Look:
    """Say that the record was gone through today, and what was asked or decided.

    Raises ReasonMissing where nothing was, because then nobody can see that it was; and IdentityFound.
    """
    guard.refuse_identity(words)
    if not words.strip():
        raise ReasonMissing
    look = Look.objects.create(
        kind=kind,
        subject_uuid=subject_uuid,
        unit=unit,
        outcome=outcome,
        on=clock.day(now),
        at=now,
        by=by,
    )
    LookWords.objects.create(look=look, kind=kind, unit=unit, text=words)
    record(
        by=by,
        now=now,
        act="compliance.look_through",
        subject="look",
        subject_id=look.pk,
        trust_id=unit.legal_id,
        text=f"Gikk gjennom {KINDS[kind]} i {unit.name} {NAMED[outcome]}",
    )
    return look
