"""Reading risks: the guarded door to the register."""

from styrk.risks.queries.lifted import (
    inbox,
    live_at,
    proposal,
    proposal_titles,
    units_without_risk,
)
from styrk.risks.queries.matrices import (
    draft_of,
    holding_matrix_of,
    matrices_of,
    matrix,
    matrix_by_id,
)
from styrk.risks.queries.pictures import (
    Cells,
    Heat,
    heat_of,
    snapshot,
    snapshots_of,
)
from styrk.risks.queries.register import (
    PAGE,
    Filters,
    keeping_units,
    locked,
    own_trust,
    own_unit,
    placements_for,
    risk,
    risks_for,
    titles,
)

__all__ = [
    "PAGE",
    "Cells",
    "Filters",
    "Heat",
    "draft_of",
    "heat_of",
    "holding_matrix_of",
    "inbox",
    "keeping_units",
    "live_at",
    "locked",
    "matrices_of",
    "matrix",
    "matrix_by_id",
    "own_trust",
    "own_unit",
    "placements_for",
    "proposal",
    "proposal_titles",
    "risk",
    "risks_for",
    "snapshot",
    "snapshots_of",
    "titles",
    "units_without_risk",
]
