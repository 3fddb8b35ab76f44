"""Grants, drafts and accounts."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from styrk.access.models import Account, Draft, Grant
from styrk.access.typed import Words, gathered, pairs
from styrk.core import guard, scope
from styrk.organisation.commands import Refused
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command, record

DRAFT_CHARACTERS = 20_000
# How long one may read what one has had to do with, when one has no more to do with it.
LOOK_BACK = timedelta(days=30)


class UsernameTaken(Refused):
    def __init__(self, username: str) -> None:
        super().__init__(_("Brukernavnet %(name)s er i bruk.") % {"name": username})


class HasAccount(Refused):
    def __init__(self, person: str) -> None:
        super().__init__(_("%(person)s har en konto fra før.") % {"person": person})


class OwnAccount(Refused):
    """One's own password is changed with the old one."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Dette er din egen konto. Bytt passord på Min side, eller be en annen om å gjøre det."
            )
        )


def keep_draft(*, person: Person, path: str, fields: Mapping[str, Words], now: datetime) -> None:
    """Keep what a person has typed in a form. Not an act of the organisation, so not in the trail.

    What identifies a patient is taken out before it is stored.
    """
    kept = gathered((name, guard.redact(text[:DRAFT_CHARACTERS])) for name, text in pairs(fields))
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
    *,
    kind: str,
    record_id: int,
    part: str,
    unit: Unit,
    by: Person,
    now: datetime,
    reason: str,
    role: str = "",
) -> None:
    """Give whoever holds the post at a unit access to one record (or a part of it).

    The post is the leader's, unless `role` is that of the board's chair.
    """
    Grant.objects.create(
        kind=kind,
        record_id=record_id,
        part=part,
        unit=unit,
        role=role,
        granted_by=by,
        granted_at=now,
        reason=reason,
    )


def end_grants(
    *, kind: str, record_id: int, part: str, until: datetime, unit: Unit | None = None
) -> None:
    """Give those posts' grants that have no end an end: of one unit, or of all; not the chairs'.

    Done as the system, since whoever acts does not see every grant. The act that does so records it.
    """
    posts = {"unit": unit} if unit else {"unit__isnull": False}
    with scope.acting(scope.SYSTEM):
        found = Grant.objects.filter(kind=kind, record_id=record_id, part=part, role="", **posts)
        found.filter(until__isnull=True).update(until=until)


@command
def note_sign_in(*, account: Account, now: datetime) -> None:
    """Record that an account signed in. Failed attempts are counted by the lock-out alone."""
    _record_own(account, now, "sign_in", "Logget inn")


@command
def change_password(*, account: Account, password: str, now: datetime) -> None:
    """A new password, chosen by the one it belongs to. Other sessions end by it."""
    account.set_password(password)
    account.start_until = None
    account.save(update_fields=["password", "start_until"])
    _record_own(account, now, "change_password", "Byttet passord")


@command
def open_account(
    *,
    person: Person,
    username: str,
    password: str | None,
    start_until: datetime | None = None,
    by: Person | None,
    now: datetime,
) -> Account:
    """Give a person a login. Without a password nobody can sign in with it by password.

    `start_until` is set where another has chosen the password: so long it lasts, and it is changed at
    first sign-in. Raises UsernameTaken, HasAccount.
    """
    if Account.objects.filter(person=person).exists():
        raise HasAccount(person.name)
    if Account.objects.filter(username__iexact=username).exists():
        raise UsernameTaken(username)
    account = Account(username=username, person=person, start_until=start_until)
    account.set_password(password)
    account.save()
    _record_account(account, by, now, "open_account", f"Ga {person.name} en brukerkonto")
    return account


@command
def close_account(*, account: Account, by: Person | None, now: datetime) -> None:
    """Nobody signs in with it from now on, and those who are signed in with it are out at once.

    Raises OwnAccount.
    """
    _refuse_own(account, by)
    account.is_active = False
    account.save(update_fields=["is_active"])
    _record_account(account, by, now, "close_account", f"Stengte kontoen til {_owner(account)}")


@command
def reset_password(
    *,
    account: Account,
    password: str,
    start_until: datetime | None,
    by: Person | None,
    now: datetime,
) -> None:
    """A password chosen by another; a closed account is open again. Sessions end by it.

    Raises OwnAccount.
    """
    _refuse_own(account, by)
    opened = "" if account.is_active else " og åpnet kontoen igjen"
    account.set_password(password)
    account.is_active, account.start_until = True, start_until
    account.save(update_fields=["password", "is_active", "start_until"])
    text = f"Ga {_owner(account)} nytt passord{opened}"
    _record_account(account, by, now, "reset_password", text)


def _refuse_own(account: Account, by: Person | None) -> None:
    if by and account.person_id == by.pk:
        raise OwnAccount


def _owner(account: Account) -> str:
    return account.person.name if account.person else account.username


def _record_account(
    account: Account, by: Person | None, now: datetime, act: str, text: str
) -> None:
    person = account.person
    home = person.home_unit if person else None
    record(
        by=by,
        now=now,
        act=act,
        subject="person" if person else "account",
        subject_id=person.pk if person else account.pk,
        text=text,
        trust_id=home.trust_id if home else None,
    )


@command
def choose_language(*, account: Account, language: str, now: datetime) -> None:
    """The person's own choice of language for pages and messages."""
    account.language = language
    account.save(update_fields=["language"])
    _record_own(account, now, "choose_language", "Valgte språk")


def _record_own(account: Account, now: datetime, act: str, text: str) -> None:
    """What a person does with the own account concerns nobody else, so its subject is the account."""
    record(by=account.person, now=now, act=act, subject="account", subject_id=account.pk, text=text)
