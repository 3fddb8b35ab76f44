"""Words and colours for what was told."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.feedback import themes
from styrk.feedback.models import Hearing, Voice, VoiceStep
from styrk.feedback.queries.outside import Case
from styrk.feedback.queries.surveyed import Area
from styrk.feedback.states import OPEN, HearingState, Kind, State
from styrk.ui.history import Told, in_words, told, with_note

type Mark = tuple[Promise | str, str]

COLOURS = {
    State.RECEIVED: "warning",
    State.TAKEN: "info",
    State.ANSWERED: "success",
    State.ASSESSED: "success",
}
KIND_COLOURS = {
    Kind.COMPLAINT: "danger",
    Kind.EXPERIENCE: "info",
    Kind.SUGGESTION: "info",
    Kind.GOOD: "success",
}
HEARING_COLOURS = {
    HearingState.LAID: "warning",
    HearingState.SAID: "info",
    HearingState.ANSWERED: "success",
}
ACTS: dict[str, Promise] = {
    "tell": gettext_lazy("skrev ned det som ble fortalt"),
    "take": gettext_lazy("tok imot"),
    "describe": gettext_lazy("sa hva det gjelder"),
    "write_meanwhile": gettext_lazy("ga et foreløpig svar"),
    "answer": gettext_lazy("svarte"),
    "assess": gettext_lazy("vurderte"),
    "hand_over": gettext_lazy("ga det videre"),
    "add_action": gettext_lazy("bestemte et tiltak"),
    "tell_change": gettext_lazy("fortalte hva som er endret"),
}
# What the one who told reads.
OUTSIDE: dict[State, Promise] = {
    State.RECEIVED: gettext_lazy("Vi har fått det du fortalte. Det er ikke lest ennå."),
    State.TAKEN: gettext_lazy("Det du fortalte, er lest, og vi arbeider med det."),
    State.ANSWERED: gettext_lazy("Vi har svart."),
    State.ASSESSED: gettext_lazy("Vi har lest det, og tar det med oss."),
}


def standing_mark(voice: Voice, today: date) -> Mark:
    """How far it is; late where somebody waits longer than they were promised."""
    state = State(voice.state)
    if state in OPEN and voice.answer_due < today:
        return gettext_lazy("Fristen er gått ut"), "danger"
    return state.label, COLOURS[state]


def kind_mark(voice: Voice) -> Mark:
    kind = Kind(voice.kind)
    return kind.label, KIND_COLOURS[kind]


def heading(voice: Voice) -> str:
    return f"{Kind(voice.kind).label} {voice.reference}"


def theme_of(voice: Voice) -> str:
    return themes.name(voice.theme) if voice.theme else ""


def shortened(text: str, most: int = 110) -> str:
    """The beginning, cut at a word."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0].rstrip(".,;:– ") + " …"


def history(steps: Iterable[VoiceStep]) -> list[Told]:
    return told(steps, lambda step: with_note(in_words(step, ACTS), step.note))


def outside(case: Case) -> Promise:
    return OUTSIDE[State(case.state)]


def points(score: Decimal | None) -> str:
    return "–" if score is None else number_format(score, 1)


def scores(areas: Iterable[Area]) -> list[tuple[Area, str, str]]:
    return [(one, points(one.score), points(one.before)) for one in areas]


def themes_told(material: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """The themes of the list, with how many there are and how many of them are complaints."""
    return [
        (
            themes.name(one["theme"]) if themes.known(one["theme"]) else _("Uten tema"),
            few(one["number"]),
            few(one["complaints"]),
        )
        for one in material["themes"]
    ]


def few(number: int | None) -> str:
    return _("Få") if number is None else f"{number}"


def scores_told(material: Mapping[str, Any]) -> list[tuple[str, str, str, str, int, date]]:
    return [
        (
            one["survey"],
            one["area"],
            points(Decimal(one["score"])),
            points(None if one["before"] is None else Decimal(one["before"])),
            one["answers"],
            date.fromisoformat(one["until"]),
        )
        for one in material["scores"]
    ]


def hearing_mark(hearing: Hearing) -> Mark:
    return HearingState(hearing.state).label, HEARING_COLOURS[HearingState(hearing.state)]


def mean_days(days: float | None) -> str:
    return "–" if days is None else _("%(days)s dager") % {"days": f"{days:.0f}"}
