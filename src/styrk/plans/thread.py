"""The golden thread: the plan in which a goal or an action stands."""

from django.urls import reverse

from styrk.plans import queries
from styrk.plans.presenters import name_of
from styrk.ui.menu import Link


def upstream(subject: str, subject_id: int) -> list[Link]:
    """The approved plans that put it first."""
    if subject == "goal":
        found = queries.holding(goal_id=subject_id)
    elif subject == "action":
        found = queries.holding(action_id=subject_id)
    else:
        return []
    return [Link(name_of(plan), reverse("plans:version", args=[plan.uuid])) for plan in found]
