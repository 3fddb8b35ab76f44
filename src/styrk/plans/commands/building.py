"""What a plan builds on: noted, and taken out again, until the plan is approved."""

from datetime import datetime

from styrk.core import guard, states
from styrk.organisation.models import Person
from styrk.plans.models import Ground, Plan
from styrk.plans.record import step
from styrk.plans.refusals import need
from styrk.plans.states import MOVES
from styrk.plans.types import Known
from styrk.trail.commands import command


@command
def note_ground(*, plan: Plan, known: Known, by: Person, now: datetime) -> Ground:
    """Note what the plan builds on, and what it showed. Raises ReasonMissing without words."""
    guard.refuse_identity(known.what, known.showed)
    need(known.what, known.showed)
    states.move(MOVES, plan.state, "build_on")
    ground = Ground.objects.create(
        plan=plan,
        source=known.source,
        what=known.what,
        showed=known.showed,
        noted_at=now,
        noted_by=by,
    )
    step(
        plan,
        "build_on",
        by,
        now,
        text=f"Noterte at planen bygger på {known.what}",
        title=known.what,
    )
    return ground


@command
def drop_ground(*, ground: Ground, by: Person, now: datetime) -> None:
    """Take out what the plan does not build on after all; the history keeps what it was."""
    plan = ground.plan
    states.move(MOVES, plan.state, "build_on")
    ground.delete()
    text = f"Tok ut {ground.what} av det planen bygger på"
    step(plan, "drop_ground", by, now, text=text, note=ground.showed, title=ground.what)
