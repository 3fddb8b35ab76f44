"""Giving roles and passwords so that those it concerns are told."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from styrk.access import commands as access
from styrk.access.models import Account
from styrk.access.queries import standing_of
from styrk.access.roles import ADMINISTRATOR, DEPUTY_OF, LEADER, ROLES
from styrk.access.rules import SEES_CASES, check_not_oneself
from styrk.core import clock
from styrk.messages.commands import Letter, send
from styrk.organisation import commands, queries
from styrk.organisation.models import Appointment, Deputyship, Person, Unit
from styrk.organisation.rules import has_left
from styrk.trail.commands import command

# Whoever runs the server acts on its command line, and is nobody the database knows.
OPERATOR: Promise = gettext_lazy("Den som drifter Styrk")
DEPUTY: Promise = gettext_lazy("Stedfortreder")
# Roles that the responsible leader is told of: they open cases, or decide who gets to.
TOLD = SEES_CASES | {ADMINISTRATOR.code}


@command
def give_role(
    *,
    person: Person,
    unit: Unit,
    role: str,
    valid_from: date,
    valid_to: date | None,
    by: Person,
    now: datetime,
) -> Appointment:
    """A role; the one who gets it and the responsible leader are told. Raises Refused."""
    check_not_oneself(by, person, role)
    post = commands.appoint(
        person=person,
        unit=unit,
        role=role,
        valid_from=valid_from,
        valid_to=valid_to,
        by=by,
        now=now,
    )
    leader = responsible_for(unit, role, {person.pk, by.pk}, now) if role in TOLD else None
    called = ROLES[role].name
    send(_letters(f"appointment:{post.pk}", person, leader, unit, called, by), now=now)
    return post


@command
def name_deputy(
    *,
    person: Person,
    unit: Unit,
    valid_from: date,
    valid_to: date | None,
    reason: str,
    by: Person,
    now: datetime,
) -> Deputyship:
    """A deputy for the leader; the deputy and the responsible leader are told. Raises Refused."""
    check_not_oneself(by, person, DEPUTY_OF.code)
    post = commands.name_deputy(
        person=person,
        unit=unit,
        valid_from=valid_from,
        valid_to=valid_to,
        reason=reason,
        by=by,
        now=now,
    )
    leader = responsible_for(unit, "", {person.pk, by.pk}, now)
    send(_letters(f"deputyship:{post.pk}", person, leader, unit, DEPUTY, by), now=now)
    return post


class Key(NamedTuple):
    """What is said of a way in to a person's account: to the owner, and to the leader of one who
    sees cases."""

    subject: Promise
    text: Promise
    above: Promise
    told_above: Promise


OPENED = Key(
    gettext_lazy("Du har fått en konto i Styrk"),
    gettext_lazy(
        "%(by)s åpnet en konto for deg. Har du ikke bedt om det, så si fra til lederen din."
    ),
    gettext_lazy("Ny konto til en som ser saker"),
    gettext_lazy(
        "%(by)s åpnet en konto for %(person)s. Med passordet kan en annen se saker. Vet du ikke"
        " hvorfor, så spør %(person)s."
    ),
)
PASSWORD = Key(
    gettext_lazy("Kontoen din har fått nytt passord"),
    gettext_lazy(
        "%(by)s ga kontoen din et nytt passord. Har du ikke bedt om det, så si fra til lederen din."
    ),
    gettext_lazy("Nytt passord til en som ser saker"),
    gettext_lazy(
        "%(by)s ga kontoen til %(person)s et nytt passord. Med det kan en annen se"
        " saker. Vet du ikke hvorfor, så spør %(person)s."
    ),
)


@command
def open_account(
    *,
    person: Person,
    username: str,
    password: str,
    start_until: datetime | None,
    by: Person | None,
    now: datetime,
) -> Account:
    """An account; the owner hears who opened it. `by` is empty for the operator of the server.

    `start_until` is empty where the owner has chosen the password. Raises Refused.
    """
    _check_here(person, now)
    account = access.open_account(
        person=person,
        username=username,
        password=password,
        start_until=start_until,
        by=by,
        now=now,
    )
    send(_of_key(OPENED, account, person, by, now), now=now)
    return account


@command
def give_password(
    *,
    account: Account,
    password: str,
    start_until: datetime | None,
    by: Person | None,
    now: datetime,
) -> None:
    """A new password; the owner hears who gave it. As for `open_account`. Raises Refused."""
    if account.person:
        _check_here(account.person, now)
    access.reset_password(
        account=account, password=password, start_until=start_until, by=by, now=now
    )
    if account.person:
        send(_of_key(PASSWORD, account, account.person, by, now), now=now)


def _check_here(person: Person, now: datetime) -> None:
    if has_left(person, clock.day(now)):
        raise commands.Gone(person.name)


def _of_key(
    key: Key, account: Account, person: Person, by: Person | None, now: datetime
) -> Iterator[Letter]:
    """To the owner; and, because that inbox is open to whoever has the password, to the leader of
    one who sees cases."""
    name = f"account:{account.pk}:{now.isoformat()}"
    facts = {"by": by.name if by else OPERATOR, "person": person.name}
    letter = partial(_letter, name, reverse("overview:my_page"), facts)
    yield letter(person, key.subject, key.text)
    for leader in _leaders_of(person, {person.pk} | ({by.pk} if by else set()), now):
        yield letter(leader, key.above, key.told_above)


def _leaders_of(person: Person, without: set[int], now: datetime) -> Iterable[Person]:
    """The leaders responsible for where the person sees cases, each once."""
    posts = [p for p in standing_of(person, clock.day(now)).posts if p.role.code in SEES_CASES]
    units = Unit.objects.in_bulk({post.unit_id for post in posts})
    found = (
        responsible_for(units[post.unit_id], "" if post.deputy else post.role.code, without, now)
        for post in posts
    )
    return dict.fromkeys(leader for leader in found if leader)


def responsible_for(unit: Unit, role: str, without: set[int], now: datetime) -> Person | None:
    """Who answers for the unit; for its own leader the one above."""
    today = clock.day(now)
    if role != LEADER.code:
        own = queries.responsible_leaders([unit.pk], today)[unit.pk]
        for person in own:
            if person.pk not in without:
                return person
    above = queries.nearest_leader_above(unit, today, without)
    return above[1] if above else None


def _letters(
    key: str, person: Person, leader: Person | None, unit: Unit, called: Promise, by: Person
) -> Iterator[Letter]:
    facts = {"person": person.name, "unit": unit.name, "role": called, "by": by.name}
    letter = partial(_letter, key, reverse("organisation:unit", args=[unit.uuid]), facts)
    if person.pk != by.pk:
        yield letter(
            person,
            gettext_lazy("Du har fått en rolle i %(unit)s"),
            gettext_lazy("%(by)s ga deg rollen %(role)s i %(unit)s."),
        )
    if leader:
        yield letter(
            leader,
            gettext_lazy("Ny rolle i %(unit)s"),
            gettext_lazy(
                "%(by)s ga %(person)s rollen %(role)s i %(unit)s. Er det ikke riktig, så si fra til"
                " den som gjorde det."
            ),
        )


def _letter(
    key: str,
    path: str,
    facts: Mapping[str, object],
    recipient: Person,
    subject: Promise,
    text: Promise,
) -> Letter:
    return Letter(
        recipient=recipient,
        key=f"{key}:{recipient.pk}",
        subject=partial(_said, subject, **facts),
        text=partial(_said, text, **facts),
        path=path,
    )


def _said(text: Promise, **facts: object) -> str:
    return str(text) % facts
