"""How well laws, regulations and guidelines are followed in a part of the organisation."""

from dataclasses import dataclass
from datetime import date

from styrk.core.asking import Ask
from styrk.requirements.states import SourceKind

RULES = (SourceKind.LAW, SourceKind.REGULATION, SourceKind.GUIDELINE)
COVERAGE = """
    WITH listed AS (
        SELECT p.id IS NOT NULL AS owned,
               e.published_at < %(seen_before)s AND EXISTS (
                   SELECT 1 FROM requirements_succession s
                   JOIN requirements_requirement old ON old.id = s.old_id
                   WHERE old.edition_id = e.follows_id AND s.reviewed_at IS NULL
                   AND s.fate <> 'same') AS unseen
        FROM requirements_source c
        JOIN requirements_edition e ON e.source_id = c.id AND e.state = 'published'
        LEFT JOIN organisation_unit u ON u.id = c.unit_id
        LEFT JOIN organisation_person p ON p.id = c.owner_id
            AND (p.left_on IS NULL OR p.left_on >= %(on)s)
        WHERE c.kind = ANY(%(kinds)s)
        AND (u.id IS NULL OR starts_with(%(path)s, u.path) OR starts_with(u.path, %(path)s))
        AND NOT EXISTS (SELECT 1 FROM requirements_edition l
            WHERE l.follows_id = e.id AND l.state = 'published')),
    placed AS (
        SELECT l.state = 'placed' AND l.answer_due < %(on)s AS late, l.state <> 'placed' AS answered
        FROM requirements_placement l
        JOIN organisation_unit u ON u.id = l.unit_id AND starts_with(u.path, %(path)s)
        JOIN requirements_requirement r ON r.id = l.requirement_id
        JOIN requirements_edition e ON e.id = r.edition_id
        JOIN requirements_source c ON c.id = e.source_id AND c.kind = ANY(%(kinds)s)
        WHERE l.state NOT IN ('withdrawn', 'continued')),
    told AS (
        SELECT 1 FROM requirements_announcement a
        JOIN organisation_unit u ON u.id = a.unit_id
        JOIN requirements_edition e ON e.id = a.edition_id
        JOIN requirements_source c ON c.id = e.source_id AND c.kind = ANY(%(kinds)s)
        WHERE a.told_at >= %(told_since)s
        AND (starts_with(%(path)s, u.path) OR starts_with(u.path, %(path)s)))
    SELECT (SELECT count(*) FROM listed), (SELECT count(*) FROM listed WHERE owned),
           (SELECT count(*) FROM listed WHERE unseen), (SELECT count(*) FROM placed),
           (SELECT count(*) FROM placed WHERE answered), (SELECT count(*) FROM placed WHERE late),
           (SELECT count(*) FROM told),
           (SELECT coalesce(trust_id, id) = id FROM organisation_unit WHERE path = %(path)s)
"""


@dataclass(frozen=True)
class Coverage:
    """`listed` sources in force, `owned` by somebody, `unseen` changes waited too long; requirements
    `placed` here and below, `answered`, `late`; how many times something was `told`.
    `whole`: of a whole organisation, and not of a part of it."""

    listed: int
    owned: int
    unseen: int
    placed: int
    answered: int
    late: int
    told: int
    whole: bool


def coverage(path: str, on: date, *, seen_before: date, told_since: date) -> Ask[Coverage]:
    """Of the unit that `path` leads to, all below it, and what is said to it from above."""
    facts: dict[str, str | date | list[str]] = {
        "path": path,
        "on": on,
        "kinds": [kind.value for kind in RULES],
        "seen_before": seen_before,
        "told_since": told_since,
    }
    return Ask(COVERAGE, facts, Coverage)
