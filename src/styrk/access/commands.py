"""Grants, drafts and accounts."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from styrk.access.models import Account, Draft, Grant
from styrk.core import guard
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command, record

DRAFT_CHARACTERS = 20_000
# How long one may read what one has had to do with, when one has no more to do with it.
LOOK_BACK = timedelta(days=30)


def keep_draft(*, person: Person, path: str, fields: Mapping[str, str], now: datetime) -> None:
    """Keep what a person has typed in a form. Not an act of the organisation, so not in the trail.

    What identifies a patient is taken out before it is stored.
    """
    kept = {name: guard.redact(text[:DRAFT_CHARACTERS]) for name, text in fields.items()}
    Draft.objects.update_or_create(
        person=person, path=path, defaults={"fields": kept, "saved_at": now}
    )


def forget_drafts(*, before: datetime) -> None:
    """Throw what was typed and never sent."""
    Draft.objects.filter(saved_at__lt=before).delete()


def throw_draft(*, person: Person, path: str) -> None:
    Draft.objects.filter(person=person, path=path).delete()


def grant_to_person(
    *,
    kind: str,
    record_id: int,
    part: str,
    person: Person,
    by: Person,
    now: datetime,
    reason: str,
    until: datetime | None = None,
) -> None:
    """Give a person access to one record (or a part of it). The act that does so records it."""
    Grant.objects.create(
        kind=kind,
        record_id=record_id,
        part=part,
        person=person,
        granted_by=by,
        granted_at=now,
        until=until,
        reason=reason,
    )


def grant_to_post(
    *, kind: str, record_id: int, part: str, unit: Unit, by: Person, now: datetime, reason: str
) -> None:
    """Give whoever holds the post at a unit access to one record (or a part of it)."""
    Grant.objects.create(
        kind=kind,
        record_id=record_id,
        part=part,
        unit=unit,
        granted_by=by,
        granted_at=now,
        reason=reason,
    )


@command
def note_sign_in(*, account: Account, now: datetime) -> None:
    """Record that an account signed in. Failed attempts are counted by the lock-out alone."""
    _record_own(account, now, "sign_in", "Logget inn")


@command
def change_password(*, account: Account, password: str, now: datetime) -> None:
    """A new password, chosen by the one it belongs to. Other sessions end by it."""
    account.set_password(password)
    account.save(update_fields=["password"])
    _record_own(account, now, "change_password", "Byttet passord")


@command
def open_account(
    *, person: Person, username: str, password: str | None, by: Person | None, now: datetime
) -> Account:
    """Give a person a login. Without a password nobody can sign in with it by password."""
    account = Account(username=username, person=person)
    account.set_password(password)
    account.save()
    record(
        by=by,
        now=now,
        act="open_account",
        subject="person",
        subject_id=person.pk,
        text=f"Ga {person.name} en brukerkonto",
    )
    return account


@command
def choose_language(*, account: Account, language: str, now: datetime) -> None:
    """The person's own choice of language for pages and messages."""
    account.language = language
    account.save(update_fields=["language"])
    _record_own(account, now, "choose_language", "Valgte språk")


def _record_own(account: Account, now: datetime, act: str, text: str) -> None:
    """What a person does with the own account concerns nobody else, so its subject is the account."""
    record(by=account.person, now=now, act=act, subject="account", subject_id=account.pk, text=text)
