"""Who holds a duty: the one rule, in SQL, for what a person is shown and whom a reminder goes to.

A duty waits for its person, or for whoever holds its role at its unit. Where that is nobody (any
more), it falls to the unit's leader, or to the nearest leader above; an ended unit has none.
"""

import re
from datetime import date
from typing import Any

from styrk.access.roles import BOARD_CHAIR, LEADER

NAMED = re.compile(r"%\((\w+)\)s")
_IN_FORCE = "{0}.valid_from <= %(on)s AND ({0}.valid_to IS NULL OR {0}.valid_to >= %(on)s)"
# Looked up for each row: of an EXISTS PostgreSQL may read all the people there are first.
_HERE = (
    "(SELECT h.left_on IS NULL OR h.left_on >= %(on)s"
    " FROM organisation_person h WHERE h.id = {0}.person_id)"
)


def _post(table: str, unit: str, role: str = "") -> str:
    """Whether somebody who is still here has such a post at the unit."""
    more = f" AND post.role = {role}" if role else ""
    return (
        f"EXISTS (SELECT FROM {table} post WHERE post.unit_id = {unit}{more}"
        f" AND {_IN_FORCE.format('post')} AND {_HERE.format('post')})"
    )


_LEADER = f"'{LEADER.code}'"
_APPOINTED, _DEPUTY = "organisation_appointment", "organisation_deputyship"
LED = (
    f"({_IN_FORCE.format('u')}"
    f" AND ({_post(_APPOINTED, 'u.id', _LEADER)} OR {_post(_DEPUTY, 'u.id')}))"
)
HELD = f"""(CASE WHEN duties_duty.person_id IS NOT NULL THEN {_HERE.format("duties_duty")}
    ELSE {_post(_APPOINTED, "duties_duty.unit_id", "duties_duty.role")}
    OR (duties_duty.role = {_LEADER} AND {_post(_DEPUTY, "duties_duty.unit_id")}) END)"""
# What goes past the top leader must never fall back to that leader.
_FALLS = f"duties_duty.role <> '{BOARD_CHAIR.code}' AND NOT {HELD}"
# The units led, and those below that nobody leads: asked before the duties, which an index finds.
_COVERED = f"""ARRAY(WITH RECURSIVE covered(id) AS (
    SELECT unnest(%(led)s::bigint[]) UNION
    SELECT u.id FROM organisation_unit u JOIN covered ON u.parent_id = covered.id WHERE NOT {LED}
    ) SELECT id FROM covered)"""  # noqa: S608 - put together of constants
FALLEN = f"(duties_duty.unit_id = ANY({_COVERED}) AND {_FALLS})"
NEAREST_LED = f"""
    SELECT u.id FROM organisation_unit u
    WHERE u.id = ANY(%(line)s) AND {LED} ORDER BY length(u.path) DESC LIMIT 1"""  # noqa: S608 - as above


def may_fall(role: str) -> bool:
    """Whether a leader takes over what waits for this role when nobody holds it."""
    return role != BOARD_CHAIR.code


def mine(person_id: int, held: dict[str, set[int]], on: date) -> tuple[str, list[Any]]:
    """The duties of one who holds these roles at these units, as SQL and its parameters."""
    values: dict[str, Any] = {"person": person_id, "on": on}
    ways = ["duties_duty.person_id = %(person)s"]
    for number, (role, units) in enumerate(held.items()):
        values |= {f"role{number}": role, f"units{number}": sorted(units)}
        ways.append(
            f"(duties_duty.person_id IS NULL AND duties_duty.role = %(role{number})s"
            f" AND duties_duty.unit_id = ANY(%(units{number})s))"
        )
    if led := held.get(LEADER.code):
        values["led"] = sorted(led)
        ways.append(FALLEN)
    return positional(f"({' OR '.join(ways)})", values)


def positional(sql: str, values: dict[str, Any]) -> tuple[str, list[Any]]:
    """The same with places in order, which the ORM can join with its own."""
    names = NAMED.findall(sql)
    return NAMED.sub("%s", sql), [values[name] for name in names]
