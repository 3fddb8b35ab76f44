"""What hangs on an incident, as it is read on its pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Model, OuterRef, QuerySet, Subquery, TextField, Value

from styrk.actions.states import State as ActionState
from styrk.core.prepared import Prepared, Slot
from styrk.core.trips import Sql, asks
from styrk.incidents.models import (
    Attachment,
    Incident,
    IncidentAnalysis,
    IncidentRisk,
    IncidentStep,
    Statement,
)
from styrk.incidents.states import WITHOUT_HARM, Cause, Outcome, State
from styrk.risks.models import Risk


class Step(NamedTuple):
    """One act on an incident. `by` is the person's name, empty where it may not be known."""

    at: datetime
    act: str
    note: str
    detail: dict[str, Any]
    by: str | None


class Analysis(NamedTuple):
    """What was found, and the name of who wrote it."""

    found: str
    causes: list[str]
    persons: str
    at: datetime
    by: str

    @property
    def cause_labels(self) -> list[str]:
        return [str(Cause(code).label) for code in self.causes]


class Asked(NamedTuple):
    """A question to a unit, and what it answered; the unit and who answered by name."""

    unit: str
    question: str
    due: date
    answered_at: datetime | None
    answer: str
    answered_by: str | None
    uuid: UUID
    ended_at: datetime | None
    profession: str
    ended_why: str

    @property
    def is_waiting(self) -> bool:
        return self.answered_at is None and self.ended_at is None


class Picture(NamedTuple):
    uuid: UUID


class Shown(NamedTuple):
    """A risk that the incident shows. Without title and address where the reader does not see it."""

    uuid: UUID | None
    title: str | None


class Decided(NamedTuple):
    """An action that the incident led to, with its owner's name. `told` is its state as the reporter
    knows it; `is_seen` says whether the reader sees the action itself too."""

    id: int
    uuid: UUID
    title: str
    due: date
    state: str
    effect: str
    owner: str
    told: str
    is_seen: bool

    @property
    def is_open(self) -> bool:
        """Whether it is not known yet what came of it."""
        return self.state in OPEN


def _of[M: Model](model: type[M]) -> QuerySet[M]:
    return QuerySet(model).filter(incident=Slot("incident")).order_by("pk")


STEP = ("at", "act", "note", "detail", "by__name")
ASKED = (
    "unit__name",
    "question",
    "due",
    "answered_at",
    "answer",
    "answered_by__name",
    "uuid",
    "ended_at",
    "profession",
    "ended_why",
)
STEPS = Prepared(Step, lambda: _of(IncidentStep).values_list(*STEP))
TOLD = Prepared(Step, lambda: _of(IncidentStep).filter(for_reporter=True).values_list(*STEP))
FOUND = ("found", "causes", "persons", "at", "by__name")
ANALYSIS = Prepared(Analysis, lambda: _of(IncidentAnalysis).order_by("-pk").values_list(*FOUND)[:1])
ANALYSES = Prepared(Analysis, lambda: _of(IncidentAnalysis).order_by("-pk").values_list(*FOUND))
STATEMENTS = Prepared(Asked, lambda: _of(Statement).values_list(*ASKED))
PICTURES = Prepared(Picture, lambda: _of(Attachment).values_list("uuid"))


def _risks() -> QuerySet[Any]:
    """Each with what the reader may see of the risk, which the links themselves do not decide."""
    seen = Risk.objects.filter(pk=OuterRef("risk"))
    links = _of(IncidentRisk).filter(removed_at__isnull=True)
    return links.annotate(
        of=Value("risk"), at=Subquery(seen.values("uuid")), named=Subquery(seen.values("title"))
    )


# Both hang on the incident and are a line each: one question.
POINTS = Prepared(
    lambda of, *row: (of, row),
    lambda: (
        _of(Attachment)
        .annotate(of=Value("picture"), named=Value(None, TextField()))
        .values_list("of", "uuid", "named", "pk")
        .union(_risks().values_list("of", "at", "named", "pk"), all=True)
        .order_by("of", "pk")
    ),
)
# All of them, whoever does them and wherever the case is now; the join is what the reader sees.
ACTIONS = """
    SELECT f.id, f.uuid, f.title, f.due, f.state, f.effect, f.owner, f.told, a.id IS NOT NULL
    FROM incidents_actions_of(%(incident)s) f LEFT JOIN actions_action a ON a.id = f.id ORDER BY f.link
"""
OPEN = (ActionState.PLANNED, ActionState.DONE)


@dataclass(frozen=True)
class CaseFile:
    """All that hangs on an incident, as those who handle it read it, in the order written."""

    steps: list[Step]
    analysis: Analysis | None
    statements: list[Asked]
    attachments: list[Picture]
    actions: list[Decided]
    risks: list[Shown]

    @property
    def risks_unseen(self) -> int:
        """How many of the risks the reader does not see."""
        return sum(risk.uuid is None for risk in self.risks)


def of(incident: Incident, decided: list[Decided] | None = None) -> CaseFile:
    """`decided`: its actions, where they are asked for already."""
    points = POINTS.ask(incident=incident.pk)
    return CaseFile(
        steps=STEPS.ask(incident=incident.pk),
        analysis=next(iter(ANALYSIS.ask(incident=incident.pk)), None),
        statements=STATEMENTS.ask(incident=incident.pk),
        attachments=[Picture(uuid) for of, (uuid, *_rest) in points if of == "picture"],
        actions=actions(incident) if decided is None else decided,
        risks=[Shown(uuid, title) for of, (uuid, title, _pk) in points if of == "risk"],
    )


def actions(incident: Incident) -> list[Decided]:
    """Every action that the incident led to, for those who see the case."""
    return [Decided(*row) for row in _actions_of(incident.pk)]


@asks
def _actions_of(incident: int) -> Sql:
    return Sql(ACTIONS, {"incident": incident})


def outcome(actions: Sequence[Decided]) -> Outcome:
    """What became of the actions of a case where none is open."""
    done = sum(action.state == ActionState.FINISHED for action in actions)
    if not actions:
        return Outcome.NONE
    if not done:
        return Outcome.NOT_DONE
    return Outcome.KNOWN if done == len(actions) else Outcome.PARTLY


def concluded_in_theme(incident: Incident) -> bool:
    """Whether it was last followed to its end as part of a theme."""
    ends = incident.steps.filter(act__in=["conclude", "conclude_in_theme"]).order_by("-pk")
    last = ends.values_list("act", flat=True).first()
    return incident.state == State.CONCLUDED and last == "conclude_in_theme"


def steps(incident: Incident) -> list[Step]:
    """Every step, in the order taken."""
    return STEPS.ask(incident=incident.pk)


def analyses(incident: Incident) -> list[Analysis]:
    """Every version of what was found, the newest first."""
    return ANALYSES.ask(incident=incident.pk)


def harm_before(incident: Incident) -> dict[str, str]:
    """How bad it was, as last said before it became something that is not asked of."""
    if incident.kind not in WITHOUT_HARM:
        return {}
    confirmed = IncidentStep.objects.filter(incident=incident, act="confirm").order_by("-pk")
    for detail in confirmed.values_list("detail", flat=True):
        _kind, actual, possible = detail["before"]
        if actual:
            return {"harm_actual": actual, "harm_possible": possible}
    return {}


def attachments(incident: Incident) -> list[Picture]:
    return PICTURES.ask(incident=incident.pk)


def timeline(incident: Incident) -> list[Step]:
    """The steps that the reporter is shown."""
    return TOLD.ask(incident=incident.pk)
