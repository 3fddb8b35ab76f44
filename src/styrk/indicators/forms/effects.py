"""By which series one sees whether an action helped."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.actions.states import Level
from styrk.indicators.models import Indicator
from styrk.indicators.queries.effects import Sought
from styrk.indicators.states import Area
from styrk.organisation.models import Unit
from styrk.ui.forms import GuardedText, StyrkForm

WHY = forms.Textarea(attrs={"rows": 3})


class MeasureForm(StyrkForm):
    """«Slik ser vi det: indikator X hos enhet Y.»"""

    indicator = forms.ChoiceField(label=gettext_lazy("Hvilket tall viser om det hjelper?"))
    unit = forms.ChoiceField(
        label=gettext_lazy("Hos hvilken enhet?"),
        help_text=gettext_lazy("Velg enheten der tiltaket skal merkes."),
    )
    reason = GuardedText(
        label=gettext_lazy("Hvorfor et annet tall?"),
        help_text=gettext_lazy(
            "Tiltaket er iverksatt. Grunnen viser at tallet ikke er valgt fordi det ser best ut."
        ),
        max_length=1000,
        widget=WHY,
    )

    def __init__(
        self,
        *args: Any,
        indicators: Iterable[Indicator],
        units: Sequence[Unit],
        needs_reason: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.indicators = {str(one.uuid): one for one in indicators}
        self.units = {str(one.uuid): one for one in units}
        _choose(self.fields["indicator"], _("Velg et tall"), _by_area(self.indicators))
        named = [(key, one.name) for key, one in self.units.items()]
        _choose(self.fields["unit"], _("Velg en enhet"), named)
        if not needs_reason:
            del self.fields["reason"]

    def clean_indicator(self) -> Indicator:
        return self.indicators[self.cleaned_data["indicator"]]

    def clean_unit(self) -> Unit:
        return self.units[self.cleaned_data["unit"]]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        indicator, unit = given.get("indicator"), given.get("unit")
        if indicator and unit and not unit.path.startswith(indicator.unit.path):
            self.add_error(
                "unit", _("Dette tallet finnes ikke for %(unit)s.") % {"unit": unit.name}
            )
        return given


class StopForm(StyrkForm):
    reason = GuardedText(
        label=gettext_lazy("Hvorfor ikke?"),
        help_text=gettext_lazy("Svarene tallene har gitt, blir stående."),
        max_length=1000,
        widget=WHY,
    )


class UnknownForm(StyrkForm):
    """What the list of actions without a known effect is limited to; anything unknown is ignored."""

    vis = forms.ChoiceField(
        label=gettext_lazy("Vis"),
        required=False,
        choices=[
            ("", gettext_lazy("Alle")),
            ("svar", gettext_lazy("Tallene har et svar")),
            ("uten", gettext_lazy("Ingen tall er valgt")),
            ("sen", gettext_lazy("Skulle vært vurdert")),
        ],
    )
    slag = forms.ChoiceField(
        label=gettext_lazy("Slags tiltak"),
        required=False,
        choices=[("", gettext_lazy("Alle")), *Level.choices],
    )

    def sought(self, unit: Unit) -> Sought:
        self.is_valid()
        show = self.cleaned_data.get("vis", "")
        return Sought(
            unit=unit,
            level=self.cleaned_data.get("slag", ""),
            ready=show == "svar",
            bare=show == "uten",
            late=show == "sen",
        )


def _by_area(indicators: dict[str, Indicator]) -> list[tuple[Any, Any]]:
    """The choices in groups, in the order of a report."""
    groups = {
        area: [(key, one.name) for key, one in indicators.items() if one.area == area]
        for area in Area
    }
    return [(area.label, each) for area, each in groups.items() if each]


def _choose(field: Any, none: str, choices: Iterable[Any]) -> None:
    field.choices = [("", none), *choices]
