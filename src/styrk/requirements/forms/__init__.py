"""Forms of the requirement pages: turn a request into clean arguments, nothing else."""

from styrk.requirements.forms.annual import (
    AddendumForm,
    ApproveForm,
    HeardForm,
    PartForm,
    YearForm,
    heard_of,
)
from styrk.requirements.forms.placements import (
    FilterForm,
    InsistForm,
    MeaningForm,
    PassOnForm,
    ReasonForm,
    StatusForm,
    meaning_of,
)
from styrk.requirements.forms.placing import AnnounceForm, PlaceForm
from styrk.requirements.forms.sources import (
    EditionForm,
    OwnerForm,
    PasteForm,
    RegisterForm,
    ReviewForm,
    SourceFilterForm,
    UploadForm,
    WordingForm,
)

__all__ = [
    "AddendumForm",
    "AnnounceForm",
    "ApproveForm",
    "EditionForm",
    "FilterForm",
    "HeardForm",
    "InsistForm",
    "MeaningForm",
    "OwnerForm",
    "PartForm",
    "PassOnForm",
    "PasteForm",
    "PlaceForm",
    "ReasonForm",
    "RegisterForm",
    "ReviewForm",
    "SourceFilterForm",
    "StatusForm",
    "UploadForm",
    "WordingForm",
    "YearForm",
    "heard_of",
    "meaning_of",
]
