"""Tokens: what another system shows to act for a person. Widened or prolonged by nobody: issue another."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from styrk.access import tokens
from styrk.access.models import Token
from styrk.access.permissions import Permission
from styrk.core import clock, ids
from styrk.organisation.commands import Refused
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command, record

LONGEST = timedelta(days=366)


class TokenRefused(Refused):
    """A token that cannot be; says why."""


class MadeBefore(TokenRefused):
    """The same form was sent before: its token is made, and its word was shown then."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Nøkkelen er laget allerede, og vises ikke igjen. Har du ikke tatt vare på den, så"
                " avslutt tilgangen og lag en ny."
            )
        )


@command
def issue_token(
    *,
    name: str,
    person: Person,
    permissions: Collection[Permission],
    units: Collection[Unit],
    until: date,
    by: Person | None,
    now: datetime,
    uuid: UUID | None = None,
) -> tuple[Token, str]:
    """Let another system act for the person, at these units and those below them, through `until`.

    The second value is the token itself, which is kept nowhere. What it may do is never more than what
    the person may when it is used. `uuid` is the form's own: sent twice it gives one token. Raises
    TokenRefused, MadeBefore.
    """
    _check(name, permissions, units, until, clock.day(now))
    uuid = uuid or ids.new_uuid()
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    if Token.objects.filter(uuid=uuid).exists():
        raise MadeBefore
    word = tokens.new_token()
    token = Token.objects.create(
        uuid=uuid,
        name=name.strip(),
        person=person,
        permissions=sorted(permissions),
        digest=tokens.digest_of(word),
        until=until,
        made_at=now,
        made_by=by,
    )
    token.units.add(*units)
    text = f"Ga «{token.name}» tilgang på vegne av {person.name}"
    detail = {
        "permissions": token.permissions,
        "units": sorted(unit.code for unit in units),
        "until": until.isoformat(),
    }
    _record(token, by, now, "issue_token", text, **detail)
    return token, word


@command
def end_token(*, token: Token, by: Person | None, now: datetime) -> None:
    """The system is out with its next request. Raises TokenRefused where it was out already."""
    token = Token.objects.select_for_update(no_key=True, of=("self",)).get(pk=token.pk)
    if token.ended_at:
        raise TokenRefused(_("Tilgangen er avsluttet fra før."))
    token.ended_at, token.ended_by = now, by
    token.save(update_fields=["ended_at", "ended_by"])
    text = f"Avsluttet tilgangen «{token.name}» på vegne av {token.person.name}"
    _record(token, by, now, "end_token", text)


def end_tokens_of_gone(
    *, people: Collection[Person] | None = None, by: Person | None, now: datetime
) -> None:
    """End what was given in the names of those of the people (or of all) whose last day has passed, so
    that it does not come to life with them. Part of an act that records itself, or of a job.
    """
    found = Token.objects.filter(ended_at__isnull=True, person__left_on__lt=clock.day(now))
    if people is not None:
        found = found.filter(person__one_of=[person.pk for person in people])
    for token in found.select_related("person__home_unit"):
        end_token(token=token, by=by, now=now)


def note_use(token: Token, on: date) -> None:
    """Keep the last day that it was used."""
    if token.last_used_on != on:
        Token.objects.filter(pk=token.pk).update(last_used_on=on)


def _check(
    name: str,
    permissions: Collection[Permission],
    units: Collection[Unit],
    until: date,
    today: date,
) -> None:
    if not name.strip():
        raise TokenRefused(_("Skriv hvilket system det er."))
    if not permissions or not set(permissions) <= set(tokens.GIVEN):
        raise TokenRefused(_("Velg hva systemet skal kunne gjøre."))
    if not units:
        raise TokenRefused(_("Velg minst én enhet."))
    if not today <= until <= today + LONGEST:
        raise TokenRefused(_("Velg en siste dag fra i dag og høyst et år fram."))


def _record(
    token: Token, by: Person | None, now: datetime, act: str, text: str, **detail: object
) -> None:
    """On the person, since it is in the name of the person that the system acts."""
    home = token.person.home_unit
    record(
        by=by,
        now=now,
        act=act,
        subject="person",
        subject_id=token.person_id,
        text=text,
        trust_id=home.trust_id if home else None,
        **detail,
    )
