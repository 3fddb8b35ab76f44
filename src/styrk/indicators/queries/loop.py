"""What a unit follows of the loop from a report to what came of it."""

from datetime import date

from styrk.indicators.queries.measures import Measured, measured_through
from styrk.indicators.types import LOOP
from styrk.organisation.models import Unit

# Those in use that are kept nearest above the unit, one of each sort, in the order of the loop.
FOLLOWED = f"""
    SELECT array_position(ARRAY{list(LOOP)}, near.computed) AS id, near.at_id,
           near.indicator_id, near.at_id AS unit_id
    FROM (SELECT DISTINCT ON (n.computed) n.computed, u.id AS at_id, i.id AS indicator_id
          FROM organisation_unit u
          JOIN organisation_unit k ON starts_with(u.path, k.path)
          JOIN indicators_indicator i ON i.unit_id = k.id AND i.retired_on IS NULL
          JOIN LATERAL (SELECT computed FROM indicators_definition d
                        WHERE d.indicator_id = i.id
                        ORDER BY d.valid_from DESC, d.number DESC LIMIT 1) n
              ON n.computed = ANY(ARRAY{list(LOOP)})
          WHERE u.id = ANY(%(ids)s)
          ORDER BY n.computed, length(k.path) DESC, i.id) AS near
"""  # noqa: S608 - put together from constants


def followed_at(unit: Unit, on: date) -> list[Measured]:
    """The steps of the loop that are followed at the unit, each with how it goes there. One query."""
    return measured_through(FOLLOWED, [unit.pk], on)
