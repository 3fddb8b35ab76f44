"""What one needs to know where values are typed, vouched for or exported."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import connection

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import Reach
from styrk.core.scope import NONE
from styrk.indicators.models import Annotation, Figure, Indicator, SeriesMark
from styrk.organisation.models import Person, Unit

type Stands = Mapping[tuple[int, date], tuple[Decimal, Decimal | None, bool]]

# The newest period of each indicator that a person owns, at the unit that keeps it, and that nobody
# has vouched for there.
UNVOUCHED = """
    SELECT i.id, f.period FROM indicators_indicator i
    JOIN LATERAL (SELECT max(period) AS period FROM indicators_figure f
        WHERE f.unit_id = i.unit_id AND f.indicator_id = i.id AND f.of = 'actual') f
        ON f.period IS NOT NULL
    WHERE i.retired_on IS NULL {whose}
        AND NOT EXISTS (SELECT FROM indicators_attestation a WHERE a.indicator_id = i.id
            AND a.unit_id = i.unit_id AND a.period = f.period)
        AND EXISTS (SELECT FROM indicators_definition d WHERE d.indicator_id = i.id
            AND d.computed = '')
    ORDER BY i.area, i.name, i.id
"""


def figures_at(
    unit: Unit, indicator_ids: Collection[int], periods: Collection[date], of: str
) -> Stands:
    """(numerator, denominator, own) by (indicator, period): what stands there. One query."""
    found = Figure.objects.filter(
        unit=unit, indicator__one_of=indicator_ids, period__in=list(periods), of=of
    )
    return {
        (one.indicator_id, one.period): (one.numerator, one.denominator, one.own) for one in found
    }


def mark_by_uuid(uuid: UUID) -> SeriesMark | None:
    asked = ("indicator__unit", "indicator__owner", "unit")
    return SeriesMark.objects.select_related(*asked).filter(uuid=uuid).first()


def annotation_by_uuid(uuid: UUID) -> Annotation | None:
    asked = ("indicator__unit", "indicator__owner", "unit")
    return Annotation.objects.select_related(*asked).filter(uuid=uuid).first()


@dataclass(frozen=True)
class Unvouched:
    indicator: Indicator
    period: date


def unvouched(person: Person | None = None) -> list[Unvouched]:
    """What is not vouched for, of one owner or of all. Two queries."""
    whose = "AND i.owner_id = %(owner)s" if person else ""
    with connection.cursor() as cursor:
        cursor.execute(UNVOUCHED.format(whose=whose), {"owner": person.pk if person else None})
        rows = cursor.fetchall()
    known = Indicator.objects.select_related("unit", "owner").in_bulk([pk for pk, _day in rows])
    return [Unvouched(known[pk], period) for pk, period in rows]


def sees_line(standing: Standing, unit: Unit) -> bool:
    """Whether all that stands below the unit is in sight: an owner has other trusts below it.

    One query, and none for those who have a line and for units inside one's own trust.
    """
    seen = standing.may.get(Permission.SEE_INDICATORS, NONE)
    lines = (p.path for p in standing.posts if p.role.reach is Reach.LINE and p.unit_id in seen)
    if unit.path.startswith(tuple(lines) or ("-",)):
        return True
    if unit.pk != unit.legal_id or (unit.pk not in standing.trusts and unit.pk not in seen):
        return unit.legal_id in standing.trusts
    below = Unit.objects.filter(path__startswith=unit.path)
    others = below.exclude(trust__one_of=standing.trusts)
    return not any(pk not in seen for pk in others.values_list("pk", flat=True))


def grouped(rows: Sequence[Unvouched]) -> dict[Person, list[Unvouched]]:
    found: dict[Person, list[Unvouched]] = defaultdict(list)
    for one in rows:
        found[one.indicator.owner].append(one)
    return found
