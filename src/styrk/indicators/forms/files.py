"""Files of values, and how they are laid out."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.indicators.imports import MAPPINGS, MAX_BYTES
from styrk.ui.forms import GuardedText
from styrk.ui.uploads import UploadsForm


class UploadForm(UploadsForm):
    together = MAX_BYTES
    explained = gettext_lazy("CSV eller Excel (XLSX). Høyst 10 MB til sammen.")

    mapping = forms.ChoiceField(label=gettext_lazy("Hvordan er fila laget?"), required=False)
    reason = GuardedText(
        label=gettext_lazy("Hvorfor rettes tall som står fra før?"),
        help_text=gettext_lazy("Bare når fila retter noe og ikke sier hvorfor selv."),
        required=False,
        max_length=500,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(key, shape.title or key) for key, shape in MAPPINGS.items()]
        found = [("", _("Finn det ut av overskriftene")), *named]
        self.fields["mapping"].choices = found  # type: ignore[attr-defined]
