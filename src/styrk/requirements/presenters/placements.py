"""Words and colours for placed requirements."""

from collections.abc import Iterable
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from styrk.requirements.annual import words
from styrk.requirements.models import Placement, PlacementStep
from styrk.requirements.queries import Below, Branch
from styrk.requirements.states import Course, State
from styrk.ui.history import Told, in_words, told, with_note

type Mark = tuple[Promise | str, str]

COURSE_COLOURS = {
    Course.MET: "success",
    Course.ON_COURSE: "info",
    Course.AT_RISK: "warning",
    Course.NOT_MET: "danger",
}
STATE_COLOURS = {
    State.PLACED: "warning",
    State.ACCEPTED: "info",
    State.NOT_APPLICABLE: "neutral",
    State.CONTINUED: "neutral",
    State.WITHDRAWN: "neutral",
}
ACTS: dict[str, Promise] = {
    "place": _("la kravet til enheten"),
    "tie": _("ga kravet videre hit, der det lå fra før"),
    "accept": _("tok imot kravet og gjorde det konkret"),
    "decline": _("svarte at kravet ikke gjelder her"),
    "insist": _("holdt fast ved at kravet gjelder"),
    "withdraw": _("trakk kravet tilbake"),
    "continue": _("førte kravet videre i en ny utgave"),
    "add_action": _("bestemte et tiltak"),
    "report": _("rapporterte hvordan det går"),
}


def standing_mark(placement: Placement, today: date) -> Mark:
    """How far the unit has come with it; late where an answer is."""
    state = State(placement.state)
    if state is State.PLACED and placement.answer_due < today:
        return _("Svaret er for sent"), "danger"
    return state.label, STATE_COLOURS[state]


def course_mark(course: str) -> Mark | None:
    return (Course(course).label, COURSE_COLOURS[Course(course)]) if course else None


def branch_mark(branch: Branch, today: date) -> Mark:
    """How it goes here and below together, or where it stopped."""
    if branch.placement.state != State.ACCEPTED:
        return standing_mark(branch.placement, today)
    if branch.said:
        return course_mark(branch.compiled) or (words.partly(*branch.share), "neutral")
    return _("Ingen status ennå"), "neutral"


def missing(below: Below) -> list[Mark]:
    """What is lacking further down, in words with the number."""
    said: list[tuple[int, Promise, str]] = [
        (below.late, _("%(n)s for sene svar"), "danger"),
        (below.waiting - below.late, _("%(n)s venter på svar"), "warning"),
        (below.without_report, _("%(n)s uten status"), "neutral"),
    ]
    return [(str(text) % {"n": number}, colour) for number, text, colour in said if number]


def history(steps: Iterable[PlacementStep]) -> list[Told]:
    return told(steps, _sentence)


def _sentence(step: PlacementStep) -> str:
    return with_note(in_words(step, ACTS), step.note or step.detail.get("meaning", ""))
