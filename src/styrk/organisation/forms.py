"""Choosing a person or a unit by a text that is looked up."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from styrk.organisation.models import Person, Unit
from styrk.ui.forms import Cards, Described, StyrkForm

LONGEST = 200
HITS = 10
PLAIN = {"autocomplete": "off"}


def plain_text(label: Any, longest: int = LONGEST, **kwargs: Any) -> forms.CharField:
    """Words that name units and staff: not about patients, so not guarded."""
    return forms.CharField(
        label=label,
        validators=[MaxLengthValidator(longest)],
        widget=forms.TextInput(attrs=PLAIN),
        **kwargs,
    )


class LookupForm[Found: (Person, Unit)](StyrkForm):
    """A text that is looked up by `find`; the one is `found`.

    Whoever is not named by number or in full is shown and chosen, also where only one matches: a
    few letters must not give a stranger a ward's cases.
    """

    who = plain_text("")
    chosen = forms.ChoiceField(label=_("Hvem mener du?"), widget=Cards)
    found: Found
    nobody: Any = ""

    def __init__(self, *args: Any, find: Callable[[str], Sequence[Found]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wanted = self.data.get("who", "")[:LONGEST] if self.is_bound else ""
        self.hits: dict[str, Found] = (
            {str(one.uuid): one for one in find(wanted)} if wanted.strip() else {}
        )
        self.is_sure = len(self.hits) == 1 and self._is_named(wanted)
        if self.hits and not self.is_sure:
            self._ask()
        else:
            del self.fields["chosen"]

    def _ask(self) -> None:
        chosen = self.fields["chosen"]
        chosen.choices = [(key, self.described(one)) for key, one in self.hits.items()]  # type: ignore[attr-defined]
        chosen.error_messages |= dict.fromkeys(("required", "invalid_choice"), self._which())

    def described(self, one: Found) -> Described:
        raise NotImplementedError

    def names(self, one: Found) -> Iterable[str | None]:
        """What names this one and no other, or in full."""
        raise NotImplementedError

    def _is_named(self, wanted: str) -> bool:
        typed = " ".join(wanted.split()).casefold()
        return any(
            name and name.casefold() == typed
            for one in self.hits.values()
            for name in self.names(one)
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if "who" in given:
            self._choose(given.get("chosen", ""))
        return given

    def _choose(self, chosen: str) -> None:
        if not self.hits:
            self.add_error("who", str(self.nobody))
        elif self.is_sure:
            (self.found,) = self.hits.values()
        elif chosen:
            self.found = self.hits[chosen]

    def _which(self) -> str:
        if len(self.hits) >= HITS:
            return gettext("Mange passer. Velg her, eller skriv mer over.")
        if len(self.hits) > 1:
            return gettext("Flere passer. Velg den du mener.")
        return gettext("Vi fant én. Velg den hvis det er riktig, eller skriv mer over.")


class PersonLookup(LookupForm[Person]):
    who = plain_text(_("Hvem?"), help_text=_("Navn eller ansattnummer."))
    nobody = _("Fant ingen. Se over navnet, eller registrer personen først.")

    def described(self, one: Person) -> Described:
        known = (one.title, one.home_unit.name if one.home_unit else "", one.employee_number)
        return Described(one.name, ", ".join(word for word in known if word))

    def names(self, one: Person) -> Iterable[str | None]:
        return (one.name, one.employee_number, str(one.uuid))
