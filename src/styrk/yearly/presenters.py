"""The yearly report in words and colours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.inspections.presenters import FINDING_STATES, KINDS
from styrk.inspections.states import FindingKind, FindingState
from styrk.regulation.types import Status
from styrk.ui.history import Told, in_words, told, with_note
from styrk.ui.words import spoken_day
from styrk.yearly.forms import PartForm
from styrk.yearly.models import YearlyReport, YearlyStep
from styrk.yearly.states import NEEDED, Decision, Part, State

type Mark = tuple[Promise | str, str]
type Said = Mapping[str, Any]

STATES = {State.DRAFT: "info", State.SENT: "warning", State.TREATED: "success"}
STATUSES: dict[Status, Mark] = {
    Status.SHOWN: (gettext_lazy("Vist"), "success"),
    Status.PARTLY: (gettext_lazy("Delvis vist"), "info"),
    Status.NOT_SHOWN: (gettext_lazy("Ikke vist"), "warning"),
    Status.UNKNOWN: (gettext_lazy("Kan ikke vises ennå"), "neutral"),
}
REPORTED: dict[str, Promise] = {
    "received": gettext_lazy("Meldinger i året"),
    "serious": gettext_lazy("Av dem alvorlige"),
    "concluded": gettext_lazy("Av dem fulgt helt opp"),
    "suggestions": gettext_lazy("Av dem forslag til forbedring"),
    "good": gettext_lazy("Av dem noe som gikk bra"),
}
ACTED: dict[str, Promise] = {
    "raised": gettext_lazy("Tiltak bestemt i året"),
    "carried_out": gettext_lazy("Tiltak iverksatt i året"),
    "judged": gettext_lazy("Tiltak der effekten er vurdert"),
    "worked": gettext_lazy("Tiltak som virket, helt eller delvis"),
    "late": gettext_lazy("Tiltak over fristen per %(day)s"),
    "unknown": gettext_lazy("Tiltak uten kjent effekt per %(day)s"),
}
ACTS: dict[str, Promise] = {
    "begin": gettext_lazy("begynte på rapporten"),
    "gather": gettext_lazy("hentet dataene på nytt"),
    "write": gettext_lazy("skrev «%(name)s»"),
    "send": gettext_lazy("sendte rapporten til kommunestyret"),
    "treat": gettext_lazy("førte inn vedtaket i sak %(case)s"),
    "tell": gettext_lazy("meldte tilbake til kommunestyret"),
    "add": gettext_lazy("la til"),
}
FEW = gettext_lazy("færre enn fem")


@dataclass(frozen=True)
class Row:
    """A letter of § 25-1: what the map says of it, how it is done, and what is judged."""

    reference: str
    title: str
    mark: Mark
    practice: str
    judged: str
    judged_by: str


@dataclass(frozen=True)
class FindingTold:
    title: str
    unit: str
    kind: Mark
    state: Mark
    due: date | None


@dataclass(frozen=True)
class AuditTold:
    title: str
    authority: str
    began: date
    state: str
    findings: list[FindingTold]


@dataclass(frozen=True)
class Chapter:
    """A part of the report with its words."""

    key: str
    title: Promise | str
    text: str
    needed: bool


def name_of(report: YearlyReport) -> str:
    said = {"year": report.year, "unit": report.unit.name, "number": report.number}
    if report.number > 1:
        return _("Internkontroll og tilsyn %(year)s, nr. %(number)s, %(unit)s") % said
    return _("Internkontroll og tilsyn %(year)s, %(unit)s") % said


def state_mark(report: YearlyReport) -> Mark:
    state = State(report.state)
    return state.label, STATES[state]


def decision_word(code: str) -> str:
    return str(Decision(code).label)


def chapters(said: Said) -> list[Chapter]:
    words = said["words"]
    return [
        Chapter(part.value, part.label, words.get(part.value, {}).get("text", ""), part in NEEDED)
        for part in Part
    ]


def missing(said: Said) -> list[str]:
    """What must be written before it is sent."""
    return [str(part.label) for part in NEEDED if part.value not in said["words"]]


def gathered(said: Said) -> str:
    """The day the data was gathered: what stands open, and the map, are of that day and not of the year."""
    return spoken_day(date.fromisoformat(said["material"]["on"]))


def rows(said: Said) -> list[Row]:
    return [
        Row(
            one["reference"],
            one["title"],
            STATUSES[Status(one["status"])],
            one["practice"],
            one["judged"],
            one["judged_by"],
        )
        for one in said["material"]["items"]
    ]


def audits(said: Said) -> list[AuditTold]:
    return [
        AuditTold(
            one["title"],
            one["authority"],
            date.fromisoformat(one["from"]),
            one["state"],
            [_finding(found) for found in one["findings"]],
        )
        for one in said["material"]["audits"]
    ]


def _finding(told: Said) -> FindingTold:
    kind, state = FindingKind(told["kind"]), FindingState(told["state"])
    return FindingTold(
        told["title"],
        told["unit"],
        (kind.label, KINDS[kind]),
        (state.label, FINDING_STATES[state]),
        date.fromisoformat(told["due"]) if told["due"] else None,
    )


def reported(said: Said) -> list[tuple[Promise, str, str]]:
    """What was reported: in the year, and in the year before."""
    now, before = said["material"]["reported"], said["material"]["year_before"]
    return [(name, _few(now[key]), _few(before[key])) for key, name in REPORTED.items()]


def _few(number: int | None) -> str:
    return str(FEW) if number is None else str(number)


def acted(said: Said) -> list[tuple[str, int]]:
    """In the year; and what stands open on the day the data was gathered, which is told apart."""
    day = {"day": gathered(said)}
    return [(str(name) % day, said["material"]["acted"][key]) for key, name in ACTED.items()]


def mending(said: Said) -> list[Said]:
    return [
        dict(one) | {"due": date.fromisoformat(one["due"]) if one["due"] else None}
        for one in said["material"]["mending"]
    ]


def before(said: Said) -> Said | None:
    last = said["material"]["before"]
    if last is None:
        return None
    held = date.fromisoformat(last["held_on"]) if last["held_on"] else None
    return dict(last) | {"held_on": held}


def history(steps: Iterable[YearlyStep]) -> list[Told]:
    return told(steps, lambda step: with_note(in_words(_spoken(step), ACTS), step.note), PartForm)


def _spoken(step: YearlyStep) -> YearlyStep:
    if "part" in step.detail:
        step.detail = step.detail | {"name": str(Part(step.detail["part"]).label)}
    return step
