"""Reading in files so that those whom it concerns are told: who got roles, and who leaves."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext

from styrk.access.commands import end_tokens_of_gone
from styrk.access.roles import ROLES
from styrk.core import clock
from styrk.messages.commands import Letter, send
from styrk.organisation import imports, queries
from styrk.organisation.imports import Plan
from styrk.organisation.models import Person, Unit
from styrk.overview.organisation import leaving
from styrk.overview.organisation.commands import TOLD, responsible_for
from styrk.trail.commands import command

# More lines than this nobody reads in a message; the unit's page shows the rest.
LISTED = 20


@dataclass(frozen=True)
class Given:
    """A role that the files gave somebody."""

    person: Person
    unit: Unit
    role: str


@command
def read_in(plan: Plan, *, by: Person, now: datetime) -> Plan:
    """Do what the files say. One letter to each who got roles, and one to each leader concerned; of
    those who leave, stay or return, what the page would have said.

    Raises HasErrors, as `imports.apply`.
    """
    known = plan.people.changed
    unled = queries.left_unled([one.person.pk for one in known if one.stays(plan.on)], plan.on)
    back = [one.person for one in known if one.returns(plan.on)]
    end_tokens_of_gone(people=back, by=by, now=now)
    done = imports.apply(plan, by=by, now=now)
    if not done.is_empty:
        left = [one.person for one in done.people.changed if one.left]
        end_tokens_of_gone(people=left, by=by, now=now)
        send(_letters(list(_given(done, now)), by, now), now=now)
        send(_of_last_days(done, unled, by, now), now=now)
    return done


def _of_last_days(
    done: Plan, unled: list[queries.Unled], by: Person, now: datetime
) -> Iterator[Letter]:
    known = done.people.changed
    yield from leaving.of_departures([one.person for one in known if one.left], by, now)
    staying = [one.person for one in known if one.stays(done.on)]
    yield from leaving.of_staying(staying, unled, by, now)
    yield from leaving.of_returns([one.person for one in known if one.returns(done.on)], by, now)


def _given(done: Plan, now: datetime) -> Iterator[Given]:
    posts = [post for post in (*done.posts.new, *done.posts.changed) if post.gives_time]
    nodes = done.units.nodes
    units = Unit.objects.in_bulk({nodes[post.key[1]].pk for post in posts})
    for post in posts:
        person, unit, role = post.key
        if role in ROLES and (post.valid_to is None or post.valid_to >= clock.day(now)):
            yield Given(done.people.known[person].person, units[nodes[unit].pk], role)


def _letters(given: list[Given], by: Person, now: datetime) -> Iterator[Letter]:
    own: dict[Person, list[Given]] = defaultdict(list)
    led: dict[Person, list[Given]] = defaultdict(list)
    for one in given:
        if one.person.pk != by.pk:
            own[one.person].append(one)
        if one.role not in TOLD:
            continue
        leader = responsible_for(one.unit, one.role, {one.person.pk, by.pk}, now)
        if leader:
            led[leader].append(one)
    yield from _to_each(own, "own", gettext_lazy("%(by)s ga deg roller fra en fil:"), by, now)
    words = gettext_lazy(
        "%(by)s ga disse rollene fra en fil. Er det ikke riktig, så si fra til den som gjorde det."
    )
    yield from _to_each(led, "leader", words, by, now)


def _to_each(
    lists: Mapping[Person, list[Given]], why: str, words: Promise, by: Person, now: datetime
) -> Iterator[Letter]:
    for person, given in lists.items():
        units = {one.unit.pk: one.unit for one in given}
        yield Letter(
            recipient=person,
            key=f"import:{why}:{now.isoformat()}:{person.pk}",
            subject=partial(_subject, why, given),
            text=partial(_text, words, by.name, given),
            path=reverse("organisation:unit", args=[next(iter(units.values())).uuid])
            if len(units) == 1
            else reverse("organisation:units"),
        )


def _subject(why: str, given: list[Given]) -> str:
    number = len(given)
    said = (
        ngettext("Du har fått %(num)s rolle", "Du har fått %(num)s roller", number)
        if why == "own"
        else ngettext("%(num)s ny rolle", "%(num)s nye roller", number)
    )
    return said % {"num": number}


def _text(words: Promise, by: str, given: list[Given]) -> str:
    lines = [f"{one.person.name}: {ROLES[one.role].name}, {one.unit.name}" for one in given]
    more = len(lines) - LISTED
    if more > 0:
        lines = [
            *lines[:LISTED],
            ngettext("Og %(num)s til.", "Og %(num)s til.", more) % {"num": more},
        ]
    return "\n".join([str(words) % {"by": by}, *lines])
