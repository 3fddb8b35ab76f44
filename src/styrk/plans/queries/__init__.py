"""Reading plans."""

from styrk.plans.queries.numbers import Numbers, numbers
from styrk.plans.queries.quiet import quiet_actions, settled_signals, titles
from styrk.plans.queries.reading import (
    Outcome,
    hearings_of,
    holding,
    item,
    items_of,
    locked,
    outcomes,
    plan,
    steps_of,
    versions,
)
from styrk.plans.queries.units import (
    Offered,
    from_above,
    newest_approved,
    offered,
    own_goals,
    plan_above,
)

__all__ = [
    "Numbers",
    "Offered",
    "Outcome",
    "from_above",
    "hearings_of",
    "holding",
    "item",
    "items_of",
    "locked",
    "newest_approved",
    "numbers",
    "offered",
    "outcomes",
    "own_goals",
    "plan",
    "plan_above",
    "quiet_actions",
    "settled_signals",
    "steps_of",
    "titles",
    "versions",
]
