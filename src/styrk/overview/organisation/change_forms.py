"""Forms for single changes of the organisation."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from styrk.access.roles import ROLES
from styrk.organisation.flavours import worded
from styrk.organisation.forms import LONGEST, PLAIN, LookupForm, PersonLookup, plain_text
from styrk.organisation.models import Unit
from styrk.ui.fields import sent_once
from styrk.ui.forms import Cards, DayField, Described, GuardedText, StyrkForm

LONGEST_USERNAME = 150
# A deputy for a holiday; who is to act for longer is chosen for longer, or anew.
DEPUTY_FOR = timedelta(days=28)


class UnitLookup(LookupForm[Unit]):
    who = plain_text(_("Ny overordnet enhet"), help_text=_("Navn eller kode."))
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
    name = plain_text(_("Navn"))
    title = plain_text(_("Stilling"), required=False)
    key = sent_once()
    number = plain_text(
        _("Ansattnummer"), required=False, help_text=_("Da blir det den samme i filer fra HR.")
    )
    email = _email()


class FactsForm(UnitLookup):
    """What is known of a person; the unit is looked up."""

    field_order = ("name", "title", "email", "who", "chosen")
    name = plain_text(_("Navn"))
    title = plain_text(_("Stilling"), required=False)
    email = _email()
    who = plain_text(_("Enhet"), help_text=_("Navn eller kode."))
    nobody = _("Fant ingen enhet som passer, i ditt område.")


class RenameForm(StyrkForm):
    name = plain_text(_("Nytt navn"))
    level = plain_text(
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
    name = plain_text(_("Navn"))
    code = plain_text(_("Kode"), help_text=_("Kort og fast. Brukes i filer, og kan ikke endres."))
    level = plain_text(
        _("Nivå"),
        required=False,
        help_text=worded(
            _("For eksempel klinikk, avdeling, sengepost."),
            _("For eksempel tjeneste, enhet, avdeling."),
        ),
    )
    number = plain_text(_("Organisasjonsnummer"), required=False)
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
