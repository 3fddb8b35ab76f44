"""Forms about the users' council."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.feedback.forms.fields import LONG, LONGER
from styrk.feedback.types import LONGEST_TEXT
from styrk.ui.forms import DayField, GuardedText, StyrkForm


class LayForm(StyrkForm):
    council = GuardedText(label=_("Hvem skal høres?"), max_length=80)
    first_on = DayField(label=_("Fra og med"))
    last_on = DayField(label=_("Til og med"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        first, last = given.get("first_on"), given.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("Den siste dagen kan ikke være før den første."))
        elif last and last > self.today:
            self.add_error("last_on", _("Dagen er ikke kommet ennå."))
        return given


class SayForm(StyrkForm):
    said = GuardedText(
        label=_("Hva sa de?"),
        help_text=_("Det utvalget mener, som det står i referatet. Ikke hvem som sa hva."),
        max_length=LONGEST_TEXT,
        widget=LONGER,
    )
    said_on = DayField(label=_("Når var møtet?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_said_on(self) -> date:
        on: date = self.cleaned_data["said_on"]
        if on > self.today:
            raise forms.ValidationError(_("Dagen er ikke kommet ennå."))
        return on


class ReplyForm(StyrkForm):
    answer = GuardedText(label=_("Hva gjør dere med det?"), max_length=LONGEST_TEXT, widget=LONG)
    changed = forms.BooleanField(
        label=_("Noe er endret, eller blir endret, på grunn av det de sa"), required=False
    )
