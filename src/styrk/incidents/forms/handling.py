"""The forms of those who handle incidents."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from styrk.incidents.forms.choices import HARMS, KINDS, LONG, SHORT, with_harm
from styrk.incidents.models import Incident
from styrk.incidents.queries import case_numbered
from styrk.incidents.states import Aside, Cause, Kind, Listing
from styrk.ui.forms import (
    Cards,
    CheckChips,
    Chips,
    GuardedText,
    StyrkForm,
    listed,
)


class ConfirmForm(StyrkForm):
    """`stands` is what stands of kind and harm; another than that is changed for a reason."""

    sometimes = ("harm_actual", "reason")

    kind = forms.ChoiceField(label=_("Hva gjelder det?"), choices=KINDS, widget=Chips)
    harm_actual = forms.ChoiceField(
        label=_("Hvor alvorlig ble det?"),
        help_text=_("Ikke for forslag og noe som gikk bra."),
        choices=HARMS,
        widget=Chips,
        required=False,
    )
    harm_possible = forms.ChoiceField(
        label=_("Hvor alvorlig kunne det ha blitt?"), choices=HARMS, widget=Chips, required=False
    )
    reason = GuardedText(
        label=_("Hvorfor endrer du det?"),
        help_text=_("Trengs når du endrer noe. Grunnen står i historikken."),
        max_length=1000,
        required=False,
        widget=SHORT,
    )

    def __init__(self, data: Any = None, *, stands: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.stands = stands

    def clean(self) -> dict[str, Any]:
        given = with_harm(self, super().clean() or self.cleaned_data)
        is_changed = any(given.get(name) != stood for name, stood in self.stands.items())
        if is_changed and not self.errors and not given["reason"]:
            self.add_error("reason", _("Skriv kort hvorfor du endrer det."))
        return given


class AnalysisForm(StyrkForm):
    causes = forms.MultipleChoiceField(
        label=_("Hva i systemet bidro?"),
        help_text=_("Tenk på rammene rundt menneskene først. Velg alle som passer."),
        choices=Cause.choices,
        widget=CheckChips,
        required=False,
    )
    found = GuardedText(
        label=_("Hva fant dere?"), max_length=6000, widget=forms.Textarea(attrs={"rows": 5})
    )
    persons = GuardedText(
        label=_("Var det også noe ved hvordan vi handlet?"),
        help_text=_("Skriv uten å peke på enkeltpersoner."),
        max_length=2000,
        required=False,
        widget=SHORT,
    )


class DecideForm(StyrkForm):
    decision = GuardedText(
        label=_("Hva vil du si til den som meldte?"),
        help_text=_("Skriv kort hva dere bestemte, og takk for at noen sa fra."),
        max_length=2000,
        widget=LONG,
    )


class ConcludeForm(StyrkForm):
    """`waiting` are the units whose answers have not come: then one says why one does not wait."""

    unanswered = GuardedText(
        label=_("Hvorfor venter du ikke på svaret?"), max_length=1000, widget=SHORT
    )
    learned = GuardedText(
        label=_("Hva lærte vi, eller hvorfor trengs ikke noe tiltak?"),
        help_text=_("Den som meldte, får lese dette."),
        max_length=2000,
        widget=LONG,
    )

    def __init__(self, data: Any = None, *, waiting: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        units = list(waiting)
        if not units:
            del self.fields["unanswered"]
            return
        text = gettext("%(units)s har ikke svart. Grunnen står i historikken.")
        self.fields["unanswered"].help_text = text % {"units": listed(units)}


# Said by the one who reported, or on a page of its own.
APART = (Aside.WITHDRAWN, Aside.WHISTLEBLOWING)


class AsideForm(StyrkForm):
    """Why it is no case of its own. What it is the same as is found by its number, if one sees it."""

    why = forms.ChoiceField(
        label=_("Hva er det i stedet?"),
        choices=[(one.value, one.label) for one in Aside if one not in APART],
        widget=Cards,
    )
    number = forms.CharField(
        label=_("Nummeret på saken det er meldt i"),
        help_text=_("Bare når det samme er meldt fra før, for eksempel 2026-17."),
        max_length=30,
        required=False,
    )
    note = GuardedText(
        label=_("Hva vil du si til den som meldte?"),
        help_text=_("Skriv hvor det følges opp, gjerne med saksnummer, og hvem som svarer."),
        max_length=1000,
        widget=SHORT,
    )
    same_as: Incident | None = None

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("why") == Aside.SAME and "number" not in self.errors:
            self.same_as = case_numbered(given["number"])
            if self.same_as is None:
                self.add_error(
                    "number", _("Vi fant ingen sak med dette nummeret blant dem du ser.")
                )
        return given


class WhistleblowingForm(StyrkForm):
    note = GuardedText(
        label=_("Hva bør varslingsmottaket vite?"),
        help_text=_("Bare de leser det. Skriv ikke hvem du tror har meldt."),
        max_length=2000,
        required=False,
        widget=SHORT,
    )


class AddForm(StyrkForm):
    text = GuardedText(
        label=_("Hva vil du legge til?"),
        help_text=_("Det som er meldt, blir stående slik det ble skrevet."),
        max_length=3000,
        widget=LONG,
    )


class ReasonForm(StyrkForm):
    reason = GuardedText(label=_("Hvorfor?"), max_length=1000, widget=SHORT)


class SaveSearchForm(StyrkForm):
    name = GuardedText(
        label=_("Hva vil du kalle søket?"),
        help_text=_("For eksempel: Fall på natta, eller Alvorlige hos oss."),
        max_length=60,
    )


class FilterForm(StyrkForm):
    """What the list is limited to; anything unknown in the address is ignored."""

    q = forms.CharField(
        label=_("Søk i meldinger"),
        required=False,
        max_length=200,
        help_text=_("Ord i tittelen, i det som er fortalt og i stedet, eller nummeret (2026-17)."),
        error_messages={"max_length": _("Skriv høyst %(limit_value)d tegn.")},
    )
    vis = forms.ChoiceField(
        label=_("Vis"), required=False, choices=[("", _("Alle meldinger")), *Listing.choices]
    )
    state = forms.ChoiceField(
        label=_("Hvor langt er den kommet?"),
        required=False,
        choices=[
            ("", _("Alle")),
            ("received", _("Mottatt")),
            ("examining", _("Undersøkes")),
            ("improving", _("Forbedres")),
            ("concluded", _("Ferdig fulgt opp")),
            ("aside", _("Ikke en egen sak")),
        ],
    )
    kind = forms.ChoiceField(
        label=_("Hva gjelder det?"), required=False, choices=[("", _("Alt")), *Kind.choices]
    )
    serious = forms.BooleanField(label=_("Alvorlige, eller kunne blitt det"), required=False)
