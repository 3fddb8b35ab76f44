"""What every act on a yearly report leaves behind: a step and a line in the trail."""

from datetime import datetime

from styrk.messages.commands import Teller
from styrk.organisation.models import Person
from styrk.trail.commands import record
from styrk.yearly.models import YearlyReport, YearlyStep

TELLER = Teller("yearly", "yearly:report")


def step(
    report: YearlyReport,
    act: str,
    by: Person,
    now: datetime,
    *,
    text: str,
    note: str = "",
    **detail: object,
) -> None:
    """`text` is the act in bokmål, in the past tense."""
    YearlyStep.objects.create(report=report, act=act, at=now, by=by, note=note, detail=detail)
    record(
        by=by,
        now=now,
        act=f"yearly.{act}",
        subject="yearly",
        subject_id=report.pk,
        trust_id=report.unit.legal_id,
        text=text,
        **({"note": note} if note else {}),
        **detail,
    )
