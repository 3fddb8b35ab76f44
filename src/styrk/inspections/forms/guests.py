"""Who outside is let in, from when to when, and to what time; and the code they show."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.access import guests
from styrk.access.commands import Invited
from styrk.inspections.forms.acts import PdfField, gone
from styrk.inspections.models import Audit
from styrk.regulation.maps import LAW, Item
from styrk.ui.forms import CheckChips, DayField, GuardedText, StyrkForm

A_YEAR = timedelta(days=365)
AFTERWARDS = timedelta(days=14)


class AdmitForm(StyrkForm):
    """The name and the address of somebody who is no person here, so the guard is not asked."""

    name = forms.CharField(label=_("Navn"), max_length=100)
    organisation = forms.CharField(
        label=_("Hvor kommer de fra?"),
        help_text=_("Myndigheten, revisjonsselskapet eller de som evaluerer."),
        max_length=100,
    )
    email = forms.EmailField(
        label=_("E-postadressen på jobb"),
        help_text=_("Dit sender Styrk en kode hver gang de logger inn."),
        max_length=200,
    )
    opens_on = DayField(label=_("Innsyn fra og med"))
    until = DayField(label=_("Innsyn til og med"))
    covers_from = DayField(
        label=_("Forskriftskartet fra og med"),
        help_text=_("De ser kartet slik det var på dager i denne tiden, og ikke på andre."),
    )
    covers_to = DayField(label=_("Forskriftskartet til og med"))
    letters = forms.MultipleChoiceField(
        label=_("Hvilke bokstaver i kartet ser de?"),
        help_text=_(
            "Begynner med dem som kravene i saken hører til. Ta med det saken gjelder, og ikke mer."
        ),
        widget=CheckChips,
    )

    def __init__(
        self,
        *args: Any,
        today: date,
        audit: Audit,
        begins_with: Collection[Item],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        named = [(one.key, f"{one.reference} {one.title}") for one in LAW.items]
        self.fields["letters"].choices = named  # type: ignore[attr-defined]
        self.fields["letters"].initial = [one.key for one in begins_with]
        begun = {
            "organisation": str(audit.authority) if audit.authority else "",
            "opens_on": today,
            "until": max(today, audit.ends_on) + AFTERWARDS,
            "covers_from": audit.starts_on - A_YEAR,
            "covers_to": max(today, audit.ends_on),
        }
        for name, value in begun.items():
            self.fields[name].initial = value

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        opens, until = given.get("opens_on"), given.get("until")
        if opens and until:
            self._check_days(opens, until)
        first, last = given.get("covers_from"), given.get("covers_to")
        if first and last and last < first:
            self.add_error("covers_to", _("Siste dag kan ikke være før den første."))
        return given

    def _check_days(self, opens: date, until: date) -> None:
        if until < max(opens, self.today):
            self.add_error("until", _("Siste dag kan ikke være før den første, eller være gått."))
        elif (until - opens).days > guests.LONGEST.value:
            self.add_error("until", _("Innsyn kan vare i høyst et halvt år om gangen."))

    def invited(self) -> Invited:
        given = self.cleaned_data
        return Invited(
            given["name"],
            given["organisation"],
            given["email"],
            given["opens_on"],
            given["until"],
            (given["covers_from"], given["covers_to"]),
            tuple(given["letters"]),
        )


class UnitSearchForm(StyrkForm):
    """Matched with names of units and kept nowhere, so the guard is not asked."""

    sok = forms.CharField(
        label=_("Søk i enhetene"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )


class CodeForm(StyrkForm):
    code = forms.CharField(
        label=_("Koden fra e-posten"),
        help_text=_("Seks sifre."),
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )


class EndForm(StyrkForm):
    reason = GuardedText(label=_("Hvorfor?"), max_length=1000, required=False)


class DocumentForm(StyrkForm):
    document = PdfField(label=_("Dokumentet"), help_text=_("En PDF, høyst 10 MB."))
    dated_on = DayField(label=_("Hvilken dag er det fra?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["dated_on"].initial = today

    def clean_dated_on(self) -> date:
        return gone(self.cleaned_data["dated_on"], self.today)


class InspectedDayForm(StyrkForm):
    """The day of the map, in the time that is looked at."""

    dato = DayField(label=_("Kartet slik det var"))

    def __init__(self, *args: Any, first: date, last: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.first, self.last = first, last

    def clean_dato(self) -> date:
        day: date = self.cleaned_data["dato"]
        if not self.first <= day <= self.last:
            raise forms.ValidationError(_("Velg en dag i tiden som innsynet gjelder."))
        return day
