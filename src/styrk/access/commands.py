"""Grants, drafts and accounts."""

from collections.abc import Mapping
from datetime import datetime

from styrk.access.models import Account, Draft, Grant
from styrk.core import guard
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command, record

DRAFT_CHARACTERS = 20_000


def keep_draft(*, person: Person, path: str, fields: Mapping[str, str], now: datetime) -> None:
    """Keep what a person has typed in a form. Not an act of the organisation, so not in the trail.

    What identifies a patient is taken out before it is stored.
    """
    kept = {name: guard.redact(text[:DRAFT_CHARACTERS]) for name, text in fields.items()}
    Draft.objects.update_or_create(
        person=person, path=path, defaults={"fields": kept, "saved_at": now}
    )


def throw_draft(*, person: Person, path: str) -> None:
    Draft.objects.filter(person=person, path=path).delete()


def grant_to_person(
    *, kind: str, record_id: int, part: str, person: Person, by: Person, now: datetime, reason: str
) -> None:
    """Give a person access to one record (or a part of it). The act that does so records it."""
    Grant.objects.create(
        kind=kind,
        record_id=record_id,
        part=part,
        person=person,
        granted_by=by,
        granted_at=now,
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
    record(
        by=account.person,
        now=now,
        act="choose_language",
        subject="person",
        subject_id=account.person_id or 0,
        text="Valgte språk",
    )
