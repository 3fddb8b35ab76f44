"""Who in another trust may read a risk because it is lifted to them: for as long as it is."""

from datetime import datetime, timedelta

from styrk.access.commands import end_grants, grant_to_post
from styrk.organisation.models import Person, Unit
from styrk.risks.models import Risk

KIND = PART = "risk"


def let_read(risk: Risk, to: Unit, by: Person, now: datetime) -> None:
    """Whoever holds the post there may read the risk, where its own trust is another."""
    if to.legal_id != risk.trust_id:
        grant_to_post(
            kind=KIND,
            record_id=risk.pk,
            part=PART,
            unit=to,
            by=by,
            now=now,
            reason="Risikoen er løftet hit",
        )


def shut(risk: Risk, now: datetime, to: Unit | None = None) -> None:
    """They have no more to do with it, there or anywhere. What they were told, and froze, they keep.

    Last in an act: whoever acts may be one of them.
    """
    # A grant ends after it is given, also where both happen in one moment.
    at_once = now + timedelta(seconds=1)
    end_grants(kind=KIND, record_id=risk.pk, part=PART, until=at_once, unit=to)
