"""What a case asks of people: laid where the incident lies, and moved with it."""

from datetime import datetime

from styrk.core import clock
from styrk.duties.commands import require, settle
from styrk.incidents.models import Incident
from styrk.incidents.responsible import who_has
from styrk.organisation.models import Person
from styrk.serious import rules
from styrk.serious.models import Event, Notice, Obligation
from styrk.serious.states import RUNNING, State
from styrk.serious.types import ASSESS, JUDGE, OVERSEE, SEND


def place_of(incident: Incident) -> str:
    """Another text when the case lies elsewhere."""
    past = "past" if incident.past_line else ""
    return f"{incident.responsible_unit_id}:{incident.handler_id or ''}:{past}"


def lay(event: Event, by: Person | None, now: datetime) -> None:
    """All that waits in the case, as it stands now: to answer, to decide, and each notice to send."""
    event.lies = place_of(event.incident)
    event.save(update_fields=["lies"])
    _lay(event, ASSESS, event, None if _is_answered(event) else now, by, now)
    found = list(event.obligations.prefetch_related("notices").order_by("pk"))
    proposed = [one for one in found if one.state == State.PROPOSED and not rules.is_followed(one)]
    marks = [n.late_at for one in proposed for n in one.notices.all() if n.late_at and n.given]
    _lay(event, JUDGE, event, min(marks, default=now) if proposed else None, by, now)
    for one in found:
        for notice in one.notices.all():
            _lay(event, SEND, notice, notice.late_at if _waits(one, notice) else None, by, now)
            if not is_running(one, notice):
                settle(kind=OVERSEE, subject_uuid=notice.uuid, by=by, now=now)


def _is_answered(event: Event) -> bool:
    """By a person; what is taken from the report is nobody's answer."""
    return event.answers.filter(by__isnull=False).exists()


def _waits(obligation: Obligation, notice: Notice) -> bool:
    return obligation.state == State.SEND and is_running(obligation, notice)


def is_running(obligation: Obligation, notice: Notice) -> bool:
    is_open = obligation.state in RUNNING and notice.given
    return is_open and notice.sent_at is None and notice.late_at is not None


def _lay(
    event: Event,
    kind: str,
    subject: Event | Notice,
    until: datetime | None,
    by: Person | None,
    now: datetime,
) -> None:
    if until is None:
        settle(kind=kind, subject_uuid=subject.uuid, by=by, now=now)
        return
    unit, role, person = who_has(event.incident, clock.day(now))
    require(
        kind=kind,
        subject_id=subject.pk,
        subject_uuid=subject.uuid,
        unit=unit,
        role=role,
        person=person,
        due=clock.day(until),
        now=now,
    )
