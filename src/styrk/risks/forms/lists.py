"""What lists are limited to, and which tertial a picture is of."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.requirements.periods import spoken
from styrk.risks.states import SERIOUS, Zone
from styrk.ui.forms import GuardedText, StyrkForm


class FilterForm(StyrkForm):
    """What the register is limited to; anything unknown in the address is ignored."""

    sone = forms.ChoiceField(
        label=_("Hvor stor er den?"),
        required=False,
        choices=[
            ("", _("Alle")),
            *reversed(Zone.choices),
            (SERIOUS, _("Gule og røde")),
            ("unrated", _("Ikke vurdert")),
        ],
    )
    vis = forms.ChoiceField(
        label=_("Vis"),
        required=False,
        choices=[
            ("", _("Alle som følges opp")),
            ("mine", _("Mine")),
            ("samhandling", _("Samhandling")),
            ("sen", _("Skulle vært sett på")),
            ("avsluttet", _("Avsluttet")),
        ],
    )


class PictureForm(StyrkForm):
    """Which tertial, and what the leader says of the picture."""

    period = forms.ChoiceField(label=_("Tertial"))
    summary = GuardedText(
        label=_("Hva er viktigst i bildet?"),
        help_text=_("To–tre setninger: hva har endret seg, og hva gjør vi med det?"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, periods: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["period"].choices = [(one, spoken(one)) for one in periods]  # type: ignore[attr-defined]
