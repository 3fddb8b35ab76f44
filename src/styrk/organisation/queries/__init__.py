"""Units, their place, their history, and who holds which post. `on` is always a day in Norway."""

from styrk.organisation.queries.posts import (
    Gaps,
    Held,
    deputies,
    holder_of,
    home_units,
    leadership_gaps,
    nearest_leader_above,
    posts_at,
    responsible_leaders,
    who_led,
)
from styrk.organisation.queries.units import (
    Branch,
    ancestors_of,
    children_of,
    editions_of,
    family_of,
    find_units,
    line_above,
    subtree_ids,
    unit_by_uuid,
    unit_named_on,
    unit_tree,
)
from styrk.organisation.rules import in_force

__all__ = [
    "Branch",
    "Gaps",
    "Held",
    "ancestors_of",
    "children_of",
    "deputies",
    "editions_of",
    "family_of",
    "find_units",
    "holder_of",
    "home_units",
    "in_force",
    "leadership_gaps",
    "line_above",
    "nearest_leader_above",
    "posts_at",
    "responsible_leaders",
    "subtree_ids",
    "unit_by_uuid",
    "unit_named_on",
    "unit_tree",
    "who_led",
]
