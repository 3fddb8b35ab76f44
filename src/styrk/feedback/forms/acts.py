"""Forms of what one does with a voice, and with the open page."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.feedback import themes
from styrk.feedback.forms.fields import LONG, LONGER
from styrk.feedback.states import Kind
from styrk.feedback.types import LONGEST_TEXT
from styrk.organisation.models import Unit
from styrk.ui.forms import Chips, DayField, GuardedText, StyrkForm

# How far a preliminary answer moves the day: nobody is put off for good.
LONGEST_WAIT = timedelta(days=92)


class DescribeForm(StyrkForm):
    kind = forms.ChoiceField(label=_("Hva er det?"), choices=Kind.choices, widget=Chips)
    theme = forms.ChoiceField(label=_("Tema"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = [("", _("Ikke valgt")), *themes.choices()]  # type: ignore[attr-defined]


class HandOverForm(StyrkForm):
    unit = forms.ChoiceField(label=_("Hvilken enhet skal svare?"))
    reason = GuardedText(label=_("Hvorfor?"), max_length=1000, widget=LONG)

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {one.code: one for one in units}
        named = ((code, one.name) for code, one in self.units.items())
        self.fields["unit"].choices = [("", _("Velg en enhet")), *named]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Unit:
        return self.units[self.cleaned_data["unit"]]


class MeanwhileForm(StyrkForm):
    text = GuardedText(
        label=_("Hva vil du si så lenge?"),
        help_text=_("Den som fortalte, leser dette på den hemmelige adressen sin."),
        max_length=2000,
        widget=LONG,
    )
    answer_due = DayField(label=_("Når kommer svaret?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_answer_due(self) -> date:
        due: date = self.cleaned_data["answer_due"]
        if due <= self.today:
            raise forms.ValidationError(_("Velg en dag etter i dag."))
        if due > self.today + LONGEST_WAIT:
            raise forms.ValidationError(_("Velg en dag innen tre måneder."))
        return due


class AnswerForm(StyrkForm):
    answer = GuardedText(label=_("Svaret"), max_length=LONGEST_TEXT, widget=LONGER)


class AssessForm(StyrkForm):
    answer = GuardedText(
        label=_("Hva tar dere med dere fra dette?"), max_length=LONGEST_TEXT, widget=LONGER
    )


class ChangeForm(StyrkForm):
    said = GuardedText(
        label=_("Dere sa"),
        help_text=_("Med dine ord, så ingen blir kjent igjen."),
        max_length=500,
        widget=LONG,
    )
    did = GuardedText(label=_("Vi gjorde"), max_length=1000, widget=LONG)
    public = forms.BooleanField(
        label=_("La alle lese det på den åpne siden"),
        help_text=_("Ellers leser bare de som jobber her, og den som fortalte."),
        required=False,
    )


class EntranceForm(StyrkForm):
    is_open = forms.BooleanField(label=_("Siden «Fortell oss» er åpen for alle"), required=False)
    greeting = GuardedText(
        label=_("Hilsen øverst på siden"),
        help_text=_("For eksempel hvem som leser, og hvem man ringer når det haster."),
        required=False,
        max_length=600,
        widget=LONG,
    )


class JudgeForm(StyrkForm):
    first_on = DayField(label=_("Fra og med"))
    last_on = DayField(label=_("Til og med"))
    good = GuardedText(label=_("Hva skal dere holde fast ved?"), max_length=3000, widget=LONG)
    better = GuardedText(label=_("Hva må bli bedre?"), max_length=3000, widget=LONG)

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
