"""Writing in the case file while it happens, and the report that is made from it."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import override

from styrk.core import guard
from styrk.core.frozen import as_json, digest_of
from styrk.organisation.models import Person
from styrk.serious import rules
from styrk.serious.commands.judging import judge_obligation
from styrk.serious.commands.sending import mark_sent
from styrk.serious.models import Addendum, Entry, Event, Notice, Report
from styrk.serious.record import step
from styrk.serious.refusals import Corrected, Lacking, NotYet, need
from styrk.serious.reporting import content, lacking
from styrk.serious.states import EntryKind, State
from styrk.serious.types import Judged, Sent, Written
from styrk.trail.commands import command

OFFER, REPORT = "V04", "V03"


@command
def write_entry(*, event: Event, written: Written, by: Person, now: datetime) -> Entry:
    """Write a line. That a meeting is offered stops its clock. Raises NotYet."""
    guard.refuse_identity(written.text)
    need(written.text)
    if written.occurred_at > now:
        raise NotYet
    entry = _written(event, written, None, by, now)
    step(event, "write", by, now, text="Skrev i saksmappa", kind=written.kind)
    if written.kind == EntryKind.OFFER:
        _offered(event, written, by, now)
    return entry


@command
def correct_entry(*, entry: Entry, text: str, by: Person, now: datetime) -> Entry:
    """Put a line right: the old one stays beside it. Raises Corrected."""
    guard.refuse_identity(text)
    need(text)
    if Entry.objects.filter(corrects=entry).exists():
        raise Corrected
    written = Written(entry.kind, entry.occurred_at, text)
    again = _written(entry.event, written, entry, by, now)
    step(entry.event, "correct", by, now, text="Rettet i saksmappa", kind=entry.kind)
    return again


def _written(
    event: Event, written: Written, corrects: Entry | None, by: Person, now: datetime
) -> Entry:
    return Entry.objects.create(
        event=event,
        trust_id=event.trust_id,
        kind=written.kind,
        occurred_at=written.occurred_at,
        text=written.text,
        corrects=corrects,
        at=now,
        by=by,
    )


def _waiting(event: Event, rule: str) -> Notice | None:
    found = Notice.objects.filter(event=event, obligation__rule=rule, sent_at__isnull=True)
    one = found.select_related("obligation").filter(given=True).order_by("step").first()
    if one is not None:
        one.event = one.obligation.event = event
    return one


def _offered(event: Event, written: Written, by: Person, now: datetime) -> None:
    """Whoever offers it has decided it: it is registered once."""
    notice = _waiting(event, OFFER)
    if notice is None or notice.obligation.state == State.LAPSED:
        return
    if notice.obligation.state != State.SEND:
        judged = Judged(send=True, reason=written.text)
        judge_obligation(obligation=notice.obligation, judged=judged, by=by, now=now)
    sent = Sent(written.occurred_at, "Saksmappa", by.name, "")
    mark_sent(notice=notice, sent=sent, by=by, now=now)


@command
def send_report(*, event: Event, remarks: str, channel: str, by: Person, now: datetime) -> Report:
    """Freeze the report as the case stands, and note it as sent. Raises Lacking.

    What the law asks for and the case says nothing of is explained in `remarks`.
    """
    guard.refuse_identity(remarks, channel)
    with override(settings.LANGUAGE_CODE):
        made = content(event, remarks)
        if lacking(made) and not remarks.strip():
            raise Lacking
    number = event.reports.count() + 1
    report = Report.objects.create(
        event=event,
        trust_id=event.trust_id,
        number=number,
        content=as_json(made),
        digest=digest_of(made),
        at=now,
        by=by,
    )
    step(event, "report", by, now, text="Frøs og sendte rapporten", number=number)
    notice = _waiting(event, REPORT)
    if notice is not None and rules.may_be_sent(notice):
        sent = Sent(now, channel, by.name, f"SHA-256 {report.digest[:16]}")
        mark_sent(notice=notice, sent=sent, by=by, now=now)
    return report


@command
def add_addendum(*, report: Report, text: str, by: Person, now: datetime) -> None:
    """Say more of a report that is sent; the report itself stays as it was."""
    guard.refuse_identity(text)
    need(text)
    Addendum.objects.create(report=report, event=report.event, text=text, at=now, by=by)
    step(report.event, "addendum", by, now, text="Skrev et tillegg til rapporten")
