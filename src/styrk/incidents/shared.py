"""Cases that one sees by a grant, beside the line: past the top leader, handed from there, or asked about."""

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL

from styrk.core.scope import current
from styrk.incidents.models import Incident, Statement, reference
from styrk.incidents.queries import PAGE, earlier_than
from styrk.incidents.types import CASE_PART, READING_PART, STATEMENT_PART
from styrk.ui.paging import Place

GRANTED = "incidents_incident.id IN (SELECT access_granted('incident', %s))"
# Whoever is recused from a case they reported still sees the report, but not as one shared.
OPEN = f"{GRANTED} AND incidents_incident.id NOT IN (SELECT incidents_recused())"
WHOLE = [CASE_PART, READING_PART]
PARTS = [*WHOLE, STATEMENT_PART]
COLUMNS = ("pk", "uuid", "title", "state", "reported_at", "unit__name")


class Question(NamedTuple):
    """What the reader's unit is asked in a case: the newest, one that somebody waits for first."""

    uuid: UUID
    unit: str
    due: date
    is_answered: bool
    is_waiting: bool


class Shared(NamedTuple):
    """A line of the list. `unit` is the name of where it happened; `whole`: the case itself is open
    to the reader, not only the report and the question."""

    pk: int
    uuid: UUID
    title: str
    state: str
    reported_at: datetime
    unit: str
    whole: bool
    question: Question | None = None

    @property
    def reference(self) -> str:
        return reference(self.pk, self.reported_at)


def cases(before: Place | None = None) -> list[Shared]:
    """The newest of them, a page (and one to know if there are more) at a time."""
    # Only places for parameters are put together in these.
    is_open = RawSQL(OPEN, [PARTS], BooleanField())  # noqa: S611
    whole = RawSQL(GRANTED, [WHOLE], BooleanField())  # noqa: S611
    found = Incident.objects.filter(is_open, earlier_than(before)).annotate(whole=whole)
    rows = found.order_by("-reported_at", "-pk").values_list(*COLUMNS, "whole")[: PAGE + 1]
    shared = [Shared(*row) for row in rows]
    asked = _questions([one.pk for one in shared])
    return [one._replace(question=asked.get(one.pk)) for one in shared]


def number() -> int:
    """How many there are."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM incidents_incident WHERE {OPEN}", [PARTS])  # noqa: S608
        return int(cursor.fetchone()[0])


def _questions(incidents: Collection[int]) -> dict[int, Question]:
    """What the units that the reader leads are asked, by the incident."""
    mine = Q(incident__one_of=incidents, unit__one_of=current().posts.ids)
    found = Statement.objects.filter(mine).select_related("unit").order_by("pk")
    ranked = sorted(found, key=lambda one: one.is_waiting) if incidents else []
    return {
        one.incident_id: Question(
            one.uuid, one.unit.name, one.due, one.answered_at is not None, one.is_waiting
        )
        for one in ranked
    }
