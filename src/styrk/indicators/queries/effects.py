"""By which series actions are seen, what the series said of them, and which have no known effect."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Cast, JSONObject

from styrk.actions.models import Action
from styrk.actions.states import Level, State
from styrk.core import clock
from styrk.core.scope import SYSTEM, acting, current
from styrk.indicators.effects import Answer, as_answer
from styrk.indicators.models import ActionMeasure, EffectAnswer, Figure, Indicator
from styrk.indicators.queries.defining import line_of
from styrk.indicators.spc.effect import Verdict
from styrk.organisation.models import Unit

# How many answers of each series a page shows, and how many other actions are remembered.
ANSWERS, BESIDE = 6, 12
PAGE = 50
# What says something of the effect.
READY = (Verdict.IMPROVED, Verdict.UNCERTAIN, Verdict.WORSE, Verdict.CHANGED)


@dataclass(frozen=True)
class Given:
    """An answer that was frozen; `by` is empty where Styrk asked on the day agreed."""

    id: int
    asked_on: date
    by: str
    answer: Answer


@dataclass(frozen=True)
class Beside:
    """Another action that may be behind a change, in sight of the one who reads."""

    id: int
    uuid: UUID
    title: str
    done_at: datetime


@dataclass(frozen=True)
class Measured:
    """A series chosen for an action, and its newest answers, the newest first.

    `others` are actions beside it, of any answer, that the person in scope may see.
    """

    link: ActionMeasure
    answers: tuple[Given, ...]
    others: tuple[Beside, ...]

    @property
    def stands(self) -> bool:
        return self.link.ended_at is None


def action_in_sight(uuid: UUID) -> Action | None:
    """The action without its history, if the person in scope may see it."""
    found = Action.objects.select_related("unit", "owner", "follows__unit").filter(uuid=uuid)
    return found.first()


def measured_by(action: Action) -> list[Measured]:
    """The series that the action is or was seen by, the newest first, with what they said. One query."""
    given = JSONObject(id="pk", asked_on="asked_on", by="by__name", answer="answer")
    answers = EffectAnswer.objects.filter(measure=OuterRef("pk")).order_by("-pk")
    found = ActionMeasure.objects.filter(action=action).order_by("-pk")
    found = found.select_related("indicator", "unit", "by", "ended_by")
    found = found.annotate(
        told=ArraySubquery(answers.values(json=given)[:ANSWERS]), others=ArraySubquery(_others())
    )
    return [
        Measured(
            link,
            tuple(_given(one) for one in link.told),
            tuple(_beside(one) for one in link.others),
        )
        for link in found
    ]


def _others() -> QuerySet[Action, Any]:
    """The actions that the answers of a series name, as far as they are in sight."""
    named = Func(F("answer__beside"), function="jsonb_array_elements_text")
    ids = EffectAnswer.objects.filter(measure=OuterRef(OuterRef("pk")))
    found = Action.objects.filter(pk__in=ids.values(named=Cast(named, BigIntegerField())))
    told = JSONObject(id="pk", uuid="uuid", title="title", done_at="done_at")
    return found.order_by("done_at", "pk").values(json=told)


def _beside(row: dict[str, Any]) -> Beside:
    return Beside(
        row["id"], UUID(row["uuid"]), row["title"], datetime.fromisoformat(row["done_at"])
    )


def _given(row: dict[str, Any]) -> Given:
    on = date.fromisoformat(row["asked_on"])
    return Given(row["id"], on, row["by"] or "", as_answer(row["answer"]))


def measure_of(action: Action) -> ActionMeasure | None:
    """The series that the action is seen by now, held until the transaction ends."""
    found = ActionMeasure.objects.filter(action=action, ended_at__isnull=True)
    return (
        found.select_related("indicator", "unit")
        .select_for_update(no_key=True, of=("self",))
        .first()
    )


def newest_answer(link: ActionMeasure) -> EffectAnswer | None:
    return link.answers.order_by("-pk").first()


def unanswered(on: date) -> list[int]:
    """The ids of those whose action is to be judged by now and that `held_unanswered` gives."""
    return list(_unanswered(on).order_by("pk").values_list("pk", flat=True))


def held_unanswered(pk: int, on: date) -> ActionMeasure | None:
    """The series if it has no answer since the day agreed, or should have had enough points by now.

    Held until the transaction ends; one that another worker holds is left to it.
    """
    free = _unanswered(on).select_for_update(no_key=True, of=("self",), skip_locked=True)
    return free.select_related("action", "indicator", "unit").filter(pk=pk).first()


def _unanswered(on: date) -> QuerySet[ActionMeasure]:
    since = EffectAnswer.objects.filter(measure=OuterRef("pk"))
    newest = since.order_by("-pk").values("again_on")[:1]
    agreed = since.filter(asked_on__gte=OuterRef("action__review_on"))
    return ActionMeasure.objects.annotate(again=Subquery(newest)).filter(
        ~Exists(agreed) | Q(again__lte=on),
        ended_at__isnull=True,
        action__state=State.DONE,
        action__review_on__lte=on,
    )


def beside(link: ActionMeasure, action: Action, since: date, until: date) -> tuple[int, ...]:
    """The ids of other actions that were carried out there in the same time, whoever asks.

    There: at the action's unit or the series', or seen by the same series up or down the line.
    """
    same = ActionMeasure.objects.filter(
        Q(unit__path__startswith=link.unit.path) | Q(unit__one_of=line_of(link.unit)),
        action=OuterRef("pk"),
        indicator_id=link.indicator_id,
        ended_at__isnull=True,
    )
    with acting(SYSTEM):
        found = Action.objects.filter(
            Q(unit_id__in={action.unit_id, link.unit_id}) | Exists(same),
            state__in=[State.DONE, State.FINISHED],
            done_at__gte=clock.start_of(since),
            done_at__lt=clock.start_of(until + timedelta(days=1)),
        ).exclude(pk=action.pk)
        return tuple(found.order_by("done_at", "pk").values_list("pk", flat=True)[:BESIDE])


def figures_at(indicator: Indicator, unit: Unit) -> int:
    """How many periods have a figure."""
    return Figure.objects.filter(indicator=indicator, unit=unit, of="actual").count()


# Actions without a known effect


@dataclass(frozen=True)
class Sought:
    """What the list is limited to. `ready`: with an answer that says something; `bare`: with no series;
    `late`: past the day agreed.
    """

    unit: Unit
    level: str = ""
    ready: bool = False
    bare: bool = False
    late: bool = False


def without_effect(sought: Sought, on: date, first: int = 0) -> list[Action]:
    """Carried out and not judged, at the unit and below: a page, and one to know if there are more.

    Those with an answer ready come first, then what changes the system, then what has waited longest.
    Each has `verdict` (of its series' newest answer) and `measured`.
    """
    found = _limited(_unknown(sought.unit), sought, on)
    order = [When(level=level, then=place) for place, level in enumerate(Level.values)]
    found = found.annotate(
        rank=Case(*order, output_field=IntegerField()),
        waits=Case(When(verdict__in=READY, then=0), default=1, output_field=IntegerField()),
    )
    found = found.select_related("unit", "owner").order_by("waits", "rank", "done_at", "pk")
    return list(found[first : first + PAGE + 1])


def _limited(found: QuerySet[Action], sought: Sought, on: date) -> QuerySet[Action]:
    link = ActionMeasure.objects.filter(action=OuterRef("pk"), ended_at__isnull=True)
    newest = EffectAnswer.objects.filter(
        measure__action=OuterRef("pk"), measure__ended_at__isnull=True
    ).order_by("-pk")
    found = found.annotate(
        verdict=Subquery(newest.values("verdict")[:1]),
        measured=Subquery(link.values("indicator__name")[:1]),
    )
    if sought.level:
        found = found.filter(level=sought.level)
    if sought.ready:
        found = found.filter(verdict__in=READY)
    if sought.bare:
        found = found.filter(measured__isnull=True)
    return found.filter(review_on__lt=on) if sought.late else found


def _unknown(unit: Unit) -> QuerySet[Action]:
    return Action.objects.filter(
        current().units("action").rows(), state=State.DONE, unit__path__startswith=unit.path
    )


def without_effect_by(unit: Unit, below: Sequence[Unit]) -> tuple[int, dict[int, int]]:
    """How many there are in all at the unit and below, and at each of the units straight below."""
    counted: Counter[int] = Counter()
    places = {one.path: one.pk for one in below}
    rows = _unknown(unit).order_by().values_list("unit__path").annotate(many=Count("pk"))
    for path, many in rows:
        counted[0] += many
        start = next((start for start in places if path.startswith(start)), None)
        if start:
            counted[places[start]] += many
    return counted.pop(0, 0), dict(counted)
