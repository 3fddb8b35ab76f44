"""Risks, how they are rated and accepted, and how they are lifted to the level above."""

from styrk.risks.models.lifted import Proposal, Snapshot
from styrk.risks.models.matrices import Matrix
from styrk.risks.models.numbers import LineTally, Tally
from styrk.risks.models.register import (
    Acceptance,
    Rating,
    Risk,
    RiskAction,
    RiskGoal,
    RiskMeasure,
    RiskPlacement,
    RiskStep,
)

__all__ = [
    "Acceptance",
    "LineTally",
    "Matrix",
    "Proposal",
    "Rating",
    "Risk",
    "RiskAction",
    "RiskGoal",
    "RiskMeasure",
    "RiskPlacement",
    "RiskStep",
    "Snapshot",
    "Tally",
]
