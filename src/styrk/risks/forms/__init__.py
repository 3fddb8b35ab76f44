"""Forms of the risk pages: turn a request into clean arguments, nothing else."""

from styrk.risks.forms.acts import (
    AcceptForm,
    AnswerForm,
    EndForm,
    MeasureForm,
    ProposeForm,
    ReviewForm,
)
from styrk.risks.forms.describing import DescriptionForm
from styrk.risks.forms.lists import FilterForm, PictureForm
from styrk.risks.forms.matrices import MatrixForm
from styrk.risks.forms.rating import RateForm

__all__ = [
    "AcceptForm",
    "AnswerForm",
    "DescriptionForm",
    "EndForm",
    "FilterForm",
    "MatrixForm",
    "MeasureForm",
    "PictureForm",
    "ProposeForm",
    "RateForm",
    "ReviewForm",
]
