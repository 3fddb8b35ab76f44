from styrk.inspections.forms.acts import (
    AnswerForm,
    ClaimForm,
    CommentForm,
    ConfirmForm,
    HearForm,
    ReasonForm,
    ReportForm,
)
from styrk.inspections.forms.describing import (
    FindingForm,
    JoinForm,
    MandateForm,
    finding_of,
    mandate_of,
)
from styrk.inspections.forms.learning import LessonForm, PassOnForm, ReplyForm

__all__ = [
    "AnswerForm",
    "ClaimForm",
    "CommentForm",
    "ConfirmForm",
    "FindingForm",
    "HearForm",
    "JoinForm",
    "LessonForm",
    "MandateForm",
    "PassOnForm",
    "ReasonForm",
    "ReplyForm",
    "ReportForm",
    "finding_of",
    "mandate_of",
]
