"""Forms of the pages of signals and rules."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.intervention.states import Stance
from styrk.intervention.types import Discussion
from styrk.intervention.watched import terms
from styrk.organisation.flavours import worded
from styrk.ui.forms import CheckCards, Chips, DayField, GuardedText, StyrkForm

LONG = forms.Textarea(attrs={"rows": 5})


class AnswerForm(StyrkForm):
    stance = forms.ChoiceField(label=_("Hva svarer du?"), choices=Stance.choices, widget=Chips)
    answer = GuardedText(
        label=_("Si det med dine egne ord"),
        help_text=_(
            "Hva har du gjort, hva er galt i signalet, eller hva trenger du? Ber du om hjelp, går"
            " signalet opp med en gang."
        ),
        max_length=4000,
        widget=LONG,
    )


class AgreedForm(StyrkForm):
    decision = GuardedText(
        label=_("Hva skal gjøres?"),
        help_text=_("Lederen det gjelder, leser dette. Snakk sammen først."),
        max_length=4000,
        widget=LONG,
    )
    agreed_due = DayField(label=_("Når skal det være gjort?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_agreed_due(self) -> date:
        due: date = self.cleaned_data["agreed_due"]
        if due <= self.today:
            raise forms.ValidationError(_("Velg en dag etter i dag."))
        return due


class NoGroundForm(StyrkForm):
    decision = GuardedText(
        label=_("Hvorfor er det ikke grunnlag?"),
        help_text=_(
            "Lederen det gjelder, leser dette. Signalet sendes ikke på nytt for det samme."
        ),
        max_length=4000,
        widget=LONG,
    )


class BackForm(StyrkForm):
    told_back = GuardedText(label=_("Hva er gjort?"), max_length=4000, widget=LONG)


class SwitchOnForm(StyrkForm):
    """Which rules, and the discussion with tillitsvalgte that they rest on."""

    codes = forms.MultipleChoiceField(label=_("Hvilke regler?"), widget=CheckCards)
    held_on = DayField(label=_("Når ble de drøftet med tillitsvalgte?"))
    with_whom = GuardedText(
        label=_("Med hvem?"),
        help_text=_("Rollene, for eksempel: foretakstillitsvalgte og hovedverneombudet."),
        max_length=300,
    )
    protocol = GuardedText(
        label=_("Hva står i protokollen?"),
        help_text=_(
            "Behovet, hva som er vurdert, hva de tillitsvalgte mente, og hva dere ble enige om."
            " Alle i virksomheten kan lese det."
        ),
        max_length=6000,
        widget=LONG,
    )

    def __init__(
        self, *args: Any, rules: Iterable[tuple[str, str]], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["codes"].choices = list(rules)  # type: ignore[attr-defined]

    def clean_held_on(self) -> date:
        held_on: date = self.cleaned_data["held_on"]
        if held_on > self.today:
            raise forms.ValidationError(_("Slå dem på når møtet har vært."))
        if (self.today - held_on).days > (valid := terms().valid):
            raise forms.ValidationError(
                _("Det er mer enn %(n)s dager siden. Drøft reglene på nytt først."),
                params={"n": valid},
            )
        return held_on

    def discussion(self) -> Discussion:
        given = self.cleaned_data
        return Discussion(given["held_on"], given["with_whom"], given["protocol"])


class SwitchOffForm(StyrkForm):
    reason = GuardedText(
        label=_("Hvorfor slår dere den av?"),
        help_text=worded(
            _(
                "Signaler som bare lederen har sett, avsluttes neste natt. De som har gått opp, avgjøres"
                " som før. Styrets leder får vite at regelen er slått av, og hvorfor."
            ),
            _(
                "Signaler som bare lederen har sett, avsluttes neste natt. De som har gått opp, avgjøres"
                " som før. Ordføreren får vite at regelen er slått av, og hvorfor."
            ),
        ),
        max_length=1000,
        widget=LONG,
    )
