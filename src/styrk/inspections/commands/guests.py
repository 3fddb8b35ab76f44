"""Somebody outside reads one audit: let in, given a new address, come in, ended. And what is given to them."""

from datetime import date, datetime

from styrk.access import commands as access
from styrk.access.commands import Invited
from styrk.access.models import Guest
from styrk.core import guard, states
from styrk.inspections.models import Audit, Document
from styrk.inspections.record import keep_document, step
from styrk.inspections.states import MOVES
from styrk.inspections.types import Upload
from styrk.organisation.models import Person
from styrk.trail.commands import already_done, command, record


@command
def admit(*, audit: Audit, invited: Invited, by: Person, now: datetime) -> tuple[Guest, str]:
    """Let somebody outside read the audit, from a day to a day: the guest, and the word of the address.

    Raises GuestRefused.
    """
    states.move(MOVES, audit.state, "admit")
    guest, word = access.invite_guest(
        kind="audit", record_id=audit.pk, trust=audit.trust, invited=invited, by=by, now=now
    )
    text = f"Ga {guest} innsyn til {guest.until:%d.%m.%Y}"
    step(audit, "admit", by, now, text=text, guest=str(guest))
    return guest, word


@command
def renew(*, guest: Guest, audit: Audit, by: Person, now: datetime) -> str:
    """A new address in place of the one before; whoever is in by it is out. Its word."""
    if guest.ended_at is not None:
        raise states.NotNow("ended", "renew")
    word = access.renew_link(guest=guest)
    step(audit, "renew", by, now, text=f"Ga {guest} en ny lenke", guest=str(guest))
    return word


@command
def shut_out(*, guest: Guest, audit: Audit, reason: str = "", by: Person, now: datetime) -> None:
    """End it at once, with why where something is said."""
    guard.refuse_identity(reason)
    if guest.ended_at is not None:
        raise states.NotNow("ended", "shut_out")
    access.end_guest(guest=guest, by=by, now=now)
    text = f"Avsluttet innsynet til {guest}"
    step(audit, "shut_out", by, now, text=text, note=reason, guest=str(guest))


@command
def come_in(*, guest: Guest, given: str, by: None, now: datetime) -> str:
    """No person here does it, but the one from outside. The word of the browser, by the code that was sent; empty where it is not that code."""
    word = access.show_code(guest=guest, given=given, now=now)
    if not word:
        already_done()
        return ""
    record(
        by=by,
        now=now,
        act="audit.come_in",
        subject="audit",
        subject_id=guest.record_id,
        trust_id=guest.trust_id,
        text=f"{guest} logget inn for innsyn",
    )
    return word


@command
def give_document(
    *, audit: Audit, document: Upload, dated_on: date, by: Person, now: datetime
) -> Document:
    """A paper that whoever looks has asked for, or an answer to them."""
    guard.refuse_identity(document.name)
    states.move(MOVES, audit.state, "give")
    kept = keep_document(audit, None, "given", document, dated_on, by, now)
    step(audit, "give", by, now, text=f"La ved «{kept.name}»", document=kept.name)
    return kept
