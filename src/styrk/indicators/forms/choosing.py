"""Choosing one of the indicators."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.indicators.models import Indicator
from styrk.ui.forms import StyrkForm


class IndicatorForm(StyrkForm):
    """One of the indicators; a child asks for what."""

    indicator = forms.ChoiceField()

    def __init__(self, *args: Any, indicators: Iterable[Indicator], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(one.uuid): one for one in indicators}
        named = [(key, one.name) for key, one in self.known.items()]
        self.fields["indicator"].choices = [("", _("Velg en indikator")), *named]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Indicator:
        return self.known[self.cleaned_data["indicator"]]


class GoalForm(IndicatorForm):
    """Which indicator shows whether a goal is reached."""

    indicator = forms.ChoiceField(label=_("Hvilken indikator viser om dere når målet?"))
