from styrk.inspections.models.audits import (
    Audit,
    AuditCriterion,
    AuditMember,
    AuditStep,
    AuditUnit,
    Document,
)
from styrk.inspections.models.board import Treatment
from styrk.inspections.models.findings import Finding, FindingAction, FindingStep
from styrk.inspections.models.lessons import (
    Lesson,
    LessonAction,
    LessonQuestion,
    LessonStep,
    LessonWithdrawal,
)

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
    "Lesson",
    "LessonAction",
    "LessonQuestion",
    "LessonStep",
    "LessonWithdrawal",
    "Treatment",
]
