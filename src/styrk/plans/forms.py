"""Forms of the plan pages: turn a request into clean arguments, nothing else."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.organisation.flavours import worded
from styrk.plans.models import PlanItem
from styrk.plans.queries import Offered
from styrk.plans.states import Party, Source
from styrk.plans.subject import Subject
from styrk.plans.types import TERMS, Heard, Known, Terms
from styrk.ui.forms import Chips, CommaDecimalField, DayField, GuardedText, StyrkForm

LONG = forms.Textarea(attrs={"rows": 3})


class TermsForm(StyrkForm):
    """What it means here, what it costs, and who has granted the money."""

    note = GuardedText(
        label=_("Hva betyr det hos dere i år?"), required=False, max_length=2000, widget=LONG
    )
    cost = CommaDecimalField(
        label=_("Kostnad i kroner"),
        help_text=_("La det stå tomt hvis dere klarer det innenfor det dere har."),
        required=False,
        min_value=0,
        max_digits=14,
        decimal_places=2,
    )
    funding = GuardedText(
        label=_("Hvem har bevilget pengene?"),
        help_text=worded(
            _("For eksempel: klinikkdirektøren, i budsjettmøtet 12. januar."),
            _("For eksempel: kommunalsjefen, i budsjettmøtet 12. januar."),
        ),
        required=False,
        max_length=300,
    )

    def terms(self) -> Terms:
        return Terms(**{name: self.cleaned_data[name] for name in TERMS})


def terms_of(item: PlanItem) -> dict[str, object]:
    """What is said now, to go on from."""
    cost = item.cost
    whole = cost is not None and cost == cost.to_integral_value()
    shown = int(cost) if cost is not None and whole else cost
    return {"note": item.note, "cost": shown, "funding": item.funding}


class AddForm(TermsForm):
    """Something the unit has already, or comes from above; or a priority in words."""

    what = forms.ChoiceField(label=_("Hva skal inn i planen?"), required=False)
    title = GuardedText(
        label=_("Eller en prioritering med egne ord"), required=False, max_length=200
    )
    field_order = ("what", "title", *TERMS)

    def __init__(self, *args: Any, offered: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups: list[tuple[Any, list[tuple[Any, str]]]] = [
            (_("Mål i enheten"), [(one, one.title) for one in offered.goals]),
            (_("Krav dere har tatt imot"), [(p, str(p.requirement)) for p in offered.placements]),
            (_("Tiltak i enheten"), [(one, one.title) for one in offered.actions]),
            (_("Fra planen over"), [(one, str(one)) for one in offered.above]),
        ]
        self.subjects: dict[str, Subject] = {
            **{str(one.uuid): Subject(goal=one) for one in offered.goals},
            **{str(one.uuid): Subject(placement=one) for one in offered.placements},
            **{str(one.uuid): Subject(action=one) for one in offered.actions},
            **{str(one.uuid): from_above(one) for one in offered.above},
        }
        self.fields["what"].choices = [  # type: ignore[attr-defined]
            ("", _("Velg")),
            *((name, [(str(o.uuid), t) for o, t in found]) for name, found in groups if found),
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if bool(given.get("what")) == bool(given.get("title")) and not self.has_error("title"):
            self.add_error("what", _("Velg noe fra listen, eller skriv en prioritering."))
        return given

    def subject(self) -> Subject:
        chosen = self.subjects.get(self.cleaned_data["what"])
        return chosen or Subject(title=self.cleaned_data["title"])


def from_above(item: PlanItem) -> Subject:
    """An item of the plan above, as it is put in a plan below."""
    return Subject(goal=item.goal, title="" if item.goal else item.title, above=item)


class DeferForm(StyrkForm):
    until = DayField(label=_("Utsatt til"))
    reason = GuardedText(
        label=_("Hvorfor må det vente?"),
        help_text=_("Alle som leser planen, leser dette."),
        max_length=1000,
        widget=LONG,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until <= self.today:
            raise forms.ValidationError(_("Velg en dag som ikke har vært."))
        return until


class ReasonForm(StyrkForm):
    reason = GuardedText(label=_("Hvorfor?"), max_length=1000, widget=LONG)


class GroundForm(StyrkForm):
    """What the plan builds on, and what it showed."""

    source = forms.ChoiceField(label=_("Hva slags kilde?"), choices=Source.choices, widget=Chips)
    what = GuardedText(
        label=_("Hva har dere sett på?"),
        help_text=_("For eksempel: ventetidene for første halvår, eller risikoene fra juni."),
        max_length=200,
    )
    showed = GuardedText(
        label=_("Hva viste det, og hva betyr det for planen?"), max_length=2000, widget=LONG
    )

    def known(self) -> Known:
        return Known(**self.cleaned_data)


class HearingForm(StyrkForm):
    """Who was heard, when, what they said and what came of it."""

    party = forms.ChoiceField(label=_("Hvem ble hørt?"), choices=Party.choices, widget=Chips)
    who = GuardedText(
        label=_("Hvem var med?"),
        help_text=_("Møtet eller rollene, for eksempel: personalmøtet, tillitsvalgt for NSF."),
        max_length=200,
    )
    held_on = DayField(label=_("Når?"))
    said = GuardedText(label=_("Hva sa de?"), max_length=4000, widget=LONG)
    outcome = GuardedText(
        label=_("Hva kom ut av det?"),
        help_text=_("Hva dere endret, eller hvorfor dere ikke endret noe."),
        max_length=4000,
        widget=LONG,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["held_on"].initial = today

    def clean_held_on(self) -> date:
        held_on: date = self.cleaned_data["held_on"]
        if held_on > self.today:
            raise forms.ValidationError(_("Noter det når møtet har vært."))
        return held_on

    def heard(self) -> Heard:
        return Heard(**self.cleaned_data)


class ApproveForm(StyrkForm):
    """`unheard` is whether nobody is heard of the version."""

    decision = GuardedText(
        label=_("Vedtaket"),
        help_text=_("Styresak, ledermøte eller annet der det ble bestemt."),
        required=False,
        max_length=300,
    )
    unheard = GuardedText(
        label=_("Hvorfor er ingen hørt om denne versjonen?"),
        help_text=_("Alle som leser planen, leser dette. Har dere hørt noen, noter det først."),
        max_length=1000,
        widget=LONG,
    )

    def __init__(self, *args: Any, unheard: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not unheard:
            del self.fields["unheard"]


class ProgressForm(StyrkForm):
    text = GuardedText(
        label=_("Hvordan går det?"),
        help_text=_("Hva er gjort, hva står igjen, og når dere fristen?"),
        max_length=1000,
        widget=LONG,
    )
