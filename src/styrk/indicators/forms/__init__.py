"""Forms of the indicators' pages: from what was sent to clean arguments, nothing else."""

from styrk.indicators.forms.blanks import Blank
from styrk.indicators.forms.charts import (
    AttestForm,
    AttestManyForm,
    MarkSeriesForm,
    NoteForm,
    ReasonForm,
)
from styrk.indicators.forms.choosing import GoalForm, IndicatorForm
from styrk.indicators.forms.defining import (
    ChartForm,
    DescribeForm,
    HowForm,
    NewForm,
    RetireForm,
    TargetForm,
    described,
    measured,
)
from styrk.indicators.forms.files import UploadForm
from styrk.indicators.forms.filters import MISSING, SIGNALS, FilterForm
from styrk.indicators.forms.values import CorrectForm, ValuesForm

__all__ = [
    "MISSING",
    "SIGNALS",
    "AttestForm",
    "AttestManyForm",
    "Blank",
    "ChartForm",
    "CorrectForm",
    "DescribeForm",
    "FilterForm",
    "GoalForm",
    "HowForm",
    "IndicatorForm",
    "MarkSeriesForm",
    "NewForm",
    "NoteForm",
    "ReasonForm",
    "RetireForm",
    "TargetForm",
    "UploadForm",
    "ValuesForm",
    "described",
    "measured",
]
