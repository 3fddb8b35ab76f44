"""Colours and words for an action's state and effect."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from styrk.actions.models import Action, ActionStep
from styrk.actions.states import Effect, State
from styrk.ui.history import Told, in_words, told, with_note
from styrk.ui.spoken import once_a_language

STATE_COLORS = {
    State.PLANNED: "info",
    State.DONE: "warning",
    State.FINISHED: "success",
    State.DROPPED: "neutral",
}
EFFECT_COLORS = {
    Effect.WORKED: "success",
    Effect.PARTLY: "info",
    Effect.NOT_WORKED: "danger",
    Effect.TOO_EARLY: "warning",
}


class Standing(Protocol):
    """Where an action stands: the codes of its state and its effect."""

    @property
    def state(self) -> str: ...
    @property
    def effect(self) -> str: ...


def standing_tag(action: Action | Standing) -> tuple[str, str]:
    """Where the action stands, as (words, colour): the effect once it is judged."""
    return _standing_tag(action.state, action.effect)


def standing_words(state: str, effect: str) -> tuple[str, str]:
    """The same of an action that is known by its state and effect alone."""
    return _standing_tag(state, effect)


@once_a_language
def _standing_tag(state: str, effect: str) -> tuple[str, str]:
    if state == State.FINISHED:
        return str(Effect(effect).label), EFFECT_COLORS[Effect(effect)]
    return str(State(state).label), STATE_COLORS[State(state)]


ACTS: dict[str, str | Promise] = {
    "raise": _("besluttet tiltaket"),
    "change_deadline": _("flyttet fristen"),
    "hand_over": _("ga tiltaket fra %(before)s til %(owner)s"),
    "carry_out": _("iverksatte tiltaket"),
    "judge": _("vurderte effekten"),
    "wait": _("vurderte at det er for tidlig å si"),
    "tell": _("fortalte hvordan det går"),
    "measure": _("valgte å se etter virkningen i «%(indicator)s» hos %(unit)s"),
    "stop_measuring": _("ser ikke lenger etter virkningen i «%(indicator)s»"),
    "drop": _("gikk ikke videre med tiltaket"),
    "object": _("sa at noe ikke virker"),
    "answer": _("svarte"),
}


def times_put_off(action: Action) -> int:
    """How many times it was judged too early to say whether it worked."""
    return sum(review.effect == Effect.TOO_EARLY for review in action.reviews.all())


def history(steps: Iterable[ActionStep]) -> list[Told]:
    return told(steps, _sentence)


def _sentence(step: ActionStep) -> str:
    act = in_words(step, ACTS)
    if step.act == "judge" and (effect := step.detail.get("effect")):
        act = gettext("vurderte effekten til «%(effect)s»") % {"effect": Effect(effect).label}
    if step.act == "change_deadline" and (due := step.detail.get("due")):
        act = gettext("flyttet fristen til %(due)s") % {"due": _day(due)}
        if review_on := step.detail.get("review_on"):
            act += gettext(", og når vi ser etter til %(day)s") % {"day": _day(review_on)}
    if step.act == "carry_out" and (review_on := step.detail.get("review_on")):
        act += gettext(", og vi ser etter virkningen %(day)s") % {"day": _day(review_on)}
    return with_note(act, step.note)


def _day(stored: str) -> str:
    return f"{date.fromisoformat(stored):%d.%m.%Y}"
