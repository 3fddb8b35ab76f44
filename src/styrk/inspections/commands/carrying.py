"""Carrying an audit out: what is found, the draft that is heard, the report, and the end of it."""

from datetime import date, datetime

from django.db.models import Max

from styrk.core import clock, guard, states
from styrk.duties.commands import require, settle
from styrk.inspections.models import Audit, Finding
from styrk.inspections.queries.findings import remaining
from styrk.inspections.record import finding_step, keep_document, lay_on_unit, step, tell_leaders
from styrk.inspections.refusals import (
    DayPassed,
    DeadlineMissing,
    NotAuthority,
    NotBegun,
    OutsideScope,
    StillOpen,
    need,
    need_day,
)
from styrk.inspections.states import (
    ASKING,
    FINDING_MOVES,
    MOVES,
    UNREPORTED,
    AuditKind,
    FindingKind,
    FindingState,
)
from styrk.inspections.types import ANSWER, COMMENT, MEET, Found, Upload
from styrk.organisation.models import Person, Unit
from styrk.organisation.rules import LEADER
from styrk.trail.commands import command

WORDED = ("kind", "title", "text", "unit", "requirement", "deadline")


@command
def carry_out_audit(*, audit: Audit, by: Person, now: datetime) -> None:
    """The visit or the work is done; what was found can be written. Raises NotBegun before its first day."""
    if clock.day(now) < audit.starts_on:
        raise NotBegun
    audit.state = states.move(MOVES, audit.state, "carry_out")
    audit.save(update_fields=["state"])
    step(audit, "carry_out", by, now, text=f"Gjennomførte «{audit.title}»")


@command
def add_finding(*, audit: Audit, found: Found, by: Person, now: datetime) -> Finding:
    """Write what was found. Seen by the team alone until the draft is heard.

    Raises WordsMissing, OutsideScope, NotAuthority, DeadlineMissing, DayPassed or IdentityFound.
    """
    _look_over(audit, found)
    states.move(MOVES, audit.state, "add_finding")
    last = Finding.objects.filter(audit=audit).aggregate(last=Max("number"))["last"] or 0
    finding = Finding.objects.create(
        audit=audit,
        number=last + 1,
        trust_id=found.unit.legal_id,
        state=_begins(found.kind),
        found_at=now,
        found_by=by,
        **{name: getattr(found, name) for name in WORDED},
    )
    finding_step(finding, "find", by, now, text=f"Førte opp funnet «{finding.title}»")
    return finding


@command
def change_finding(*, finding: Finding, found: Found, by: Person, now: datetime) -> None:
    """Word it otherwise, before the report. Raises as `add_finding`."""
    _look_over(finding.audit, found)
    _still_a_draft(finding, "change")
    for name in WORDED:
        setattr(finding, name, getattr(found, name))
    finding.trust_id, finding.state = found.unit.legal_id, _begins(found.kind)
    finding.save(update_fields=[*WORDED, "trust", "state"])
    finding_step(finding, "change", by, now, text=f"Endret funnet «{finding.title}»")


@command
def withdraw_finding(*, finding: Finding, reason: str, by: Person, now: datetime) -> None:
    """It was none after all, with a reason that is kept."""
    guard.refuse_identity(reason)
    need(reason)
    finding.state = _still_a_draft(finding, "withdraw")
    finding.save(update_fields=["state"])
    text = f"Trakk funnet «{finding.title}»"
    finding_step(finding, "withdraw", by, now, text=text, note=reason)


def _still_a_draft(finding: Finding, act: str) -> str:
    if finding.audit.state not in UNREPORTED:
        raise states.NotNow(finding.audit.state, act)
    return states.move(FINDING_MOVES, finding.state, act)


@command
def hear_draft(*, audit: Audit, comment_by: date, by: Person, now: datetime) -> None:
    """Let the units see the draft, and say what they think of it by a day. Raises DayPassed."""
    need_day(comment_by, now)
    audit.state = states.move(MOVES, audit.state, "hear")
    audit.save(update_fields=["state"])
    for unit in _places(audit):
        require(
            kind=COMMENT,
            subject_id=audit.pk,
            subject_uuid=audit.uuid,
            unit=unit,
            role=LEADER,
            due=comment_by,
            now=now,
            each=unit,
        )
    text = f"Sendte utkastet på høring til {comment_by:%d.%m.%Y}"
    step(audit, "hear", by, now, text=text)


@command
def comment_draft(*, audit: Audit, unit: Unit, text: str, by: Person, now: datetime) -> None:
    """What a unit that was looked at says of the draft. It stands in the history."""
    guard.refuse_identity(text)
    need(text)
    states.move(MOVES, audit.state, "comment")
    settle(kind=COMMENT, subject_uuid=audit.uuid, by=by, now=now, each=unit)
    told = f"Uttalte seg om utkastet for {unit.name}"
    step(audit, "comment", by, now, text=told, note=text, unit=unit.name)


@command
def report_audit(
    *, audit: Audit, report: Upload, dated_on: date, answer_due: date, by: Person, now: datetime
) -> None:
    """The report is there. Each unit answers what was found there by a day, and orders by theirs."""
    need_day(answer_due, now)
    audit.state = states.move(MOVES, audit.state, "report")
    audit.reported_on, audit.answer_due = dated_on, answer_due
    audit.save(update_fields=["state", "reported_on", "answer_due"])
    keep_document(audit, None, "report", report, dated_on, by, now)
    for unit in _places(audit):
        settle(kind=COMMENT, subject_uuid=audit.uuid, by=by, now=now, each=unit)
    asking = Finding.objects.filter(audit=audit, kind__in=ASKING, state=FindingState.OPEN)
    found = list(asking.select_related("unit", "audit"))
    for finding in found:
        lay_on_unit(finding, ANSWER, answer_due, now)
        if finding.deadline is not None:
            lay_on_unit(finding, MEET, finding.deadline, now)
    step(audit, "report", by, now, text=f"La frem rapporten fra «{audit.title}»")
    tell_leaders(audit, {one.unit_id for one in found}, "report", by, now)


@command
def finish_audit(*, audit: Audit, reason: str, by: Person, now: datetime) -> None:
    """All that was found is confirmed put right, and it is known whether it helped.

    Raises StillOpen where that is not so.
    """
    guard.refuse_identity(reason)
    need(reason)
    audit.state = states.move(MOVES, audit.state, "finish")
    if remaining(audit):
        raise StillOpen
    audit.reason = reason
    audit.save(update_fields=["state", "reason"])
    step(audit, "finish", by, now, text=f"Fulgte opp «{audit.title}» til ende", note=reason)


def _begins(kind: str) -> str:
    return FindingState.NOTED if kind == FindingKind.GOOD else FindingState.OPEN


def _look_over(audit: Audit, found: Found) -> None:
    guard.refuse_identity(found.title, found.text)
    need(found.title)
    need(found.text)
    if found.kind == FindingKind.ORDER and audit.kind != AuditKind.SUPERVISION:
        raise NotAuthority
    if found.kind == FindingKind.ORDER and found.deadline is None:
        raise DeadlineMissing
    if found.deadline and found.deadline < audit.starts_on:
        raise DayPassed
    if not any(found.unit.path.startswith(unit.path) for unit in _places(audit)):
        raise OutsideScope


def _places(audit: Audit) -> list[Unit]:
    held = audit.places.filter(removed_at__isnull=True).select_related("unit")
    return [one.unit for one in held]
