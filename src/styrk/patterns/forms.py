"""Forms of the pages of samleavvik."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.incidents.queries import Listed
from styrk.organisation.models import Unit
from styrk.ui.forms import Cards, CheckCards, Described, GuardedText, StyrkForm
from styrk.ui.words import spoken_day

LONG = forms.Textarea(attrs={"rows": 5})


class BeginForm(StyrkForm):
    title = GuardedText(
        label=_("Hva skal det hete?"),
        help_text=_("Kort, og om det som skjer. For eksempel: Fall på badet om natten."),
        max_length=120,
    )
    common = GuardedText(
        label=_("Hva er likt i meldingene?"),
        help_text=_("Så andre kan se om en ny melding hører til."),
        max_length=4000,
        widget=LONG,
    )
    unit = forms.ChoiceField(
        label=_("Hvor gjelder det?"),
        help_text=_("Du kan legge til meldinger herfra og fra alle enheter under."),
        widget=Cards,
    )

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {str(unit.uuid): unit for unit in units}
        self.fields["unit"].choices = [  # type: ignore[attr-defined]
            (key, unit.name) for key, unit in self.units.items()
        ]
        if len(self.units) == 1:
            self.initial.setdefault("unit", next(iter(self.units)))

    @property
    def chosen(self) -> Unit:
        return self.units[self.cleaned_data["unit"]]


class JoinForm(StyrkForm):
    chosen = forms.MultipleChoiceField(label=_("Hvilke meldinger hører til?"), widget=CheckCards)

    def __init__(self, *args: Any, found: Iterable[Listed], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = [  # type: ignore[attr-defined]
            (
                str(one.uuid),
                Described(one.title, f"{one.reference}, {one.unit}, {spoken_day(one.reported_at)}"),
            )
            for one in found
        ]


class LeaveForm(StyrkForm):
    why = GuardedText(label=_("Hvorfor hører den ikke til?"), max_length=1000, widget=LONG)


class SayForm(StyrkForm):
    said = GuardedText(
        label=_("Hva skjer med det de meldte?"),
        help_text=_("Alle som meldte, får det samme svaret. De ser ikke hvem de andre er."),
        max_length=4000,
        widget=LONG,
    )


class EndForm(StyrkForm):
    why = GuardedText(
        label=_("Hvorfor avslutter du det?"),
        help_text=_("Meldingene følges opp hver for seg som før."),
        max_length=1000,
        widget=LONG,
    )
