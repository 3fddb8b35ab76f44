"""Reading goals: those of a unit, one of them, and what nobody has taken up."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Window
from django.db.models.functions import Coalesce

from styrk.access.queries import Standing
from styrk.actions.models import Action, Objection
from styrk.actions.queries import TOLD, not_dropped, objections
from styrk.core import lines
from styrk.core.asking import Ask
from styrk.core.trips import asks
from styrk.goals.models import Goal, GoalAction, GoalStep
from styrk.goals.states import State
from styrk.organisation.models import Unit
from styrk.requirements.models import Placement, PlacementAction, Requirement
from styrk.requirements.queries import in_sight
from styrk.requirements.queries.placements import SEEN
from styrk.requirements.states import GOALLESS, Kind
from styrk.requirements.states import State as Placed
from styrk.ui.strands import Links

PAGE = 60
# What is told of a goal on the golden thread.
GOAL = ("uuid", "title", "state", "direction", "target", "measured_in", "target_on", "target_words")
GOAL += ("above_id", "unit__name", "owner__name", "owner__left_on")  # type: ignore[assignment]
WITH = ("unit", "owner", "placement__requirement__edition__source", "above__unit")


def in_year(year: int) -> Q:
    return Q(first_year__lte=year, last_year__gte=year)


def goals_at(standing: Standing, unit: Unit, year: int, state: str = "") -> list[Goal]:
    """The unit's goals for a year, each with `acted` (see `_acted`) and `unanswered` (objections)."""
    found = Goal.objects.filter(in_sight(standing), in_year(year), unit=unit)
    found = found.filter(state=state) if state else found.exclude(state=State.DROPPED)
    counted = found.annotate(
        acted=_acted(),
        unanswered=Coalesce(Subquery(_unanswered()), 0),
    )
    return list(counted.select_related(*WITH).order_by("pk")[:PAGE])


def _unanswered() -> QuerySet[Any, Any]:
    """How many objections to each goal wait for an answer."""
    found = Objection.objects.filter(subject_uuid=OuterRef("uuid"), answered_at__isnull=True)
    return found.order_by().values("subject_uuid").annotate(n=Count("pk")).values("n")


def goal(uuid: UUID, standing: Standing) -> Goal | None:
    """One goal with its history, and the actions that the person may see.

    `acted` is whether there are actions, seen or not.
    """
    return (
        Goal.objects.filter(in_sight(standing), uuid=uuid)
        .annotate(acted=Exists(GoalAction.objects.filter(goal=OuterRef("pk"))))
        .select_related(*WITH, "trust", "set_by", "placement__unit")
        .prefetch_related(
            Prefetch("steps", GoalStep.objects.select_related("by").order_by("pk")),
            Prefetch("actions", GoalAction.objects.select_related("action__owner").order_by("pk")),
            Prefetch("below", Goal.objects.select_related("unit", "owner").order_by("pk")),
        )
        .first()
    )


def locked(uuid: UUID) -> Goal | None:
    """The same row, held until the transaction ends."""
    return Goal.objects.select_for_update(no_key=True, of=("self",)).filter(uuid=uuid).first()


def objections_to(goal: Goal) -> list[Objection]:
    return list(objections().filter(subject="goal", subject_uuid=goal.uuid))


def _acted() -> Exists:
    """Whether an action that has not been dropped was decided to reach it."""
    return Exists(GoalAction.objects.filter(not_dropped(), goal=OuterRef("pk")))


def _marked(found: QuerySet[Goal]) -> QuerySet[Any]:
    """Each with `acted`."""
    return found.annotate(acted=_acted()).select_related("unit", "owner")


def goal_with(uuid: UUID, standing: Standing) -> Goal | None:
    return _marked(Goal.objects.filter(in_sight(standing), uuid=uuid)).first()


@asks
def goals_with(ids: Collection[int], standing: Standing) -> QuerySet[Any]:
    return _marked(Goal.objects.filter(in_sight(standing), pk__one_of=ids))


def _live() -> QuerySet[Any]:
    return _marked(Goal.objects.filter(SEEN)).exclude(state=State.DROPPED)


def goals_from(placements: Q, standing: Standing, limit: int) -> tuple[list[Any], int]:
    """The goals in sight that placed requirements led to, the topmost units first, and how many: one
    question.

    `placements` limits what they come from (`placement`, `placement__requirement`).
    """
    found = Goal.objects.filter(placements, in_sight(standing)).exclude(state=State.DROPPED)
    counted = _marked(found).annotate(total=Window(Count("pk")))
    rows = list(counted.order_by("unit__path", "pk")[:limit])
    return rows, rows[0].total if rows else 0


# The goals that placed requirements led to, and that are not dropped.
FROM_PLACEMENTS = Links("placement", "placement_id", Goal, GOAL, _live, "acted")


@asks
def goals_under(ids: Collection[int], standing: Standing) -> QuerySet[Any]:
    """The goals that were made from these, all the way down the line."""
    found = Goal.objects.filter(in_sight(standing), pk__in=lines.under(Goal, "above", ids))
    return _marked(found.exclude(pk__in=list(ids))).exclude(state=State.DROPPED).order_by("pk")


@asks
def goals_over(ids: Collection[int], standing: Standing) -> QuerySet[Any]:
    """These and the goals they were made from, all the way up, as far as they are in sight."""
    found = Goal.objects.filter(in_sight(standing), pk__in=lines.over(Goal, "above", ids))
    return _marked(found).select_related("placement")


@asks
def behind_actions(ids: Collection[int]) -> QuerySet[Any, Any]:
    """Which goal each of the actions was decided to reach: (action, goal)."""
    return GoalAction.objects.filter(action__one_of=ids).values_list("action_id", "goal_id")


ACTION_LINKS = Links(
    "goal", "goal_id", GoalAction, [f"action__{name}" for name in TOLD], GoalAction.objects.all
)


def inheritable(unit: Unit, year: int) -> list[Goal]:
    """Agreed goals of the units above in the same trust that nobody in the line has taken further.

    The topmost first. One that the unit has dropped is not offered again.
    """
    line = [int(pk) for pk in unit.path.split(".") if pk]
    taken = Goal.objects.filter(above=OuterRef("pk"), unit__one_of=line)
    found = Goal.objects.filter(
        ~Exists(taken),
        in_year(year),
        unit__one_of=line[:-1],
        trust_id=unit.legal_id,
        state=State.AGREED,
    )
    return list(found.select_related("unit", "owner").order_by("unit__path", "pk")[:PAGE])


def uncaught(standing: Standing, unit: Unit) -> list[Placement]:
    """Requirements that the unit has accepted, and that nothing came of.

    Neither a goal nor an action that was not dropped, nor passed on to a unit below. A standing
    requirement is caught by what it was made to mean here: it asks for no goal.
    """
    goals = Goal.objects.filter(placement=OuterRef("pk")).exclude(state=State.DROPPED)
    actions = PlacementAction.objects.filter(not_dropped(), placement=OuterRef("pk"))
    below = Placement.objects.filter(above=OuterRef("pk")).exclude(state=Placed.WITHDRAWN)
    return list(
        accepted_at(unit)
        .filter(in_sight(standing))
        .filter(~Exists(goals), ~Exists(actions), ~Exists(below))
        .exclude(requirement__kind__in=GOALLESS)[:PAGE]
    )


def without_goal(requirement: Requirement, standing: Standing, limit: int) -> list[Placement]:
    """The units in sight that took on what asks for a goal, set none, and gave it to nobody below.

    The first of them, each with `total`: how many there are.
    """
    if not requirement.kind or requirement.kind in GOALLESS:
        return []
    goals = Goal.objects.filter(placement=OuterRef("pk")).exclude(state=State.DROPPED)
    below = Placement.objects.filter(above=OuterRef("pk")).exclude(state=Placed.WITHDRAWN)
    found = Placement.objects.filter(
        in_sight(standing), ~Exists(goals), ~Exists(below), state=Placed.ACCEPTED
    ).filter(requirement=requirement)
    counted = found.annotate(total=Window(Count("pk"))).select_related("unit")
    return list(counted.order_by("unit__path", "pk")[:limit])


def accepted_at(unit: Unit) -> QuerySet[Placement]:
    """What a goal at the unit may come from: accepted requirements that ask for something."""
    found = Placement.objects.filter(unit=unit, state=Placed.ACCEPTED)
    return (
        found.exclude(requirement__kind=Kind.INFORMATION)
        .select_related("requirement__edition__source", "owner")
        .order_by("pk")
    )


def visible_actions(goal: Goal) -> list[Action]:
    """The goal's actions that the person in scope may see."""
    return [link.action for link in goal.actions.all()]


@dataclass(frozen=True)
class Followed:
    """Numbers of the goals of a unit and all below it."""

    agreed: int
    followed: int
    late: int
    reached: int


FIGURES = """
    SELECT count(*) FILTER (WHERE g.state = 'agreed'),
           count(*) FILTER (WHERE g.state = 'agreed' AND g.followed_on >= %(since)s),
           count(*) FILTER (WHERE g.state = 'agreed' AND g.target_on < %(on)s),
           count(*) FILTER (WHERE g.state = 'reached')
    FROM goals_goal g JOIN organisation_unit u ON u.id = g.unit_id
    WHERE u.path LIKE %(path)s AND g.first_year <= %(year)s AND g.last_year >= %(year)s
"""


def figures(path: str, facts: Mapping[str, date | int]) -> Ask[Followed]:
    """Asks of the line below `path`, for `year`, followed from `since` on.

    Counted as they are: there are some goals to a unit, never a million.
    """
    return Ask(FIGURES, {"path": f"{path}%", **facts}, Followed)
