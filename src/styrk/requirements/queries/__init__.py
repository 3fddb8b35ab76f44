"""Reading sources, requirements, where they went, and how it goes."""

from styrk.requirements.queries.cascade import (
    Below,
    Branch,
    Gaps,
    branches,
    gaps_of,
    unplaced_in,
)
from styrk.requirements.queries.placements import (
    PAGE,
    Filters,
    behind_action,
    in_sight,
    locked,
    placement,
    placements_at,
    titles,
    to_report,
)
from styrk.requirements.queries.sources import (
    Heading,
    authorities,
    edition,
    requirement,
    requirements_of,
    source,
    sources,
    to_review,
)

__all__ = [
    "PAGE",
    "Below",
    "Branch",
    "Filters",
    "Gaps",
    "Heading",
    "authorities",
    "behind_action",
    "branches",
    "edition",
    "gaps_of",
    "in_sight",
    "locked",
    "placement",
    "placements_at",
    "requirement",
    "requirements_of",
    "source",
    "sources",
    "titles",
    "to_report",
    "to_review",
    "unplaced_in",
]
