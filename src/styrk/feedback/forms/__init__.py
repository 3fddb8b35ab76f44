"""Forms of the voices' pages: turn a request into clean arguments, nothing else."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from styrk.feedback import themes, wording
from styrk.feedback.queries.register import NONE
from styrk.feedback.states import Channel, Kind
from styrk.feedback.types import LONGEST_TEXT, Above, Told
from styrk.organisation.models import Unit
from styrk.ui.fields import sent_once
from styrk.ui.forms import Cards, Chips, DayField, Described, GuardedText, StyrkForm
from styrk.ui.uploads import MEGABYTE, UploadsForm

# How far a preliminary answer moves the day: nobody is put off for good.
LONGEST_WAIT = timedelta(days=92)
LONG = forms.Textarea(attrs={"rows": 4})
LONGER = forms.Textarea(attrs={"rows": 7})
KINDS = [
    (Kind.COMPLAINT, Described(_("En klage"), _("Noe som ikke var slik det skal være."))),
    (
        Kind.EXPERIENCE,
        Described(_("En erfaring"), wording.HOW_IT_WAS),
    ),
    (Kind.SUGGESTION, Described(_("Et forslag"), _("Noe vi kan gjøre bedre."))),
    (Kind.GOOD, Described(_("Noe som var bra"), _("Noe vi skal holde fast ved."))),
]
STATES = [
    ("", _("Alle")),
    ("open", _("Ikke ferdig behandlet")),
    ("done", _("Besvart eller vurdert")),
    ("heard", _("Ba om noe, og er ferdig behandlet")),
    ("used", _("Ba om noe, og førte til noe")),
]


ONE_UP = _("Da går det til den som leder enheten over, og ikke til lederen selv.")


class OpenForm(StyrkForm):
    """What anybody may tell a unit. Nothing of it has to say who one is."""

    key = sent_once()
    kind = forms.ChoiceField(label=_("Hva vil du fortelle om?"), choices=KINDS, widget=Cards)
    text = GuardedText(
        label=_("Fortell med dine egne ord"),
        help_text=_(
            "Skriv ikke navn, fødselsnummer eller telefonnummer, verken ditt eller andres."
        ),
        max_length=LONGEST_TEXT,
        widget=LONGER,
    )
    about_leader = forms.BooleanField(
        label=_("Det gjelder lederen her"),
        help_text=ONE_UP,
        required=False,
    )
    email = forms.EmailField(
        label=_("E-post"),
        help_text=_(
            "Bare for å si fra når det er svart. Vi sletter adressen da, og bruker den ikke til noe annet."
        ),
        required=False,
        max_length=200,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, unit: Unit, above: Above, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit = unit
        if above is Above.NOBODY:
            del self.fields["about_leader"]
        elif above is Above.CHAIR:
            self.fields["about_leader"].help_text = wording.TO_CHAIR
        # Without a server for e-mail nothing can be told by it, so it is not asked for.
        if not settings.MAIL_HOST:
            del self.fields["email"]

    def told(self, on: date) -> Told:
        given = self.cleaned_data
        return Told(
            unit=self.unit,
            kind=given["kind"],
            channel=Channel.PAGE,
            text=given["text"],
            received_on=on,
            # Praise is thanked for; all others are answered.
            answer_owed=given["kind"] != Kind.GOOD,
            about_leader=given.get("about_leader", False),
        )


class TellForm(StyrkForm):
    """What somebody told us in another way, written down by one who works here."""

    unit = forms.ChoiceField(label=_("Hvilken enhet gjelder det?"))
    elsewhere = forms.CharField(
        label=_("Står ikke enheten i lista? Skriv navnet eller koden."),
        max_length=200,
        required=False,
    )
    kind = forms.ChoiceField(label=_("Hva er det?"), choices=Kind.choices, widget=Chips)
    channel = forms.ChoiceField(
        label=_("Hvordan kom det?"),
        choices=[one for one in Channel.choices if one[0] != Channel.PAGE],
        widget=Chips,
    )
    text = GuardedText(
        label=_("Hva ble sagt?"),
        help_text=_(
            "Skriv ikke hvem det var. Navn og opplysninger om helse hører til i journalen."
        ),
        max_length=LONGEST_TEXT,
        widget=LONGER,
    )
    theme = forms.ChoiceField(label=_("Tema"), required=False)
    about_leader = forms.BooleanField(
        label=_("Det gjelder lederen av enheten"),
        help_text=wording.WHO_READS_IT,
        required=False,
    )
    received_on = DayField(label=_("Når kom det?"))
    answer_owed = forms.BooleanField(
        label=_("Den som fortalte, venter på svar"),
        help_text=_("Fristen blir en måned fra dagen det kom."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        units: Iterable[Unit],
        find: Callable[[str], list[Unit]],
        today: date,
        **kwargs: Any,
    ) -> None:
        """`find`: the units one may tell of whose name or code the words begin, the closest first."""
        super().__init__(*args, **kwargs)
        self.today, self.find = today, find
        self.units = {one.code: one for one in units}
        self.fields["unit"].choices = [(code, one.name) for code, one in self.units.items()]  # type: ignore[attr-defined]
        self.fields["theme"].choices = [("", _("Ikke valgt")), *themes.choices()]  # type: ignore[attr-defined]

    def clean_received_on(self) -> date:
        on: date = self.cleaned_data["received_on"]
        if on > self.today:
            raise forms.ValidationError(_("Dagen er ikke kommet ennå."))
        return on

    def clean_elsewhere(self) -> Unit | None:
        words = self.cleaned_data["elsewhere"].strip()
        found = self.find(words) if words else []
        same = [
            one for one in found if words.casefold() in {one.code.casefold(), one.name.casefold()}
        ]
        chosen = same if len(same) == 1 else found
        if words and not chosen:
            raise forms.ValidationError(
                _("Fant ingen enhet som heter «%(words)s»."), params={"words": words}
            )
        if len(chosen) > 1:
            listed = ", ".join(f"{one.name} ({one.code})" for one in chosen)
            raise forms.ValidationError(
                _("Flere enheter passer. Skriv koden for en av dem: %(listed)s."),
                params={"listed": listed},
            )
        return chosen[0] if chosen else None

    def told(self) -> Told:
        given = self.cleaned_data
        named = ("kind", "channel", "text", "theme", "received_on", "answer_owed", "about_leader")
        unit = given["elsewhere"] or self.units[given["unit"]]
        return Told(unit=unit, **{name: given[name] for name in named})


class UploadForm(UploadsForm):
    together = 2 * MEGABYTE
    most = 10
    explained = _("CSV, lagret som UTF-8. Høyst 2 MB og 500 rader om gangen.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uploads"].widget.attrs["accept"] = ".csv,text/csv"


class FilterForm(StyrkForm):
    """What the list is limited to; anything unknown in the address is ignored."""

    slag = forms.ChoiceField(
        label=_("Hva"), required=False, choices=[("", _("Alle")), *Kind.choices]
    )
    tema = forms.ChoiceField(label=_("Tema"), required=False)
    vis = forms.ChoiceField(label=_("Vis"), required=False, choices=STATES)
    fra = DayField(label=_("Fra og med"), required=False)
    til = DayField(label=_("Til og med"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [("", _("Alle")), *themes.choices(), (NONE, _("Uten tema"))]
        self.fields["tema"].choices = listed  # type: ignore[attr-defined]


class PeriodForm(StyrkForm):
    fra = DayField(label=_("Fra og med"), required=False)
    til = DayField(label=_("Til og med"), required=False)


class DescribeForm(StyrkForm):
    kind = forms.ChoiceField(label=_("Hva er det?"), choices=Kind.choices, widget=Chips)
    theme = forms.ChoiceField(label=_("Tema"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = [("", _("Ikke valgt")), *themes.choices()]  # type: ignore[attr-defined]


class HandOverForm(StyrkForm):
    unit = forms.ChoiceField(label=_("Hvilken enhet skal svare?"))
    reason = GuardedText(label=_("Hvorfor?"), max_length=1000, widget=LONG)

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {one.code: one for one in units}
        named = ((code, one.name) for code, one in self.units.items())
        self.fields["unit"].choices = [("", _("Velg en enhet")), *named]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Unit:
        return self.units[self.cleaned_data["unit"]]


class MeanwhileForm(StyrkForm):
    text = GuardedText(
        label=_("Hva vil du si så lenge?"),
        help_text=_("Den som fortalte, leser dette på den hemmelige adressen sin."),
        max_length=2000,
        widget=LONG,
    )
    answer_due = DayField(label=_("Når kommer svaret?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_answer_due(self) -> date:
        due: date = self.cleaned_data["answer_due"]
        if due <= self.today:
            raise forms.ValidationError(_("Velg en dag etter i dag."))
        if due > self.today + LONGEST_WAIT:
            raise forms.ValidationError(_("Velg en dag innen tre måneder."))
        return due


class AnswerForm(StyrkForm):
    answer = GuardedText(label=_("Svaret"), max_length=LONGEST_TEXT, widget=LONGER)


class AssessForm(StyrkForm):
    answer = GuardedText(
        label=_("Hva tar dere med dere fra dette?"), max_length=LONGEST_TEXT, widget=LONGER
    )


class ChangeForm(StyrkForm):
    said = GuardedText(
        label=_("Dere sa"),
        help_text=_("Med dine ord, så ingen blir kjent igjen."),
        max_length=500,
        widget=LONG,
    )
    did = GuardedText(label=_("Vi gjorde"), max_length=1000, widget=LONG)
    public = forms.BooleanField(
        label=_("La alle lese det på den åpne siden"),
        help_text=_("Ellers leser bare de som jobber her, og den som fortalte."),
        required=False,
    )


class EntranceForm(StyrkForm):
    is_open = forms.BooleanField(label=_("Siden «Fortell oss» er åpen for alle"), required=False)
    greeting = GuardedText(
        label=_("Hilsen øverst på siden"),
        help_text=_("For eksempel hvem som leser, og hvem man ringer når det haster."),
        required=False,
        max_length=600,
        widget=LONG,
    )


class JudgeForm(StyrkForm):
    first_on = DayField(label=_("Fra og med"))
    last_on = DayField(label=_("Til og med"))
    good = GuardedText(label=_("Hva skal dere holde fast ved?"), max_length=3000, widget=LONG)
    better = GuardedText(label=_("Hva må bli bedre?"), max_length=3000, widget=LONG)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        first, last = given.get("first_on"), given.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("Den siste dagen kan ikke være før den første."))
        elif last and last > self.today:
            self.add_error("last_on", _("Dagen er ikke kommet ennå."))
        return given
