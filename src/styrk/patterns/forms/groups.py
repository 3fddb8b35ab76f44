"""Forms of the pages of samleavvik, and of what the system found."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.organisation.models import Unit
from styrk.patterns.states import RaisedState
from styrk.patterns.types import DAYS_TO_ANSWER, WrittenCase
from styrk.ui.forms import (
    EMPTY_TEXT,
    Cards,
    CheckCards,
    DayField,
    Described,
    GuardedText,
    StyrkForm,
)

LONG = forms.Textarea(attrs={"rows": 5})


class BeginForm(StyrkForm):
    chosen = forms.MultipleChoiceField(
        label=_("Hvilke meldinger forteller om det samme?"),
        help_text=_("Du kan legge til flere etterpå, og ta dem ut igjen."),
        required=False,
        widget=CheckCards,
    )
    title = GuardedText(
        label=_("Hva skal det hete?"),
        help_text=_("Kort, og om det som skjer. For eksempel: Fall på badet om natten."),
        max_length=120,
    )
    common = GuardedText(
        label=_("Hva er likt i meldingene?"),
        help_text=_("Så andre kan se om en ny melding hører til."),
        max_length=4000,
        widget=LONG,
    )
    unit = forms.ChoiceField(
        label=_("Hvor gjelder det?"),
        help_text=_("Du kan legge til meldinger herfra og fra alle enheter under."),
        widget=Cards,
    )

    def __init__(
        self,
        *args: Any,
        units: Iterable[Unit],
        near: Iterable[tuple[str, Described]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = list(near)  # type: ignore[attr-defined]
        if not self.fields["chosen"].choices:  # type: ignore[attr-defined]
            del self.fields["chosen"]
        self.units = {str(unit.uuid): unit for unit in units}
        self.fields["unit"].choices = [  # type: ignore[attr-defined]
            (key, unit.name) for key, unit in self.units.items()
        ]
        if len(self.units) == 1:
            self.initial["unit"] = next(iter(self.units))

    @property
    def at(self) -> Unit:
        return self.units[self.cleaned_data["unit"]]

    @property
    def others(self) -> list[str]:
        return list(self.cleaned_data.get("chosen", []))


class JoinForm(StyrkForm):
    chosen = forms.MultipleChoiceField(label=_("Hvilke meldinger hører til?"), widget=CheckCards)

    def __init__(self, *args: Any, near: Iterable[tuple[str, Described]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = list(near)  # type: ignore[attr-defined]


class LeaveForm(StyrkForm):
    why = GuardedText(label=_("Hvorfor hører den ikke til?"), max_length=1000, widget=LONG)


class SayForm(StyrkForm):
    said = GuardedText(
        label=_("Hva skjer med det de meldte?"),
        help_text=_("Alle som meldte, får det samme svaret. De ser ikke hvem de andre er."),
        max_length=4000,
        widget=LONG,
    )


class EndForm(StyrkForm):
    why = GuardedText(
        label=_("Hvorfor avslutter du det?"),
        help_text=_("Meldingene følges opp hver for seg som før."),
        max_length=1000,
        widget=LONG,
    )


class RaiseForm(StyrkForm):
    happens = GuardedText(
        label=_("Hva skjer, og hva har dere gjort selv?"), max_length=4000, widget=LONG
    )
    costs = GuardedText(
        label=_("Hva koster det?"),
        help_text=_(
            "Skade, liggedøgn, overtid, vikarer, penger. Skriv også om det ikke er regnet ut."
        ),
        max_length=4000,
        widget=LONG,
    )
    asks = GuardedText(
        label=_("Hva ber dere om?"),
        help_text=_("Så konkret at lederen over kan si ja eller nei. Gjerne med beløp og år."),
        max_length=4000,
        widget=LONG,
    )
    due = DayField(label=_("Når trenger dere svar?"))

    def __init__(
        self, data: Any = None, *, today: date, initial: dict[str, Any] | None = None
    ) -> None:
        start = {"due": today + timedelta(days=DAYS_TO_ANSWER)}
        super().__init__(data, initial=start | (initial or {}))

    @property
    def case(self) -> WrittenCase:
        given = self.cleaned_data
        return WrittenCase(given["happens"], given["costs"], given["asks"])


class ReplyForm(StyrkForm):
    """Yes, no, or on to the next leader, where there is one."""

    sometimes = ("due",)

    reply = forms.ChoiceField(label=_("Hva svarer du?"), widget=Cards)
    answer = GuardedText(
        label=_("Begrunn svaret"),
        help_text=_("Det går til dem som løftet saken, og til alle som meldte."),
        max_length=4000,
        widget=LONG,
    )
    due = DayField(
        label=_("Når trenger du svar?"),
        help_text=_("Når du løfter saken videre."),
        required=False,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        above: Unit | None,
        today: date,
        initial: dict[str, Any] | None = None,
    ) -> None:
        start = {"due": today + timedelta(days=DAYS_TO_ANSWER)}
        super().__init__(data, initial=start | (initial or {}))
        choices = [
            (RaisedState.AGREED, Described(_("Ja"), _("Skriv hva som blir gjort, og når."))),
            (RaisedState.DECLINED, Described(_("Nei"), _("Skriv hvorfor."))),
        ]
        if above:
            further = Described(
                _("Løft videre"), _("Neste leder: %(unit)s.") % {"unit": above.name}
            )
            choices.append((RaisedState.FURTHER, further))
            self.fields["answer"].help_text = _(
                "Det går til dem som løftet saken. Et ja eller nei går også til alle som meldte."
                " Løfter du den videre, følger ordene med."
            )
        else:
            del self.fields["due"]
        self.fields["reply"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        further = given.get("reply") == RaisedState.FURTHER
        if further and not given.get("due") and "due" not in self.errors:
            self.add_error("due", EMPTY_TEXT)
        return given


class WithdrawForm(StyrkForm):
    why = GuardedText(
        label=_("Hvorfor trekker du saken?"),
        help_text=_("Du kan løfte den på nytt senere."),
        max_length=1000,
        widget=LONG,
    )


class DismissForm(StyrkForm):
    why = GuardedText(
        label=_("Hvorfor er dette ikke noe å se under ett?"),
        help_text=_("Forslaget kommer tilbake hvis det blir flere, eller øker."),
        max_length=1000,
        widget=LONG,
    )
