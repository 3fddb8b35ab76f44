"""Forms of the pages of temas."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.organisation.models import Person, Unit
from styrk.patterns.forms.groups import LONG
from styrk.patterns.models import Theme
from styrk.patterns.types import AboutTheme
from styrk.ui.forms import Cards, DayField, GuardedText, StyrkForm

SHORT = forms.Textarea(attrs={"rows": 3})
EVERY = [
    (1, _("Hver måned")),
    (2, _("Hver andre måned")),
    (3, _("Hver tredje måned")),
    (4, _("Hvert tertial")),
    (6, _("Hvert halvår")),
    (12, _("Hvert år")),
]
MOST_SAID = 2000


class AboutForm(StyrkForm):
    title = GuardedText(
        label=_("Hva skal temaet hete?"),
        help_text=_("Kort. For eksempel: Fall, eller Vold og trusler."),
        max_length=120,
    )
    belongs = GuardedText(
        label=_("Hva hører til?"),
        help_text=_("Så alle som følger opp meldinger, ser om en ny melding hører hit."),
        max_length=4000,
        widget=LONG,
    )
    not_belongs = GuardedText(
        label=_("Hva hører ikke til?"), max_length=4000, widget=SHORT, required=False
    )
    answer = GuardedText(
        label=_("Hva skal de som melder, få til svar?"),
        help_text=_(
            "Hva dere gjør med det, og at de hører fra dere når noe endres. Lederen kan endre svaret"
            " for hver melding."
        ),
        max_length=MOST_SAID,
        widget=LONG,
    )
    unit = forms.ChoiceField(
        label=_("Hvor gjelder det?"),
        help_text=_("Meldinger herfra og fra alle enheter under kan høre til."),
        widget=Cards,
    )
    owner = forms.ChoiceField(
        label=_("Hvem eier temaet?"), help_text=_("Får det på Min side når det skal gås gjennom.")
    )
    every = forms.TypedChoiceField(
        label=_("Hvor ofte skal det gås gjennom?"), coerce=int, choices=EVERY
    )

    def __init__(
        self, *args: Any, owners: Iterable[Person], units: Iterable[Unit] = (), **kwargs: Any
    ) -> None:
        """Without `units`, it stays where it is."""
        super().__init__(*args, **kwargs)
        self.people = {str(person.uuid): person for person in owners}
        named = ((k, f"{p.name}, {p.title}" if p.title else p.name) for k, p in self.people.items())
        self.fields["owner"].choices = [("", _("Velg en person")), *named]  # type: ignore[attr-defined]
        self.units = {str(unit.uuid): unit for unit in units}
        if self.units:
            self.fields["unit"].choices = [(k, u.name) for k, u in self.units.items()]  # type: ignore[attr-defined]
        else:
            del self.fields["unit"]

    @property
    def about(self) -> AboutTheme:
        given = self.cleaned_data
        said = {name: given[name] for name in ("title", "belongs", "not_belongs", "answer")}
        return AboutTheme(**said, owner=self.people[given["owner"]], every=given["every"])

    @property
    def at(self) -> Unit:
        return self.units[self.cleaned_data["unit"]]


def about_of(theme: Theme) -> dict[str, Any]:
    """What a form begins with."""
    said = {name: getattr(theme, name) for name in ("title", "belongs", "not_belongs", "answer")}
    return {**said, "owner": str(theme.owner.uuid), "every": theme.every}


class BelongForm(StyrkForm):
    said = GuardedText(label=_("Svaret til den som meldte"), max_length=MOST_SAID, widget=LONG)


def answer_of(theme: Theme) -> BelongForm:
    """The same, of one tema among several on a page."""
    return BelongForm(initial={"said": theme.answer}, auto_id=f"{theme.uuid}-%s")


class TakeOutForm(StyrkForm):
    why = GuardedText(
        label=_("Hvorfor hører den ikke til?"),
        help_text=_("Den som meldte, ser det du skriver, hvis saken tas opp igjen."),
        max_length=1000,
        widget=LONG,
    )


class ReviewForm(StyrkForm):
    shows = GuardedText(label=_("Hva viser temaet nå?"), max_length=4000, widget=LONG)
    changes = GuardedText(
        label=_("Hva endrer dere?"),
        help_text=_(
            "Det du skriver her, går til dem som har meldt det siste året. La det stå tomt når"
            " ingenting endres."
        ),
        max_length=MOST_SAID,
        widget=LONG,
        required=False,
    )
    answer = GuardedText(
        label=_("Hva skal de som melder, få til svar fra nå av?"),
        max_length=MOST_SAID,
        widget=LONG,
    )
    next_on = DayField(label=_("Når går dere gjennom det neste gang?"))

    def __init__(
        self,
        data: Any = None,
        *,
        theme: Theme,
        next_on: date,
        initial: dict[str, Any] | None = None,
    ) -> None:
        start = {"answer": theme.answer, "next_on": next_on}
        super().__init__(data, initial=start | (initial or {}))


class RestForm(StyrkForm):
    why = GuardedText(
        label=_("Hvorfor skal temaet hvile?"),
        help_text=_("Ingenting går tapt. Du kan ta det opp igjen når som helst."),
        max_length=1000,
        widget=LONG,
    )
