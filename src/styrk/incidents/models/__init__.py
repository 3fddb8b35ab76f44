"""Incidents, all that hangs on them, and the numbers of them."""

from styrk.incidents.models.cases import (
    Attachment,
    Incident,
    IncidentAnalysis,
    IncidentStep,
    Recusal,
    Reporter,
    Statement,
    reference,
)
from styrk.incidents.models.linked import IncidentAction, IncidentRisk
from styrk.incidents.models.numbers import LineTally, Tally
from styrk.incidents.models.searches import SavedSearch

__all__ = [
    "Attachment",
    "Incident",
    "IncidentAction",
    "IncidentAnalysis",
    "IncidentRisk",
    "IncidentStep",
    "LineTally",
    "Recusal",
    "Reporter",
    "SavedSearch",
    "Statement",
    "Tally",
    "reference",
]
