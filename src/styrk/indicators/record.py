"""What every act on an indicator leaves behind: a line in the trail, and series to be read anew."""

from datetime import datetime

from styrk.indicators.models import Indicator, Signal
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import record


def told(
    indicator: Indicator, act: str, by: Person | None, now: datetime, text: str, **detail: object
) -> None:
    """`text` is the act in bokmål, in the past tense."""
    record(
        by=by,
        now=now,
        act=f"indicator.{act}",
        subject="indicator",
        subject_id=indicator.pk,
        trust_id=indicator.trust_id,
        text=text,
        **detail,
    )


def read_anew(indicator: Indicator, unit: Unit | None = None) -> None:
    """The job reads the indicator's series anew: at the unit, or at all."""
    found = Signal.objects.filter(indicator=indicator, stale=False)
    (found.filter(unit=unit) if unit else found).update(stale=True)
