"""What every act on a revisjonsplan leaves behind: a step and a line in the trail."""

from datetime import datetime

from styrk.auditplan.models import AuditPlan, AuditPlanStep
from styrk.messages.commands import Teller
from styrk.organisation.models import Person
from styrk.trail.commands import record

tell = Teller("auditplan", "auditplan:plan").tell


def step(
    plan: AuditPlan,
    act: str,
    by: Person,
    now: datetime,
    *,
    text: str,
    note: str = "",
    **detail: object,
) -> None:
    """`text` is the act in bokmål, in the past tense."""
    AuditPlanStep.objects.create(plan=plan, act=act, at=now, by=by, note=note, detail=detail)
    record(
        by=by,
        now=now,
        act=f"auditplan.{act}",
        subject="auditplan",
        subject_id=plan.pk,
        trust_id=plan.unit.legal_id,
        text=text,
        **({"note": note} if note else {}),
        **detail,
    )
