"""Forms about sources and their editions."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from styrk.organisation.flavours import in_kommune
from styrk.organisation.models import Person, Unit
from styrk.requirements.models import Requirement
from styrk.requirements.states import Fate, Kind, Rhythm, SourceKind
from styrk.requirements.types import Wording
from styrk.ui.forms import Chips, DayField, Described, GuardedText, StyrkForm
from styrk.ui.uploads import MEGABYTE, UploadsForm

LONG = forms.Textarea(attrs={"rows": 6})
LONGEST_NAME = 300
HEADING = ("", _("Overskrift"))
# What the owner of health trusts asks; a kommune has no owner above it.
FROM_OWNERS = (
    SourceKind.OWNER_LETTER,
    SourceKind.MANDATE,
    SourceKind.SUPPLEMENT,
    SourceKind.MINUTES,
)


def kinds_here() -> list[tuple[str, Any]]:
    """The kinds of sources there are for the reader's kind of organisation."""
    return [one for one in SourceKind.choices if one[0] not in FROM_OWNERS or not in_kommune()]


def word(
    label: Any, *, needed: bool = True, help_text: Any = "", most: int = 200
) -> forms.CharField:
    """A short text that is kept. Refuses what identifies a person."""
    return GuardedText(label=label, required=needed, help_text=help_text, max_length=most)


class SourceFilterForm(StyrkForm):
    """The text is matched with titles and kept nowhere, so it is not guarded."""

    type = forms.ChoiceField(
        label=_("Slag"), required=False, choices=lambda: [("", _("Alle")), *kinds_here()]
    )
    sok = forms.CharField(
        label=_("Søk"), required=False, validators=[MaxLengthValidator(LONGEST_NAME)]
    )


class UnitChoice(StyrkForm):
    """Where a source is laid down; OTHERS is nobody here, for what holds for all."""

    OTHERS = "others"

    unit = forms.ChoiceField(
        label=_("Hvem har gitt den?"),
        required=False,
        help_text=_("Lov, forskrift og standarder er gitt av andre, og gjelder alle."),
    )

    def __init__(self, *args: Any, units: Iterable[Unit], common: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {str(unit.uuid): unit for unit in units}
        own = [(key, unit.name) for key, unit in self.units.items()]
        others = [(self.OTHERS, _("Andre enn oss"))] if common else []
        self.fields["unit"].choices = [*others, *own]  # type: ignore[attr-defined]

    def chosen_unit(self) -> Unit | None:
        return self.units.get(self.cleaned_data["unit"])


class RegisterForm(UnitChoice):
    title = word(_("Hva heter den?"), most=LONGEST_NAME)
    code = word(
        _("Kode"),
        help_text=_("Et kort navn som følger kilden gjennom alle utgaver, for eksempel OBD."),
        most=100,
    )
    kind = forms.ChoiceField(label=_("Slag"), choices=kinds_here)
    issuer = word(_("Utgiver"), needed=False)
    url = forms.URLField(
        label=_("Adresse på nettet"), required=False, assume_scheme="https", max_length=500
    )
    field_order = ["title", "code", "kind", "unit", "issuer", "url"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Chosen, never guessed: who gave it decides who may change it, and who sees the answers.
        field: Any = self.fields["unit"]
        field.required = True
        field.choices = [("", _("Velg hvem")), *field.choices]


class OwnerForm(StyrkForm):
    owner = forms.ChoiceField(
        label=_("Hvem har ansvaret?"),
        help_text=_("Eieren får beskjed på Min side når kilden kommer i en ny utgave."),
    )

    def __init__(self, *args: Any, owners: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.uuid): person for person in owners}
        named = ((k, f"{p.name}, {p.title}" if p.title else p.name) for k, p in self.people.items())
        self.fields["owner"].choices = [("", _("Velg en person")), *named]  # type: ignore[attr-defined]

    def chosen(self) -> Person:
        return self.people[self.cleaned_data["owner"]]


class EditionForm(StyrkForm):
    label = word(_("Hva kaller dere utgaven?"), help_text=_("For eksempel 2027."), most=100)
    dated = DayField(label=_("Hvilken dato har den?"))


class WordingForm(StyrkForm):
    """One requirement of a draft."""

    parent = forms.ChoiceField(label=_("Under overskriften"), required=False)
    point = word(_("Punkt"), help_text=_("Slik det siteres, for eksempel 3.2."), most=60)
    title = word(_("Tittel"), needed=False, most=LONGEST_NAME)
    text = GuardedText(label=_("Tekst"), required=False, max_length=8000, widget=LONG)
    kind = forms.ChoiceField(
        label=_("Hva ber det om?"),
        required=False,
        choices=[*Kind.choices, HEADING],
        initial=Kind.TASK,
    )
    rhythm = forms.ChoiceField(
        label=_("Hvor ofte rapporteres det?"),
        required=False,
        choices=[("", _("Rapporteres ikke fast")), *Rhythm.choices],
    )
    goal = word(_("Mål"), needed=False, most=1000)
    due = DayField(label=_("Frist"), required=False)
    imposed = forms.BooleanField(label=_("Dette er et pålegg"), required=False)
    action = GuardedText(
        label=_("Ferdig tiltak"),
        required=False,
        help_text=_("Bare i et pålegg. Ellers bestemmer enheten selv hva den gjør."),
        max_length=1000,
    )

    def __init__(self, *args: Any, headings: Iterable[Requirement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(one.ref, str(one)) for one in headings]
        self.fields["parent"].choices = [("", _("Ingen")), *named]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not (said.get("title") or said.get("text")) and not self.errors:
            self.add_error("text", gettext("Skriv hva kravet sier."))
        if said.get("action") and not said.get("imposed"):
            self.add_error("action", gettext("Et ferdig tiltak følger bare med et pålegg."))
        return said

    def wording(self, ref: str = "") -> Wording:
        said = dict(self.cleaned_data)
        return Wording(ref=ref or said["point"], parent_ref=said.pop("parent"), **said)


class PasteForm(StyrkForm):
    """Many requirements at once, as they stand in the document."""

    text = GuardedText(
        label=_("Lim inn teksten"),
        help_text=_(
            "Ett krav i hvert avsnitt, med tom linje mellom. Begynn med punktet (3.2). En linje som"
            " begynner med #, er en overskrift."
        ),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 14}),
    )
    kind = forms.ChoiceField(label=_("Hva ber de om?"), choices=Kind.choices, initial=Kind.TASK)
    rhythm = forms.ChoiceField(
        label=_("Hvor ofte rapporteres de?"),
        required=False,
        choices=[("", _("Rapporteres ikke fast")), *Rhythm.choices],
    )


class ReviewForm(StyrkForm):
    """What became of a requirement, as a person sees it."""

    fate = forms.ChoiceField(
        label=_("Hva ble det av kravet?"),
        widget=Chips,
        choices=[
            (Fate.SAME, Described(Fate.SAME.label, _("Svarene fra enhetene blir stående."))),
            (Fate.CHANGED, Described(Fate.CHANGED.label, _("Enhetene blir spurt på nytt."))),
            (Fate.GONE, Described(Fate.GONE.label, _("Enhetene blir ikke spurt mer."))),
        ],
    )
    point = forms.CharField(
        label=_("Hvilket punkt er det i den nye utgaven?"), required=False, max_length=200
    )


class UploadForm(UnitChoice, UploadsForm):
    """Files with requirements, or with laws."""

    sometimes = ("kind",)
    together = 60 * MEGABYTE
    explained = _("Du kan velge flere på en gang. Hver fil kan være inntil 50 MB.")

    what = forms.ChoiceField(
        label=_("Hva er det i filene?"),
        widget=Chips,
        choices=[
            ("library", _("Krav (YAML, Excel, CISO Assistant, OSCAL)")),
            ("lovdata", _("Lover og forskrifter fra Lovdata")),
        ],
        initial="library",
    )
    kind = forms.ChoiceField(
        label=_("Hva slags kilde er kravene fra?"),
        help_text=_("For lover og forskrifter fra Lovdata sier fila det selv."),
        choices=kinds_here,
        required=False,
        initial=SourceKind.FRAMEWORK,
    )
    field_order = ["what", "uploads", "kind", "unit"]
