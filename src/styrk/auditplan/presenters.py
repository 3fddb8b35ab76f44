"""A revisjonsplan in words and colours."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.auditplan.freezing import Said
from styrk.auditplan.models import AuditPlan, AuditPlanStep, PlanLine, Recommendation, Wish
from styrk.auditplan.queries import Voice, Year
from styrk.auditplan.states import Body, LineState, Party, Quarter, State, WishState
from styrk.auditplan.types import days_of
from styrk.inspections.models import Audit
from styrk.inspections.presenters import state_mark as audit_mark
from styrk.inspections.states import AuditKind
from styrk.ui.history import Told, in_words, told, with_note

type Mark = tuple[Promise | str, str]

STATES = {
    State.DRAFT: "info",
    State.RECOMMENDED: "warning",
    State.APPROVED: "success",
    State.REVISING: "warning",
}
LINES = {LineState.PLANNED: "neutral", LineState.BEGUN: "info", LineState.OUT: "neutral"}
WISHES = {
    WishState.OPEN: "warning",
    WishState.TAKEN_IN: "success",
    WishState.NOT_TAKEN_IN: "neutral",
}
ACTS: dict[str, Promise] = {
    "start": gettext_lazy("begynte på planen"),
    "wish": gettext_lazy("ga innspillet «%(title)s» for %(unit)s"),
    "take_in": gettext_lazy("tok inn innspillet «%(title)s»"),
    "answer": gettext_lazy("svarte på innspillet «%(title)s»"),
    "add_line": gettext_lazy("tok «%(title)s» inn i planen"),
    "change_line": gettext_lazy("endret «%(title)s»"),
    "move_line": gettext_lazy("flyttet «%(title)s»"),
    "take_out_line": gettext_lazy("tok ut «%(title)s»"),
    "begin_line": gettext_lazy("begynte på «%(title)s»"),
    "recommend": gettext_lazy("førte inn en anbefaling"),
    "approve": gettext_lazy("førte inn vedtaket i sak %(case)s"),
    "revise": gettext_lazy("begynte på en endring"),
}


@dataclass(frozen=True)
class Row:
    """A line as it is shown: as it stands, or as the board approved it."""

    uuid: str
    title: str
    about: str
    why: str
    who: str
    units: list[str]
    criteria: list[str]
    quarter: str
    moved_from: str
    reason: str
    mark: Mark
    out: bool

    @property
    def when(self) -> str:
        """As a paper says it: when, from when it was moved, or that it is taken out."""
        if self.out:
            return _("Tatt ut")
        moved = _("flyttet fra %(quarter)s") % {"quarter": self.moved_from.lower()}
        return f"{self.quarter} ({moved})" if self.moved_from else self.quarter


def name_of(plan: AuditPlan) -> str:
    return _("Revisjonsplan %(year)s, %(unit)s") % {"year": plan.year, "unit": plan.unit.name}


def state_mark(plan: AuditPlan) -> Mark:
    state = State(plan.state)
    return state.label, STATES[state]


def quarter_word(quarter: int | None) -> str:
    return str(Quarter(quarter).label) if quarter else _("Ikke satt")


def rows(lines: list[Said], year: int, today: date, audits: Mapping[str, Audit]) -> list[Row]:
    return [row(one, year, today, audits.get(one["uuid"])) for one in lines]


def row(one: Mapping[str, Any], year: int, today: date, audit: Audit | None) -> Row:
    words = one["criteria_words"]
    return Row(
        uuid=one["uuid"],
        title=one["title"],
        about=one["about"],
        why=one["why"],
        who=str(AuditKind(one["kind"]).label),
        units=one["units"],
        criteria=[*one["criteria"], *([words] if words else [])],
        quarter=quarter_word(one["quarter"]),
        moved_from=quarter_word(one["moved_from"]) if one["moved_from"] else "",
        reason=one["reason"],
        mark=audit_mark(audit) if audit else _standing(one, year, today),
        out=one["state"] == LineState.OUT,
    )


def line_mark(line: PlanLine, on: date) -> Mark:
    said = {"state": line.state, "quarter": line.quarter}
    return audit_mark(line.audit) if line.audit else _standing(said, line.plan.year, on)


def _standing(one: Mapping[str, Any], year: int, today: date) -> Mark:
    state = LineState(one["state"])
    over = one["quarter"] and days_of(year, one["quarter"])[1] < today
    if state is LineState.PLANNED and over:
        return gettext_lazy("Kvartalet er gått"), "warning"
    return state.label, LINES[state]


def wish_mark(wish: Wish) -> Mark:
    state = WishState(wish.state)
    return state.label, WISHES[state]


def voice_name(voice: Voice) -> str:
    return from_whom(voice.party, voice.unit.name)


def from_whom(party: str, unit: str) -> str:
    """Who wishes: the unit itself by its name, a board with whose board it is."""
    if party == Party.UNIT:
        return unit
    return _("%(body)s i %(unit)s") % {"body": Party(party).label, "unit": unit}


def recommends(bodies: Sequence[Body]) -> str:
    """What it is to recommend the plan: one's own, or written down for others."""
    return _("Anbefal planen") if bodies == [Body.COMMITTEE] else _("Før inn en anbefaling")


def said_by(one: Recommendation) -> str:
    """Who says it: one of them, or one who wrote it down for them."""
    told = {"name": one.by.name}
    return (
        _("Skrevet ned av %(name)s på vegne av dem.") if one.on_behalf else _("Gitt av %(name)s.")
    ) % told


def wished_by(one: Wish) -> str:
    """Whom a wish is from, and who wrote it where that is another."""
    whom = from_whom(one.party, one.unit.name)
    if not one.on_behalf:
        return f"{whom}, {one.by.name}"
    return _("%(whom)s, skrevet ned av %(name)s") % {"whom": whom, "name": one.by.name}


def body_word(body: str) -> str:
    return str(Body(body).label)


def year_rows(year: Year) -> list[tuple[Promise, int]]:
    return [
        (gettext_lazy("Planlagt"), year.planned),
        (gettext_lazy("Begynt"), year.begun),
        (gettext_lazy("Rapport levert"), year.reported),
        (gettext_lazy("Funn"), year.findings),
        (gettext_lazy("Funn som følges opp"), year.unmet),
        (gettext_lazy("Flyttet med grunn"), year.moved),
        (gettext_lazy("Tatt ut med grunn"), year.out),
    ]


def history(steps: Iterable[AuditPlanStep]) -> list[Told]:
    return told(steps, lambda step: with_note(in_words(step, ACTS), step.note))
