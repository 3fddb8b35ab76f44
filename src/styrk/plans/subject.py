"""The shape of what is put in a plan."""

from dataclasses import dataclass

from styrk.actions.models import Action
from styrk.goals.models import Goal
from styrk.plans.models import PlanItem
from styrk.requirements.models import Placement


@dataclass(frozen=True)
class Subject:
    """One of a goal, a placed requirement, an action, or words; or an item of the plan above."""

    goal: Goal | None = None
    placement: Placement | None = None
    action: Action | None = None
    title: str = ""
    above: PlanItem | None = None

    @property
    def number(self) -> int:
        """How many things it is; an item is exactly one."""
        return sum(map(bool, (self.goal, self.placement, self.action, self.title.strip())))
