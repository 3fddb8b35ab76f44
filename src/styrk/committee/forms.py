"""The forms of the committee, and of those who lay cases before it and answer it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.committee.states import AdviceState
from styrk.organisation.models import Person, Unit
from styrk.ui.forms import Cards, DayField, Described, GuardedText, StyrkForm

LONG = forms.Textarea(attrs={"rows": 6})
SHORT = forms.Textarea(attrs={"rows": 3})


class LayForm(StyrkForm):
    why = GuardedText(
        label=_("Hva vil du at utvalget skal se på?"),
        help_text=_("Kort. Utvalget leser hele saken."),
        max_length=2000,
        widget=SHORT,
    )


class RequireForm(StyrkForm):
    number = forms.CharField(
        label=_("Saksnummer"), help_text=_("For eksempel 2026-17."), max_length=20
    )
    why = GuardedText(
        label=_("Hva trenger utvalget saken til?"),
        help_text=_("Den som følger opp saken, får vite det."),
        max_length=2000,
        widget=SHORT,
    )

    def __init__(self, *args: Any, committees: Iterable[Unit], **kwargs: Any) -> None:
        """Which committee is asked only where one sits in several."""
        super().__init__(*args, **kwargs)
        self.committees = {str(one.uuid): one for one in committees}
        if len(self.committees) > 1:
            self.fields["unit"] = forms.ChoiceField(
                label=_("Hvilket utvalg?"),
                widget=Cards,
                choices=[(key, one.name) for key, one in self.committees.items()],
            )

    @property
    def committee(self) -> Unit:
        only = next(iter(self.committees))
        return self.committees[self.cleaned_data.get("unit", only)]


class TreatForm(StyrkForm):
    met_on = DayField(label=_("Dagen utvalget møttes"))
    assessment = GuardedText(
        label=_("Hva kom utvalget fram til?"),
        help_text=_(
            "Hva som sviktet i systemet, hva andre kan lære, og hva dere ikke vet. Råd til ledere gir du"
            " etterpå."
        ),
        max_length=8000,
        widget=LONG,
    )

    def __init__(self, *args: Any, laid_on: date, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.laid_on, self.today = laid_on, today

    def clean_met_on(self) -> date:
        met_on: date = self.cleaned_data["met_on"]
        if met_on > self.today:
            raise forms.ValidationError(_("Møtet må ha vært."))
        if met_on < self.laid_on:
            raise forms.ValidationError(_("Saken kom til utvalget etter den dagen."))
        return met_on


class AdviceForm(StyrkForm):
    to = forms.ChoiceField(label=_("Hvem skal få rådet?"), widget=Cards)
    text = GuardedText(
        label=_("Hva råder dere til?"),
        help_text=_("Skriv så det kan leses for seg. Ikke skriv hvem det gjelder."),
        max_length=4000,
        widget=LONG,
    )
    due = DayField(label=_("Svar innen"))

    def __init__(
        self, *args: Any, leaders: Iterable[tuple[Unit, Person]], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.units = {str(unit.uuid): unit for unit, _leader in leaders}
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            (str(unit.uuid), Described(unit.name, person.name)) for unit, person in leaders
        ]

    @property
    def to_unit(self) -> Unit:
        return self.units[self.cleaned_data["to"]]

    def clean_due(self) -> date:
        due: date = self.cleaned_data["due"]
        if due < self.today:
            raise forms.ValidationError(_("Fristen må være i dag eller senere."))
        return due


class AnswerForm(StyrkForm):
    state = forms.ChoiceField(
        label=_("Følger du rådet?"),
        widget=Cards,
        choices=[
            (AdviceState.FOLLOWED, Described(_("Ja"), _("Etterpå kan du bestemme tiltak."))),
            (AdviceState.DECLINED, Described(_("Nei"), _("Skriv hvorfor."))),
        ],
    )
    answer = GuardedText(
        label=_("Hva gjør dere, eller hvorfor ikke?"),
        help_text=_("Utvalget leser svaret."),
        max_length=4000,
        widget=LONG,
    )


class WhyForm(StyrkForm):
    why = GuardedText(label=_("Hvorfor?"), max_length=1000, widget=SHORT)


class RecuseForm(StyrkForm):
    reason = GuardedText(
        label=_("Hvorfor er du inhabil?"),
        help_text=_("Du ser ikke saken mer. De andre i utvalget behandler den."),
        max_length=1000,
        widget=SHORT,
    )
