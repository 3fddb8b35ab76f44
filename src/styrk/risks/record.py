"""What every act on a risk leaves behind: a step, a line in the trail, a duty, a word to the owner."""

from datetime import date, datetime, timedelta

from styrk.core import clock
from styrk.core.rows import add
from styrk.duties.commands import require_of, settle
from styrk.messages.commands import Teller
from styrk.organisation.models import Person
from styrk.risks.models import Risk, RiskStep
from styrk.risks.types import DAYS_TO_RATE, RATE, REVIEW
from styrk.trail.commands import record

tell = Teller("risk", "risks:risk").tell


def step(
    risk: Risk, act: str, by: Person, now: datetime, *, text: str, note: str = "", **detail: object
) -> None:
    """`text` is the act in bokmål, in the past tense."""
    add([RiskStep(risk=risk, act=act, at=now, by=by, note=note, detail=detail)])
    record(
        by=by,
        now=now,
        act=f"risk.{act}",
        subject="risk",
        subject_id=risk.pk,
        trust_id=risk.trust_id,
        text=text,
        **({"note": note} if note else {}),
        **detail,
    )


def lay_duty(risk: Risk, kind: str, due: date, now: datetime) -> None:
    require_of(owner=risk.owner, unit=risk.unit, kind=kind, subject=risk, due=due, now=now)


def lay_review(risk: Risk, now: datetime) -> None:
    lay_duty(risk, REVIEW, risk.review_on, now)


def ask_for_rating(risk: Risk, now: datetime) -> None:
    lay_duty(risk, RATE, clock.day(now) + timedelta(days=DAYS_TO_RATE), now)


def drop_duties(risk: Risk, by: Person, now: datetime) -> None:
    for kind in (RATE, REVIEW):
        settle(kind=kind, subject_uuid=risk.uuid, by=by, now=now)
