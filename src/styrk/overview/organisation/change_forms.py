"""Forms for single changes of the organisation."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from styrk.access.roles import ROLES
from styrk.organisation.flavours import worded
from styrk.organisation.models import Person, Unit
from styrk.ui.fields import sent_once
from styrk.ui.forms import Cards, DayField, Described, GuardedText, StyrkForm

LONGEST = 200
LONGEST_USERNAME = 150
HITS = 10
# A deputy for a holiday; who is to act for longer is chosen for longer, or anew.
DEPUTY_FOR = timedelta(days=28)
PLAIN = {"autocomplete": "off"}


def _text(label: Any, longest: int = LONGEST, **kwargs: Any) -> forms.CharField:
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

    who = _text("")
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
    who = _text(_("Hvem?"), help_text=_("Navn eller ansattnummer."))
    nobody = _("Fant ingen. Se over navnet, eller registrer personen først.")

    def described(self, one: Person) -> Described:
        known = (one.title, one.home_unit.name if one.home_unit else "", one.employee_number)
        return Described(one.name, ", ".join(word for word in known if word))

    def names(self, one: Person) -> Iterable[str | None]:
        return (one.name, one.employee_number, str(one.uuid))


class UnitLookup(LookupForm[Unit]):
    who = _text(_("Ny overordnet enhet"), help_text=_("Navn eller kode."))
    chosen = forms.ChoiceField(label=_("Hvilken mener du?"), widget=Cards)
    nobody = _("Fant ingen enhet som passer, i ditt område og samme virksomhet.")

    def described(self, one: Unit) -> Described:
        return Described(one.name, f"{one.parent.name}, {one.code}" if one.parent else one.code)

    def names(self, one: Unit) -> Iterable[str | None]:
        return (one.name, one.code)


def _from() -> DayField:
    return DayField(label=_("Fra og med"))


class AppointForm(PersonLookup):
    role = forms.ChoiceField(label=_("Rolle"), widget=Cards)
    since = _from()
    until = DayField(
        label=_("Til og med"), required=False, help_text=_("Tomt når rollen varer til videre.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            (code, Described(role.name, role.description)) for code, role in ROLES.items()
        ]


class DeputyForm(PersonLookup):
    since = _from()
    until = DayField(
        label=_("Til og med"), help_text=_("Siste dag som stedfortreder. Du kan avslutte før.")
    )
    reason = GuardedText(
        label=_("Hvorfor?"), required=False, max_length=LONGEST, help_text=_("For eksempel ferie.")
    )


class LastDayForm(StyrkForm):
    until = DayField(label=_("Siste dag"))


def _email() -> forms.EmailField:
    return forms.EmailField(
        label=_("E-post på jobb"),
        required=False,
        help_text=_("Dit går bare at det er en beskjed, aldri hva den gjelder."),
        error_messages={"invalid": _("Skriv e-postadressen som navn@sykehus.no.")},
        widget=forms.EmailInput(attrs=PLAIN),
    )


class PersonForm(StyrkForm):
    name = _text(_("Navn"))
    title = _text(_("Stilling"), required=False)
    key = sent_once()
    number = _text(
        _("Ansattnummer"), required=False, help_text=_("Da blir det den samme i filer fra HR.")
    )
    email = _email()


class FactsForm(UnitLookup):
    """What is known of a person; the unit is looked up."""

    field_order = ("name", "title", "email", "who", "chosen")
    name = _text(_("Navn"))
    title = _text(_("Stilling"), required=False)
    email = _email()
    who = _text(_("Enhet"), help_text=_("Navn eller kode."))
    nobody = _("Fant ingen enhet som passer, i ditt område.")


class RenameForm(StyrkForm):
    name = _text(_("Nytt navn"))
    level = _text(
        _("Nivå"),
        required=False,
        help_text=worded(
            _("For eksempel klinikk, avdeling, sengepost."),
            _("For eksempel tjeneste, enhet, avdeling."),
        ),
    )
    since = _from()


class MoveForm(UnitLookup):
    since = _from()


class FoundForm(StyrkForm):
    name = _text(_("Navn"))
    code = _text(_("Kode"), help_text=_("Kort og fast. Brukes i filer, og kan ikke endres."))
    level = _text(
        _("Nivå"),
        required=False,
        help_text=worded(
            _("For eksempel klinikk, avdeling, sengepost."),
            _("For eksempel tjeneste, enhet, avdeling."),
        ),
    )
    number = _text(_("Organisasjonsnummer"), required=False)
    is_trust = forms.BooleanField(
        label=_("Enheten er en egen virksomhet (eget rettssubjekt)"), required=False
    )
    since = _from()


class UsernameForm(StyrkForm):
    username = forms.CharField(
        label=_("Brukernavn"),
        validators=[MaxLengthValidator(LONGEST_USERNAME)],
        widget=forms.TextInput(attrs=PLAIN | {"autocapitalize": "none", "spellcheck": "false"}),
    )

    def clean_username(self) -> str:
        name: str = self.cleaned_data["username"]
        if not name.isprintable() or " " in name:
            raise forms.ValidationError(gettext("Skriv brukernavnet uten mellomrom."))
        return name


def initial(today: date, **more: object) -> dict[str, object]:
    """What stands in a form at first: that the change is from today."""
    return {"since": today, "until": today} | more
