"""What is asked of the board, and what it decided."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.inspections import board
from styrk.inspections.forms.acts import LONG, coming, gone
from styrk.ui.forms import DayField, GuardedText, StyrkForm

TWO_MONTHS = timedelta(days=60)


class BoardForm(StyrkForm):
    ask = GuardedText(
        label=board.ASK,
        help_text=board.ASK_SO,
        max_length=4000,
        widget=LONG,
    )
    due = DayField(label=board.BY_WHEN)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["due"].initial = today + TWO_MONTHS

    def clean_due(self) -> date:
        return coming(self.cleaned_data["due"], self.today)


class TreatmentForm(StyrkForm):
    treated_on = DayField(label=board.WHICH_DAY)
    case = GuardedText(label=board.CASE, max_length=40, required=False)
    decision = GuardedText(label=board.WHAT, max_length=4000, widget=LONG)

    def __init__(self, *args: Any, today: date, first: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.first = today, first
        self.fields["treated_on"].initial = today

    def clean_treated_on(self) -> date:
        on = gone(self.cleaned_data["treated_on"], self.today)
        if self.first and on < self.first:
            raise forms.ValidationError(_("Dagen kan ikke være før rapporten."))
        return on
