"""What people say of a series: decisions about its chart, notes, and how good its data are."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.indicators.states import MarkKind, Quality
from styrk.ui.forms import Cards, Chips, Described, GuardedText, StyrkForm

LONG = forms.Textarea(attrs={"rows": 3})
KINDS = [
    (
        MarkKind.SPLIT.value,
        Described(
            _("Et nytt nivå"),
            _(
                "Grensene regnes på nytt fra og med perioden. Når du vet hva som er endret, og det varer."
            ),
        ),
    ),
    (
        MarkKind.FREEZE.value,
        Described(
            _("Lås grensene"),
            _("Grensene regnes til og med perioden, og nye tall måles mot dem."),
        ),
    ),
    (
        MarkKind.EXCLUDE.value,
        Described(
            _("Hold utenfor"),
            _(
                "Perioden vises, men teller ikke i grensene. Når du vet hvorfor, og det ikke skjer igjen."
            ),
        ),
    ),
]


class _OfPeriod(StyrkForm):
    """About one of the periods that have figures, named in `periods`: (first day, words)."""

    def __init__(self, *args: Any, periods: Sequence[tuple[date, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(day.isoformat(), words) for day, words in periods]
        self.fields["period"].choices = choices  # type: ignore[attr-defined]

    @property
    def day(self) -> date:
        return date.fromisoformat(self.cleaned_data["period"])


class MarkSeriesForm(_OfPeriod):
    kind = forms.ChoiceField(label=_("Hva vil du avgjøre?"), choices=KINDS, widget=Cards)
    period = forms.ChoiceField(label=_("Hvilken periode?"))
    reason = GuardedText(
        label=_("Hvorfor?"),
        help_text=_("Skriv hva som skjedde. Alle som ser diagrammet, kan lese det."),
        max_length=1000,
        widget=LONG,
    )


class ReasonForm(StyrkForm):
    reason = GuardedText(
        label=_("Hvorfor?"),
        help_text=_("Alle som ser diagrammet, kan lese det."),
        max_length=1000,
        widget=LONG,
    )


class NoteForm(_OfPeriod):
    period = forms.ChoiceField(label=_("Når var det?"))
    text = GuardedText(
        label=_("Hva skjedde?"),
        help_text=_("For eksempel: nytt journalsystem, flyttet til nye lokaler."),
        max_length=300,
        widget=LONG,
    )


class AttestForm(StyrkForm):
    quality = forms.ChoiceField(
        label=_("Hvor gode er tallene?"), choices=Quality.choices, widget=Chips
    )
    words = GuardedText(
        label=_("Hva bør de som leser tallene, vite?"),
        help_text=_("Må fylles ut når tallene ikke er gode."),
        required=False,
        max_length=1000,
        widget=LONG,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        doubtful = given.get("quality") not in {None, "", Quality.GOOD}
        if doubtful and not given.get("words") and not self.has_error("words"):
            self.add_error("words", _("Si hva som er galt med tallene."))
        return given


class AttestManyForm(StyrkForm):
    """Several periods that are good, at once."""

    good = forms.MultipleChoiceField(
        label=_("Disse tallene er gode"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kryss av for minst én.")},
    )

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["good"].choices = choices  # type: ignore[attr-defined]
