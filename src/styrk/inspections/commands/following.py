"""What the unit does about a finding, and that whoever found it says it is put right."""

from datetime import date, datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from styrk.access.queries import standing_of
from styrk.actions.commands import raise_action
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.core import clock, guard, states
from styrk.duties.commands import settle
from styrk.inspections import rules
from styrk.inspections.models import Finding, FindingAction
from styrk.inspections.queries.findings import waiting
from styrk.inspections.record import (
    finding_step,
    keep_document,
    lay_on_finder,
    lay_on_unit,
    settle_all,
    tell,
)
from styrk.inspections.refusals import (
    AfterDeadline,
    LetterMissing,
    NoAction,
    OwnFinding,
    StillOpen,
    need,
    need_day,
)
from styrk.inspections.states import FINDING_MOVES
from styrk.inspections.types import ANSWER, DAYS_TO_CONFIRM, MEET, Upload
from styrk.organisation.models import Person
from styrk.trail.commands import command


@command
def answer_finding(
    *, finding: Finding, answer: str, meet_due: date, by: Person, now: datetime
) -> None:
    """Say what the unit does about it, and by when it is put right.

    Raises AfterDeadline where that is later than an order's deadline, DayPassed or WordsMissing.
    """
    guard.refuse_identity(answer)
    need(answer)
    need_day(meet_due, now)
    _move(finding, "answer")
    deadline = finding.deadline
    if deadline is not None and clock.day(now) <= deadline < meet_due:
        raise AfterDeadline
    finding.answer, finding.meet_due = answer, meet_due
    finding.answered_at, finding.answered_by = now, by
    finding.save(update_fields=["state", "answer", "meet_due", "answered_at", "answered_by"])
    settle(kind=ANSWER, subject_uuid=finding.uuid, by=by, now=now)
    lay_on_unit(finding, MEET, _due(finding), now)
    text = f"Svarte på funnet «{finding.title}»"
    finding_step(finding, "answer", by, now, text=text, note=answer, meet_due=f"{meet_due}")
    _tell_finder(finding, "answer", _("Enheten har svart på et funn: %(title)s"), by, now)


@command
def act_on_finding(*, finding: Finding, plan: Plan, by: Person, now: datetime) -> Action:
    """Decide an action because of the finding; it goes into the one register of actions."""
    _move(finding, "add_action")
    action = raise_action(plan=plan, origin="finding", by=by, now=now)
    FindingAction.objects.create(finding=finding, action=action)
    finding_step(finding, "add_action", by, now, text=f"Besluttet tiltaket «{action.title}»")
    return action


@command
def claim_met(*, finding: Finding, how: str, without: str = "", by: Person, now: datetime) -> None:
    """Say that it is put right, and how one sees it; whoever found it looks.

    Raises StillOpen where an action is not carried out, and NoAction where none is decided and nobody says why.
    """
    guard.refuse_identity(how, without)
    need(how)
    _move(finding, "claim")
    if waiting(finding.pk).planned:
        raise StillOpen
    asks_why = rules.asks_why(finding)
    if asks_why and not without.strip():
        raise NoAction
    finding.how, finding.claimed_at, finding.claimed_by = how, now, by
    finding.without = without if asks_why else ""
    finding.save(update_fields=["state", "how", "without", "claimed_at", "claimed_by"])
    settle(kind=MEET, subject_uuid=finding.uuid, by=by, now=now)
    lay_on_finder(finding, clock.day(now) + timedelta(days=DAYS_TO_CONFIRM), now)
    text = f"Meldte fra at «{finding.title}» er rettet"
    finding_step(finding, "claim", by, now, text=text, note=how)
    _tell_finder(finding, "claim", _("Et funn meldes rettet: %(title)s"), by, now)


@command
def confirm_met(
    *,
    finding: Finding,
    seen: str,
    by: Person,
    now: datetime,
    letter: Upload | None = None,
    dated_on: date | None = None,
) -> None:
    """Say that it is put right, as whoever found it sees it; of an authority's, its letter says so.

    Raises OwnFinding, LetterMissing, and StillOpen where it is not known whether the actions helped.
    """
    guard.refuse_identity(seen)
    need(seen)
    _move(finding, "confirm")
    if rules.owns(standing_of(by, clock.day(now)), finding):
        raise OwnFinding
    _look_at_ground(finding, letter, dated_on)
    if letter is not None and dated_on is not None:
        keep_document(finding.audit, finding, "letter", letter, dated_on, by, now)
    finding.seen, finding.met_at, finding.met_by = seen, now, by
    finding.save(update_fields=["state", "seen", "met_at", "met_by"])
    settle_all(finding, by, now)
    text = f"Bekreftet at «{finding.title}» er rettet"
    finding_step(finding, "confirm", by, now, text=text, note=seen)
    _tell_unit(finding, "confirm", _("Funnet er bekreftet rettet: %(title)s"), by, now)


def _look_at_ground(finding: Finding, letter: Upload | None, dated_on: date | None) -> None:
    """An authority decides for itself; others wait until one knows whether it helped."""
    if rules.is_by_letter(finding):
        if letter is None or dated_on is None:
            raise LetterMissing
    elif any(waiting(finding.pk)):
        raise StillOpen


@command
def send_back(*, finding: Finding, reason: str, by: Person, now: datetime) -> None:
    """It is not put right yet; the unit goes on, by the day that it has. Raises WordsMissing."""
    guard.refuse_identity(reason)
    need(reason)
    _move(finding, "send_back")
    finding.save(update_fields=["state"])
    settle_all(finding, by, now)
    lay_on_unit(finding, MEET, _due(finding), now)
    text = f"Så at «{finding.title}» ikke er rettet ennå"
    finding_step(finding, "send_back", by, now, text=text, note=reason)
    _tell_unit(finding, "send_back", _("Funnet er ikke rettet ennå: %(title)s"), by, now)


def _move(finding: Finding, act: str) -> None:
    if not rules.fits_audit(finding, act):
        raise states.NotNow(finding.audit.state, act)
    finding.state = states.move(FINDING_MOVES, finding.state, act)


def _due(finding: Finding) -> date:
    """An order's own deadline, or the day that the unit has set, whichever comes first."""
    days = [day for day in (finding.deadline, finding.meet_due) if day is not None]
    return min(days)


def _tell_finder(finding: Finding, event: str, subject: Promise, by: Person, now: datetime) -> None:
    _tell(finding.audit.leader, finding, event, subject, by, now)


def _tell_unit(finding: Finding, event: str, subject: Promise, by: Person, now: datetime) -> None:
    if finding.claimed_by is not None:
        _tell(finding.claimed_by, finding, event, subject, by, now)


def _tell(
    person: Person, finding: Finding, event: str, subject: Promise, by: Person, now: datetime
) -> None:
    tell(
        person,
        finding,
        f"{event}:{now.isoformat()}",
        lambda: subject % {"title": finding.title},
        lambda: finding.audit.title,
        by=by,
        now=now,
    )
