"""Forms of the incident pages: turn a request into clean arguments, nothing else."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from styrk.core import ids
from styrk.incidents.photos import NotAPhoto, Photo, TooLarge, read
from styrk.incidents.states import WITHOUT_HARM, Cause, Harm, Kind
from styrk.incidents.types import Report
from styrk.organisation.models import Unit
from styrk.ui.forms import (
    Cards,
    CheckChips,
    Chips,
    DayField,
    Described,
    FilesField,
    GuardedText,
    MomentField,
    StyrkForm,
)

ELSEWHERE = "annet"
SHORT = forms.Textarea(attrs={"rows": 2})
LONG = forms.Textarea(attrs={"rows": 4})
KINDS = [
    (Kind.PATIENT, _("Pasient/bruker")),
    (Kind.STAFF, _("Ansatt/HMS")),
    (Kind.INFORMATION, _("Informasjon/personvern")),
    (Kind.EQUIPMENT, _("Utstyr/drift")),
    (Kind.INTERFACE, _("Samhandling")),
    (Kind.SUGGESTION, _("Forslag")),
    (Kind.GOOD, _("Noe som gikk bra")),
]
HARMS = [
    (Harm.NONE, _("Ingen")),
    (Harm.MILD, _("Liten")),
    (Harm.MODERATE, _("Moderat")),
    (Harm.SEVERE, _("Alvorlig")),
    (Harm.DEATH, _("Dødsfall")),
]


class ReportForm(StyrkForm):
    """Meld: what happened, where, when, how bad."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    description = GuardedText(
        label=_("Hva skjedde?"),
        help_text=_(
            "Skriv kort, som du ville fortalt det til en kollega. Ikke skriv navn på pasienter."
        ),
        max_length=6000,
        widget=LONG,
    )
    kind = forms.ChoiceField(label=_("Hva gjelder det?"), choices=KINDS, widget=Chips)
    unit = forms.ChoiceField(label=_("Hvor skjedde det?"), widget=Chips)
    search = forms.CharField(
        label=_("Søk etter enheten"),
        help_text=_("Skriv litt av navnet, for eksempel «akutt»."),
        max_length=100,
        required=False,
    )
    happened_at = MomentField(label=_("Når skjedde det?"))
    harm_actual = forms.ChoiceField(
        label=_("Hvor alvorlig ble det?"), choices=HARMS, widget=Chips, required=False
    )
    harm_possible = forms.ChoiceField(
        label=_("Hvor alvorlig kunne det ha blitt?"), choices=HARMS, widget=Chips, required=False
    )
    place = GuardedText(label=_("Mer om stedet"), max_length=200, required=False)
    immediate = GuardedText(
        label=_("Gjorde dere noe med en gang?"), max_length=2000, required=False, widget=SHORT
    )
    photos = FilesField(
        label=_("Bilder"),
        help_text=_("Inntil fem. Ikke ta med pasienter, navn eller skjermer med journal."),
        required=False,
    )
    about_leader = forms.BooleanField(
        label=_("Meldingen gjelder lederen min. Send den forbi lederen."), required=False
    )

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        units: Iterable[Unit],
        found: Iterable[Unit] = (),
        now: datetime,
        initial: dict[str, Any] | None = None,
    ) -> None:
        near = list(units)
        start = {"key": ids.new_uuid(), "happened_at": now}
        if near:
            start["unit"] = str(near[0].uuid)
        self.broken_key = data is not None and not _is_key(data.get("key"))
        if self.broken_key:
            data = data.copy()
            data["key"] = str(start["key"])
        super().__init__(data, files, initial=start | (initial or {}))
        self.now = now
        self.units = {str(unit.uuid): unit for unit in [*near, *found]}
        self.fields["unit"].choices = [  # type: ignore[attr-defined]
            *((key, unit.name) for key, unit in self.units.items()),
            (ELSEWHERE, _("Et annet sted")),
        ]

    def clean_happened_at(self) -> datetime:
        at: datetime = self.cleaned_data["happened_at"]
        # A phone's clock may be a little ahead of ours.
        if at > self.now + timedelta(minutes=5):
            raise forms.ValidationError(_("Tidspunktet er fram i tid. Når skjedde det?"))
        return min(at, self.now)

    def clean_photos(self) -> list[Photo]:
        uploads = self.cleaned_data["photos"]
        if len(uploads) > settings.ATTACHMENT_LIMIT:
            raise forms.ValidationError(
                ngettext(
                    "Legg ved høyst %(n)s bilde.",
                    "Legg ved høyst %(n)s bilder.",
                    settings.ATTACHMENT_LIMIT,
                )
                % {"n": settings.ATTACHMENT_LIMIT}
            )
        return [_photo(upload) for upload in uploads]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.broken_key:
            self.add_error(None, _("Noe gikk galt på veien. Send skjemaet en gang til."))
        if given.get("unit") == ELSEWHERE:
            self.add_error(
                "search" if not given.get("search") else "unit", _where(given.get("search", ""))
            )
        return _with_harm(self, given)

    @property
    def wanted(self) -> str:
        """What the person searches for when the place is elsewhere."""
        if not self.is_bound or self.data.get("unit") != ELSEWHERE:
            return ""
        return str(self.data.get("search", "")).strip()[:100]

    def submission(self) -> UUID:
        key: UUID = self.cleaned_data["key"]
        return key

    def report(self) -> Report:
        """The clean arguments of `report_incident`."""
        given = self.cleaned_data
        return Report(
            unit=self.units[given["unit"]],
            kind=given["kind"],
            description=given["description"],
            happened_at=given["happened_at"],
            harm_actual=given["harm_actual"],
            harm_possible=given["harm_possible"],
            place=given["place"],
            immediate=given["immediate"],
            about_leader=given["about_leader"],
            photos=given["photos"],
        )


def _with_harm(form: forms.Form, given: dict[str, Any]) -> dict[str, Any]:
    """Nothing is asked of a good thing; of the rest how bad it was, and it could be no better."""
    if given.get("kind") in WITHOUT_HARM:
        given["harm_actual"] = given["harm_possible"] = ""
    elif given.get("kind") and not given.get("harm_actual"):
        if "harm_actual" not in form.errors:
            form.add_error("harm_actual", _("Velg hvor alvorlig det ble."))
    elif "harm_possible" in given:
        given["harm_possible"] = given["harm_possible"] or given.get("harm_actual", "")
    return given


def _is_key(text: object) -> bool:
    try:
        UUID(str(text))
    except ValueError:
        return False
    return True


def _where(search: str) -> Any:
    if search:
        return _("Velg enheten i listen, eller søk på noe annet.")
    return _("Skriv litt av navnet på enheten, så finner vi den.")


def _photo(upload: Any) -> Photo:
    try:
        return read(upload.name, upload.size, upload.file)
    except TooLarge:
        raise forms.ValidationError(
            _("«%(name)s» er for stort. Et bilde kan være på 10 MB."), params={"name": upload.name}
        ) from None
    except NotAPhoto:
        raise forms.ValidationError(
            _("«%(name)s» er ikke et bilde vi kan lese. Bruk JPG, PNG eller WebP."),
            params={"name": upload.name},
        ) from None


class ConfirmForm(StyrkForm):
    kind = forms.ChoiceField(label=_("Hva gjelder det?"), choices=KINDS, widget=Chips)
    harm_actual = forms.ChoiceField(
        label=_("Hvor alvorlig ble det?"), choices=HARMS, widget=Chips, required=False
    )
    harm_possible = forms.ChoiceField(
        label=_("Hvor alvorlig kunne det ha blitt?"), choices=HARMS, widget=Chips, required=False
    )

    def clean(self) -> dict[str, Any]:
        return _with_harm(self, super().clean() or self.cleaned_data)


class UnitSearch(StyrkForm):
    """A form that needs another unit: searched for, then chosen. Works without JavaScript."""

    search = forms.CharField(
        label=_("Søk etter enheten"),
        help_text=_("Skriv litt av navnet, for eksempel «akutt»."),
        max_length=100,
        required=False,
    )
    unit = forms.ChoiceField(label=_("Velg enhet"), widget=Cards, required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        found: Iterable[Unit] = (),
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.units = {str(unit.uuid): unit for unit in found}
        self.fields["unit"].choices = [  # type: ignore[attr-defined]
            (key, Described(unit.name, unit.parent.name if unit.parent else ""))
            for key, unit in self.units.items()
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("unit") and "unit" not in self.errors:
            self.add_error("unit" if self.units else "search", _where(given.get("search", "")))
        return given

    @property
    def chosen(self) -> Unit:
        return self.units[self.cleaned_data["unit"]]


class AskForm(UnitSearch):
    question = GuardedText(label=_("Hva vil du at de skal svare på?"), max_length=2000, widget=LONG)
    due = DayField(label=_("Svarfrist"))

    def __init__(
        self, data: Any = None, *, today: date, initial: dict[str, Any] | None = None, **kwargs: Any
    ) -> None:
        start = {"due": today + timedelta(days=7)}
        super().__init__(data, initial=start | (initial or {}), **kwargs)
        self.today = today

    def clean_due(self) -> date:
        due: date = self.cleaned_data["due"]
        if due < self.today:
            raise forms.ValidationError(_("Fristen må være i dag eller senere."))
        return due


class HandOverForm(UnitSearch):
    reason = GuardedText(label=_("Hvorfor hører den hjemme der?"), max_length=1000, widget=SHORT)


class AnswerForm(StyrkForm):
    answer = GuardedText(
        label=_("Svaret fra enheten din"), max_length=6000, widget=forms.Textarea(attrs={"rows": 6})
    )


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
    learned = GuardedText(
        label=_("Hva lærte vi, eller hvorfor trengs ikke noe tiltak?"),
        help_text=_("Den som meldte, får lese dette."),
        max_length=2000,
        widget=LONG,
    )


class ReasonForm(StyrkForm):
    reason = GuardedText(label=_("Hvorfor?"), max_length=1000, widget=SHORT)


class FilterForm(forms.Form):
    """What the list is limited to; anything unknown in the address is ignored."""

    q = forms.CharField(label=_("Søk i meldinger"), required=False, max_length=200)
    state = forms.ChoiceField(
        label=_("Hvor langt er den kommet?"),
        required=False,
        choices=[
            ("", _("Alle")),
            ("received", _("Mottatt")),
            ("examining", _("Undersøkes")),
            ("improving", _("Forbedres")),
            ("concluded", _("Ferdig fulgt opp")),
        ],
    )
    kind = forms.ChoiceField(
        label=_("Hva gjelder det?"), required=False, choices=[("", _("Alt")), *Kind.choices]
    )
    serious = forms.BooleanField(label=_("Bare alvorlige"), required=False)
