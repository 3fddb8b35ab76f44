"""Saying what a unit wants to reach, saying it otherwise, and agreeing on it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from styrk.actions.objecting import hand_over
from styrk.core import guard, states
from styrk.goals.aim import Aim
from styrk.goals.models import Goal
from styrk.goals.record import step, tell
from styrk.goals.refusals import NotHere, TargetMissing, YearsBackwards, need
from styrk.goals.states import MOVES
from styrk.organisation.models import Person, Unit
from styrk.requirements.models import Placement
from styrk.requirements.states import State as Placed
from styrk.trail.changes import changed, fields
from styrk.trail.commands import command

PLAIN = (
    "title",
    "why",
    "direction",
    "first_year",
    "last_year",
    "target",
    "measured_in",
    "target_on",
    "target_words",
)
SAID = (*PLAIN, "owner", "placement", "above")


@command
def set_goal(*, unit: Unit, aim: Aim, by: Person, now: datetime) -> Goal:
    """Propose a goal for the unit.

    Raises TargetMissing, YearsBackwards, NotHere, ReasonMissing without a title, and IdentityFound
    where a text identifies a person.
    """
    _look_over(unit, aim)
    goal = Goal.objects.create(
        unit=unit,
        trust_id=unit.legal_id,
        set_at=now,
        set_by=by,
        **{name: getattr(aim, name) for name in SAID},
    )
    step(goal, "set", by, now, text=f"Foreslo målet «{goal.title}»")
    _tell_owner(goal, by, now)
    return goal


@command
def change_goal(*, goal: Goal, aim: Aim, by: Person, now: datetime) -> None:
    """Say otherwise what the goal is, whose, and where it comes from. Raises as `set_goal`."""
    _look_over(goal.unit, aim, goal.placement)
    states.move(MOVES, goal.state, "change")
    before, owner = _said(goal), goal.owner
    for name in SAID:
        setattr(goal, name, getattr(aim, name))
    goal.save(update_fields=list(SAID))
    other = changed(before, _said(goal))
    step(goal, "change", by, now, text=f"Endret målet «{goal.title}»", **other)
    if owner != goal.owner:
        hand_over(owner, goal.owner, now, subject_uuid=goal.uuid, action=None)
        _tell_owner(goal, by, now)


@command
def agree_goal(*, goal: Goal, by: Person, now: datetime) -> None:
    """The unit stands behind the goal."""
    goal.state = states.move(MOVES, goal.state, "agree")
    goal.save(update_fields=["state"])
    step(goal, "agree", by, now, text=f"Avtalte målet «{goal.title}»")


def _said(goal: Goal) -> dict[str, Any]:
    """What is said of the goal; where it comes from in the words of that."""
    placement, above = goal.placement, goal.above
    origin = str(placement.requirement) if placement else above.title if above else ""
    return fields(goal, PLAIN) | {"owner": goal.owner.name, "origin": origin}


def _look_over(unit: Unit, aim: Aim, had: Placement | None = None) -> None:
    guard.refuse_identity(aim.title, aim.why, aim.measured_in, aim.target_words)
    need(aim.title)
    whole = aim.target is not None and aim.measured_in.strip() and aim.target_on is not None
    if not whole and (aim.target is not None or not aim.target_words.strip()):
        raise TargetMissing
    if aim.last_year < aim.first_year:
        raise YearsBackwards
    if not _is_from_here(unit, aim, had):
        raise NotHere


def _is_from_here(unit: Unit, aim: Aim, had: Placement | None) -> bool:
    """Whether what it comes from is the unit's to answer; one that it `had` it may keep."""
    if aim.placement is not None and aim.above is not None:
        return False
    if aim.placement is not None:
        accepted = aim.placement.state == Placed.ACCEPTED
        return aim.placement == had or (aim.placement.unit_id == unit.pk and accepted)
    if aim.above is not None:
        over = aim.above.unit
        return over.pk != unit.pk and unit.path.startswith(over.path)
    return True


def _tell_owner(goal: Goal, by: Person, now: datetime) -> None:
    tell(
        goal.owner,
        goal,
        f"owner:{now.isoformat()}",
        lambda: _("Du eier et mål: %(title)s") % {"title": goal.title},
        lambda: _("%(name)s har satt deg som eier.") % {"name": by.name},
        by=by,
        now=now,
    )
