"""How it goes in a period, here and in all units below, and whose words are missing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Case, Q, QuerySet, Value, When

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.core import clock
from styrk.core.scope import NONE
from styrk.organisation.models import Unit
from styrk.requirements import periods
from styrk.requirements.annual import NONE_BELOW, Lack, Numbers, Trouble
from styrk.requirements.models import Placement, PlacementStep, StatusReport
from styrk.requirements.queries.placements import NEWEST, NEWEST_SQL, READ
from styrk.requirements.states import Rhythm, State

PAGE = 50
NAMES = 8
ENDS = ("withdraw", "continue")
OVER = (State.WITHDRAWN, State.CONTINUED)


@dataclass(frozen=True)
class Compiled:
    """The numbers below a placement, and the first units, nearest first, that lack words or struggle."""

    below: Numbers = NONE_BELOW
    lacks: tuple[Lack, ...] = ()
    troubles: tuple[Trouble, ...] = ()


# What may stand at the top of an answer: a placement with those below its unit, or a requirement with
# all that it was laid on below the unit that gives it.
PLACED = """requirements_placement top
        JOIN organisation_unit above ON above.id = top.unit_id
        JOIN requirements_placement low ON low.requirement_id = top.requirement_id"""
GIVEN = """requirements_requirement top
        JOIN requirements_edition e ON e.id = top.edition_id
        JOIN requirements_source c ON c.id = e.source_id
        JOIN organisation_unit above ON above.id = c.unit_id
        JOIN requirements_placement low ON low.requirement_id = top.id"""
# One question for all the rows of a page or a report. A unit stands where its last word in the
# period says; a whole year's own words go before those of its months and tertials.
QUESTION = """
    WITH low AS (
        SELECT top.id AS top, unit.name, length(unit.path) AS depth,
               %(all)s OR low.trust_id = ANY(%(trusts)s) OR unit.id = ANY(%(units)s) AS seen,
               CASE WHEN low.answered_at IS NOT NULL AND low.reason <> '' THEN 'declined'
                    WHEN said.course IS NOT NULL THEN said.course
                    WHEN low.answered_at IS NOT NULL THEN 'without_report'
                    WHEN low.answer_due < %(on)s THEN 'late'
                    ELSE 'waiting' END AS stands
        FROM {tops}
            AND low.placed_at < %(ends)s
        JOIN organisation_unit unit ON unit.id = low.unit_id
            AND unit.id <> above.id AND starts_with(unit.path, above.path)
        LEFT JOIN LATERAL (
            SELECT course FROM requirements_statusreport r
            WHERE r.placement_id = low.id AND r.period LIKE ANY(%(periods)s)
            ORDER BY r.period = %(period)s DESC, {newest} LIMIT 1) said ON true
        WHERE top.id = ANY(%(tops)s)
          AND (low.state NOT IN ('withdrawn', 'continued') OR NOT EXISTS (
              SELECT FROM requirements_placementstep step
              WHERE step.placement_id = low.id AND step.act IN ('withdraw', 'continue')
                AND step.at < %(ends)s)))
    SELECT top, count(*),
           count(*) FILTER (WHERE stands = 'late'),
           count(*) FILTER (WHERE stands = 'waiting'),
           count(*) FILTER (WHERE stands = 'declined'),
           count(*) FILTER (WHERE stands = 'without_report'),
           count(*) FILTER (WHERE stands = 'met'),
           count(*) FILTER (WHERE stands = 'on_course'),
           count(*) FILTER (WHERE stands = 'at_risk'),
           count(*) FILTER (WHERE stands = 'not_met'),
           (array_agg(json_build_array(name, stands) ORDER BY depth, name) FILTER (
               WHERE seen AND stands IN ('late', 'waiting', 'without_report')))[1:%(names)s],
           (array_agg(json_build_array(name, stands) ORDER BY stands DESC, depth, name) FILTER (
               WHERE seen AND stands IN ('at_risk', 'not_met')))[1:%(names)s]
    FROM low GROUP BY top
"""


def ends_of(period: str) -> datetime:
    """The moment the period is over."""
    return clock.start_of(periods.last_day(period) + timedelta(days=1))


def _within(period: str) -> list[str]:
    """The periods whose reports count, as patterns: a year's months and tertials count for it."""
    return [period, f"{period}-%"] if len(period) == len("2026") else [period]


def compiled(
    tops: Collection[int], period: str, standing: Standing, on: date, *, of: str = PLACED
) -> dict[int, Compiled]:
    """What is below each of these placements (ids), or requirements where they are `of` GIVEN.

    One query; names only of units in sight.
    """
    if not tops:
        return {}
    sight = standing.may.get(Permission.SEE_REQUIREMENTS, NONE)
    facts: dict[str, Any] = {
        "tops": list(tops),
        "on": on,
        "ends": ends_of(period),
        "period": period,
        "periods": _within(period),
        "names": NAMES,
        "all": sight.everything,
        "trusts": sorted(standing.trusts | sight.trusts),
        "units": [] if sight.trusts else sorted(sight.ids),
    }
    with connection.cursor() as cursor:
        cursor.execute(QUESTION.format(tops=of, newest=NEWEST_SQL), facts)
        return {top: _compiled(*found) for top, *found in cursor.fetchall()}


def _compiled(*found: Any) -> Compiled:
    *numbers, lacks, troubles = found
    return Compiled(
        Numbers(*numbers),
        tuple(Lack(*one) for one in lacks or ()),
        tuple(Trouble(*one) for one in troubles or ()),
    )


def said_in(period: str, placements: Collection[int]) -> dict[int, StatusReport]:
    """The last word of each of these placements (ids) in the period. One query."""
    return {one.placement_id: one for one in asked_said(period, placements)}


def asked_said(
    period: str, placements: Collection[int] | QuerySet[Placement, Any]
) -> QuerySet[StatusReport]:
    """`placements`: ids, or the question for them."""
    own_first = Case(When(period=period, then=Value(0)), default=Value(1))
    within = Q(period=period)
    if len(period) == len("2026"):
        within |= Q(period__startswith=f"{period}-")
    found = StatusReport.objects.filter(within, placement__in=placements)
    return found.order_by("placement", own_first, *NEWEST).distinct("placement")


def lived_in(period: str) -> Q:
    """Placements made by the end of the period, and not taken back or carried on before it was over."""
    ends = ends_of(period)
    over = PlacementStep.objects.filter(act__in=ENDS, at__lt=ends).values("placement")
    return Q(placed_at__lt=ends) & (~Q(state__in=OVER) | ~Q(pk__in=over))


def stands(placement: Placement, report: StatusReport | None, on: date) -> str:
    """How the unit itself stands with it, as QUESTION says it of those below; "accepted" with a word."""
    if placement.answered_at and placement.reason:
        return "declined"
    if report is not None:
        return "accepted"
    if placement.answered_at:
        return "without_report"
    return "late" if placement.answer_due < on else "waiting"


@dataclass(frozen=True)
class StatusRow:
    """A requirement at a unit in a period: its own words (or None), and what is below."""

    placement: Placement
    report: StatusReport | None
    compiled: Compiled

    def stands(self, on: date) -> str:
        return stands(self.placement, self.report, on)


def status_rows(
    unit: Unit, period: str, standing: Standing, on: date, start: int = 0
) -> list[StatusRow]:
    """The unit's requirements that are reported at the period's rhythm; a page and one more.

    As one reads them, and last those that were taken back after the period.
    """
    is_back = Case(When(state=State.WITHDRAWN, then=Value(1)), default=Value(0))
    placements = list(
        Placement.objects.filter(
            lived_in(period), unit=unit, requirement__rhythm__in=rhythms_of(period)
        )
        .exclude(requirement__kind="information")
        .select_related("requirement__edition__source", "owner")
        .order_by(is_back, *READ)[start : start + PAGE + 1]
    )
    ids = [one.pk for one in placements]
    words, below = said_in(period, ids), compiled(ids, period, standing, on)
    return [StatusRow(one, words.get(one.pk), below.get(one.pk, Compiled())) for one in placements]


def rhythms_of(period: str) -> Sequence[str]:
    """How often what is reported of such a period is asked for."""
    if len(period) == len("2026"):
        return (Rhythm.YEARLY, "")
    return (Rhythm.TERTIAL,) if "T" in period else (Rhythm.MONTHLY,)
