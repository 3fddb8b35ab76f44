"""Forms of the pages of the yearly report."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.ui.forms import Chips, DayField, GuardedText, StyrkForm
from styrk.yearly.states import Decision, Part
from styrk.yearly.types import Treated

LONG = forms.Textarea(attrs={"rows": 8})
ASKS = {
    Part.SUMMARY: _("Hva må kommunestyret vite, og hva er deres samlede vurdering?"),
    Part.CONTROL: _("Virker internkontrollen, og hva bygger dere det på?"),
    Part.SUPERVISION: _("Hva fant staten, og hva har kommunen gjort med det?"),
    Part.LEARNING: _("Hva gjentok seg, hva ble endret, og hjalp det?"),
    Part.MENDING: _("Hva er ikke godt nok ennå, hvem retter det, og når er det rettet?"),
}


class PartForm(StyrkForm):
    text = GuardedText(
        label=_("Hva vil dere si?"),
        help_text=_("Rapporten er offentlig. Skriv ikke om enkeltpersoner."),
        max_length=8000,
        widget=LONG,
    )

    def __init__(self, *args: Any, part: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = ASKS[Part(part)]


class SendForm(StyrkForm):
    meeting_on = DayField(label=_("Når behandler kommunestyret rapporten?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_meeting_on(self) -> date:
        day: date = self.cleaned_data["meeting_on"]
        if day < self.today:
            raise forms.ValidationError(_("Møtet må være i dag eller senere."))
        return day


class TreatForm(StyrkForm):
    held_on = DayField(label=_("Når var møtet?"))
    case = GuardedText(label=_("Saksnummer"), help_text=_("For eksempel: PS 27/26."), max_length=60)
    decision = forms.ChoiceField(
        label=_("Hva gjorde kommunestyret?"), choices=Decision.choices, widget=Chips
    )
    words = GuardedText(
        label=_("Hva vedtok de?"),
        help_text=_("Skriv vedtaket slik det står i protokollen."),
        max_length=6000,
        widget=LONG,
    )

    def __init__(self, *args: Any, sent_on: date, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sent_on, self.today = sent_on, today

    def clean_held_on(self) -> date:
        day: date = self.cleaned_data["held_on"]
        if not self.sent_on <= day <= self.today:
            raise forms.ValidationError(_("Møtet har vært, og var etter at rapporten ble sendt."))
        return day

    def treated(self) -> Treated:
        return Treated(**self.cleaned_data)


class AddendumForm(StyrkForm):
    text = GuardedText(
        label=_("Hva vil dere legge til?"),
        help_text=_("Tillegget står under rapporten, med navnet ditt og tidspunktet."),
        max_length=4000,
        widget=LONG,
    )
