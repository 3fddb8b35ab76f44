"""The forms that ask another unit, or give the case to it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.incidents.forms.choices import LONG, SHORT, where
from styrk.organisation.models import Unit
from styrk.ui.forms import Cards, DayField, Described, GuardedText, StyrkForm


class UnitSearch(StyrkForm):
    """A form that needs another unit: searched for, then chosen. Works without JavaScript."""

    search = forms.CharField(
        label=_("Søk etter enheten"),
        help_text=_("Skriv litt av navnet, for eksempel «akutt»."),
        max_length=100,
        required=False,
    )
    unit = forms.ChoiceField(label=_("Velg enhet"), widget=Cards, required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        found: Iterable[Unit] = (),
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.units = {str(unit.uuid): unit for unit in found}
        self.fields["unit"].choices = [  # type: ignore[attr-defined]
            (key, Described(unit.name, unit.parent.name if unit.parent else ""))
            for key, unit in self.units.items()
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("unit") and "unit" not in self.errors:
            self.add_error("unit" if self.units else "search", where(given.get("search", "")))
        return given

    @property
    def chosen(self) -> Unit:
        return self.units[self.cleaned_data["unit"]]


class AskForm(UnitSearch):
    profession = GuardedText(
        label=_("Hvem der bør svare?"),
        help_text=_(
            "Hvis det betyr noe, for eksempel farmasøyt, anestesilege eller verneombud. Lederen får"
            " spørsmålet."
        ),
        max_length=100,
        required=False,
    )
    question = GuardedText(label=_("Hva vil du at de skal svare på?"), max_length=2000, widget=LONG)
    due = DayField(label=_("Svarfrist"))

    def __init__(
        self, data: Any = None, *, today: date, initial: dict[str, Any] | None = None, **kwargs: Any
    ) -> None:
        start = {"due": today + timedelta(days=7)}
        super().__init__(data, initial=start | (initial or {}), **kwargs)
        self.today = today

    def clean_due(self) -> date:
        due: date = self.cleaned_data["due"]
        if due < self.today:
            raise forms.ValidationError(_("Fristen må være i dag eller senere."))
        return due


class ExtendForm(StyrkForm):
    """`stands` is the day that stands now."""

    due = DayField(label=_("Ny svarfrist"))
    reason = GuardedText(label=_("Hvorfor trengs det mer tid?"), max_length=1000, widget=SHORT)

    def __init__(self, data: Any = None, *, stands: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.stands = stands

    def clean_due(self) -> date:
        due: date = self.cleaned_data["due"]
        if due <= self.stands:
            raise forms.ValidationError(_("Den nye fristen må være senere enn den som står."))
        return due


class HandOverForm(UnitSearch):
    reason = GuardedText(label=_("Hvorfor hører den hjemme der?"), max_length=1000, widget=SHORT)


class AnswerForm(StyrkForm):
    answer = GuardedText(
        label=_("Svaret fra enheten din"), max_length=6000, widget=forms.Textarea(attrs={"rows": 6})
    )
