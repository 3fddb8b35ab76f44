"""The form that says which risk an incident shows."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.risks.models import Risk
from styrk.risks.presenters import rated_tag
from styrk.ui.forms import Cards, Described, StyrkForm


class PointForm(StyrkForm):
    """A risk is searched for, then chosen. Works without JavaScript."""

    search = forms.CharField(
        label=_("Søk etter risikoen"),
        help_text=_("Skriv ord fra risikoen, for eksempel «fall». Uten ord ser du de nærmeste."),
        max_length=100,
        required=False,
    )
    risk = forms.ChoiceField(
        label=_("Velg risikoen som saken er et eksempel på"), widget=Cards, required=False
    )

    def __init__(
        self,
        data: Any = None,
        *,
        found: Iterable[Risk] = (),
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.risks = {str(risk.uuid): risk for risk in found}
        self.fields["risk"].choices = [  # type: ignore[attr-defined]
            (key, Described(risk.title, f"{risk.unit.name}. {rated_tag(risk)[0]}."))
            for key, risk in self.risks.items()
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("risk") and "risk" not in self.errors:
            self.add_error("risk" if self.risks else "search", _("Velg en risiko."))
        return given

    @property
    def chosen(self) -> Risk:
        return self.risks[self.cleaned_data["risk"]]
