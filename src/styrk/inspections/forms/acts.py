"""The short forms: a reason, an answer, a file with its day."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.inspections import papers
from styrk.inspections.types import DAYS_TO_ANSWER, Upload
from styrk.organisation.models import Unit
from styrk.ui.forms import DayField, GuardedText, StyrkForm

LONG = forms.Textarea(attrs={"rows": 4})


class PdfField(forms.FileField):
    """A PDF, cleaned to an `Upload`; None where nothing was chosen."""

    widget = forms.FileInput(attrs={"accept": "application/pdf"})

    def clean(self, data: Any, initial: Any = None) -> Upload | None:
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            return papers.read(file.name, file.size, file)
        except papers.TooLarge:
            raise forms.ValidationError(_("Fila er for stor. Den kan være høyst 10 MB.")) from None
        except papers.NotAPdf:
            raise forms.ValidationError(_("Fila er ikke en hel PDF. Velg en PDF.")) from None


def coming(on: date, today: date) -> date:
    if on < today:
        raise forms.ValidationError(_("Velg i dag eller en dag som kommer."))
    return on


class ReasonForm(StyrkForm):
    """Why, in words; the label is the act's own."""

    reason = GuardedText(label=_("Hvorfor?"), max_length=2000, widget=LONG)

    def __init__(self, *args: Any, label: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if label:
            self.fields["reason"].label = label


class HearForm(StyrkForm):
    comment_by = DayField(label=_("Når vil dere ha uttalelsene?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["comment_by"].initial = today + timedelta(days=14)

    def clean_comment_by(self) -> date:
        return coming(self.cleaned_data["comment_by"], self.today)


class CommentForm(StyrkForm):
    unit = forms.ChoiceField(label=_("For hvilken enhet?"))
    text = GuardedText(
        label=_("Stemmer det som står?"),
        help_text=_(
            "Rett fakta, og si hva laget har misforstått. Svaret på funnene kommer etterpå."
        ),
        max_length=4000,
        widget=LONG,
    )

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {str(one.uuid): one for one in units}
        named = [(key, one.name) for key, one in self.units.items()]
        self.fields["unit"].choices = named  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"unit": self.units[given["unit"]], "text": given["text"]}


class ReportForm(StyrkForm):
    report = PdfField(label=_("Rapporten"), help_text=_("En PDF, høyst 10 MB."))
    dated_on = DayField(label=_("Hvilken dag er rapporten fra?"))
    answer_due = DayField(
        label=_("Når svarer enhetene på funnene?"),
        help_text=_("Pålegg har fristen sin i tillegg."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["dated_on"].initial = today
        self.fields["answer_due"].initial = today + timedelta(days=DAYS_TO_ANSWER)

    def clean_answer_due(self) -> date:
        return coming(self.cleaned_data["answer_due"], self.today)

    def clean_dated_on(self) -> date:
        return gone(self.cleaned_data["dated_on"], self.today)


def gone(on: date, today: date) -> date:
    if on > today:
        raise forms.ValidationError(_("Dagen kan ikke være etter i dag."))
    return on


class AnswerForm(StyrkForm):
    answer = GuardedText(
        label=_("Hva gjør dere med det?"),
        help_text=_("Begynn med hva som må endres, ikke med hvem som gjorde feil."),
        max_length=4000,
        widget=LONG,
    )
    meet_due = DayField(label=_("Når er det rettet?"))

    def __init__(self, *args: Any, today: date, deadline: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.deadline = today, deadline
        if deadline:
            self.fields["meet_due"].initial = deadline

    def clean_meet_due(self) -> date:
        on = coming(self.cleaned_data["meet_due"], self.today)
        if self.deadline and self.today <= self.deadline < on:
            raise forms.ValidationError(_("Fristen i pålegget er før dette."))
        return on


class ClaimForm(StyrkForm):
    without = GuardedText(
        label=_("Hvorfor trengtes det ikke noe tiltak?"),
        help_text=_("Ingen tiltak er bestemt. Den som fant det, leser dette før de bekrefter."),
        max_length=2000,
        widget=LONG,
    )
    how = GuardedText(
        label=_("Hvordan ser dere at det er rettet?"),
        help_text=_("Si hva som er annerledes nå, og hva du bygger det på."),
        max_length=4000,
        widget=LONG,
    )

    def __init__(self, *args: Any, asks_why: bool, **kwargs: Any) -> None:
        """`asks_why`: something is broken, and no action is decided."""
        super().__init__(*args, **kwargs)
        if not asks_why:
            del self.fields["without"]


class ConfirmForm(StyrkForm):
    """How one sees that it is put right; of an authority's finding, with its letter."""

    seen = GuardedText(label=_("Hva viser at det er rettet?"), max_length=4000, widget=LONG)
    letter = PdfField(label=_("Brevet fra tilsynsmyndigheten"), help_text=_("En PDF, høyst 10 MB."))
    dated_on = DayField(label=_("Hvilken dag er brevet fra?"))

    def __init__(self, *args: Any, today: date, with_letter: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        if not with_letter:
            del self.fields["letter"]
            del self.fields["dated_on"]

    def clean_dated_on(self) -> date:
        return gone(self.cleaned_data["dated_on"], self.today)
