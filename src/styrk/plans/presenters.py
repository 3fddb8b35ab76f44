"""Words and colours for plans, and an item as its page draws it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.actions.models import Action
from styrk.actions.presenters import standing_tag
from styrk.actions.states import Effect
from styrk.goals.presenters import standing_mark as goal_mark
from styrk.plans.forms import TermsForm
from styrk.plans.freezing import Told as Content
from styrk.plans.models import Plan, PlanStep
from styrk.plans.queries import Outcome
from styrk.plans.states import ItemState, Party, Source, State
from styrk.ui.history import Told, in_words, told, with_note

type Mark = tuple[Promise | str, str]

COLOURS = {State.DRAFT: "warning", State.HEARD: "info", State.APPROVED: "success"}
ITEM_COLOURS = {
    ItemState.PROPOSED: "warning",
    ItemState.IN_PLAN: "info",
    ItemState.DEFERRED: "neutral",
    ItemState.TAKEN_OUT: "neutral",
}
KINDS: dict[str, Promise] = {
    "goal": gettext_lazy("Mål"),
    "placement": gettext_lazy("Krav"),
    "action": gettext_lazy("Tiltak"),
    "words": gettext_lazy("Prioritering"),
}
ADDRESSES = {
    "goal": "goals:goal",
    "placement": "requirements:placement",
    "action": "actions:action",
}
ACTS: dict[str, Promise] = {
    "begin": gettext_lazy("begynte på planen"),
    "add": gettext_lazy("tok inn «%(title)s»"),
    "keep": gettext_lazy("tok med «%(title)s»"),
    "adapt": gettext_lazy("tilpasset «%(title)s»"),
    "move": gettext_lazy("endret rekkefølgen av «%(title)s»"),
    "defer": gettext_lazy("utsatte «%(title)s»"),
    "take_out": gettext_lazy("tok ut «%(title)s»"),
    "hear": gettext_lazy("noterte medvirkning"),
    "build_on": gettext_lazy("noterte at planen bygger på «%(title)s»"),
    "drop_ground": gettext_lazy("tok ut «%(title)s» av det planen bygger på"),
    "approve": gettext_lazy("vedtok planen"),
    "revise": gettext_lazy("begynte på en ny versjon"),
    "object": gettext_lazy("sa at noe ikke virker"),
    "answer": gettext_lazy("svarte"),
}
# The acts that make the plan say something else than those who were heard of it had read.
CHANGES = frozenset(
    {"add", "keep", "adapt", "move", "defer", "take_out", "build_on", "drop_ground"}
)


@dataclass(frozen=True)
class Row:
    """An item: what it says (`told`, as frozen or as it stands), and what became of it."""

    told: Content
    href: str
    kind: Promise
    mark: Mark
    cost: str
    until: date | None
    goal: Mark | None = None
    said: str = ""
    acted: bool = False
    actions: list[tuple[Action, tuple[str, str]]] = field(default_factory=list)


def name_of(plan: Plan) -> str:
    return _("Virksomhetsplan %(year)s for %(unit)s") % {"year": plan.year, "unit": plan.unit.name}


def plan_mark(plan: Plan, standing: Plan | None) -> Mark:
    """Where the version stands; an approved one that a later one stands instead of is replaced."""
    state = State(plan.state)
    if state is State.APPROVED and plan != standing:
        return gettext_lazy("Erstattet"), "neutral"
    return state.label, COLOURS[state]


def row(told: Content, outcome: Outcome | None, today: date) -> Row:
    state = ItemState(told["state"])
    return Row(
        told=told,
        href=_address(told),
        kind=KINDS[told["kind"]],
        mark=(state.label, ITEM_COLOURS[state]),
        cost=kroner(told["cost"]),
        until=date.fromisoformat(told["until"]) if told["until"] else None,
        goal=goal_mark(outcome.goal, today) if outcome and outcome.goal else None,
        said=(outcome.goal.reason or outcome.goal.current) if outcome and outcome.goal else "",
        acted=bool(outcome and outcome.acted),
        actions=[(one, standing_tag(one)) for one in outcome.actions] if outcome else [],
    )


def figures(rows: Iterable[Row]) -> dict[str, int]:
    """How many actions there are, how many are carried out, and how many are known to have helped."""
    actions = {one.pk: one for row in rows for one, _mark in row.actions}.values()
    return {
        "actions": len(actions),
        "done": sum(one.done_at is not None for one in actions),
        "helped": sum(one.effect in {Effect.WORKED, Effect.PARTLY} for one in actions),
    }


def _address(told: Mapping[str, Any]) -> str:
    return reverse(ADDRESSES[told["kind"]], args=[told["subject"]]) if told["subject"] else ""


def kroner(amount: str) -> str:
    """«250 000 kr» of "250000.00"; nothing of nothing."""
    if not amount:
        return ""
    whole = f"{Decimal(amount):,.2f}".removesuffix(".00").replace(",", "\u00a0").replace(".", ",")
    return f"{whole}\u00a0kr"


def heard(told: Mapping[str, Any]) -> dict[str, Any]:
    """A hearing with its words: the party, and the day as a day."""
    return dict(told) | {
        "party": Party(told["party"]).label,
        "held_on": date.fromisoformat(told["held_on"]),
    }


def ground(told: Mapping[str, Any]) -> dict[str, Any]:
    """What the plan builds on, with its kind in words."""
    return dict(told) | {"source": Source(told["source"]).label}


def since_each_hearing(steps: Iterable[PlanStep]) -> list[list[Told]]:
    """What was changed in the plan after each hearing, of all the steps in the order they were taken."""
    since: list[list[PlanStep]] = []
    for step in steps:
        if step.act == "hear":
            since.append([])
        elif step.act in CHANGES:
            for changed in since:
                changed.append(step)
    return [history(changed) for changed in since]


def history(steps: Iterable[PlanStep]) -> list[Told]:
    return told(steps, lambda step: with_note(in_words(step, ACTS), step.note), TermsForm)
