"""Sources and their editions, and the requirements placed with units."""

from styrk.requirements.models.annual import Addendum, AnnualHearing, AnnualReport
from styrk.requirements.models.placing import (
    Announcement,
    Placement,
    PlacementAction,
    PlacementStep,
    StatusReport,
    Told,
)
from styrk.requirements.models.sources import (
    Authority,
    Edition,
    Requirement,
    Source,
    Succession,
    Supervision,
)

__all__ = [
    "Addendum",
    "Announcement",
    "AnnualHearing",
    "AnnualReport",
    "Authority",
    "Edition",
    "Placement",
    "PlacementAction",
    "PlacementStep",
    "Requirement",
    "Source",
    "StatusReport",
    "Succession",
    "Supervision",
    "Told",
]
