"""Local accounts: opened, closed, and what one chooses for the own."""

from datetime import datetime

from django.utils.translation import gettext as _

from styrk.access.models import Account
from styrk.organisation.commands import Refused
from styrk.organisation.models import Person
from styrk.trail.commands import command, record


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
