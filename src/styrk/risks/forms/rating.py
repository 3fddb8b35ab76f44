"""Rating a risk in the words of the matrix."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.risks.scale import Dimension, Scale
from styrk.risks.states import Kind
from styrk.risks.types import Assessment
from styrk.ui.forms import Cards, Chips, Described, GuardedText, StyrkForm


class RateForm(StyrkForm):
    """How likely, how bad in each dimension, and why one thinks so."""

    kind = forms.ChoiceField(
        label=_("Hva vurderer du?"), choices=Kind.choices, initial=Kind.NOW, widget=Chips
    )
    likelihood = forms.TypedChoiceField(
        label=_("Hvor ofte kan det skje?"), coerce=int, widget=Cards
    )
    reason = GuardedText(
        label=_("Hva bygger du det på?"),
        help_text=_("For eksempel meldinger, målinger, erfaringer herfra og andre steder."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, scale: Scale, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scale = scale
        self.fields["likelihood"].choices = [  # type: ignore[attr-defined]
            (number, Described(f"{number} {step.word}", step.meaning))
            for number, step in enumerate(scale.likelihoods, start=1)
        ]
        harms = {_named(one): self._harm(one) for one in scale.dimensions}
        kept = dict(self.fields)
        reason = kept.pop("reason")
        self.fields = {**kept, **harms, "reason": reason}

    def _harm(self, dimension: Dimension) -> forms.TypedChoiceField:
        steps = [
            (number, f"{number} {level}: {text}")
            for number, (level, text) in enumerate(
                zip(self.scale.levels, dimension.steps, strict=True), start=1
            )
        ]
        return forms.TypedChoiceField(
            label=dimension.name,
            choices=[("", _("Ikke aktuelt")), *steps],
            coerce=int,
            empty_value=None,
            required=False,
        )

    @property
    def harm_fields(self) -> list[Any]:
        return [self[_named(one)] for one in self.scale.dimensions]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self._consequences(given):
            first = _named(self.scale.dimensions[0])
            self.add_error(first, _("Velg hvor alvorlig det kan bli for minst én."))
        return given

    def _consequences(self, given: dict[str, Any]) -> dict[str, int]:
        chosen = ((one.code, given.get(_named(one))) for one in self.scale.dimensions)
        return {code: step for code, step in chosen if step}

    def assessment(self) -> Assessment:
        """The clean arguments of `rate_risk`."""
        given = self.cleaned_data
        return Assessment(
            given["kind"], given["likelihood"], self._consequences(given), given["reason"]
        )


def _named(dimension: Dimension) -> str:
    return f"harm_{dimension.code}"
