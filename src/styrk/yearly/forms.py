"""Forms of the pages of the yearly report."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.organisation.models import Person
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
    sometimes = ("owner", "due")
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

    owner = forms.ChoiceField(
        label=_("Hvem følger det opp?"),
        help_text=_("Når kommunestyret ber om noe. Den du velger, får det på Min side."),
        required=False,
    )
    due = DayField(label=_("Når skal kommunestyret få vite hva det ble av det?"), required=False)

    def __init__(
        self,
        *args: Any,
        meeting_on: date,
        today: date,
        owners: Iterable[Person],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.meeting_on, self.today = meeting_on, today
        self.people = {str(one.uuid): one for one in owners}
        named = [
            (key, f"{p.name}, {p.title}" if p.title else p.name) for key, p in self.people.items()
        ]
        self.fields["owner"].choices = [("", _("Velg en person")), *named]  # type: ignore[attr-defined]

    def clean_held_on(self) -> date:
        day: date = self.cleaned_data["held_on"]
        if not self.meeting_on <= day <= self.today:
            raise forms.ValidationError(
                _("Møtet har vært, og var ikke før det rapporten ble sendt til.")
            )
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        asked = given.get("decision") == Decision.ASKED
        for name, other in (("owner", "due"), ("due", "owner")):
            if not given.get(name) and (asked or given.get(other)) and not self.has_error(name):
                self.add_error(name, _("Si hvem som følger det opp, og til når."))
        if (due := given.get("due")) and due < self.today:
            self.add_error("due", _("Velg en dag som er i dag eller senere."))
        return given

    def treated(self) -> Treated:
        given = self.cleaned_data
        owner = self.people[given["owner"]] if given["owner"] else None
        return Treated(**given | {"owner": owner})


class ToldForm(StyrkForm):
    told = GuardedText(label=_("Hva ble det av vedtaket?"), max_length=4000, widget=LONG)


class AddendumForm(StyrkForm):
    text = GuardedText(
        label=_("Hva vil dere legge til?"),
        help_text=_("Tillegget står under rapporten, med navnet ditt og tidspunktet."),
        max_length=4000,
        widget=LONG,
    )
