"""Which indicators measure a goal or another record, and how each is doing there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from styrk.core.trips import Sql, asks
from styrk.goals.models import Goal
from styrk.indicators.models import Definition, GoalMeasure, Signal

# What hangs on a goal is measured at the goal's unit; what hangs on an action, where somebody chose.
GOALS = """
    SELECT m.id, m.goal_id AS at_id, m.indicator_id, g.unit_id
    FROM indicators_goalmeasure m JOIN goals_goal g ON g.id = m.goal_id
    WHERE m.goal_id = ANY(%(ids)s) AND m.ended_at IS NULL
"""
ACTIONS = """
    SELECT m.id, m.action_id AS at_id, m.indicator_id, m.unit_id
    FROM indicators_actionmeasure m JOIN actions_action a ON a.id = m.action_id
    WHERE m.action_id = ANY(%(ids)s) AND m.ended_at IS NULL
"""
SQL = """
    SELECT l.at_id, i.id, u.id, i.uuid, i.name, u.code, u.name, d.rhythm, d.decimals,
           d.measured_in, d.direction, s.period, s.figure, s.points, s.kinds::json, s.variation,
           s.assurance, t.value
    FROM ({links}) AS l
    JOIN organisation_unit u ON u.id = l.unit_id
    JOIN indicators_indicator i ON i.id = l.indicator_id
    JOIN LATERAL (SELECT rhythm, decimals, measured_in, direction FROM indicators_definition d
        WHERE d.indicator_id = i.id ORDER BY d.valid_from DESC, d.number DESC LIMIT 1) d ON true
    LEFT JOIN indicators_signal s ON s.indicator_id = i.id AND s.unit_id = l.unit_id
    LEFT JOIN LATERAL (SELECT value FROM indicators_target t
        WHERE t.indicator_id = i.id AND (t.unit_id = l.unit_id OR t.unit_id IS NULL)
            AND t.valid_from <= %(on)s
        ORDER BY (t.unit_id IS NOT NULL) DESC, t.valid_from DESC, t.id DESC LIMIT 1) t ON true
    ORDER BY l.id
"""


@dataclass(frozen=True)
class Measured:
    """A series that measures the record `at_id`, as the job has read it. `definition` is not stored."""

    at_id: int
    indicator_id: int
    unit_id: int
    uuid: UUID
    name: str
    unit_code: str
    unit_name: str
    definition: Definition
    signal: Signal | None
    target: float | None


def measures_of(goal_ids: Collection[int], on: date) -> list[Measured]:
    """What measures the goals. One query."""
    return measured_through(GOALS, goal_ids, on)


def measures_of_actions(action_ids: Collection[int], on: date) -> list[Measured]:
    """What will show whether the actions helped, of those the person may see. One query."""
    return measured_through(ACTIONS, action_ids, on)


def measured_through(links: str, ids: Collection[int], on: date) -> list[Measured]:
    """What measures the records `ids`; `links` is SQL that gives links to them as GOALS does. One query."""
    return [_measured(row) for row in _rows(links, ids, on)]


@asks
def _rows(links: str, ids: Collection[int], on: date) -> Sql:
    return Sql(SQL.format(links=links), {"ids": list(ids), "on": on})


NAMED = ("at_id", "indicator_id", "unit_id", "uuid", "name", "unit_code", "unit_name")


def _measured(row: Sequence[Any]) -> Measured:
    rhythm, decimals, measured_in, direction, period, figure, points = row[7:14]
    kinds, variation, assurance, target = row[14:]
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
    named: dict[str, Any] = dict(zip(NAMED, row, strict=False))
    return Measured(**named, definition=definition, signal=signal, target=wanted)


def measure_of(goal: Goal, indicator: UUID) -> GoalMeasure | None:
    """The link between them, if it holds."""
    found = GoalMeasure.objects.filter(goal=goal, indicator__uuid=indicator, ended_at__isnull=True)
    return found.select_related("indicator", "goal").first()
