"""What is said when people leave, do not leave after all, or return: on a page or by a file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from styrk.core import clock
from styrk.duties.queries import falls_to, named_in
from styrk.messages.commands import Letter
from styrk.organisation import queries
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import Unled
from styrk.ui.words import spoken_day


@dataclass(frozen=True)
class Words:
    """One kind of letter."""

    kind: str
    subject: Promise
    text: Promise


LEAVES = Words(
    "leaves",
    gettext_lazy("Siste dagen din er registrert"),
    gettext_lazy(
        "%(by)s registrerte at siste dagen din er %(day)s. Rollene dine slutter da. Er det ikke"
        " riktig, så si fra til lederen din."
    ),
)
STAYS = Words(
    "stays",
    gettext_lazy("Siste dagen din er tatt bort"),
    gettext_lazy(
        "%(by)s registrerte at du likevel ikke har sluttet. Rollene dine er slik de var avtalt."
    ),
)
RETURNS = Words(
    "returns",
    gettext_lazy("Du er registrert som tilbake"),
    gettext_lazy("%(by)s registrerte at du har begynt igjen. Roller får du på nytt."),
)
FALLS = Words(
    "falls",
    gettext_lazy("%(person)s slutter"),
    gettext_lazy(
        "%(by)s registrerte at siste dag for %(person)s er %(day)s. Det som venter på %(person)s i"
        " eget navn, går da til deg: %(number)s. Det %(person)s eier, trenger en ny eier."
    ),
)
UNLED = Words(
    "unled",
    gettext_lazy("%(unit)s får ingen leder"),
    gettext_lazy(
        "%(by)s registrerte at siste dag for %(person)s er %(day)s. Fra %(since)s har %(unit)s ingen"
        " leder. Det som venter på lederen der, går til deg til noen får rollen."
    ),
)
ACTED_FOR = Words(
    "unled",
    gettext_lazy("%(unit)s får ingen leder"),
    gettext_lazy(
        "%(by)s registrerte at siste dag for %(person)s er %(day)s. Fra %(since)s har %(unit)s ingen"
        " leder. %(deputies)s er stedfortreder, og får det som venter på lederen, til noen får rollen."
    ),
)
GOES_ON = Words(
    "goes-on",
    gettext_lazy("Du er fortsatt stedfortreder i %(unit)s"),
    gettext_lazy(
        "%(by)s registrerte at siste dag for %(person)s er %(day)s. Fra %(since)s har %(unit)s ingen"
        " leder. Du er fortsatt stedfortreder, og får det som venter på lederen, til noen får rollen."
    ),
)
LED_AGAIN = Words(
    "led-again",
    gettext_lazy("%(unit)s har leder likevel"),
    gettext_lazy(
        "%(by)s registrerte at %(person)s likevel ikke har sluttet, og leder %(unit)s som avtalt."
    ),
)


def of_departures(people: Sequence[Person], by: Person, now: datetime) -> Iterator[Letter]:
    """To those whose last day is registered, and to those to whom their work and units fall."""
    waiting = named_in([person.pk for person in people])
    for person in people:
        facts = {"by": by.name, "person": person.name, "day": person.left_on}
        yield _letter(LEAVES, person, person, now, facts)
        if person.pk in waiting and person.left_on:
            for leader, number in falls_to(person, person.left_on + timedelta(days=1)).items():
                if leader.pk != by.pk:
                    yield _letter(FALLS, leader, person, now, facts | {"number": number})
    for one in queries.left_unled([person.pk for person in people], clock.day(now)):
        yield from _of_unled(one, by, now)


def of_staying(
    people: Sequence[Person], unled: Iterable[Unled], by: Person, now: datetime
) -> Iterator[Letter]:
    """To those who stay after all, and above the units that were to be without a leader."""
    for person in people:
        yield _letter(STAYS, person, person, now, {"by": by.name})
    for one in unled:
        facts = {"by": by.name, "person": one.person.name, "unit": one.unit.name}
        for leader in _above(one, by):
            yield _letter(LED_AGAIN, leader, one.person, now, facts, one.unit)


def of_returns(people: Sequence[Person], by: Person, now: datetime) -> Iterator[Letter]:
    for person in people:
        yield _letter(RETURNS, person, person, now, {"by": by.name})


def _of_unled(one: Unled, by: Person, now: datetime) -> Iterator[Letter]:
    """To the leader above, and to those who act for the leader and go on doing so."""
    acting = queries.deputies([one.unit.pk], one.since)[one.unit.pk]
    facts = {
        "by": by.name,
        "person": one.person.name,
        "day": one.person.left_on,
        "since": one.since,
        "unit": one.unit.name,
        "deputies": ", ".join(person.name for person in acting),
    }
    for leader in _above(one, by):
        words = ACTED_FOR if acting else UNLED
        yield _letter(words, leader, one.person, now, facts, one.unit)
    for deputy in acting:
        if deputy.pk != by.pk:
            yield _letter(GOES_ON, deputy, one.person, now, facts, one.unit)


def _above(one: Unled, by: Person) -> list[Person]:
    """The nearest leader above the unit, where it is not whoever acts."""
    found = queries.nearest_leader_above(one.unit, one.since, {one.person.pk})
    return [found[1]] if found and found[1].pk != by.pk else []


def _letter(
    words: Words,
    recipient: Person,
    person: Person,
    now: datetime,
    facts: Mapping[str, object],
    unit: Unit | None = None,
) -> Letter:
    """About the person, and the unit where there is one."""
    about = f"{person.pk}:{unit.pk if unit else ''}"
    return Letter(
        recipient=recipient,
        key=f"departure:{words.kind}:{now.isoformat()}:{about}:{recipient.pk}",
        subject=partial(_said, words.subject, facts),
        text=partial(_said, words.text, facts),
        path=reverse("organisation:unit", args=[unit.uuid])
        if unit
        else reverse("overview:my_page"),
    )


def _said(text: Promise, facts: Mapping[str, object]) -> str:
    """In the language of whoever is asked for."""
    shown = {key: spoken_day(one) if isinstance(one, date) else one for key, one in facts.items()}
    return str(text) % shown
