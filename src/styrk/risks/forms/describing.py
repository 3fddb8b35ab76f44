"""Saying what a risk is."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.goals.models import Goal
from styrk.organisation.models import Person, Unit
from styrk.requirements.models import Placement
from styrk.risks.refusals import LONGEST
from styrk.risks.states import Interaction
from styrk.risks.types import Description
from styrk.ui.forms import Cards, CheckCards, DayField, GuardedText, StyrkForm

SHORT = forms.Textarea(attrs={"rows": 2})
LONG = forms.Textarea(attrs={"rows": 4})
HALF_A_YEAR = timedelta(days=182)
# More words than these gather nothing.
MOST_THEMES, LONGEST_THEME = 6, 40


def review_day(on: date, today: date) -> date:
    if on <= today:
        raise forms.ValidationError(_("Velg en dag etter i dag."))
    if on > today + LONGEST:
        raise forms.ValidationError(_("Velg en dag innen et år."))
    return on


def among(field: Any, people: Iterable[Person]) -> dict[str, Person]:
    """Let the field choose among these people; gives them by what it answers."""
    known = {str(person.uuid): person for person in people}
    named = ((key, f"{p.name}, {p.title}" if p.title else p.name) for key, p in known.items())
    field.choices = [("", _("Velg en person")), *named]
    return known


class DescriptionForm(StyrkForm):
    """What may go wrong, why, what it leads to, and what holds it back today."""

    title = GuardedText(
        label=_("Hva kan gå galt?"),
        help_text=_("Kort, slik at andre skjønner det. For eksempel: Pasient får feil legemiddel."),
        max_length=200,
    )
    description = GuardedText(
        label=_("Fortell litt mer"), required=False, max_length=4000, widget=LONG
    )
    causes = GuardedText(
        label=_("Hvorfor kan det skje?"), required=False, max_length=3000, widget=LONG
    )
    consequences = GuardedText(
        label=_("Hva kan det føre til?"), required=False, max_length=3000, widget=LONG
    )
    measures = GuardedText(
        label=_("Hva gjør vi allerede for å hindre det?"),
        required=False,
        max_length=3000,
        widget=LONG,
    )
    interaction = forms.ChoiceField(
        label=_("Ligger risikoen i samhandling?"),
        help_text=_("Der noe går fra én til en annen, er det lettere å glippe (§ 6 e)."),
        choices=Interaction.choices,
        initial=Interaction.NONE,
        widget=Cards,
    )
    counterpart = GuardedText(
        label=_("Med hvem?"),
        help_text=_("For eksempel: akuttmottaket, kommunen, fastlegene."),
        required=False,
        max_length=200,
    )
    owner = forms.ChoiceField(label=_("Hvem eier risikoen?"))
    review_on = DayField(label=_("Når ser vi på den igjen?"))
    placements = forms.MultipleChoiceField(
        label=_("Hvilke krav kan den gå ut over?"),
        help_text=_("Krav som er lagt til enheten."),
        required=False,
        widget=CheckCards,
    )
    goals = forms.MultipleChoiceField(
        label=_("Hvilke mål kan den gå ut over?"),
        help_text=_("Mål i enheten og enhetene over."),
        required=False,
        widget=CheckCards,
    )
    themes = GuardedText(
        label=_("Temaer"),
        help_text=_(
            "Ord som samler risikoer om det samme, med komma mellom. For eksempel: legemidler, fall."
        ),
        required=False,
        max_length=300,
    )

    def __init__(
        self,
        *args: Any,
        unit: Unit,
        owners: Iterable[Person],
        placements: Iterable[Placement],
        goals: Iterable[Goal],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.unit = unit
        self.today = today
        self.people = among(self.fields["owner"], owners)
        self.placed = {str(one.uuid): one for one in placements}
        self.aims = {str(one.uuid): one for one in goals}
        self._choose("placements", ((key, str(one)) for key, one in self.placed.items()))
        named = ((key, f"{one.title} ({one.unit.name})") for key, one in self.aims.items())
        self._choose("goals", named)
        self.fields["review_on"].initial = today + HALF_A_YEAR

    def _choose(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        """Nothing to choose among is not asked about."""
        field: Any = self.fields[name]
        field.choices = list(choices)
        if not field.choices:
            del self.fields[name]

    def clean_themes(self) -> tuple[str, ...]:
        """In small letters, so that those about the same are gathered; each once."""
        words = (" ".join(word.split()) for word in self.cleaned_data["themes"].split(","))
        found = dict.fromkeys(word.lower() for word in words if word)
        if len(found) > MOST_THEMES or any(len(word) > LONGEST_THEME for word in found):
            raise forms.ValidationError(_("Bruk høyst seks temaer, hvert på noen få ord."))
        return tuple(found)

    def clean_review_on(self) -> date:
        return review_day(self.cleaned_data["review_on"], self.today)

    def description_given(self) -> Description:
        """The clean arguments of `describe_risk` and `change_risk`."""
        given = self.cleaned_data
        plain = ("title", "description", "causes", "consequences", "measures", "interaction")
        return Description(
            unit=self.unit,
            owner=self.people[given["owner"]],
            review_on=given["review_on"],
            counterpart=given["counterpart"] if given["interaction"] != Interaction.NONE else "",
            placements=tuple(self.placed[key] for key in given.get("placements", ())),
            goals=tuple(self.aims[key] for key in given.get("goals", ())),
            themes=given["themes"],
            **{name: given[name] for name in plain},
        )
