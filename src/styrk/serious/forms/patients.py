"""Who a patient is. No draft is kept of it, and the guard is not asked: this is where it may stand."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.core import guard
from styrk.serious.types import Patient
from styrk.ui.forms import GuardedText, StyrkForm

WHOLE = 11


class PatientForm(StyrkForm):
    name = forms.CharField(label=gettext_lazy("Navn"), max_length=120)
    born = forms.CharField(
        label=gettext_lazy("Fødselsnummer"),
        help_text=gettext_lazy("D-nummer, hjelpenummer eller journalnummer går også."),
        max_length=40,
    )
    reach = forms.CharField(
        label=gettext_lazy("Hvordan når dere pasienten eller nærmeste pårørende?"),
        help_text=gettext_lazy("Navn og telefon til den dere skal kontakte."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_born(self) -> str:
        """Eleven digits are checked: a wrong one leads to another patient."""
        given: str = self.cleaned_data["born"]
        digits = "".join(given.split())
        if len(digits) == WHOLE and digits.isdecimal() and not guard.has_person_number(digits):
            raise forms.ValidationError(_("Kontrollsifrene stemmer ikke. Se over fødselsnummeret."))
        return given

    @property
    def patient(self) -> Patient:
        return Patient(**{name: self.cleaned_data[name] for name in ("name", "born", "reach")})


class OpenForm(StyrkForm):
    reason = GuardedText(
        label=gettext_lazy("Hvorfor åpner du det?"),
        help_text=gettext_lazy("Det du skriver, står sammen med navnet ditt i saken."),
        max_length=500,
    )


class DeleteForm(StyrkForm):
    reason = GuardedText(
        label=gettext_lazy("Hvorfor slettes det?"),
        help_text=gettext_lazy("For eksempel: tilsynssaken er avsluttet."),
        max_length=500,
    )
