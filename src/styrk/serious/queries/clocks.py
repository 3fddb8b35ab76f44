"""Clocks that run, as those who see the cases read them; and numbers of a whole organisation."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q
from django.db.models.expressions import RawSQL

from styrk.core.scope import current
from styrk.core.trips import Sql, asks
from styrk.incidents.models import Incident, reference
from styrk.incidents.types import CASE_PART
from styrk.organisation.models import Unit
from styrk.serious.models import Event, Notice
from styrk.serious.states import RUNNING

MOST = 60


class Running(NamedTuple):
    """A clock that runs. `unit` is where the case lies."""

    event: UUID
    rule: str
    step: int
    state: str
    recipients: list[str]
    due_at: datetime | None
    late_at: datetime
    warned: str
    number: int
    reported_at: datetime
    title: str
    unit: str

    @property
    def case(self) -> str:
        return f"{reference(self.number, self.reported_at)} {self.title}"


COLUMNS = (
    *("event__uuid", "obligation__rule", "step", "obligation__state", "recipients"),
    *("due_at", "late_at", "warned"),
    *(f"event__incident__{name}" for name in ("pk", "reported_at", "title")),
    "event__incident__responsible_unit__name",
)


def running() -> list[Running]:
    """Those in sight, the first to run out first: a page of them, and one to know if there are more."""
    found = Notice.objects.filter(sent_at__isnull=True, given=True, late_at__isnull=False)
    found = found.filter(obligation__state__in=RUNNING).filter(_in_sight("event__incident"))
    return [
        Running(*row) for row in found.order_by("late_at", "pk").values_list(*COLUMNS)[: MOST + 1]
    ]


def latest() -> list[Event]:
    """The newest cases in sight."""
    found = Event.objects.filter(_in_sight("incident"))
    return list(found.select_related("incident__responsible_unit").order_by("-pk")[:MOST])


def _in_sight(incident: str) -> Q:
    """Said once more, as a literal: by the line, or by a grant."""
    line = current().units("incident").rows(unit=f"{incident}__responsible_unit")
    granted = RawSQL("SELECT access_granted('incident', %s)", [[CASE_PART]])
    return line | Q(**{f"{incident}__in": granted})


class Figures(NamedTuple):
    """Of a whole organisation in a year: assessed events, notices sent and those in time, clocks now."""

    assessed: int
    sent: int
    in_time: int
    running: int
    late: int


@asks
def _numbers(unit: int, at: datetime) -> Sql:
    return Sql("SELECT * FROM serious_figures(%(unit)s, %(at)s)", {"unit": unit, "at": at})


def figures(unit: Unit, at: datetime) -> Figures:
    """Numbers alone: no case, no person. Those past the line are counted too."""
    ((*numbers,),) = _numbers(unit.pk, at)
    return Figures(*numbers)


class Duty(NamedTuple):
    """A duty in a case, as the incident's page tells of it; without rule where the case has none."""

    event: UUID
    rule: str | None
    state: str | None


def duties_of(incident: Incident) -> list[Duty]:
    """The case of an incident and its duties, in one question; nothing where nobody has begun."""
    return [Duty(*row) for row in _duties(incident.pk)]


@asks
def _duties(incident: int) -> Sql:
    text = """SELECT e.uuid, o.rule, o.state
        FROM serious_event e LEFT JOIN serious_obligation o ON o.event_id = e.id
        WHERE e.incident_id = %(incident)s ORDER BY o.rule"""
    return Sql(text, {"incident": incident})
