"""The small forms: accept, look at again, end, lift, and answer what was lifted."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.indicators.forms import IndicatorForm
from styrk.organisation.models import Person, Unit
from styrk.risks.forms.describing import HALF_A_YEAR, LONG, SHORT, among, review_day
from styrk.risks.models import Proposal, Risk
from styrk.risks.types import SAID, Description
from styrk.ui.forms import Cards, DayField, Described, GuardedText, StyrkForm

TAKE_IN, MERGE, DECLINE = "take_in", "merge", "decline"
ANSWERS = [
    (TAKE_IN, Described(_("Ta den inn"), _("Den blir en risiko hos dere, og dere vurderer den."))),
    (MERGE, Described(_("Slå den sammen"), _("Den blir en del av en risiko dere har."))),
    (DECLINE, Described(_("Ikke ta den inn"), _("Den blir der den er. De får vite hvorfor."))),
]


class AcceptForm(StyrkForm):
    reason = GuardedText(label=_("Hvorfor kan vi leve med den?"), max_length=2000, widget=LONG)
    expires_on = DayField(
        label=_("Hvor lenge gjelder det?"),
        help_text=_("Høyst et år. Blir risikoen vurdert på nytt, gjelder aksepten ikke lenger."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["expires_on"].initial = today + HALF_A_YEAR

    def clean_expires_on(self) -> date:
        return review_day(self.cleaned_data["expires_on"], self.today)


class ReviewForm(StyrkForm):
    note = GuardedText(
        label=_("Hva så du?"),
        help_text=_("Stemmer beskrivelsen og vurderingen fortsatt? Er noe nytt?"),
        max_length=2000,
        widget=LONG,
    )
    next_on = DayField(label=_("Når ser vi på den igjen?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["next_on"].initial = today + HALF_A_YEAR

    def clean_next_on(self) -> date:
        return review_day(self.cleaned_data["next_on"], self.today)


class MeasureForm(IndicatorForm):
    """Which indicator shows how a risk is doing."""

    indicator = forms.ChoiceField(label=_("Hvilken indikator viser hvordan det går med risikoen?"))


class EndForm(StyrkForm):
    reason = GuardedText(
        label=_("Hvorfor er den ikke en risiko lenger?"), max_length=1000, widget=SHORT
    )


class ProposeForm(StyrkForm):
    to = forms.ChoiceField(label=_("Hvem løfter du den til?"))
    reason = GuardedText(
        label=_("Hvorfor må den løftes?"),
        help_text=_("For eksempel at den gjelder flere enheter, eller at dere ikke kan løse den."),
        max_length=2000,
        widget=LONG,
    )

    def __init__(self, *args: Any, above: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.above = {str(unit.uuid): unit for unit in above}
        self.fields["to"].choices = [(key, unit.name) for key, unit in self.above.items()]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Unit:
        return self.above[self.cleaned_data["to"]]


class AnswerForm(StyrkForm):
    """What becomes of a risk from below. What is asked for the choice not made, is not looked at."""

    sometimes = ("title", "owner", "into", "words")

    answer = forms.ChoiceField(label=_("Hva gjør dere med den?"), choices=ANSWERS, widget=Cards)
    title = GuardedText(
        label=_("Hva kaller dere den?"),
        help_text=_("Når dere tar den inn."),
        required=False,
        max_length=200,
    )
    owner = forms.ChoiceField(
        label=_("Hvem eier den hos dere?"), help_text=_("Når dere tar den inn."), required=False
    )
    into = forms.ChoiceField(
        label=_("Hvilken risiko blir den en del av?"),
        help_text=_("Når dere slår den sammen."),
        required=False,
    )
    words = GuardedText(
        label=_("Hva vil du si til dem som løftet den?"),
        help_text=_("Må fylles ut når dere ikke tar den inn."),
        required=False,
        max_length=2000,
        widget=SHORT,
    )

    def __init__(
        self,
        *args: Any,
        proposal: Proposal,
        own: Iterable[Risk],
        owners: Iterable[Person],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.proposal, self.today = proposal, today
        self.people = among(self.fields["owner"], owners)
        self.own = {str(risk.uuid): risk for risk in own}
        named = [(key, risk.title) for key, risk in self.own.items()]
        self.fields["into"].choices = [("", _("Velg en risiko")), *named]  # type: ignore[attr-defined]
        self.fields["title"].initial = str(proposal)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        asked = {TAKE_IN: ("title", "owner"), MERGE: ("into",), DECLINE: ("words",)}
        for name in asked.get(given.get("answer", ""), ()):
            if name not in self.errors and not given.get(name):
                self.add_error(name, _("Fyll ut dette."))
        return given

    def description(self) -> Description:
        """The risk as it is taken in: in the words it was lifted with, under a name of one's own."""
        given, told = self.cleaned_data, self.proposal.told
        return Description(
            unit=self.proposal.to_unit,
            title=given["title"],
            **{name: told.get(name, "") for name in SAID},
            themes=tuple(told.get("themes", ())),
            owner=self.people[given["owner"]],
            review_on=self.today + timedelta(days=120),
        )

    @property
    def chosen(self) -> Risk:
        return self.own[self.cleaned_data["into"]]
