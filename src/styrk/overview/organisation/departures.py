"""Departures, so that those whom it concerns are told."""

from datetime import date, datetime

from styrk.access.commands import end_tokens_of_gone
from styrk.core import clock
from styrk.messages.commands import send
from styrk.organisation import commands, queries
from styrk.organisation.models import Person
from styrk.overview.organisation import leaving
from styrk.trail.commands import command


@command
def register_departure(*, person: Person, left_on: date, by: Person, now: datetime) -> None:
    """As `record_departure`; the person is told, each leader who gets what waits, and those above and
    beside where a unit is left without a leader. Raises Refused."""
    if commands.record_departure(person=person, left_on=left_on, by=by, now=now):
        end_tokens_of_gone(people=[person], by=by, now=now)
        send(leaving.of_departures([person], by, now), now=now)


@command
def take_back(*, person: Person, by: Person, now: datetime) -> None:
    """As `take_back_departure`; the person is told, and whoever heard that a unit had no leader.
    Raises Refused."""
    unled = queries.left_unled([person.pk], clock.day(now))
    end_tokens_of_gone(people=[person], by=by, now=now)
    commands.take_back_departure(person=person, by=by, now=now)
    send(leaving.of_staying([person], unled, by, now), now=now)


@command
def register_return(*, person: Person, by: Person, now: datetime) -> None:
    """As `record_return`; the person is told. Raises Refused."""
    end_tokens_of_gone(people=[person], by=by, now=now)
    commands.record_return(person=person, by=by, now=now)
    send(leaving.of_returns([person], by, now), now=now)
