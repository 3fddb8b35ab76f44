"""Each state takes the acts of its table and no others; the database holds the facts together."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from styrk.actions import commands
from styrk.actions.models import Action
from styrk.actions.states import MOVES, State
from styrk.core import states
from tests.actions.test_commands import DUE, REVIEW, YEAR, steps

pytestmark = pytest.mark.django_db

ACTS = {
    "hand_over": {"reason": "Grunn"},
    "change_deadline": {"due": DUE, "review_on": REVIEW, "reason": "Grunn"},
    "carry_out": {"note": ""},
    "drop": {"reason": "Grunn"},
    "judge": {"effect": "worked", "reason": "Grunn"},
    "wait": {"effect": "too_early", "reason": "Grunn", "next_review_on": date(2027, 6, 1)},
}
DOES = {
    "hand_over": commands.hand_over_action,
    "change_deadline": commands.change_deadline,
    "carry_out": commands.carry_out,
    "drop": commands.drop_action,
    "judge": commands.judge_effect,
    "wait": commands.judge_effect,
}


@pytest.mark.parametrize("state", State.values)
@pytest.mark.parametrize("act", ACTS)
def test_each_state_takes_its_acts_and_refuses_the_rest(
    planned, ward_leader, colleague, now, as_person, again, state, act
):
    with as_person(ward_leader):
        _put_in(planned, state, ward_leader, now)
        before = len(steps(planned))
        try:
            at = now + YEAR if act == "judge" else now
            facts = ACTS[act] | ({"to": colleague} if act == "hand_over" else {})
            DOES[act](action=planned, by=ward_leader, now=at, **facts)
        except states.NotNow:
            happened = False
        else:
            happened = True

    assert happened is ((state, act) in MOVES)
    assert len(steps(planned)) == before + happened
    assert again(ward_leader, planned).state == (MOVES[state, act] if happened else state)


def _put_in(action, state, by, now):
    """Bring the action to the state by the acts that lead there."""
    if state == "dropped":
        commands.drop_action(action=action, reason="Grunn", by=by, now=now)
    if state in {"done", "finished"}:
        commands.carry_out(action=action, note="", by=by, now=now)
    if state == "finished":
        commands.judge_effect(action=action, effect="worked", reason="Grunn", by=by, now=now + YEAR)


@pytest.mark.parametrize(
    "facts",
    [
        {"state": "finished", "effect": "worked"},
        {"state": "finished", "effect": ""},
        {"state": "done"},
        {"state": "tull"},
        {"effect": "tull"},
        {"level": "tull"},
        {"review_on": DUE - timedelta(days=1)},
    ],
)
def test_database_holds_the_facts_together(planned, ward_leader, as_person, facts):
    with as_person(ward_leader), pytest.raises(IntegrityError), transaction.atomic():
        Action.objects.filter(pk=planned.pk).update(**facts)
