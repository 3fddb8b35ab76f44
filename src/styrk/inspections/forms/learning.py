"""Sharing what was learnt, and answering whether it concerns the unit too."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.inspections.forms.acts import LONG, coming
from styrk.inspections.forms.describing import SHORT, Named, units_said
from styrk.inspections.states import Reply
from styrk.inspections.types import DAYS_TO_LOOK, Learnt
from styrk.organisation.models import Unit
from styrk.ui.forms import Cards, Chips, DayField, Described, GuardedText, StyrkForm

MOST_ASKED = 100
OWN, ALL = "own", "all"
REPLIES = {
    Reply.OURS: Described(
        _("Ja, det kan skje hos oss"), _("Dere bestemmer et tiltak etterpå."), "warning"
    ),
    Reply.HANDLED: Described(
        _("Vi har tatt hånd om det fra før"), _("Si hva som er gjort."), "success"
    ),
    Reply.NOT_OURS: Described(_("Nei, det gjelder ikke oss"), _("Si hvorfor."), "neutral"),
}
type Called = Callable[[list[str]], Mapping[str, list[Unit]]]
type OfLevel = Callable[[str, bool], list[Unit]]


class LessonForm(StyrkForm):
    """What was learnt, what others are to look for, and whom it may concern."""

    sometimes = ("places", "level")
    title = GuardedText(label=_("Hva har dere lært, i én setning?"), max_length=200)
    text = GuardedText(
        label=_("Hva skjedde, og hvorfor?"),
        help_text=_(
            "Skriv så andre kan lære av det. Ingen pasienter eller ansatte skal kunne kjennes igjen."
        ),
        max_length=6000,
        widget=LONG,
    )
    ask = GuardedText(
        label=_("Hva skal de andre se etter hos seg?"),
        help_text=_(
            "Ett spørsmål de kan svare på. For eksempel: Hvem kontrollerer dosen om natten?"
        ),
        max_length=1000,
        widget=SHORT,
    )
    origin = GuardedText(
        label=_("Hvem har lært det?"),
        help_text=_("Når det ikke er dere selv, for eksempel Ukom. La stå tomt ellers."),
        required=False,
        max_length=200,
    )
    places = GuardedText(
        label=_("Hvilke enheter kan det gjelde?"),
        help_text=_(
            "Én på hver linje. Skriv koden for én enhet, eller navnet for alle som heter det, i alle"
            " virksomheter. Andre virksomheter får det til dem som fører revisjoner og kvalitet."
        ),
        required=False,
        max_length=4000,
        widget=SHORT,
    )
    level = forms.ChoiceField(
        label=_("Eller alle på ett nivå?"),
        help_text=_("I stedet for, eller i tillegg til, enhetene over."),
        required=False,
    )
    where = forms.ChoiceField(
        label=_("Hvor på det nivået?"),
        choices=[(OWN, _("Hos oss")), (ALL, _("I alle virksomheter"))],
        widget=Chips,
        initial=OWN,
        required=False,
    )
    due = DayField(label=_("Når vil dere ha svar?"))

    def __init__(
        self,
        *args: Any,
        unit: Unit,
        called: Called,
        of_level: OfLevel,
        levels: Sequence[str],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.unit, self.called, self.of_level, self.today = unit, called, of_level, today
        named = [("", _("Ingen")), *((one, one) for one in levels)]
        self.fields["level"].choices = named  # type: ignore[attr-defined]
        self.fields["due"].initial = today + timedelta(days=DAYS_TO_LOOK)

    def clean_due(self) -> date:
        return coming(self.cleaned_data["due"], self.today)

    def clean_places(self) -> tuple[Unit, ...]:
        lines = map(str.strip, self.cleaned_data["places"].splitlines())
        words = list(dict.fromkeys(filter(None, lines)))
        if len(words) > MOST_ASKED:
            raise forms.ValidationError(_("Skriv høyst 100 enheter."))
        found = self.called(words)
        for word in words:
            if not found.get(word):
                raise forms.ValidationError(
                    _("Fant ingen enhet som heter «%(word)s»."), params={"word": word}
                )
        return tuple(unit for word in words for unit in found[word])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        level = given.get("level")
        there = self.of_level(level, given.get("where") == ALL) if level else []
        self.units = tuple(dict.fromkeys((*given.get("places", ()), *there)))
        if not self.units and "places" in given:
            self.add_error("places", _("Skriv minst én enhet, eller velg et nivå."))
        if len(self.units) > MOST_ASKED:
            self.add_error(
                "level" if level else "places", _("Det blir flere enn 100 enheter. Velg færre.")
            )
        return given

    def learnt(self) -> Learnt:
        said = self.cleaned_data
        plain = ("title", "text", "ask", "origin", "due")
        return Learnt(unit=self.unit, units=self.units, **{name: said[name] for name in plain})


class PassOnForm(StyrkForm):
    """Which units of one's own are asked."""

    places = GuardedText(
        label=_("Hvem kan det gjelde hos dere?"),
        help_text=_("Skriv koden eller navnet, én enhet på hver linje. Lederne av dem blir spurt."),
        max_length=4000,
        widget=SHORT,
    )

    def __init__(self, *args: Any, named: Named, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.named = named

    def clean_places(self) -> tuple[Unit, ...]:
        return units_said(self.cleaned_data["places"], self.named)


class ReplyForm(StyrkForm):
    """Whether it concerns the unit, and why."""

    reply = forms.ChoiceField(label=_("Gjelder dette oss?"), widget=Cards)
    answer = GuardedText(
        label=_("Hva bygger dere svaret på?"),
        help_text=_("Si hva dere har sett etter, og hva dere fant."),
        max_length=4000,
        widget=LONG,
    )

    def __init__(self, *args: Any, replies: Sequence[Reply], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one, text) for one, text in REPLIES.items() if one in replies]
        self.fields["reply"].choices = choices  # type: ignore[attr-defined]
