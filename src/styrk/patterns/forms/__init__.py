"""Forms of the pages of samleavvik and temas."""

from styrk.patterns.forms.groups import (
    BeginForm,
    DismissForm,
    EndForm,
    JoinForm,
    LeaveForm,
    RaiseForm,
    ReplyForm,
    SayForm,
    WithdrawForm,
)
from styrk.patterns.forms.themes import (
    AboutForm,
    BelongForm,
    RestForm,
    ReviewForm,
    TakeOutForm,
    about_of,
    answer_of,
)

__all__ = [
    "AboutForm",
    "BeginForm",
    "BelongForm",
    "DismissForm",
    "EndForm",
    "JoinForm",
    "LeaveForm",
    "RaiseForm",
    "ReplyForm",
    "RestForm",
    "ReviewForm",
    "SayForm",
    "TakeOutForm",
    "WithdrawForm",
    "about_of",
    "answer_of",
]
