"""How a whole line is led, counted in one query."""

from dataclasses import dataclass
from datetime import date

from styrk.core.asking import Ask
from styrk.organisation.rules import LEADER

LEADERSHIP = """
    WITH inside AS (
        SELECT id, name FROM organisation_unit
        WHERE path LIKE %(path)s AND valid_from <= %(on)s AND (valid_to IS NULL OR valid_to >= %(on)s)),
    led AS (
        SELECT unit_id, count(DISTINCT person_id) AS leaders FROM organisation_appointment
        WHERE role = %(leader)s AND valid_from <= %(on)s
        AND (valid_to IS NULL OR valid_to >= %(on)s) AND unit_id IN (SELECT id FROM inside)
        GROUP BY unit_id),
    top AS (
        SELECT t.id, t.name FROM organisation_unit u JOIN organisation_unit t ON t.id = u.trust_id
        WHERE u.id = %(unit)s)
    SELECT count(*), count(*) FILTER (WHERE leaders = 1), count(*) FILTER (WHERE leaders > 1),
           coalesce((array_agg(name ORDER BY name) FILTER (WHERE leaders IS NULL))[1:%(named)s], '{}'),
           coalesce((SELECT name FROM top), ''),
           (SELECT coalesce(array_agg(DISTINCT p.name ORDER BY p.name), '{}')
            FROM organisation_appointment a JOIN organisation_person p ON p.id = a.person_id
            WHERE a.unit_id = (SELECT id FROM top) AND a.role = %(leader)s AND a.valid_from <= %(on)s
            AND (a.valid_to IS NULL OR a.valid_to >= %(on)s))
    FROM inside LEFT JOIN led ON led.unit_id = inside.id
"""


@dataclass(frozen=True)
class Leadership:
    """How many units there are, and how they are led. `top` is the legal person (virksomheten)."""

    units: int
    led: int
    doubled: int
    unled: list[str]
    top: str
    top_leaders: list[str]

    @property
    def without(self) -> int:
        return self.units - self.led - self.doubled


def leadership(unit_id: int, path: str, on: date, *, names: int) -> Ask[Leadership]:
    """The unit and all below it, placed as today, on a day; the first `names` units without a leader."""
    facts: dict[str, str | int | date] = {
        "path": f"{path}%",
        "on": on,
        "leader": LEADER,
        "unit": unit_id,
        "named": names,
    }
    return Ask(LEADERSHIP, facts, Leadership)
