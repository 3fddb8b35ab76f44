"""Reading plans."""

from styrk.plans.queries.deferred import come_back, deferred_titles, open_version, taken_up
from styrk.plans.queries.numbers import Numbers, numbers
from styrk.plans.queries.quiet import quiet_actions, settled_signals, titles
from styrk.plans.queries.reading import (
    Outcome,
    ground,
    grounds_of,
    hearings_of,
    item,
    items_of,
    locked,
    locked_with,
    objections_to,
    outcomes,
    plan,
    steps_of,
    versions,
    versions_with,
)
from styrk.plans.queries.units import (
    Offered,
    from_above,
    new_from_above,
    newest_approved,
    offered,
    own_goals,
)

__all__ = [
    "Numbers",
    "Offered",
    "Outcome",
    "come_back",
    "deferred_titles",
    "from_above",
    "ground",
    "grounds_of",
    "hearings_of",
    "item",
    "items_of",
    "locked",
    "locked_with",
    "new_from_above",
    "newest_approved",
    "numbers",
    "objections_to",
    "offered",
    "open_version",
    "outcomes",
    "own_goals",
    "plan",
    "quiet_actions",
    "settled_signals",
    "steps_of",
    "taken_up",
    "titles",
    "versions",
    "versions_with",
]
