"""A case of statutory notices, its file, who is on call, and who the patients are."""

from styrk.serious.models.cases import (
    Addendum,
    Answers,
    Entry,
    Event,
    EventStep,
    Notice,
    Obligation,
    Report,
)
from styrk.serious.models.patients import IdentityOpening, PatientIdentity
from styrk.serious.models.watch import Call, Rota, Shift

__all__ = [
    "Addendum",
    "Answers",
    "Call",
    "Entry",
    "Event",
    "EventStep",
    "IdentityOpening",
    "Notice",
    "Obligation",
    "PatientIdentity",
    "Report",
    "Rota",
    "Shift",
]
