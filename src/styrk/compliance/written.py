"""What is written down of how each letter is met, and whether it is kept up to date."""

from dataclasses import dataclass
from datetime import date

from styrk.core.asking import Ask
from styrk.regulation.letters import LETTERS, Letter

# The newest words of each unit on the way up; of them, for each letter, those nearest the unit.
WRITTEN = """
    SELECT count(*), count(*) FILTER (WHERE review_on >= %(on)s),
           max(reviewed_on) FILTER (WHERE item = %(described)s),
           coalesce(bool_or(review_on >= %(on)s) FILTER (WHERE item = %(described)s), false)
    FROM (
        SELECT DISTINCT ON (item) item, review_on, reviewed_on FROM (
            SELECT DISTINCT ON (p.unit_id, p.item)
                   p.item, u.path, w.text, w.review_on, w.reviewed_on
            FROM compliance_practice w
            JOIN compliance_point p ON p.id = w.point_id
            JOIN organisation_unit u ON u.id = p.unit_id
            WHERE starts_with(%(path)s, u.path) AND p.item = ANY(%(letters)s)
              AND (w.at AT TIME ZONE 'Europe/Oslo')::date <= %(on)s
            ORDER BY p.unit_id, p.item, w.id DESC) newest
        WHERE text <> '' ORDER BY item, length(path) DESC) nearest
"""


@dataclass(frozen=True)
class Written:
    """How many of the letters have words of how it is done, and how many of those were gone through in
    time; and the same of § 6 a: the day it was `reviewed`, and whether that was `in_time`."""

    letters: int
    current: int
    reviewed: date | None
    in_time: bool


def written(path: str, on: date) -> Ask[Written]:
    """Asks of the unit that `path` leads to, and those above it."""
    facts = {
        "path": path,
        "on": on,
        "letters": [str(one) for one in LETTERS],
        "described": str(Letter.A6),
    }
    return Ask(WRITTEN, facts, Written)
