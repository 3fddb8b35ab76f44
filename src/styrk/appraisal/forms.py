"""Forms of the pages of ledelsens gjennomgang."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.appraisal import wording
from styrk.appraisal.models import Verdict
from styrk.appraisal.states import Party, Works
from styrk.appraisal.types import Taking
from styrk.ui.forms import Chips, DayField, GuardedText, StyrkForm

LONG = forms.Textarea(attrs={"rows": 5})


class JudgeForm(StyrkForm):
    works = forms.ChoiceField(
        label=_("Fungerer det som forutsatt?"), choices=Works.choices, widget=Chips
    )
    comment = GuardedText(
        label=_("Hva bygger dere vurderingen på?"),
        help_text=_("Si hva dere har sett i dataene, og hva dere selv vet om det."),
        max_length=6000,
        widget=LONG,
    )


def verdict_of(verdict: Verdict | None) -> dict[str, object]:
    """What is judged now, to go on from."""
    return {
        "works": verdict.works if verdict else "",
        "comment": verdict.comment if verdict else "",
    }


class TakingForm(StyrkForm):
    """Who took part or was heard, when, and what they said."""

    party = forms.ChoiceField(label=_("Hvem var det?"), choices=Party.choices, widget=Chips)
    who = GuardedText(
        label=_("Hvem var med?"),
        help_text=_("Møtet eller rollene, for eksempel: ledermøtet, hovedverneombudet."),
        max_length=300,
    )
    held_on = DayField(label=_("Når?"))
    said = GuardedText(label=_("Hva sa de?"), max_length=4000, widget=LONG)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["held_on"].initial = today

    def clean_held_on(self) -> date:
        held_on: date = self.cleaned_data["held_on"]
        if held_on > self.today:
            raise forms.ValidationError(_("Noter det når møtet har vært."))
        return held_on

    def taking(self) -> Taking:
        return Taking(**self.cleaned_data)


class WordsForm(StyrkForm):
    """What the review says upwards and downwards. Both may wait."""

    to_board = GuardedText(
        label=wording.TO_KNOW,
        help_text=wording.TO_KNOW_HELP,
        max_length=4000,
        required=False,
        widget=LONG,
    )
    to_staff = GuardedText(
        label=_("Hva skal medarbeiderne vite?"),
        help_text=_("Hva meldingene og svarene deres har ført til, og hva dere gjør nå."),
        max_length=4000,
        required=False,
        widget=LONG,
    )


class SignForm(StyrkForm):
    """`missing` are those whom nobody has noted as heard, in words."""

    unheard = GuardedText(
        label=_("Hvorfor er ikke alle hørt?"),
        help_text=_("Alle som leser gjennomgangen, leser dette."),
        max_length=1000,
        widget=LONG,
    )

    def __init__(self, *args: Any, missing: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not missing:
            del self.fields["unheard"]
            return
        asks = _("Hvorfor er disse ikke hørt: %(missing)s?") % {"missing": missing}
        self.fields["unheard"].label = asks


class AddendumForm(StyrkForm):
    text = GuardedText(
        label=_("Hva vil dere legge til?"),
        help_text=_("Tillegget står under gjennomgangen, med navnet ditt og tidspunktet."),
        max_length=4000,
        widget=LONG,
    )
