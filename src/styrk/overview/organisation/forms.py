"""What is asked on the organisation's pages."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from styrk.organisation.imports import MAPPINGS, SourceFile
from styrk.ui.fields import DayField, FilesField
from styrk.ui.forms import StyrkForm

LONGEST_SEARCH = 100
MEGABYTE = 1024 * 1024
FILES_TOGETHER = 8 * MEGABYTE


class SearchForm(StyrkForm):
    """The text is matched with names of units and kept nowhere, so it is not guarded."""

    sok = forms.CharField(
        label=_("Søk etter enhet"),
        validators=[MaxLengthValidator(LONGEST_SEARCH)],
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )


class PersonSearchForm(StyrkForm):
    sok = forms.CharField(
        label=_("Navn eller ansattnummer"),
        validators=[MaxLengthValidator(LONGEST_SEARCH)],
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )


class DayForm(StyrkForm):
    dato = DayField(label=_("Dato"))


class UploadForm(StyrkForm):
    uploads = FilesField(
        label=_("Filer"),
        help_text=_("CSV, lagret som UTF-8. Du kan velge flere på en gang, til sammen 8 MB."),
        error_messages={"required": _("Velg minst én fil."), "empty": _("Fila er tom.")},
    )
    mapping = forms.ChoiceField(label=_("Hva slags filer"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uploads"].widget.attrs["accept"] = ".csv,text/csv"
        known = [(name, mapping.title) for name, mapping in MAPPINGS.items()]
        self.fields["mapping"].choices = [("", _("Finn det ut fra kolonnene")), *known]  # type: ignore[attr-defined]

    def clean_uploads(self) -> list["UploadedFile[Any]"]:
        files: list[UploadedFile[Any]] = self.cleaned_data["uploads"]
        if sum(file.size or 0 for file in files) > FILES_TOGETHER:
            raise forms.ValidationError(
                gettext("Filene er for store til sammen. Del dem opp, eller bruk kommandolinjen.")
            )
        return files

    def sources(self) -> list[SourceFile]:
        uploads: list[UploadedFile[Any]] = self.cleaned_data["uploads"]
        return [SourceFile(file.name or "", file.read()) for file in uploads]
