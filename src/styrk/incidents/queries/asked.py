"""What other units are asked about an incident."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery

from styrk.access.models import Grant
from styrk.access.queries import Standing
from styrk.incidents.models import (
    Incident,
    Statement,
)
from styrk.incidents.rules import may_answer
from styrk.incidents.types import STATEMENT_PART


def statements_to_answer(standing: Standing, uuids: Collection[UUID]) -> set[UUID]:
    """Those of these questions that open for the person."""
    found = Statement.objects.filter(uuid__one_of=uuids)
    return {one.uuid for one in found if may_answer(standing, one)}


def statement(uuid: UUID, *, hold: bool = False) -> Statement | None:
    """One question, with `seen_until` on it: when its unit sees no more of it, if that is known."""
    found = Statement.objects.select_related("incident__unit", "unit", "asked_by", "answered_by")
    found = found.annotate(seen_until=Subquery(_asked().values("until")[:1]))
    if hold:
        found = found.select_for_update(no_key=True, of=("self",))
    return found.filter(uuid=uuid).first()


def units_waited_for(incident: Incident) -> list[str]:
    """The names of the units that have not answered what they are asked, each once."""
    waits = incident.statements.filter(answered_at__isnull=True, ended_at__isnull=True)
    names = waits.order_by("pk").values_list("unit__name", flat=True)
    return list(dict.fromkeys(names))


def statements_due(first: date, last: date) -> list[Statement]:
    """Those that somebody waits for, due in these days, the first due first."""
    found = Statement.objects.filter(answered_at__isnull=True, ended_at__isnull=True)
    found = found.filter(due__gte=first, due__lte=last).order_by("due", "pk")
    return list(found.select_related("incident__handler", "incident__responsible_unit", "unit"))


def _asked() -> QuerySet[Grant]:
    """The grants of a question's unit, the one without an end first, if there is one."""
    found = Grant.objects.filter(kind="incident", part=STATEMENT_PART)
    asked = found.filter(record_id=OuterRef("incident_id"), unit_id=OuterRef("unit_id"))
    return asked.order_by(F("until").desc(nulls_first=True))
