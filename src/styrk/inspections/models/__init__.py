from styrk.inspections.models.audits import (
    Audit,
    AuditCriterion,
    AuditMember,
    AuditStep,
    AuditUnit,
    Document,
)
from styrk.inspections.models.findings import Finding, FindingAction, FindingStep

__all__ = [
    "Audit",
    "AuditCriterion",
    "AuditMember",
    "AuditStep",
    "AuditUnit",
    "Document",
    "Finding",
    "FindingAction",
    "FindingStep",
]
