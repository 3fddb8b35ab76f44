"""Colours and words for an action's state and effect."""

from styrk.actions.models import Action
from styrk.actions.states import Effect, State

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


def standing_tag(action: Action) -> tuple[str, str]:
    """Where the action stands, as (words, colour): the effect once it is judged."""
    if action.state == State.FINISHED:
        return str(Effect(action.effect).label), EFFECT_COLORS[Effect(action.effect)]
    return str(State(action.state).label), STATE_COLORS[State(action.state)]
