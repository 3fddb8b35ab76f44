"""A matrix as one writes it: a line for each step."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.risks.scale import Dimension, Limit, NotAScale, Scale, Step, check
from styrk.risks.states import Authority, Zone
from styrk.ui.forms import GuardedText, StyrkForm

LINES = forms.Textarea(attrs={"rows": 5})
# Five at most: more dimensions than that nobody fills in.
PLACES = 5
WRONG = {
    "size": _("En matrise har tre til seks trinn av hver. Skriv ett trinn på hver linje."),
    "dimensions": _(
        "Hver konsekvens må ha like mange linjer som det er trinn, og minst én må være fylt ut."
    ),
    "limits": _("Gul må begynne før rød, og rød må være mulig å nå."),
}


class MatrixForm(StyrkForm):
    name = GuardedText(label=_("Hva heter matrisen?"), max_length=120)
    likelihoods = GuardedText(
        label=_("Hvor ofte"),
        help_text=_(
            "Ett trinn på hver linje, fra sjelden til ofte. Skriv «Ord: hvor ofte det er»."
        ),
        max_length=2000,
        widget=LINES,
    )
    levels = GuardedText(
        label=_("Hvor alvorlig"),
        help_text=_("Ett ord på hver linje, fra minst til verst."),
        max_length=500,
        widget=LINES,
    )
    yellow = forms.IntegerField(label=_("Gul begynner på"), min_value=2)
    red = forms.IntegerField(label=_("Rød begynner på"), min_value=3)
    green_by = forms.ChoiceField(label=_("Hvem kan akseptere en grønn?"), choices=Authority.choices)
    yellow_by = forms.ChoiceField(label=_("Hvem kan akseptere en gul?"), choices=Authority.choices)
    red_by = forms.ChoiceField(label=_("Hvem kan akseptere en rød?"), choices=Authority.choices)

    def __init__(self, *args: Any, start: Scale, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes = [one.code for one in start.dimensions]
        for place in range(PLACES):
            self.fields[f"name_{place}"] = GuardedText(
                label=_("Konsekvens for"), max_length=60, required=False
            )
            self.fields[f"steps_{place}"] = GuardedText(
                label=_("Trinnene"), max_length=2000, required=False, widget=LINES
            )
        self.initial = {**written(start), **self.initial}

    @property
    def dimension_fields(self) -> list[tuple[Any, Any]]:
        return [(self[f"name_{place}"], self[f"steps_{place}"]) for place in range(PLACES)]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                check(self.scale())
            except NotAScale as wrong:
                raise forms.ValidationError(WRONG[str(wrong)]) from None
        return given

    def scale(self) -> Scale:
        """The clean arguments of `draft_matrix`."""
        given = self.cleaned_data
        return Scale(
            likelihoods=tuple(_step(line) for line in lines(given["likelihoods"])),
            levels=tuple(lines(given["levels"])),
            dimensions=tuple(self._dimensions()),
            limits=(
                Limit(Zone.GREEN, 1, given["green_by"]),
                Limit(Zone.YELLOW, given["yellow"], given["yellow_by"]),
                Limit(Zone.RED, given["red"], given["red_by"]),
            ),
        )

    def _dimensions(self) -> Iterable[Dimension]:
        """A dimension keeps its code, so that what it holds is known from version to version."""
        for place in range(PLACES):
            name = self.cleaned_data[f"name_{place}"].strip()
            steps = lines(self.cleaned_data[f"steps_{place}"])
            if name or steps:
                code = self.codes[place] if place < len(self.codes) else f"other{place}"
                yield Dimension(code, name, tuple(steps))


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _step(line: str) -> Step:
    word, _colon, meaning = line.partition(":")
    return Step(word.strip(), meaning.strip())


def written(scale: Scale) -> dict[str, Any]:
    """A scale in the form's own fields."""
    by = {limit.zone: limit for limit in scale.limits}
    told: dict[str, Any] = {
        "likelihoods": "\n".join(f"{one.word}: {one.meaning}" for one in scale.likelihoods),
        "levels": "\n".join(scale.levels),
        "yellow": by[Zone.YELLOW].score,
        "red": by[Zone.RED].score,
        **{f"{zone}_by": by[zone].authority for zone in Zone.values},
    }
    for place, one in enumerate(scale.dimensions):
        told |= {f"name_{place}": one.name, f"steps_{place}": "\n".join(one.steps)}
    return told
