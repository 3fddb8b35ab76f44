"""What is asked on the organisation's pages."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from styrk.organisation.imports import MAPPINGS
from styrk.ui.fields import DayField
from styrk.ui.forms import StyrkForm
from styrk.ui.uploads import MEGABYTE, UploadsForm

LONGEST_SEARCH = 100


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


class UploadForm(UploadsForm):
    together = 8 * MEGABYTE
    explained = _("CSV, lagret som UTF-8. Du kan velge flere på en gang, til sammen 8 MB.")

    mapping = forms.ChoiceField(label=_("Hva slags filer"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uploads"].widget.attrs["accept"] = ".csv,text/csv"
        known = [(name, mapping.title) for name, mapping in MAPPINGS.items()]
        self.fields["mapping"].choices = [("", _("Finn det ut fra kolonnene")), *known]  # type: ignore[attr-defined]
