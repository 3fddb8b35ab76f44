"""What every act in a case leaves: a step, and a line in the trail without a word of the matter."""

from datetime import datetime

from styrk.core.rows import add
from styrk.organisation.models import Person
from styrk.serious.models import Event, EventStep
from styrk.trail.commands import record


def step(
    event: Event, act: str, by: Person | None, now: datetime, *, text: str, **detail: object
) -> None:
    """`text` is the act in bokmål, in the past tense."""
    add([EventStep(event=event, act=act, at=now, by=by, detail=detail)])
    record(
        by=by,
        now=now,
        act=f"serious.{act}",
        subject="serious",
        subject_id=event.pk,
        trust_id=event.trust_id,
        text=text,
    )
