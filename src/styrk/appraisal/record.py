"""What every act on a review leaves behind: a step and a line in the trail."""

from datetime import datetime

from styrk.appraisal.models import Appraisal, AppraisalStep
from styrk.appraisal.states import Part
from styrk.organisation.models import Person
from styrk.regulation.letters import PROVISIONS, Letter
from styrk.trail.commands import record


def step(
    appraisal: Appraisal,
    act: str,
    by: Person,
    now: datetime,
    *,
    text: str,
    note: str = "",
    **detail: object,
) -> None:
    """`text` is the act in bokmål, in the past tense."""
    AppraisalStep.objects.create(
        appraisal=appraisal, act=act, at=now, by=by, note=note, detail=detail
    )
    record(
        by=by,
        now=now,
        act=f"appraisal.{act}",
        subject="appraisal",
        subject_id=appraisal.pk,
        trust_id=appraisal.unit.legal_id,
        text=text,
        **({"note": note} if note else {}),
        **detail,
    )


def called(appraisal: Appraisal) -> str:
    """What the review is called, in bokmål, where it is told of elsewhere."""
    number = f", nr. {appraisal.number}" if appraisal.number > 1 else ""
    return f"Ledelsens gjennomgang {appraisal.year}{number}"


def named(item: str) -> str:
    """What a part or a letter is called, in bokmål, as it stands in the trail."""
    if item in Part.values:
        return str(Part(item).label)
    return PROVISIONS[Letter(item)].reference
