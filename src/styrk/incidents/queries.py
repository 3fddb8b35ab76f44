"""Reading incidents: the guarded door. The database refuses what is not in scope; the same scope
stands as a literal in every list, because policies protect and literals plan."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import NamedTuple
from uuid import UUID

from django.db.models import BooleanField, F, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import RawSQL

from styrk.access.models import Grant
from styrk.access.queries import Standing
from styrk.actions.models import Action
from styrk.actions.queries import TOLD as ACTION
from styrk.actions.states import Effect
from styrk.actions.states import State as ActionState
from styrk.core import lines
from styrk.core.prepared import Prepared, Slot
from styrk.core.scope import SYSTEM, acting, current
from styrk.core.trips import asks
from styrk.incidents.listing import Filters, limits_of
from styrk.incidents.models import (
    Attachment,
    Incident,
    IncidentAction,
    IncidentStep,
    Recusal,
    Reporter,
    Statement,
    reference,
)
from styrk.incidents.rules import may_answer, sees_case
from styrk.incidents.search import newest_found, numbered
from styrk.incidents.states import State
from styrk.incidents.types import CASE_PART, STATEMENT_PART
from styrk.organisation.models import Person, Unit
from styrk.ui.paging import Place
from styrk.ui.strands import Links

PAGE = 50
# Comes after every id there is.
LAST = 2**63 - 1
OWN = ("pk", "uuid", "title", "state", "reported_at", "unit__name")


class Listed(NamedTuple):
    """A line of the list of incidents. `unit` is the name of the responsible unit."""

    pk: int
    uuid: UUID
    title: str
    kind: str
    state: str
    harm_actual: str
    reported_at: datetime
    unit: str

    @property
    def reference(self) -> str:
        return reference(self.pk, self.reported_at)


LISTED = (*Listed._fields[:-1], "responsible_unit__name")


def incident(uuid: UUID, *, hold: bool = False) -> Incident | None:
    """One incident if the person in scope may see it, with `recused` and `shared` on it."""
    found = Incident.objects.filter(uuid=uuid).select_related(
        "unit", "responsible_unit", "handler", "confirmed_by", "reporter__person"
    )
    if hold:
        found = found.select_for_update(no_key=True, of=("self",))
    return _only(_with_sight(found))


def case_numbered(text: str) -> Incident | None:
    """The case in sight that people call «2026-17», «#17» or «17»."""
    return _only(_with_sight(numbered(Incident.objects.all(), text)))


def _with_sight(found: QuerySet[Incident]) -> QuerySet[Incident]:
    """With `recused` and `shared` of the person in scope on each."""
    return found.annotate(
        recused=RawSQL("incidents_incident.id IN (SELECT incidents_recused())", [], BooleanField()),
        shared=RawSQL(
            "access_has_grant('incident', incidents_incident.id, %s)", [[CASE_PART]], BooleanField()
        ),
    )


def cases_seen(standing: Standing, uuids: Collection[UUID]) -> set[UUID]:
    """Those of these cases that open for the person: all of the case, not only the report."""
    found = _with_sight(Incident.objects.filter(uuid__one_of=uuids))
    told = found.only("uuid", "responsible_unit_id", "past_line")
    return {one.uuid for one in told if sees_case(standing, one)}


def statements_to_answer(standing: Standing, uuids: Collection[UUID]) -> set[UUID]:
    """Those of these questions that open for the person."""
    found = Statement.objects.filter(uuid__one_of=uuids)
    return {one.uuid for one in found if may_answer(standing, one)}


def _only[M: Model](found: QuerySet[M]) -> M | None:
    """The one row there can be. Not `first()`: to sort by every column fetched is a third of its cost."""
    return next(iter(found), None)


def incidents_for(filters: Filters, on: date, before: Place | None = None) -> list[Listed]:
    """The newest incidents in sight, a page (and one to know if there are more) at a time."""
    limits = limits_of(filters, on)
    sight = current().units("incident")
    found = Incident.objects.filter(earlier_than(before))
    seen = found.filter(limits, sight.rows(unit="responsible_unit"))
    if filters.text.strip():
        ids = newest_found(found, sight, limits, filters.text, PAGE + 1)
        seen = Incident.objects.filter(pk__one_of=ids)
    rows = seen.order_by("-reported_at", "-pk").values_list(*LISTED)[: PAGE + 1]
    return [Listed(*row) for row in rows]


def incidents_in_full(filters: Filters, on: date, most: int) -> list[Incident]:
    """The same list in one piece, the newest `most` of it."""
    limits, sight = limits_of(filters, on), current().units("incident")
    if filters.text.strip():
        ids = newest_found(Incident.objects.all(), sight, limits, filters.text, most)
        seen = Incident.objects.filter(pk__one_of=ids)
    else:
        seen = Incident.objects.filter(limits, sight.rows(unit="responsible_unit"))
    found = seen.select_related("unit", "responsible_unit").order_by("-reported_at", "-pk")
    return list(found[:most])


def earlier_than(place: Place | None) -> Q:
    if place is None:
        return Q()
    at, pk = place
    return Q(reported_at__lt=at) | Q(reported_at=at, pk__lt=pk)


def attachment(uuid: UUID) -> Attachment | None:
    return Attachment.objects.select_related("incident").filter(uuid=uuid).first()


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


def known_reporter(incident: Incident) -> Person | None:
    """Who reported, as far as the person in scope may know; fetched with the incident."""
    try:
        return incident.reporter.person
    except Reporter.DoesNotExist:
        return None


def recused_from(incident: Incident) -> list[Person]:
    """Who never sees the incident. Asked as the system, since nobody else may know."""
    with acting(SYSTEM):
        found = Recusal.objects.filter(incident=incident).select_related("person")
        return [recusal.person for recusal in found]


def actions_of(incident: Incident) -> list[int]:
    """The actions it led to and all that followed them, also out of sight: asked as the system."""
    with acting(SYSTEM):
        linked = IncidentAction.objects.filter(incident=incident).values_list(
            "action_id", flat=True
        )
        line = lines.under(Action, "follows", linked)
        return list(Action.objects.filter(pk__in=line).values_list("pk", flat=True))


def posts_of(incident: Incident) -> list[tuple[Unit, str]]:
    """The posts that a case past the line is opened to now: the unit, and the role if not leader."""
    with acting(SYSTEM):
        found = Grant.objects.filter(kind="incident", record_id=incident.pk, part=CASE_PART)
        live = found.filter(until__isnull=True).select_related("unit")
        return [(grant.unit, grant.role) for grant in live if grant.unit]


def own_report(person_id: int, uuid: UUID) -> Incident | None:
    """A report of the person's own, whatever became of it."""
    found = Incident.objects.filter(uuid=uuid, reporter__person=person_id)
    return _only(found.select_related("unit", "responsible_unit", "handler"))


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


@dataclass(frozen=True)
class Better:
    """Something that got better because it was reported."""

    title: str
    text: str
    on: datetime | None
    action_uuid: UUID


def better_lately(limit: int = 5) -> list[Better]:
    """The newest actions from incidents that worked, in sight of the person in scope."""
    found = (
        Action.objects.filter(
            current().units("action").rows(),
            origin="incident",
            state=ActionState.FINISHED,
            effect__in=[Effect.WORKED, Effect.PARTLY],
        )
        .order_by("-raised_at", "-pk")
        .values_list("title", "change", "done_at", "uuid")[:limit]
    )
    return [Better(*row) for row in found]


def behind_actions(ids: Collection[int]) -> list[tuple[int, Incident]]:
    """The incidents that led to the actions, where the person in scope sees the case."""
    return [(link.action_id, link.incident) for link in _led_to(ids)]


@asks
def _led_to(ids: Collection[int]) -> QuerySet[IncidentAction]:
    links = IncidentAction.objects.filter(action__one_of=ids).order_by("pk")
    return links.select_related("incident__responsible_unit")


ACTION_LINKS = Links(
    "incident",
    "incident_id",
    IncidentAction,
    [f"action__{name}" for name in ACTION],
    IncidentAction.objects.all,
)


def next_to_tell() -> IncidentAction | None:
    """A link to an action that has moved on since the reporter was last told, held for us alone.

    So is its incident: two of its actions are told one after the other, and the last one sees it.
    """
    return (
        IncidentAction.objects.select_for_update(
            no_key=True, skip_locked=True, of=("self", "incident")
        )
        .select_related("incident__unit", "action")
        .filter(told__in=[ActionState.PLANNED, ActionState.DONE], incident__state=State.IMPROVING)
        .exclude(told=F("action__state"))
        .order_by("pk")
        .first()
    )
