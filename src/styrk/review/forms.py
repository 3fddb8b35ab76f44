"""Forms of the report pages: turn a request into clean arguments, nothing else."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.organisation.flavours import worded
from styrk.organisation.models import Person
from styrk.ui.forms import DayField, GuardedText, StyrkForm
from styrk.ui.words import spoken_day

LONG = forms.Textarea(attrs={"rows": 12})
SHORT = forms.Textarea(attrs={"rows": 5})
LONGEST = 20_000


class WordsForm(StyrkForm):
    """The words of one section."""

    text = GuardedText(label=_("Teksten"), required=False, max_length=LONGEST, widget=LONG)


class AskForm(StyrkForm):
    """Who is to write in a section."""

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        choices = [("", _("Velg")), *((pk, str(one)) for pk, one in self.people.items())]
        self.fields["person"] = forms.ChoiceField(label=_("Hvem skal skrive?"), choices=choices)

    @property
    def chosen(self) -> Person:
        return self.people[self.cleaned_data["person"]]


class SendForm(StyrkForm):
    """`seen` is the digest of what the person has read."""

    seen = forms.CharField(widget=forms.HiddenInput)


class SendAgainForm(SendForm):
    reason = GuardedText(
        label=_("Hvorfor kommer det en ny utgave?"),
        help_text=_("Si hva som er rettet. Den forrige utgaven blir stående."),
        max_length=2000,
        widget=SHORT,
    )


class QuestionForm(StyrkForm):
    question = GuardedText(
        label=_("Hva spør du om?"),
        help_text=_(
            "Rapporten åpnes igjen hos dem. De svarer, og sender en ny utgave eller lar den stå."
        ),
        max_length=2000,
        widget=SHORT,
    )


class AnswerForm(StyrkForm):
    answer = GuardedText(label=_("Hva svarer dere?"), max_length=4000, widget=SHORT)


class PresentForm(StyrkForm):
    """Who saw it, and when: not before it was sent."""

    shown_to = GuardedText(
        label=_("Hvem så den?"),
        help_text=worded(_("For eksempel «Styret»."), _("For eksempel «Kommunestyret».")),
        max_length=200,
    )
    shown_on = DayField(label=_("Når?"))
    basis = GuardedText(
        label=_("Hvilken sak?"),
        help_text=_("For eksempel «Styresak 12/2026»."),
        required=False,
        max_length=200,
    )

    def __init__(self, *args: Any, sent: date, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sent, self.today = sent, today

    def clean_shown_on(self) -> date:
        shown_on: date = self.cleaned_data["shown_on"]
        if shown_on > self.today:
            raise forms.ValidationError(_("Dette er ikke skjedd ennå."))
        if shown_on < self.sent:
            sent = {"day": spoken_day(self.sent)}
            raise forms.ValidationError(_("Utgaven ble sendt %(day)s."), params=sent)
        return shown_on


class SupplementForm(StyrkForm):
    text = GuardedText(label=_("Hva føyer dere til?"), max_length=4000, widget=SHORT)
