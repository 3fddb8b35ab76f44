from styrk.inspections.forms.acts import (
    AnswerForm,
    ClaimForm,
    CommentForm,
    ConfirmForm,
    HearForm,
    ReasonForm,
    ReportForm,
)
from styrk.inspections.forms.describing import FindingForm, MandateForm, finding_of, mandate_of

__all__ = [
    "AnswerForm",
    "ClaimForm",
    "CommentForm",
    "ConfirmForm",
    "FindingForm",
    "HearForm",
    "MandateForm",
    "ReasonForm",
    "ReportForm",
    "finding_of",
    "mandate_of",
]
