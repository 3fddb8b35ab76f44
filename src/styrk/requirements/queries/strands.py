"""What hangs together with requirements on the golden thread, in a fixed number of questions."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import (
    Count,
    Exists,
    F,
    Func,
    IntegerField,
    JSONField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    Window,
)
from django.db.models.functions import JSONObject, Length, Replace

from styrk.access.queries import Standing
from styrk.actions.queries import TOLD as ACTION
from styrk.core import lines
from styrk.core.prepared import Prepared, Slot
from styrk.core.trips import asks
from styrk.requirements.models import (
    AnnualReport,
    Placement,
    PlacementAction,
    Requirement,
    StatusReport,
)
from styrk.requirements.queries.cascade import Below, numbers
from styrk.requirements.queries.placements import NEWEST, OVER, SEEN, in_sight, sight
from styrk.requirements.states import AnnualState
from styrk.ui.strands import MOST, Ask, Links

# What is told of a requirement, of the headings over it, and of the document it stands in.
SENTENCE = ("uuid", "point", "title", "text", "kind", "repealed")
SAID = (
    *(
        f"{over}{name}"
        for over in ("", "parent__", "parent__parent__", "parent__parent__parent__")
        for name in SENTENCE
    ),
    *(f"edition__{name}" for name in ("uuid", "label", "dated", "source__title", "source__kind")),
)
WITH = ("requirement", "unit", "owner")
# What is told of a placement. To read all there is of hundreds would be most of what the page costs.
TOLD = (
    "uuid",
    "state",
    "answer_due",
    "due",
    "above_id",
    *(f"requirement__{name}" for name in SENTENCE),
    *(f"unit__{name}" for name in ("name", "path")),
    *(f"owner__{name}" for name in ("name", "left_on")),
)


@dataclass(frozen=True)
class Cascade:
    """Placements, those above before those below, and how many in sight are `left` out.

    `below` counts what is under each of them, where they are not all there.
    """

    placements: list[Any]
    left: int
    below: dict[int, Below]


NOWHERE = Cascade([], 0, {})


def alive() -> QuerySet[Placement]:
    return Placement.objects.exclude(state__in=OVER)


def _sentences(of: Q) -> Prepared[Any]:
    """Requirements with `placed`: at how many units each is laid, in sight or not."""
    there = alive().filter(requirement=OuterRef("pk")).order_by().values("requirement")
    placed = Subquery(there.annotate(n=Count("pk")).values("n"))
    return Prepared.some(
        Requirement,
        SAID,
        lambda: Requirement.objects.filter(of).annotate(placed=placed).order_by("position", "pk"),
        "placed",
    )


ONE = _sentences(Q(uuid=Slot("uuid")))
PARTS = _sentences(Q(parent__one_of=Slot("ids")))


def requirement_with(uuid: UUID) -> Requirement | None:
    return next(iter(ONE.ask(uuid=uuid)), None)


def parts_of(ids: Collection[int]) -> list[Requirement]:
    """The requirements straight under these headings."""
    return PARTS.ask(ids=sorted(ids))


@asks
def sentences(ids: Collection[int]) -> QuerySet[Requirement]:
    """Requirements with their edition, and the headings they stand under."""
    found = Requirement.objects.filter(pk__one_of=ids)
    return found.select_related("edition__source", "parent__parent__parent")


def placement_with(uuid: UUID, standing: Standing) -> Placement | None:
    return _told(Placement.objects.filter(in_sight(standing), uuid=uuid)).first()


@asks
def placements_with(ids: Collection[int], standing: Standing) -> QuerySet[Any]:
    return _told(Placement.objects.filter(in_sight(standing), pk__one_of=ids))


@asks
def line_of(ids: Collection[int], standing: Standing) -> QuerySet[Any]:
    """These and those they were passed on from, all the way up, as far as they are in sight.

    With what their requirements stand under, and in.
    """
    found = Placement.objects.filter(in_sight(standing), pk__in=lines.over(Placement, "above", ids))
    under = ("requirement__edition__source", "requirement__parent__parent__parent")
    told = (*TOLD, *(f"requirement__{name}" for name in SAID))
    return _marked(found).select_related(*WITH, *under).only(*told)


def cascade_of(requirements: Collection[int], standing: Standing, ask: Ask) -> Cascade:
    """Where requirements went, as many whole levels as there is room for; two questions.

    Where not even the first level has room, its first ones.
    """
    if ask.after:
        return _fitting(_levels_of(requirements, standing, ask.after), ask)
    return _fitting(LEVELS.ask(requirements=sorted(requirements), **sight(standing)), ask)


def cascade_under(top: Placement, standing: Standing, ask: Ask) -> Cascade:
    """The same of one requirement, at the units below the one where it is placed."""
    return _fitting(_levels_under(top, standing, ask.after), ask)


@asks
def _levels_of(requirements: Collection[int], standing: Standing, after: int) -> QuerySet[Any]:
    return _levels(Q(requirement__one_of=requirements), standing, after)


@asks
def _levels_under(top: Placement, standing: Standing, after: int) -> QuerySet[Any]:
    below = Q(requirement=top.requirement_id, unit__path__startswith=top.unit.path)
    return _levels(below & ~Q(pk=top.pk), standing, after)


def _levels(of: Q, standing: Standing, after: int) -> QuerySet[Any]:
    found = _ordered(alive().filter(of, in_sight(standing))).select_related(*WITH).only(*TOLD)
    return found[after : after + MOST + 1]


def _fitting(rows: list[Any], ask: Ask) -> Cascade:
    shown = _whole(rows[: ask.limit + 1], ask.limit)
    left = rows[0].total - ask.after - len(shown) if rows else 0
    if not left:
        return Cascade(shown, 0, {})
    inner = {one.above_id for one in shown}
    leaves = [one.pk for one in shown if one.pk not in inner]
    return Cascade(shown, left, numbers(leaves, ask.on))


def _ordered(found: QuerySet[Placement]) -> QuerySet[Any]:
    """Those above before those below, with `total`: how many there are of them."""
    ordered: QuerySet[Any] = _marked(found).annotate(
        depth=Length("unit__path") - Length(Replace("unit__path", Value("."))),
        total=Window(Count("pk"), output_field=IntegerField()),
    )
    return ordered.order_by("depth", "unit__name", "pk")


def _whole(rows: list[Any], limit: int) -> list[Any]:
    if len(rows) <= limit:
        return rows
    last = rows[-1].depth
    return [one for one in rows if one.depth < last] or rows[:limit]


def _told(found: QuerySet[Placement]) -> QuerySet[Any]:
    return _marked(found).select_related(*WITH).only(*TOLD)


def _marked(found: QuerySet[Placement]) -> QuerySet[Any]:
    """Each with `said`: the newest report of how it goes; whether it is `passed_on`, and `acted` on."""
    latest = StatusReport.objects.filter(placement=OuterRef("pk")).order_by(*NEWEST)
    told = latest.values(
        told=JSONObject(pk="pk", period="period", course="course", text="text", by="by__name")
    )
    passed = alive().filter(above=OuterRef("pk"))
    acted = PlacementAction.objects.filter(placement=OuterRef("pk"))
    return found.annotate(said=Subquery(told[:1]), passed_on=Exists(passed), acted=Exists(acted))


LEVELS = Prepared.some(
    Placement,
    [*TOLD, "requirement_id", "unit_id", "above_id"],
    lambda: _ordered(alive().filter(SEEN, requirement__one_of=Slot("requirements")))[: MOST + 1],
    *("said", "passed_on", "acted", "depth", "total"),
)


ACTION_LINKS = Links(
    "placement",
    "placement_id",
    PlacementAction,
    [f"action__{name}" for name in ACTION],
    PlacementAction.objects.all,
)


def behind_actions(ids: Collection[int], standing: Standing) -> list[tuple[int, Any]]:
    """Which placement each of the actions came from, as far as that is in sight."""
    # Of several the oldest row: the later are of what was left behind in older editions.
    links = dict(_behind(ids))
    found = {one.pk: one for one in line_of(set(links.values()), standing)} if links else {}
    return [(action, found[pk]) for action, pk in links.items() if pk in found]


@asks
def _behind(ids: Collection[int]) -> QuerySet[Any, Any]:
    rows = PlacementAction.objects.filter(action__one_of=ids).order_by("-pk")
    return rows.values_list("action_id", "placement_id")


ANSWERS = "$.documents[*].answers[*] ? (@.placement == $asked[*])"


def annual_answers(placements: Iterable[Any]) -> list[tuple[Any, AnnualReport, str]]:
    """What approved årlige meldinger say of the placements: each with the report and its words."""
    asked = {str(one.uuid): one for one in placements}
    reports = _said_in(asked, {one.unit_id for one in asked.values()})
    return [
        (asked[answer["placement"]], report, answer["answer"])
        for report in reports
        for answer in report.said
    ]


@asks
def _said_in(asked: Collection[str], units: Collection[int]) -> QuerySet[Any]:
    values = Value({"asked": list(asked)}, JSONField())
    said = Func(
        F("content"),
        Value(ANSWERS),
        values,
        function="jsonb_path_query_array",
        template="%(function)s(%(expressions)s)",
        output_field=JSONField(),
    )
    found = AnnualReport.objects.filter(unit__one_of=units, state=AnnualState.APPROVED)
    return found.defer("content").select_related("unit").annotate(said=said).order_by("pk")
