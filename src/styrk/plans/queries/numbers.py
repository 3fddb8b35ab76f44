"""How a whole line is planned for, counted in one query."""

from dataclasses import dataclass
from datetime import date

from styrk.core.asking import Ask
from styrk.plans.states import OF_THE_STAFF

NUMBERS = """
    WITH line AS (
        SELECT id FROM organisation_unit WHERE path LIKE %(path)s
        AND valid_from <= %(on)s AND (valid_to IS NULL OR valid_to >= %(on)s)),
    version AS (
        SELECT p.id, p.unit_id, p.version
        FROM plans_plan p WHERE p.year = %(year)s AND p.state = 'approved'
        AND (p.unit_id IN (SELECT id FROM line) OR p.unit_id = ANY(%(above)s))),
    standing AS (
        SELECT DISTINCT ON (unit_id) * FROM version ORDER BY unit_id, version DESC),
    below AS (SELECT * FROM standing WHERE unit_id IN (SELECT id FROM line)),
    written AS (
        SELECT v.id, EXISTS (
            SELECT 1 FROM plans_hearing h
            WHERE h.plan_id = v.id AND h.party = ANY(%(staff)s)) AS heard
        FROM version v WHERE v.unit_id IN (SELECT id FROM line))
    SELECT (SELECT count(*) FROM line),
           (SELECT count(*) FROM below),
           (SELECT count(*) FROM written),
           (SELECT count(*) FROM written WHERE heard),
           EXISTS (SELECT 1 FROM below WHERE unit_id = %(unit)s),
           EXISTS (SELECT 1 FROM standing WHERE unit_id = ANY(%(above)s)),
           EXISTS (SELECT 1 FROM plans_plan WHERE unit_id = %(unit)s AND year = %(year)s
                   AND state <> 'approved'),
           (SELECT count(*) FROM plans_planitem i JOIN below b ON b.id = i.plan_id
            WHERE i.state = 'in_plan'),
           (SELECT count(DISTINCT g.source) FROM plans_ground g JOIN standing s ON s.id = g.plan_id
            WHERE s.unit_id = %(unit)s),
           (SELECT count(DISTINCT g.source) FROM plans_ground g JOIN standing s ON s.id = g.plan_id
            WHERE s.unit_id = ANY(%(above)s)),
           (SELECT count(DISTINCT g.plan_id) FROM plans_ground g JOIN below b ON b.id = g.plan_id)
"""


@dataclass(frozen=True)
class Numbers:
    """Of a unit and all below it: how many have an approved plan, and how many versions are approved.

    Each version is `heard` by itself: that staff were heard of the first says nothing of a revision.
    `own`, `above` and `begun` say whether the unit has an approved plan itself, whether one above
    it has, and whether one is being written. `items` stand in the approved ones. `sources` are the
    kinds of sources the unit's own plan builds on, `sources_above` those of the plans above, and `built`
    how many of the approved plans say what they build on.
    """

    units: int
    approved: int
    versions: int
    heard: int
    own: bool
    above: bool
    begun: bool
    items: int
    sources: int
    sources_above: int
    built: int


def numbers(unit_id: int, path: str, on: date) -> Ask[Numbers]:
    """For the year of the day. Counted as they are: there is a plan or two to a unit and year."""
    facts = {
        "path": f"{path}%",
        "unit": unit_id,
        "above": [int(pk) for pk in path.split(".")[:-2]],
        "on": on,
        "year": on.year,
        "staff": [party.value for party in OF_THE_STAFF],
    }
    return Ask(NUMBERS, facts, Numbers)
