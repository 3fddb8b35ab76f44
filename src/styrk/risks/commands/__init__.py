"""What people do with risks. Every act is a step, and a line in the trail."""

from styrk.risks.commands.describing import (
    change_risk,
    describe_risk,
    end_risk,
    review_risk,
)
from styrk.risks.commands.lifting import (
    decline_proposal,
    merge,
    propose_up,
    take_in,
)
from styrk.risks.commands.matrices import draft_matrix, publish_matrix
from styrk.risks.commands.measuring import measure_risk, stop_measuring_risk
from styrk.risks.commands.picturing import take_picture
from styrk.risks.commands.rating import rate_risk
from styrk.risks.commands.treating import accept_risk, add_action

__all__ = [
    "accept_risk",
    "add_action",
    "change_risk",
    "decline_proposal",
    "describe_risk",
    "draft_matrix",
    "end_risk",
    "measure_risk",
    "merge",
    "propose_up",
    "publish_matrix",
    "rate_risk",
    "review_risk",
    "stop_measuring_risk",
    "take_in",
    "take_picture",
]
