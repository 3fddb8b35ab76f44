"""What a plan said when its page was read: nobody approves another plan than the one before them."""

from collections.abc import Iterable
from dataclasses import replace

from django import forms
from django.utils.translation import gettext as _

from styrk.access.meanwhile import Stand, mark_of
from styrk.plans import freezing, presenters, queries
from styrk.plans.models import Ground, Hearing, Plan, PlanItem
from styrk.ui.words import spoken_moment

# As many of the last changes as are told.
TOLD = 5


def mark(
    plan: Plan,
    items: Iterable[PlanItem],
    hearings: Iterable[Hearing],
    grounds: Iterable[Ground],
) -> str:
    return mark_of(freezing.digest(freezing.content(plan, items, hearings, grounds), plan.follows))


def stand(plan: Plan, form: forms.Form) -> Stand:
    """What stands of the plan; with what was changed last where the form is of another."""
    said = mark(plan, queries.items_of(plan), queries.hearings_of(plan), queries.grounds_of(plan))
    then = _(
        "Planen er ikke vedtatt. Les den som den er nå. Vedtar du, gjelder den slik den er nå."
    )
    now = Stand(said, then=then)
    return now if now.is_known_to(form) else replace(now, said=_changed(plan))


def _changed(plan: Plan) -> list[tuple[str, str]]:
    """Who changed it when, and how: the last of what was written in this version, the newest first."""
    written = presenters.CHANGES | {"hear"}
    steps = [one for one in queries.steps_of(plan) if one.plan_id == plan.pk and one.act in written]
    told = presenters.history(steps)[:TOLD]
    return [(f"{one.who}, {spoken_moment(one.at)}:", one.text) for one in told]
