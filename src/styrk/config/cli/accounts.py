"""`styrk account`: local accounts, for the operator. A password is never an argument: those are seen
by everyone on the machine."""

import json
import sys

import click

from styrk.access import commands, passwords
from styrk.access.models import Account
from styrk.access.queries import account_named, account_of
from styrk.config import environment
from styrk.core import clock
from styrk.organisation.commands import Refused
from styrk.organisation.models import Person
from styrk.organisation.queries import person_by_number
from styrk.overview.organisation import commands as telling

LONGEST_NAME = 150
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Svaret som JSON.")
OWN = click.option(
    "--own",
    is_flag=True,
    help="Eieren har valgt passordet selv. Ellers varer det en uke, og byttes ved første innlogging.",
)
USERNAME = click.argument("username", metavar="BRUKERNAVN")


@click.group(
    help="Åpne og stenge lokale kontoer, og gi nytt passord. Passordet leses fra skjermen, eller fra"
    " standard inn: det er aldri et argument."
)
def command() -> None:
    pass


@command.command("open")
@click.argument("number", metavar="ANSATTNUMMER")
@USERNAME
@OWN
@AS_JSON
def open_one(*, number: str, username: str, own: bool, as_json: bool) -> None:
    """Åpne en konto for en person som er registrert, eller åpne den som er stengt.

    ANSATTNUMMER er det som står i people.csv.
    """
    with environment.database():
        person = _person(number)
        account = account_of(person)
        if account and not account.is_active and account.username.lower() == username.lower():
            _reset(account, own=own)
        else:
            account = _opened(person, username.strip(), own=own)
        _tell(account, "Kontoen er åpen.", as_json=as_json)


@command.command("close")
@USERNAME
@AS_JSON
def close_one(*, username: str, as_json: bool) -> None:
    """Steng en konto. Den som er logget inn med den, er ute med en gang."""
    with environment.database():
        account = _account(username)
        commands.close_account(account=account, by=None, now=clock.now())
        _tell(account, "Kontoen er stengt.", as_json=as_json)


@command.command("password")
@USERNAME
@OWN
@AS_JSON
def password(*, username: str, own: bool, as_json: bool) -> None:
    """Gi en konto nytt passord. Er den stengt, blir den åpnet."""
    with environment.database():
        account = _account(username)
        _reset(account, own=own)
        _tell(account, "Passordet er byttet.", as_json=as_json)


def _person(number: str) -> Person:
    person = person_by_number(number)
    if person is None:
        raise click.ClickException(f"Ingen person har ansattnummeret {number}.")
    return person


def _account(username: str) -> Account:
    account = account_named(username)
    if account is None:
        raise click.ClickException(f"Ingen konto har brukernavnet {username}.")
    return account


def _opened(person: Person, username: str, *, own: bool) -> Account:
    if not username or len(username) > LONGEST_NAME or not username.isprintable():
        raise click.ClickException("Brukernavnet må ha mellom 1 og 150 tegn.")
    chosen = _chosen_password(Account(username=username, person=person))
    now = clock.now()
    try:
        return telling.open_account(
            person=person,
            username=username,
            password=chosen,
            start_until=None if own else passwords.start_until(now),
            by=None,
            now=now,
        )
    except Refused as reason:
        raise click.ClickException(str(reason)) from reason


def _reset(account: Account, *, own: bool) -> None:
    now = clock.now()
    telling.give_password(
        account=account,
        password=_chosen_password(account),
        start_until=None if own else passwords.start_until(now),
        by=None,
        now=now,
    )


def _chosen_password(account: Account) -> str:
    """Typed twice without being shown, or the first line of standard input."""
    if sys.stdin.isatty():
        typed: str = click.prompt(
            "Passord", hide_input=True, confirmation_prompt="En gang til", err=True
        )
    else:
        typed = sys.stdin.readline().rstrip("\r\n")
    if weak := passwords.weaknesses(typed, account):
        raise click.ClickException(" ".join(weak))
    return typed


def _tell(account: Account, text: str, *, as_json: bool) -> None:
    until = account.start_until if account.is_active else None
    if as_json:
        told = {
            "username": account.username,
            "person": account.person.name if account.person else None,
            "active": account.is_active,
            "start_until": until.isoformat() if until else None,
        }
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    name = account.person.name if account.person else account.username
    click.echo(f"{name} ({account.username}): {text}")
    if until:
        click.echo(
            f"Passordet gjelder til {clock.oslo(until):%d.%m.%Y kl. %H.%M}, og byttes ved første"
            " innlogging."
        )
