"""What every act on a placed requirement leaves behind: a step and a line in the trail."""

from datetime import datetime

from styrk.organisation.models import Person
from styrk.requirements.models import Placement, PlacementStep
from styrk.trail.commands import record

ANSWER_DAYS = 28


def step(
    placement: Placement,
    act: str,
    by: Person,
    now: datetime,
    *,
    text: str,
    note: str = "",
    **detail: object,
) -> None:
    """`text` is the act in bokmål, in the past tense."""
    PlacementStep.objects.create(
        placement=placement, act=act, at=now, by=by, note=note, detail=detail
    )
    record(
        by=by,
        now=now,
        act=f"requirement.{act}",
        subject="placement",
        subject_id=placement.pk,
        trust_id=placement.trust_id,
        text=text,
        **({"note": note} if note else {}),
        **detail,
    )
