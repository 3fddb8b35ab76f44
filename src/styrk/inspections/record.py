"""What every act on an audit or a finding leaves behind: a step, a line in the trail, a word."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext as _

from styrk.core import clock
from styrk.core.rows import add
from styrk.duties.commands import require, settle
from styrk.inspections import papers
from styrk.inspections.models import Audit, AuditStep, Document, Finding, FindingStep
from styrk.inspections.types import ANSWER, CONFIRM, MEET, Upload
from styrk.messages.commands import Teller
from styrk.organisation.models import Person
from styrk.organisation.queries import responsible_leaders
from styrk.organisation.rules import LEADER
from styrk.trail.commands import record

tell_of_audit = Teller("audit", "inspections:audit").tell
tell = Teller("finding", "inspections:finding").tell


def step(
    audit: Audit, act: str, by: Person, now: datetime, *, text: str, note: str = "", **detail: str
) -> None:
    """`text` is the act in bokmål, in the past tense."""
    add([AuditStep(audit=audit, act=act, at=now, by=by, note=note, detail=detail)])
    record(
        by=by,
        now=now,
        act=f"audit.{act}",
        subject="audit",
        subject_id=audit.pk,
        trust_id=audit.trust_id,
        text=text,
        **({"note": note} if note else {}),
        **detail,
    )


def finding_step(
    finding: Finding, act: str, by: Person, now: datetime, *, text: str, note: str = "", **more: str
) -> None:
    add([FindingStep(finding=finding, act=act, at=now, by=by, note=note, detail=more)])
    record(
        by=by,
        now=now,
        act=f"finding.{act}",
        subject="finding",
        subject_id=finding.pk,
        trust_id=finding.trust_id,
        text=text,
        **({"note": note} if note else {}),
        **more,
    )


def lay_on_unit(finding: Finding, kind: str, due: date, now: datetime) -> None:
    """On whoever leads the unit that answers: late, it is seen up the line from there."""
    require(
        kind=kind,
        subject_id=finding.pk,
        subject_uuid=finding.uuid,
        unit=finding.unit,
        role=LEADER,
        due=due,
        now=now,
    )


def lay_on_finder(finding: Finding, due: date, now: datetime) -> None:
    require(
        kind=CONFIRM,
        subject_id=finding.pk,
        subject_uuid=finding.uuid,
        unit=finding.audit.unit,
        person=finding.audit.leader,
        due=due,
        now=now,
    )


def settle_all(finding: Finding, by: Person, now: datetime) -> None:
    for kind in (ANSWER, MEET, CONFIRM):
        settle(kind=kind, subject_uuid=finding.uuid, by=by, now=now)


def tell_leaders(
    audit: Audit, unit_ids: Iterable[int], event: str, by: Person, now: datetime
) -> None:
    """Those who lead the units hear what is new about the audit."""
    led = responsible_leaders(list(unit_ids), clock.day(now))
    for person in dict.fromkeys(person for people in led.values() for person in people):
        tell_of_audit(
            person,
            audit,
            event,
            lambda: _("Nytt om tilsyn eller revisjon: %(title)s") % {"title": audit.title},
            lambda: _("Dere er med i det som undersøkes. Se hva det gjelder, og hva som skjer."),
            by=by,
            now=now,
        )


def keep_document(
    audit: Audit,
    finding: Finding | None,
    kind: str,
    upload: Upload,
    dated_on: date,
    by: Person,
    now: datetime,
) -> Document:
    """Store the file, and write down what it is. Part of another act."""
    return Document.objects.create(
        audit=audit,
        finding=finding,
        kind=kind,
        name=upload.name,
        file=papers.store(upload),
        size=len(upload.content),
        digest=upload.digest,
        dated_on=dated_on,
        added_at=now,
        added_by=by,
    )
