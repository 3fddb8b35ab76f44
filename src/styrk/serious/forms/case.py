"""Forms of the case: the questions, the decision, and that something was sent."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.incidents.notices import facts
from styrk.serious.evaluating import OPENLY
from styrk.serious.questions import (
    ASSESSMENT,
    LATER,
    ORDER,
    TICKED,
    VALUES,
    YES_NO,
    said,
    ticked_in,
)
from styrk.serious.states import EntryKind
from styrk.serious.types import Fact, Judged, Sent, Told
from styrk.ui.forms import (
    CheckCards,
    CheckChips,
    Chips,
    GuardedText,
    MomentField,
    StyrkForm,
    listed,
)

LONG = forms.Textarea(attrs={"rows": 4})
SHORT = forms.Textarea(attrs={"rows": 2})
# A phone's clock may be a little ahead of ours.
AHEAD = timedelta(minutes=5)
AS_FACT: Mapping[str, Fact] = {"yes": True, "no": False, "unknown": None}
UNKNOWN = "unknown"
AS_WORD = {True: "yes", False: "no", None: "unknown"}
FUTURE = _("Tidspunktet er fram i tid.")


class AnswersForm(StyrkForm):
    """When it was and when one knew, and the questions that matter. No question is skipped by mistake:
    what one cannot know in the night can be answered with «vet ikke ennå»."""

    occurred_at = MomentField(label=_("Når skjedde det?"))
    known_at = MomentField(
        label=_("Når ble det kjent i virksomheten?"),
        help_text=_("Da noen av dere fikk vite det. Noen frister løper herfra."),
    )

    def __init__(self, *args: Any, asked: Collection[str], now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now, self.asked = now, asked
        for name in ORDER:
            field = _ticks(name, asked) if name in TICKED else _question(name, asked)
            if field is not None:
                self.fields[name] = field

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for name in ("occurred_at", "known_at"):
            if name in given and given[name] > self.now + AHEAD:
                self.add_error(name, FUTURE)
        told = {"occurred_at", "known_at"} <= given.keys()
        if told and given["known_at"] < given["occurred_at"]:
            self.add_error("known_at", _("Ingen kunne vite om det før det skjedde."))
        return given

    def told(self) -> Told:
        """What was answered, by fact."""
        given = self.cleaned_data
        found: dict[str, Fact] = {}
        for name in self.fields:
            if name in OPENLY:
                found[name] = AS_FACT[given[name]]
            elif name in TICKED:
                found |= {one: one in given[name] for one in ticked_in(name, self.asked)}
            elif name in VALUES:
                found[name] = None if name in LATER and given[name] == UNKNOWN else given[name]
        at = min(given["occurred_at"], self.now)
        return Told(at, min(given["known_at"], self.now), found)


def start(told: Told) -> dict[str, Any]:
    """The form as it begins: what is told already."""
    known = told.facts
    begun: dict[str, Any] = {"occurred_at": told.occurred_at, "known_at": told.known_at}
    begun |= {name: AS_WORD[known[name]] for name in OPENLY if name in known}  # type: ignore[index]
    begun |= {
        group: [one for one in names if known.get(one)] for group, (_l, names) in TICKED.items()
    }
    begun |= {name: UNKNOWN for name in LATER if name in known}
    return begun | {name: known[name] for name in VALUES if known.get(name) is not None}


def _question(name: str, asked: Collection[str]) -> forms.Field | None:
    if name not in asked:
        return None
    fact = facts()[name]
    label, help_text = _split(said(fact.question))
    told: dict[str, Any] = {"label": label, "help_text": help_text}
    if name in OPENLY:
        return forms.ChoiceField(choices=list(YES_NO.items()), widget=Chips, **told)
    choices = list(VALUES[name].items())
    if name in LATER:
        choices.append((UNKNOWN, YES_NO[UNKNOWN]))
    if fact.many:
        return forms.MultipleChoiceField(choices=choices, widget=CheckChips, **told)
    return forms.ChoiceField(choices=choices, widget=Chips, **told)


def _split(question: str) -> tuple[str, str]:
    """The question, and what stands after it as help."""
    first, mark, rest = question.partition("? ")
    return (first + "?", rest) if mark else (question, "")


def _ticks(group: str, asked: Collection[str]) -> forms.Field | None:
    names = ticked_in(group, asked)
    if not names:
        return None
    label, _names = TICKED[group]
    return forms.MultipleChoiceField(
        label=str(label),
        help_text=_("Kryss av der svaret er ja."),
        choices=[(name, said(facts()[name].question)) for name in names],
        widget=CheckCards,
        required=False,
    )


class JudgeForm(StyrkForm):
    """Send or not, and why. `assessed`: the three questions are asked too."""

    decision = forms.ChoiceField(
        label=_("Hva bestemmer du?"),
        choices=[("send", _("Det skal meldes")), ("not", _("Det meldes ikke"))],
        widget=Chips,
    )
    reason = GuardedText(
        label=_("Hvorfor?"),
        help_text=_("Grunnen blir stående i saken, også når det meldes."),
        max_length=2000,
        widget=LONG,
    )

    def __init__(self, *args: Any, assessed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, question in ASSESSMENT.items() if assessed else ():
            choices = list(YES_NO.items())
            self.fields[name] = forms.ChoiceField(
                label=str(question), choices=choices, widget=Chips
            )
        self.order_fields([*ASSESSMENT, "decision", "reason"])

    def judged(self) -> Judged:
        given = dict(self.cleaned_data)
        send = given.pop("decision") == "send"
        return Judged(send, given.pop("reason"), given)


class SentForm(StyrkForm):
    """`person`: the duty is somebody's own, and it is that one who has sent."""

    at = MomentField(label=_("Når ble det sendt?"))
    channel = GuardedText(label=_("Hvordan ble det sendt?"), max_length=200)
    sender = forms.CharField(label=_("Hvem sendte det?"), max_length=200)
    reference = GuardedText(
        label=_("Referanse eller kvittering"),
        help_text=_("Nummeret mottakeren ga, eller hvem som svarte på telefonen."),
        max_length=400,
        required=False,
        widget=SHORT,
    )

    def __init__(self, *args: Any, now: datetime, person: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        if person:
            self.fields["sender"].help_text = _(
                "Plikten er helsepersonellets egen. Skriv stillingen til den som har meldt."
            )

    def clean_at(self) -> datetime:
        at: datetime = self.cleaned_data["at"]
        if at > self.now + AHEAD:
            raise forms.ValidationError(FUTURE)
        return min(at, self.now)

    def sent(self) -> Sent:
        return Sent(**self.cleaned_data)


class NotSentForm(StyrkForm):
    reason = GuardedText(label=_("Hva var feil?"), max_length=1000, widget=SHORT)


class EntryForm(StyrkForm):
    """A line in the case file."""

    kind = forms.ChoiceField(label=_("Hva skriver du om?"), choices=EntryKind.choices, widget=Chips)
    occurred_at = MomentField(label=_("Når var det?"))
    text = GuardedText(
        label=_("Hva skjedde, eller hva ble sagt?"),
        help_text=_(
            "Roller, ikke navn på pasienter eller pårørende. Skriver du at et møte er tilbudt, stanser klokka"
            " for tilbudet."
        ),
        max_length=6000,
        widget=LONG,
    )

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean_occurred_at(self) -> datetime:
        at: datetime = self.cleaned_data["occurred_at"]
        if at > self.now + AHEAD:
            raise forms.ValidationError(FUTURE)
        return min(at, self.now)


class TextForm(StyrkForm):
    text = GuardedText(label=_("Hva skal det stå?"), max_length=6000, widget=LONG)


class ReportForm(StyrkForm):
    """`lacking`: what the law asks for and the case says nothing of, which is then explained."""

    channel = GuardedText(
        label=_("Hvordan sendes den?"),
        help_text=_("Loven sier ikke hvilken kanal. Avtal med statsforvalteren."),
        max_length=200,
    )
    remarks = GuardedText(
        label=_("Merknader til rapporten"), max_length=4000, required=False, widget=LONG
    )

    def __init__(self, *args: Any, lacking: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lacking = lacking
        if lacking:
            said = _(
                "Dette mangler i saken: %(parts)s. Skriv det inn først, eller forklar hvorfor."
            )
            self.fields["remarks"].help_text = said % {"parts": listed(lacking)}
            self.fields["remarks"].required = True
