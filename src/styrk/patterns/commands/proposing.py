"""What the system found to go again: a person says that it is no samleavvik, and may think again."""

from datetime import datetime

from styrk.core import guard
from styrk.incidents.recurrence.proposals import Proposal, dismissed
from styrk.organisation.models import Person, Unit
from styrk.patterns.following import settle_looked
from styrk.patterns.models import Dismissal
from styrk.trail.commands import command, record


@command
def dismiss_proposal(
    *, proposal: Proposal, unit: Unit, why: str, by: Person, now: datetime
) -> Dismissal:
    """It does not come back until it has changed."""
    guard.refuse_identity(why)
    kept = dismissed(proposal)
    said = Dismissal.objects.create(
        trust_id=unit.trust_id or unit.pk,
        unit=unit,
        fingerprint=kept.fingerprint,
        members=list(kept.members),
        events=kept.events,
        rising=kept.rising,
        times=kept.times,
        why=why,
        at=now,
        by=by,
    )
    _record(said, "dismiss", by, now, "Avviste et forslag til samleavvik")
    settle_looked(unit, by, now)
    return said


@command
def take_up_proposal(*, dismissal: Dismissal, by: Person, now: datetime) -> None:
    """It is shown again when it is found."""
    dismissal.taken_up_at, dismissal.taken_up_by = now, by
    dismissal.save(update_fields=["taken_up_at", "taken_up_by"])
    _record(dismissal, "take_up", by, now, "Tok fram igjen et forslag til samleavvik")


def _record(said: Dismissal, act: str, by: Person, now: datetime, text: str) -> None:
    record(
        by=by,
        now=now,
        act=f"incident_group_dismissed.{act}",
        subject="incident_group_dismissed",
        subject_id=said.pk,
        trust_id=said.trust_id,
        text=text,
    )
