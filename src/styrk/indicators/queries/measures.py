"""Which indicators measure a goal, and how each is doing there."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from styrk.goals.models import Goal
from styrk.indicators.models import Definition, GoalMeasure, Signal

SQL = """
    SELECT m.goal_id, i.id, i.uuid, i.name, u.code, u.name, d.rhythm, d.decimals, d.measured_in,
           d.direction, s.period, s.figure, s.points, s.kinds::json, s.variation, s.assurance, t.value
    FROM indicators_goalmeasure m
    JOIN goals_goal g ON g.id = m.goal_id
    JOIN organisation_unit u ON u.id = g.unit_id
    JOIN indicators_indicator i ON i.id = m.indicator_id
    JOIN LATERAL (SELECT rhythm, decimals, measured_in, direction FROM indicators_definition d
        WHERE d.indicator_id = i.id ORDER BY d.valid_from DESC, d.number DESC LIMIT 1) d ON true
    LEFT JOIN indicators_signal s ON s.indicator_id = i.id AND s.unit_id = g.unit_id
    LEFT JOIN LATERAL (SELECT value FROM indicators_target t
        WHERE t.indicator_id = i.id AND (t.unit_id = g.unit_id OR t.unit_id IS NULL)
            AND t.valid_from <= %(on)s
        ORDER BY (t.unit_id IS NOT NULL) DESC, t.valid_from DESC, t.id DESC LIMIT 1) t ON true
    WHERE m.goal_id = ANY(%(goals)s) AND m.ended_at IS NULL ORDER BY m.id
"""


@dataclass(frozen=True)
class Measured:
    """An indicator of a goal: as the job has read it at the goal's unit. `definition` is not stored."""

    goal_id: int
    indicator_id: int
    uuid: UUID
    name: str
    unit_code: str
    unit_name: str
    definition: Definition
    signal: Signal | None
    target: float | None


def measures_of(goal_ids: Collection[int], on: date) -> list[Measured]:
    """What measures the goals. One query."""
    with connection.cursor() as cursor:
        cursor.execute(SQL, {"goals": list(goal_ids), "on": on})
        return [_measured(*row) for row in cursor.fetchall()]


def _measured(
    goal_id: int,
    indicator_id: int,
    uuid: UUID,
    name: str,
    code: str,
    unit: str,
    rhythm: str,
    decimals: int,
    measured_in: str,
    direction: str,
    period: date | None,
    figure: float | None,
    points: int | None,
    kinds: list[str],
    variation: str,
    assurance: str,
    target: float | None,
) -> Measured:
    definition = Definition(
        rhythm=rhythm, decimals=decimals, measured_in=measured_in, direction=direction
    )
    signal = None
    if points:
        signal = Signal(
            stale=False,
            period=period,
            figure=figure,
            points=points,
            kinds=kinds,
            variation=variation,
            assurance=assurance,
        )
    wanted = None if target is None else float(target)
    return Measured(goal_id, indicator_id, uuid, name, code, unit, definition, signal, wanted)


def measure_of(goal: Goal, indicator: UUID) -> GoalMeasure | None:
    """The link between them, if it holds."""
    found = GoalMeasure.objects.filter(goal=goal, indicator__uuid=indicator, ended_at__isnull=True)
    return found.select_related("indicator", "goal").first()
