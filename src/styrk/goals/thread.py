"""The golden thread: the goal behind an action, what a goal comes from, and a requirement's goals."""

from collections.abc import Iterable

from django.urls import reverse

from styrk.goals import queries
from styrk.goals.models import Goal
from styrk.ui.menu import Link


def upstream(subject: str, subject_id: int) -> list[Link]:
    """What stands upstream of an action that a goal led to."""
    return _links(queries.behind_action(subject_id)) if subject == "action" else []


def downstream(subject: str, subject_id: int) -> list[Link]:
    """The goals that a placed requirement led to."""
    return _links(queries.goals_of(subject_id)) if subject == "placement" else []


def _links(goals: Iterable[Goal]) -> list[Link]:
    return [Link(goal.title, reverse("goals:goal", args=[goal.uuid])) for goal in goals]
