"""Forms of the pages of the revisjonsplan."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.auditplan.models import PlanLine
from styrk.auditplan.queries import Voice
from styrk.auditplan.states import Body, Quarter
from styrk.auditplan.types import Decided, Scope, Visit
from styrk.inspections.forms.describing import Named, by_edition, units_said
from styrk.inspections.states import AuditKind
from styrk.organisation.models import Person, Unit
from styrk.requirements.models import Requirement
from styrk.ui.forms import Chips, DayField, FoldedChecks, GuardedText, StyrkForm

LONG = forms.Textarea(attrs={"rows": 5})
SHORT = forms.Textarea(attrs={"rows": 3})
KINDS = [(one, one.label) for one in (AuditKind.GROUP, AuditKind.INTERNAL)]
QUARTERS = [("", _("Ikke satt ennå")), *Quarter.choices]


class PlanForm(StyrkForm):
    year = forms.TypedChoiceField(label=_("Hvilket år?"), coerce=int, widget=Chips)
    wishes_until = DayField(
        label=_("Når må innspillene være kommet?"),
        help_text=_("De som styrer og leder det planen dekker, kan gi innspill fra nå av."),
    )

    def __init__(self, *args: Any, years: list[int], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["year"].choices = [(one, str(one)) for one in years]  # type: ignore[attr-defined]

    def clean_wishes_until(self) -> date:
        day: date = self.cleaned_data["wishes_until"]
        if day < self.today:
            raise forms.ValidationError(_("Dagen må være i dag eller senere."))
        return day


class LineForm(StyrkForm):
    """What is to be looked at, where, against what, when and why."""

    title = GuardedText(
        label=_("Hva skal revideres?"),
        help_text=_("Kort. For eksempel: Legemidler ved overføring mellom sykehus."),
        max_length=200,
    )
    about = GuardedText(label=_("Hva skal undersøkes?"), max_length=4000, widget=LONG)
    why = GuardedText(
        label=_("Hvorfor nå?"),
        help_text=_("Risiko, vesentlighet, innspill, eller at ingen har sett på det på lenge."),
        max_length=4000,
        widget=SHORT,
    )
    places = GuardedText(
        label=_("Hvilke enheter?"),
        help_text=_("Skriv koden eller navnet, én enhet på hver linje. Alt under dem er med."),
        max_length=4000,
        widget=SHORT,
    )
    kind = forms.ChoiceField(label=_("Hvem gjør det?"), choices=KINDS, widget=Chips)
    criteria = forms.MultipleChoiceField(
        label=_("Hvilke krav måles det mot?"), required=False, widget=FoldedChecks
    )
    criteria_words = GuardedText(
        label=_("Andre krav, med ord"), required=False, max_length=2000, widget=SHORT
    )
    quarter = forms.TypedChoiceField(
        label=_("Når på året?"),
        choices=QUARTERS,
        coerce=int,
        empty_value=None,
        required=False,
        widget=Chips,
    )

    def __init__(
        self,
        *args: Any,
        named: Named,
        requirements: Iterable[Requirement],
        moves: bool = False,
        **kwargs: Any,
    ) -> None:
        """`moves`: its quarter is approved, and is changed by moving the line, with why."""
        super().__init__(*args, **kwargs)
        self.named = named
        self.requirements = {str(one.uuid): one for one in requirements}
        if self.requirements:
            held = by_edition(self.requirements)
            self.fields["criteria"].choices = held  # type: ignore[attr-defined]
        else:
            del self.fields["criteria"]
        self.kept: int | None = None
        if moves:
            self.kept = self.initial.get("quarter")
            del self.fields["quarter"]

    def clean_places(self) -> tuple[Unit, ...]:
        return units_said(self.cleaned_data["places"], self.named)

    def scope(self) -> Scope:
        said = self.cleaned_data
        return Scope(
            kind=said["kind"],
            title=said["title"],
            about=said["about"],
            why=said["why"],
            units=said["places"],
            criteria=tuple(self.requirements[key] for key in said.get("criteria", ())),
            criteria_words=said["criteria_words"],
            quarter=said.get("quarter", self.kept),
        )


class TakeInForm(LineForm):
    answer = GuardedText(label=_("Svaret til den som ga innspillet"), max_length=2000, widget=SHORT)


def scope_of(line: PlanLine) -> dict[str, Any]:
    """What is said of the line now, to go on from."""
    plain = ("kind", "title", "about", "why", "criteria_words", "quarter")
    return {name: getattr(line, name) for name in plain} | {
        "places": "\n".join(one.unit.code for one in line.places.all()),
        "criteria": [str(one.requirement.uuid) for one in line.criteria.all()],
    }


class ReasonForm(StyrkForm):
    reason = GuardedText(label=_("Hvorfor?"), max_length=2000, widget=SHORT)


class MoveForm(ReasonForm):
    quarter = forms.TypedChoiceField(
        label=_("Når skal det gjøres?"), choices=Quarter.choices, coerce=int, widget=Chips
    )
    field_order = ("quarter", "reason")


class WishForm(StyrkForm):
    voice = forms.ChoiceField(label=_("Hvem er innspillet fra?"), widget=Chips)
    title = GuardedText(label=_("Hva bør revideres?"), max_length=200)
    text = GuardedText(
        label=_("Hvorfor?"),
        help_text=_("Hva er dere usikre på, og hva kan gå galt? Skriv ikke om enkeltpersoner."),
        max_length=4000,
        widget=LONG,
    )

    def __init__(self, *args: Any, voices: Iterable[tuple[Voice, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = list(voices)
        self.voices = {one.key: one for one, _name in told}
        self.fields["voice"].choices = [(one.key, name) for one, name in told]  # type: ignore[attr-defined]
        if len(told) == 1:
            self.fields["voice"].initial = told[0][0].key

    def said(self) -> dict[str, Any]:
        voice = self.voices[self.cleaned_data["voice"]]
        told = {"party": voice.party.value, "unit": voice.unit}
        return told | {name: self.cleaned_data[name] for name in ("title", "text")}


class AnswerForm(StyrkForm):
    answer = GuardedText(
        label=_("Hvorfor tas det ikke inn?"),
        help_text=_("Den som ga innspillet, ser svaret."),
        max_length=2000,
        widget=SHORT,
    )


class CoverForm(StyrkForm):
    line = forms.ChoiceField(label=_("Hvilken linje dekker det?"))
    answer = GuardedText(label=_("Svaret til den som ga innspillet"), max_length=2000, widget=SHORT)

    def __init__(self, *args: Any, lines: Iterable[PlanLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = {str(one.uuid): one for one in lines}
        held = [(key, one.title) for key, one in self.lines.items()]
        self.fields["line"].choices = [("", _("Velg en linje")), *held]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        return {
            "line": self.lines[self.cleaned_data["line"]],
            "answer": self.cleaned_data["answer"],
        }


class HeldForm(StyrkForm):
    held_on = DayField(label=_("Når var møtet?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_held_on(self) -> date:
        day: date = self.cleaned_data["held_on"]
        if day > self.today:
            raise forms.ValidationError(_("Møtet har vært."))
        return day


class RecommendForm(HeldForm):
    body = forms.ChoiceField(label=_("Hvem anbefaler?"), choices=Body.choices, widget=Chips)
    words = GuardedText(label=_("Hva sa de om planen?"), max_length=4000, widget=LONG)
    field_order = ("body", "held_on", "words")

    def __init__(self, *args: Any, bodies: Iterable[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [(one, one.label) for one in bodies]  # type: ignore[attr-defined]
        if len(told := list(bodies)) == 1:
            self.fields["body"].initial = told[0]


class ApproveForm(HeldForm):
    case = GuardedText(label=_("Saksnummer"), max_length=60)
    words = GuardedText(
        label=_("Hva vedtok de?"),
        help_text=_("Skriv vedtaket slik det står i protokollen."),
        max_length=4000,
        widget=LONG,
    )

    def decided(self) -> Decided:
        return Decided(**self.cleaned_data)


class BeginForm(StyrkForm):
    leader = forms.ChoiceField(label=_("Hvem leder revisjonen?"))
    starts_on = DayField(label=_("Fra"))
    ends_on = DayField(label=_("Til"))

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.uuid): one for one in people}
        names = [(key, one.name) for key, one in self.people.items()]
        self.fields["leader"].choices = [("", _("Velg en person")), *names]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        first, last = given.get("starts_on"), given.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("Den siste dagen kan ikke være før den første."))
        return given

    def visit(self) -> Visit:
        said = self.cleaned_data
        return Visit(self.people[said["leader"]], said["starts_on"], said["ends_on"])
