"""Ending another's access for a system, so that the owner hears of it."""

from datetime import datetime
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _

from styrk.access.commands import end_token
from styrk.access.models import Token
from styrk.messages.commands import Letter, send
from styrk.organisation.models import Person
from styrk.trail.commands import command


@command
def end_anothers(*, token: Token, by: Person, now: datetime) -> None:
    """As `end_token`; the one whose access it was is told. Raises Refused."""
    end_token(token=token, by=by, now=now)
    if token.person_id != by.pk:
        send([_letter(token, by)], now=now)


def _letter(token: Token, by: Person) -> Letter:
    return Letter(
        recipient=token.person,
        key=f"token-ended:{token.uuid}",
        subject=partial(_subject, token),
        text=partial(_text, token, by),
        path=reverse("api:tokens"),
    )


def _subject(token: Token) -> str:
    return _("Tilgangen for %(system)s er avsluttet") % {"system": token.name}


def _text(token: Token, by: Person) -> str:
    said = _(
        "%(by)s avsluttet tilgangen du ga %(system)s. Nøkkelen virker ikke lenger. Trenger systemet"
        " fortsatt tall, så gi en ny tilgang, eller spør %(by)s."
    )
    return said % {"by": by.name, "system": token.name}
