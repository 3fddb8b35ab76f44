"""Departures, so that the person is told, and the leaders to whom the person's work falls."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from styrk.duties.queries import falls_to
from styrk.messages.commands import Letter, send
from styrk.organisation import commands
from styrk.organisation.models import Person
from styrk.trail.commands import command
from styrk.ui.words import spoken_day

LEAVES = (
    gettext_lazy("Siste dagen din er registrert"),
    gettext_lazy(
        "%(by)s registrerte at siste dagen din er %(day)s. Rollene dine slutter da. Er det ikke"
        " riktig, så si fra til lederen din."
    ),
)
STAYS = (
    gettext_lazy("Siste dagen din er tatt bort"),
    gettext_lazy(
        "%(by)s registrerte at du likevel ikke har sluttet. Rollene dine er slik de var avtalt."
    ),
)
RETURNS = (
    gettext_lazy("Du er registrert som tilbake"),
    gettext_lazy("%(by)s registrerte at du har begynt igjen. Roller får du på nytt."),
)
FALLS = (
    gettext_lazy("%(person)s slutter"),
    gettext_lazy(
        "%(by)s registrerte at siste dag for %(person)s er %(day)s. Det som venter på %(person)s i"
        " eget navn, går da til deg: %(number)s. Det %(person)s eier, trenger en ny eier."
    ),
)


@command
def register_departure(*, person: Person, left_on: date, by: Person, now: datetime) -> None:
    """As `record_departure`; the person is told, and each leader who gets what waits. Raises Refused."""
    if commands.record_departure(person=person, left_on=left_on, by=by, now=now):
        send(_of_departure(person, left_on, by, now), now=now)


@command
def take_back(*, person: Person, by: Person, now: datetime) -> None:
    """As `take_back_departure`; the person is told. Raises Refused."""
    commands.take_back_departure(person=person, by=by, now=now)
    send([_letter(STAYS, person, now, by=by.name)], now=now)


@command
def register_return(*, person: Person, by: Person, now: datetime) -> None:
    """As `record_return`; the person is told. Raises Refused."""
    commands.record_return(person=person, by=by, now=now)
    send([_letter(RETURNS, person, now, by=by.name)], now=now)


def _of_departure(person: Person, left_on: date, by: Person, now: datetime) -> Iterator[Letter]:
    facts = {"by": by.name, "person": person.name}
    yield _letter(LEAVES, person, now, **facts, day=left_on)
    for leader, number in falls_to(person, left_on + timedelta(days=1)).items():
        if leader.pk != by.pk:
            yield _letter(FALLS, leader, now, **facts, day=left_on, number=number)


def _letter(
    words: tuple[Promise, Promise], recipient: Person, now: datetime, **facts: object
) -> Letter:
    subject, text = words
    return Letter(
        recipient=recipient,
        key=f"departure:{now.isoformat()}:{recipient.pk}",
        subject=partial(_said, subject, facts),
        text=partial(_said, text, facts),
        path=reverse("overview:my_page"),
    )


def _said(text: Promise, facts: dict[str, object]) -> str:
    """In the language of whoever is asked for."""
    shown = {key: spoken_day(one) if isinstance(one, date) else one for key, one in facts.items()}
    return str(text) % shown
