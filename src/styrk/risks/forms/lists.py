"""What lists are limited to, and which tertial a picture is of."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.requirements.periods import first_day, last_ended, period_of, spoken
from styrk.requirements.states import Rhythm
from styrk.risks.states import Zone
from styrk.ui.forms import GuardedText, StyrkForm


class FilterForm(StyrkForm):
    """What the register is limited to; anything unknown in the address is ignored."""

    sone = forms.ChoiceField(
        label=_("Hvor stor er den?"),
        required=False,
        choices=[("", _("Alle")), *reversed(Zone.choices), ("unrated", _("Ikke vurdert"))],
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

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["period"].choices = [(one, spoken(one)) for one in tertials(today)]  # type: ignore[attr-defined]


def tertials(today: date) -> list[str]:
    """The one we are in and the two before."""
    this = period_of(Rhythm.TERTIAL, today)
    before = last_ended(Rhythm.TERTIAL, today)
    return [this, before, last_ended(Rhythm.TERTIAL, first_day(before))]
