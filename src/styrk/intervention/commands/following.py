"""What the one above decides: to follow up, that there is no ground, or to take it over."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from styrk.core import clock, guard, states
from styrk.duties.commands import require, settle
from styrk.intervention.models import Signal
from styrk.intervention.record import step, tell_above, tell_leader
from styrk.intervention.refusals import NotLater, OneselfDecides, need
from styrk.intervention.states import MOVES, State
from styrk.intervention.types import DECIDE, FOLLOW
from styrk.organisation.models import Person
from styrk.trail.commands import command

DECIDED = ("state", "decision", "agreed_due", "decided_at", "decided_by")


@command
def follow_up(
    *, signal: Signal, decision: str, agreed_due: date, by: Person, now: datetime
) -> None:
    """Agree with the leader what is to be done, and by which day. Raises NotLater or OneselfDecides."""
    _decide(signal, "follow_up", decision, agreed_due, by, now)
    require(
        kind=FOLLOW,
        subject_id=signal.pk,
        subject_uuid=signal.uuid,
        unit=signal.unit,
        person=signal.leader,
        due=agreed_due,
        now=now,
    )
    step(signal, "follow_up", by, now, text="Bestemte at signalet skal følges opp", said=decision)
    _tell_decided(signal, now)


@command
def take_over(
    *, signal: Signal, decision: str, agreed_due: date, by: Person, now: datetime
) -> None:
    """Do oneself what the leader cannot. Raises NotLater or OneselfDecides."""
    _decide(signal, "take_over", decision, agreed_due, by, now)
    if signal.above:
        require(
            kind=FOLLOW,
            subject_id=signal.pk,
            subject_uuid=signal.uuid,
            unit=signal.above,
            role=signal.above_role,
            due=agreed_due,
            now=now,
        )
    step(signal, "take_over", by, now, text="Tok over det signalet gjelder", said=decision)
    _tell_decided(signal, now)


@command
def find_no_ground(*, signal: Signal, decision: str, by: Person, now: datetime) -> None:
    """There is nothing to follow up, and why: it is not sent again while it stands as it does."""
    _decide(signal, "find_no_ground", decision, None, by, now)
    step(signal, "find_no_ground", by, now, text="Fant ikke grunnlag i signalet", said=decision)
    _tell_decided(signal, now)


def _decide(
    signal: Signal, act: str, decision: str, due: date | None, by: Person, now: datetime
) -> None:
    guard.refuse_identity(decision)
    need(decision)
    state = states.move(MOVES, signal.state, act)
    if by.pk == signal.leader_id:
        raise OneselfDecides
    if due is not None and due <= clock.day(now):
        raise NotLater
    signal.state, signal.decision, signal.agreed_due = state, decision, due
    signal.decided_at, signal.decided_by = now, by
    signal.save(update_fields=DECIDED)
    settle(kind=DECIDE, subject_uuid=signal.uuid, by=by, now=now)


def _tell_decided(signal: Signal, now: datetime) -> None:
    tell_leader(
        signal,
        "decide",
        lambda: _("Et signal til deg er avgjort"),
        lambda: _("Du ser hva som er bestemt, og hvorfor."),
        now,
    )


@command
def report_back(*, signal: Signal, told_back: str, by: Person, now: datetime) -> None:
    """Say what was done. The signal ends by itself when the data says the same."""
    guard.refuse_identity(told_back)
    need(told_back)
    states.move(MOVES, signal.state, "report_back")
    signal.told_back, signal.told_back_on = told_back, clock.day(now)
    signal.save(update_fields=["told_back", "told_back_on"])
    settle(kind=FOLLOW, subject_uuid=signal.uuid, by=by, now=now)
    step(signal, "report_back", by, now, text="Meldte tilbake om signalet", said=told_back)
    if signal.state == State.FOLLOWED:
        tell_above(
            signal,
            f"back:{now:%Y%m%d%H%M%S}",
            lambda: _("Lederen har meldt tilbake om et signal"),
            lambda: _("Signalet avsluttes av seg selv når årsaken er borte."),
            now,
        )
    else:
        tell_leader(
            signal,
            f"back:{now:%Y%m%d%H%M%S}",
            lambda: _("Den som tok over, har meldt tilbake om et signal"),
            lambda: _("Signalet avsluttes av seg selv når årsaken er borte."),
            now,
        )
