"""Titles of what waits, what is not begun, and numbers for the map."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from styrk.access.roles import AUDITOR
from styrk.auditplan.models import AuditPlan, PlanLine
from styrk.auditplan.states import LineState, State
from styrk.auditplan.types import PLAN
from styrk.core.asking import Ask
from styrk.duties.models import Duty
from styrk.organisation.models import Appointment, Unit
from styrk.organisation.rules import in_force


def wish_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """Which plan the wishes are for: what they say is for those who open it."""
    found = AuditPlan.objects.filter(uuid__in=uuids).select_related("unit")
    return {one.uuid: str(one) for one in found}


def unit_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    return dict(Unit.objects.filter(uuid__in=uuids).values_list("uuid", "name"))


def line_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """Lines of plans that a board has approved."""
    found = PlanLine.objects.filter(uuid__in=uuids, plan__version__gte=1)
    return dict(found.values_list("uuid", "title"))


def units_to_plan(year: int, on: date) -> list[Unit]:
    """Where audits are planned, with no approved plan of the year, and nobody asked for it yet."""
    auditors = Appointment.objects.filter(in_force(on), role=AUDITOR.code, unit=OuterRef("pk"))
    before = AuditPlan.objects.filter(unit=OuterRef("pk"), year__lt=year)
    has = AuditPlan.objects.filter(unit=OuterRef("pk"), year=year, version__gte=1)
    asked = Duty.objects.filter(kind=PLAN, subject_id=OuterRef("pk"), settled_at__isnull=True)
    found = Unit.objects.filter(in_force(on), Exists(auditors) | Exists(before))
    return list(found.filter(~Exists(has), ~Exists(asked)).order_by("pk"))


def lines_not_begun(year: int, quarter: int, kind: str) -> list[PlanLine]:
    """Lines of approved plans whose quarter is over, that nobody has begun or been asked to begin."""
    over = Q(plan__year__lt=year) | Q(plan__year=year, quarter__lt=quarter)
    asked = Duty.objects.filter(kind=kind, subject_id=OuterRef("pk"), settled_at__isnull=True)
    waiting = PlanLine.objects.filter(over, ~Exists(asked), state=LineState.PLANNED)
    found = waiting.filter(plan__state__in=[State.APPROVED, State.REVISING])
    return list(found.select_related("plan__unit__trust", "plan__begun_by").order_by("pk"))


class Standings(NamedTuple):
    """Of the plans a unit stands under: the newest approved year, and the lines of this year's."""

    plans: int
    approved: int
    lines: int
    over: int
    begun: int


def standings(path: str, on: date) -> Ask[Standings]:
    """How the plans that cover a unit stand: numbers alone, no text."""
    sql = """
        WITH p AS (
            SELECT p.* FROM auditplan_auditplan p JOIN organisation_unit u ON u.id = p.unit_id
            WHERE starts_with(%(path)s, u.path)),
        l AS (
            SELECT l.* FROM auditplan_planline l JOIN p ON p.id = l.plan_id
            WHERE p.year = %(year)s AND p.version > 0 AND l.state <> 'out')
        SELECT (SELECT count(*) FROM p), (SELECT count(*) FROM p WHERE year = %(year)s AND version > 0),
            count(*), count(*) FILTER (WHERE quarter < %(quarter)s),
            count(*) FILTER (WHERE quarter < %(quarter)s AND state = 'begun'
                AND NOT auditplan_came_to_nothing(audit_id))
        FROM l
    """
    facts = {"path": path, "year": on.year, "quarter": (on.month + 2) // 3}
    return Ask(sql, facts, Standings)
