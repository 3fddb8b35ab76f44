"""Forms of the årlig melding."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.requirements.commands import Heard
from styrk.requirements.forms.placements import COURSES
from styrk.requirements.models import AnnualHearing
from styrk.ui.forms import Cards, DayField, GuardedText, StyrkForm

LONG = forms.Textarea(attrs={"rows": 14})
SHORT = forms.Textarea(attrs={"rows": 5})


class PartForm(StyrkForm):
    """The foreword, or the plan."""

    text = GuardedText(label=_("Teksten"), required=False, max_length=30_000, widget=LONG)


class HeardForm(StyrkForm):
    """Who was heard on the plan, and what came of it."""

    party = GuardedText(
        label=_("Hvem er hørt?"),
        help_text=_("For eksempel brukerutvalget, tillitsvalgte eller vernetjenesten."),
        max_length=300,
    )
    heard_on = DayField(label=_("Når?"))
    said = GuardedText(label=_("Hva sa de?"), max_length=4000, widget=SHORT)
    outcome = GuardedText(
        label=_("Hva førte det til?"),
        help_text=_("Si det også når dere ikke fulgte rådet, og hvorfor."),
        required=False,
        max_length=4000,
        widget=SHORT,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_heard_on(self) -> date:
        heard_on: date = self.cleaned_data["heard_on"]
        if heard_on > self.today:
            raise forms.ValidationError(_("Dette er ikke skjedd ennå."))
        return heard_on

    def given(self) -> Heard:
        said = self.cleaned_data
        return Heard(said["party"], said["heard_on"], said["said"], said["outcome"])


class YearForm(StyrkForm):
    """How it went with a requirement in the year as a whole."""

    course = forms.ChoiceField(label=_("Hvordan gikk det?"), choices=COURSES, widget=Cards)
    text = GuardedText(
        label=_("Hva svarer dere eieren?"),
        help_text=_("Skriv slik det skal stå i meldingen."),
        max_length=4000,
        widget=SHORT,
    )


class ApproveForm(StyrkForm):
    """`seen` is the digest of what the person has read. `reason` is asked for where it is needed."""

    seen = forms.CharField(widget=forms.HiddenInput)
    basis = GuardedText(
        label=_("Hvor er den vedtatt?"),
        help_text=_("For eksempel «Styresak 12/2027»."),
        required=False,
        max_length=300,
    )
    reason = GuardedText(
        label=_("Hvorfor godkjennes den uten plan, eller uten at noen er hørt om planen?"),
        help_text=_(
            "Loven krever en plan for de neste årene, og at brukerne er hørt om den"
            " (helseforetaksloven §§ 34 og 35). Svaret står i meldingen."
        ),
        max_length=2000,
        widget=SHORT,
    )

    def __init__(self, *args: Any, is_heard: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_heard:
            del self.fields["reason"]


class AddendumForm(StyrkForm):
    text = GuardedText(label=_("Hva føyer dere til?"), max_length=4000, widget=SHORT)


def heard_of(hearing: AnnualHearing) -> dict[str, object]:
    return {name: getattr(hearing, name) for name in ("party", "heard_on", "said", "outcome")}
