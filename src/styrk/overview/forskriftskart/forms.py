"""Forms of the maps: turn a request into clean arguments, nothing else."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.compliance.types import LONGEST_REVIEW, Outcome, months_after
from styrk.organisation.models import Person
from styrk.regulation.maps import Item
from styrk.regulation.profiles import PROFILES
from styrk.regulation.types import Status
from styrk.ui.forms import Cards, DayField, Described, GuardedText, StyrkForm
from styrk.ui.words import spoken_day

LONG = forms.Textarea(attrs={"rows": 8})
SHORT = forms.Textarea(attrs={"rows": 4})
JUDGED = [
    (
        Status.SHOWN.value,
        Described(gettext_lazy("Vist"), gettext_lazy("Vi oppfyller dette, og kan vise hvordan.")),
    ),
    (
        Status.PARTLY.value,
        Described(gettext_lazy("Delvis vist"), gettext_lazy("Noe er på plass, og noe mangler.")),
    ),
    (
        Status.NOT_SHOWN.value,
        Described(
            gettext_lazy("Ikke vist"), gettext_lazy("Vi kan ikke vise at dette er på plass.")
        ),
    ),
]

LOOKED = [
    (
        Outcome.ASKED.value,
        Described(gettext_lazy("Vi spurte"), gettext_lazy("Noen skal svare eller finne ut mer.")),
    ),
    (
        Outcome.DECIDED.value,
        Described(gettext_lazy("Vi bestemte"), gettext_lazy("Noe skal gjøres, eller fortsette.")),
    ),
]


def in_time(on: date, today: date, months: int) -> date:
    """The day, if it is to come and no later than so many months from now."""
    latest = months_after(today, months)
    if on <= today:
        raise forms.ValidationError(_("Velg en dag som kommer."))
    if on > latest:
        said = _("Velg en dag senest %(day)s.") % {"day": spoken_day(latest)}
        raise forms.ValidationError(said)
    return on


class DescribeForm(StyrkForm):
    """How it is done here, who owns the words, and when to look at them again."""

    text = GuardedText(
        label=gettext_lazy("Slik gjør vi det"),
        help_text=gettext_lazy(
            "Skriv hva dere gjør, hvem som gjør det, og hvor det står. Kort er best."
        ),
        max_length=8000,
        widget=LONG,
    )
    owner = forms.ChoiceField(label=gettext_lazy("Hvem eier teksten?"))
    review_on = DayField(label=gettext_lazy("Når skal dere gå gjennom den igjen?"))

    def __init__(self, *args: Any, owners: Iterable[Person], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.people = {str(person.uuid): person for person in owners}
        named = ((k, f"{p.name}, {p.title}" if p.title else p.name) for k, p in self.people.items())
        self.fields["owner"].choices = [("", _("Velg en person")), *named]  # type: ignore[attr-defined]

    def clean_review_on(self) -> date:
        return in_time(self.cleaned_data["review_on"], self.today, LONGEST_REVIEW)

    @property
    def chosen(self) -> Person:
        return self.people[self.cleaned_data["owner"]]


class JudgeForm(StyrkForm):
    """What somebody judges, why, and until when."""

    status = forms.ChoiceField(
        label=gettext_lazy("Hva er din vurdering?"), choices=JUDGED, widget=Cards
    )
    reason = GuardedText(
        label=gettext_lazy("Hva bygger du på?"),
        help_text=gettext_lazy("Grunnen blir stående ved siden av det dataene viser."),
        max_length=4000,
        widget=SHORT,
    )
    until = DayField(
        label=gettext_lazy("Gjelder til og med"),
        help_text=gettext_lazy("Etter denne dagen teller vurderingen ikke lenger."),
    )

    def __init__(self, *args: Any, item: Item, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.item = today, item

    def clean_until(self) -> date:
        return in_time(self.cleaned_data["until"], self.today, self.item.months)


class LookForm(StyrkForm):
    """What came of going through something, and in which words."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Hva kom ut av det?"), choices=LOOKED, widget=Cards
    )
    words = GuardedText(
        label=gettext_lazy("Hva spurte dere om, eller hva bestemte dere?"),
        help_text=gettext_lazy("Alle som ser siden, kan lese dette. Ikke skriv navn."),
        max_length=2000,
        widget=SHORT,
    )


class ReasonForm(StyrkForm):
    reason = GuardedText(label=gettext_lazy("Hvorfor?"), max_length=2000, widget=SHORT)


class ProfileForm(StyrkForm):
    """Which profile, and why."""

    size = forms.ChoiceField(
        label=gettext_lazy("Hvilken profil passer?"),
        choices=[(one.size.value, Described(one.name, one.about)) for one in PROFILES.values()],
        widget=Cards,
    )
    reason = GuardedText(
        label=gettext_lazy("Hvorfor er dette nok hos dere?"),
        help_text=gettext_lazy("Skriv om størrelse, egenart, aktiviteter og risiko (§ 5)."),
        max_length=2000,
        widget=SHORT,
    )


class OffForm(StyrkForm):
    """What a letter rests on instead of a rule, and why."""

    in_place = GuardedText(
        label=gettext_lazy("Hva hviler bokstaven på i stedet?"),
        help_text=gettext_lazy("Skriv hva dere gjør, og hvor det kan ses."),
        max_length=1000,
        widget=SHORT,
    )
    reason = GuardedText(
        label=gettext_lazy("Hvorfor trenger dere ikke regelen?"), max_length=2000, widget=SHORT
    )


class DayForm(StyrkForm):
    """Which day the map is asked about."""

    dato = DayField(label=gettext_lazy("Slik det var"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_dato(self) -> date:
        on: date = self.cleaned_data["dato"]
        if on > self.today:
            raise forms.ValidationError(_("Velg i dag eller en dag som har vært."))
        return on


class PeriodForm(StyrkForm):
    """Which period the evidence is asked for; the last twelve months where nothing is said."""

    fra = DayField(label=gettext_lazy("Fra og med"))
    til = DayField(label=gettext_lazy("Til og med"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        first, last = given.get("fra"), given.get("til")
        if first and last and last < first:
            self.add_error("til", _("Den siste dagen kan ikke være før den første."))
        elif last and last > self.today:
            self.add_error("til", _("Velg i dag eller en dag som har vært."))
        return given
