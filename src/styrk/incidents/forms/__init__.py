"""Forms of the incident pages: turn a request into clean arguments, nothing else."""

from styrk.incidents.forms.asking import (
    AnswerForm,
    AskForm,
    ExtendForm,
    HandOverForm,
    UnitSearch,
)
from styrk.incidents.forms.choices import ELSEWHERE
from styrk.incidents.forms.handling import (
    AddForm,
    AnalysisForm,
    AsideForm,
    ConcludeForm,
    ConfirmForm,
    DecideForm,
    FilterForm,
    ReasonForm,
    SaveSearchForm,
    WhistleblowingForm,
)
from styrk.incidents.forms.pointing import PointForm
from styrk.incidents.forms.report import ReportForm, read_photos

__all__ = [
    "ELSEWHERE",
    "AddForm",
    "AnalysisForm",
    "AnswerForm",
    "AsideForm",
    "AskForm",
    "ConcludeForm",
    "ConfirmForm",
    "DecideForm",
    "ExtendForm",
    "FilterForm",
    "HandOverForm",
    "PointForm",
    "ReasonForm",
    "ReportForm",
    "SaveSearchForm",
    "UnitSearch",
    "WhistleblowingForm",
    "read_photos",
]
