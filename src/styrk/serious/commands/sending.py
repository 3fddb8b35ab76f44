"""Saying that a notice was sent, and taking it back. Nothing is sent from here: somebody sent it."""

from datetime import datetime

from styrk.core import guard, states
from styrk.organisation.models import Person
from styrk.serious import rules
from styrk.serious.laying import lay
from styrk.serious.models import Notice
from styrk.serious.record import step
from styrk.serious.refusals import BeforeItHappened, NotBegun, NotYet, need
from styrk.serious.types import Sent
from styrk.serious.weighing import follow
from styrk.trail.commands import command

SENT = ("sent_at", "sent_by", "channel", "sender", "reference")


@command
def mark_sent(*, notice: Notice, sent: Sent, by: Person, now: datetime) -> None:
    """It was sent: clocks that run from it begin. Raises NotBegun where it is not decided, NotYet
    or BeforeItHappened."""
    guard.refuse_identity(sent.sender, sent.channel, sent.reference)
    need(sent.sender)
    if sent.at > now:
        raise NotYet
    answers = notice.event.answers.order_by("-pk").first()
    if answers and sent.at < answers.occurred_at:
        raise BeforeItHappened
    if not rules.may_be_sent(notice):
        raise NotBegun
    notice.sent_at, notice.sent_by = sent.at, by
    notice.channel, notice.sender, notice.reference = sent.channel, sent.sender, sent.reference
    notice.save(update_fields=SENT)
    event, rule = notice.event, notice.obligation.rule
    step(
        event,
        "sent",
        by,
        now,
        text="Noterte at en melding er sendt",
        rule=rule,
        step=notice.step,
        sent=sent.at.isoformat(),
        said=sent.reference,
    )
    follow(event, now)
    lay(event, by, now)


@command
def take_back_sent(*, notice: Notice, reason: str, by: Person, now: datetime) -> None:
    """It was not sent after all; what ran from it stands still."""
    guard.refuse_identity(reason)
    need(reason)
    if notice.sent_at is None:
        raise states.NotNow("unsent", "take_back")
    notice.sent_at, notice.sent_by = None, None
    notice.channel = notice.sender = notice.reference = ""
    notice.save(update_fields=SENT)
    event = notice.event
    text = "Rettet: en melding var ikke sendt"
    step(event, "not_sent", by, now, text=text, rule=notice.obligation.rule, said=reason)
    follow(event, now)
    lay(event, by, now)
