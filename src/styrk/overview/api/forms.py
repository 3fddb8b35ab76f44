"""The form where a person lets another system act."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.tokens import GIVEN
from styrk.organisation.models import Unit
from styrk.ui.fields import sent_once
from styrk.ui.forms import CheckCards, DayField, Described, StyrkForm

LONGEST_NAME = 100
USUAL = timedelta(days=365)
PERMISSIONS = {
    Permission.SEE_INDICATORS: (_("Hente tall"), _("Se indikatorer, og tallene som står.")),
    Permission.RECORD_VALUES: (_("Levere tall"), _("Registrere tall, og rette dem med en grunn.")),
}


class TokenForm(StyrkForm):
    name = forms.CharField(
        label=_("Hvilket system?"),
        help_text=_("Slik står det i loggen når systemet har levert noe."),
        validators=[MaxLengthValidator(LONGEST_NAME)],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    permissions = forms.MultipleChoiceField(label=_("Hva skal det kunne?"), widget=CheckCards)
    units = forms.MultipleChoiceField(
        label=_("Hvor?"), help_text=_("Alt under enheten er med."), widget=CheckCards
    )
    key = sent_once()
    until = DayField(label=_("Siste dag"), help_text=_("Høyst et år fram."))

    def __init__(
        self, *args: Any, standing: Standing, places: Sequence[Unit], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.places = {str(unit.uuid): unit for unit in places}
        self.fields["permissions"].choices = [  # type: ignore[attr-defined]
            (one.value, Described(*PERMISSIONS[one])) for one in GIVEN if standing.allows(one)
        ]
        self.fields["units"].choices = [  # type: ignore[attr-defined]
            (key, Described(unit.name, unit.level)) for key, unit in self.places.items()
        ]
        self.initial.setdefault("until", today + USUAL)

    def chosen(self) -> dict[str, Any]:
        """As the command takes it."""
        given = self.cleaned_data
        return {
            "name": given["name"],
            "permissions": [Permission(one) for one in given["permissions"]],
            "units": [self.places[key] for key in given["units"]],
            "until": given["until"],
            "uuid": given["key"],
        }
