"""The reports of a person's own."""

from datetime import datetime
from functools import cache
from typing import NamedTuple
from uuid import UUID

from django.db.models import OuterRef, Subquery

from styrk.core.prepared import Prepared, Slot
from styrk.incidents.models import (
    Incident,
    IncidentStep,
    Reporter,
    reference,
)
from styrk.incidents.queries.cases import only
from styrk.incidents.states import State
from styrk.organisation.models import Person

# Comes after every id there is.
LAST = 2**63 - 1
OWN = ("pk", "uuid", "title", "state", "reported_at", "unit__name")


def own_report(person_id: int, uuid: UUID) -> Incident | None:
    """A report of the person's own, whatever became of it."""
    found = Incident.objects.filter(uuid=uuid, reporter__person=person_id)
    return only(found.select_related("unit", "responsible_unit", "handler"))


class OwnReport(NamedTuple):
    """A line in a person's list of own reports. `unit` is the name of where it happened."""

    pk: int
    uuid: UUID
    title: str
    state: str
    reported_at: datetime
    unit: str
    told_at: datetime | None = None

    @property
    def reference(self) -> str:
        return reference(self.pk, self.reported_at)

    @property
    def state_label(self) -> str:
        return str(State(self.state).label)


@cache
def _own(limit: int) -> Prepared[OwnReport]:
    mine = Reporter.objects.filter(person=Slot("person"), incident_id__lt=Slot("before"))
    told = IncidentStep.objects.filter(incident=OuterRef("incident_id"), for_reporter=True)
    last = Subquery(told.order_by("-pk").values("at")[:1])
    found = mine.annotate(told_at=last).order_by("-incident_id")
    columns = [*(f"incident__{column}" for column in OWN), "told_at"]
    return Prepared(OwnReport, lambda: found.values_list(*columns)[:limit])


def own_reports(person: Person, limit: int, *, before: int | None = None) -> list[OwnReport]:
    """The person's newest reports, with when something was last told about each.

    `before` is the id of the last one already read.
    """
    return _own(limit).ask(person=person.pk, before=LAST if before is None else before)
