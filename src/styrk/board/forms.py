"""Forms of the board's pages."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.board import wording
from styrk.board.types import Resolution, Topic
from styrk.organisation.models import Person
from styrk.ui.forms import Chips, DayField, GuardedText, StyrkForm

LONG = forms.Textarea(attrs={"rows": 5})
# A question is answered within this, unless another day is chosen.
TO_ANSWER = timedelta(days=14)


class _Coming(StyrkForm):
    """A form with a day that has not passed, by the name in `day`."""

    day = "due"

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        chosen = given.get(self.day)
        if chosen and chosen < self.today:
            self.add_error(self.day, _("Velg en dag som er i dag eller senere."))
        return given


class MeetingForm(_Coming):
    day = "on"
    on = DayField(label=_("Når er møtet?"))
    place = GuardedText(label=_("Hvor?"), max_length=200, required=False)


class TopicForm(StyrkForm):
    """`sources` are what a case may build on: (kind, title, address)."""

    title = GuardedText(label=_("Hva gjelder saken?"), max_length=200)
    text = GuardedText(
        label=wording.TO_KNOW,
        max_length=6000,
        widget=LONG,
        required=False,
    )
    source = forms.ChoiceField(label=_("Bygger saken på noe i Styrk?"), required=False)
    closed = GuardedText(
        label=_("Skal saken behandles for lukkede dører? Skriv hjemmelen."),
        help_text=wording.WHO_READS_CLOSED,
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, sources: Sequence[tuple[str, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sources = {path: (kind, title) for kind, title, path in sources}
        named = ((path, title) for path, (_kind, title) in self.sources.items())
        field: Any = self.fields["source"]
        field.choices = [("", _("Nei")), *named]

    def topic(self) -> Topic:
        given = self.cleaned_data
        path = given["source"]
        kind, title = self.sources[path] if path else ("", "")
        return Topic(
            title=given["title"],
            text=given["text"],
            closed=given["closed"],
            source=kind,
            source_title=title,
            source_path=path,
        )


class ReasonForm(StyrkForm):
    reason = GuardedText(label=_("Hvorfor?"), max_length=1000, widget=LONG)


class ResolutionForm(_Coming):
    text = GuardedText(label=wording.WHAT_DECIDED, max_length=4000, widget=LONG)
    owner = forms.ChoiceField(label=_("Hvem følger det opp?"))
    due = DayField(label=wording.WHEN_TOLD)

    approves = forms.ChoiceField(
        label=_("Er planen vedtatt?"),
        help_text=_("Er den det, blir den stående slik den var på sakslisten."),
        choices=[("yes", _("Ja, planen er vedtatt")), ("no", _("Nei, den er ikke vedtatt"))],
        widget=Chips,
    )

    def __init__(
        self, *args: Any, owners: Iterable[Person], is_plan: bool = False, **kwargs: Any
    ) -> None:
        """`is_plan`: the case is a plan that waits, and that the decision may approve."""
        super().__init__(*args, **kwargs)
        if not is_plan:
            del self.fields["approves"]
        self.people = {str(one.uuid): one for one in owners}
        named = (
            (key, f"{p.name}, {p.title}" if p.title else p.name) for key, p in self.people.items()
        )
        field: Any = self.fields["owner"]
        field.choices = [("", _("Velg en person")), *named]

    def resolution(self) -> Resolution:
        given = self.cleaned_data
        approves = given.get("approves") == "yes"
        return Resolution(given["text"], self.people[given["owner"]], given["due"], approves)


class CorrectionForm(ResolutionForm):
    why = GuardedText(
        label=_("Hva var feil?"),
        help_text=_("Det står ved vedtaket, sammen med det som sto først."),
        max_length=1000,
        widget=LONG,
    )


class ToldForm(StyrkForm):
    told = GuardedText(label=_("Hva ble det av vedtaket?"), max_length=4000, widget=LONG)


class AskForm(_Coming):
    text = GuardedText(label=_("Hva vil du vite?"), max_length=2000, widget=LONG)
    due = DayField(label=_("Når trenger du svaret?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, today=today, **kwargs)
        self.fields["due"].initial = today + TO_ANSWER


class AnswerForm(StyrkForm):
    answer = GuardedText(label=_("Svaret"), max_length=6000, widget=LONG)
