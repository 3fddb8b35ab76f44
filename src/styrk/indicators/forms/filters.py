"""What lists are limited to; what is unknown in the address is ignored."""

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.indicators.states import Area
from styrk.ui.forms import StyrkForm

SIGNALS, MISSING = "signal", "mangler"


class FilterForm(StyrkForm):
    """What a unit's table shows."""

    sok = forms.CharField(
        label=_("Søk"), required=False, widget=forms.TextInput(attrs={"type": "search"})
    )
    omrade = forms.ChoiceField(
        label=_("Område"), required=False, choices=[("", _("Alle")), *Area.choices]
    )
    vis = forms.ChoiceField(
        label=_("Vis"),
        required=False,
        choices=[
            ("", _("Alle")),
            (SIGNALS, _("Bare der noe har endret seg")),
            (MISSING, _("Bare der tall mangler")),
        ],
    )

    def chosen(self, name: str) -> str:
        """What was chosen; nothing where it makes no sense."""
        if not self.is_bound:
            return ""
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))
