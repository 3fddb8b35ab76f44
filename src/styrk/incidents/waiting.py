"""Parts of a case that other units have not answered: who waits, and who is told that time runs out."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from styrk.access.queries import standing_of
from styrk.access.roles import LEADER
from styrk.core import clock
from styrk.incidents import queries
from styrk.incidents.models import Incident, Statement
from styrk.incidents.record import letters
from styrk.incidents.responsible import holders_of, may_handle_at
from styrk.messages.commands import Letter, send
from styrk.organisation.models import Person
from styrk.organisation.queries import holder_of

# A week is what is asked for when nothing else is chosen: two days left is time enough to answer.
SOON = timedelta(days=2)
# For how long after the day it is still news that it passed: also after days when nothing ran.
LATELY = timedelta(days=7)


def who_waits(incident: Incident, on: date) -> list[Person]:
    """Who has the case now: whoever asked may have handed it on, be inhabil, or hold another post."""
    if incident.handler and may_handle_at(incident, standing_of(incident.handler, on)):
        return [incident.handler]
    recused = queries.recused_from(incident)
    return [person for person in holders_of(incident, on) if person not in recused]


def sweep(now: datetime) -> None:
    """Tell those who are asked when the day is near, and those who wait when it has passed. Once each."""
    on = clock.day(now)
    for statement in queries.statements_due(on - LATELY, on + SOON):
        send(_late(statement, on) if statement.due < on else _soon(statement, on), now=now)


def _soon(statement: Statement, on: date) -> Iterator[Letter]:
    """Not on the day itself: then it is in the morning's reminder."""
    if statement.due > on:
        yield from letters(
            holder_of(statement.unit, LEADER.code, on),
            queries.recused_from(statement.incident),
            statement.incident,
            f"soon:{statement.pk}:{statement.due}",
            lambda: _("Svarfristen for en uttalelse er snart ute"),
            reverse("incidents:statement", args=[statement.uuid]),
        )


def _late(statement: Statement, on: date) -> list[Letter]:
    """The unit itself has it in the morning's reminder."""
    incident = statement.incident
    return letters(
        who_waits(incident, on),
        queries.recused_from(incident),
        incident,
        f"late:{statement.pk}:{statement.due}",
        lambda: _("%(unit)s har ikke svart innen fristen") % {"unit": statement.asked},
        reverse("incidents:incident", args=[incident.uuid]),
    )
