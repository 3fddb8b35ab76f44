"""What people have said of a series, and what hangs on it: all of it in one question."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from styrk.indicators.models import Indicator, SeriesMark
from styrk.organisation.models import Unit

# Each list as JSON, since they have nothing in common but the series that they are about. What may
# not be seen of actions is hidden by their own policy.
SQL = """
    SELECT
    (SELECT json_agg(json_build_object('uuid', m.uuid, 'kind', m.kind, 'period', m.period,
            'reason', m.reason, 'at', m.at, 'by', p.name, 'withdrawn_at', m.withdrawn_at,
            'withdrawn_by', w.name, 'withdrawn_reason', m.withdrawn_reason)
            ORDER BY m.period, m.id)
        FROM indicators_seriesmark m JOIN organisation_person p ON p.id = m.by_id
        LEFT JOIN organisation_person w ON w.id = m.withdrawn_by_id
        WHERE m.indicator_id = %(indicator)s AND m.unit_id = %(unit)s),
    (SELECT json_agg(json_build_object('uuid', a.uuid, 'period', a.period, 'text', a.text,
            'at', a.at, 'by', p.name) ORDER BY a.period, a.id)
        FROM indicators_annotation a JOIN organisation_person p ON p.id = a.by_id
        WHERE a.indicator_id = %(indicator)s AND a.unit_id = %(unit)s AND a.withdrawn_at IS NULL),
    (SELECT json_agg(json_build_object('period', t.period, 'quality', t.quality,
            'words', t.words, 'at', t.at, 'by', p.name) ORDER BY t.id)
        FROM indicators_attestation t JOIN organisation_person p ON p.id = t.by_id
        WHERE t.indicator_id = %(indicator)s AND t.unit_id = %(unit)s),
    (SELECT json_agg(json_build_object('uuid', g.uuid, 'title', g.title) ORDER BY g.id)
        FROM indicators_goalmeasure l JOIN goals_goal g ON g.id = l.goal_id
        WHERE l.indicator_id = %(indicator)s AND l.ended_at IS NULL AND g.unit_id = %(unit)s
            AND %(goals)s),
    (SELECT json_agg(json_build_object('uuid', c.uuid, 'title', c.title, 'done_at', c.done_at,
            'state', c.state, 'due', c.due) ORDER BY c.done_at, c.id)
        FROM indicators_actionmeasure l JOIN actions_action c ON c.id = l.action_id
        WHERE l.indicator_id = %(indicator)s AND l.unit_id = %(unit)s AND l.ended_at IS NULL)
"""


@dataclass(frozen=True)
class Marked:
    """A person's decision about the chart, also one that is taken back."""

    uuid: UUID
    kind: str
    period: date
    reason: str
    at: datetime
    by: str
    withdrawn_at: datetime | None
    withdrawn_by: str | None
    withdrawn_reason: str

    @property
    def holds(self) -> bool:
        return self.withdrawn_at is None

    @property
    def is_no(self) -> bool:
        """Somebody said no to it when it was proposed."""
        return (self.withdrawn_at, self.withdrawn_reason) == (self.at, self.reason)


@dataclass(frozen=True)
class Noted:
    uuid: UUID
    period: date
    text: str
    at: datetime
    by: str


@dataclass(frozen=True)
class Vouched:
    """How good somebody said that the data of a period are."""

    period: date
    quality: str
    words: str
    at: datetime
    by: str


@dataclass(frozen=True)
class Aim:
    """A goal that the indicator measures."""

    uuid: UUID
    title: str


@dataclass(frozen=True)
class Tried:
    """An action whose effect the series will show."""

    uuid: UUID
    title: str
    done_at: datetime | None
    state: str
    due: date


@dataclass(frozen=True)
class Around:
    """All that is said of a series; `vouched` by period, the newest of each."""

    marks: tuple[Marked, ...]
    notes: tuple[Noted, ...]
    vouched: Mapping[date, Vouched]
    goals: tuple[Aim, ...]
    actions: tuple[Tried, ...]

    def as_marks(self) -> list[SeriesMark]:
        """Those that hold, for the charts."""
        return [SeriesMark(kind=one.kind, period=one.period) for one in self.marks if one.holds]


def around(indicator: Indicator, unit: Unit, *, goals: bool) -> Around:
    """One query. `goals`: whether goals of the unit are in this person's sight."""
    with connection.cursor() as cursor:
        cursor.execute(SQL, {"indicator": indicator.pk, "unit": unit.pk, "goals": goals})
        marks, notes, vouched, aims, tried = cursor.fetchone() or (None,) * 5
    said = [_made(Vouched, one) for one in vouched or ()]
    return Around(
        marks=tuple(_made(Marked, one) for one in marks or ()),
        notes=tuple(_made(Noted, one) for one in notes or ()),
        vouched={one.period: one for one in said},
        goals=tuple(_made(Aim, one) for one in aims or ()),
        actions=tuple(_made(Tried, one) for one in tried or ()),
    )


READ = {
    "uuid": UUID,
    "period": date.fromisoformat,
    "at": datetime.fromisoformat,
    "done_at": datetime.fromisoformat,
    "due": date.fromisoformat,
    "withdrawn_at": datetime.fromisoformat,
}


def _made[T](kind: type[T], told: dict[str, Any]) -> T:
    """JSON has no days and no moments."""
    return kind(
        **{
            name: READ[name](value) if name in READ and value is not None else value  # type: ignore[operator]
            for name, value in told.items()
        }
    )
