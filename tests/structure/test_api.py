"""Every operation of the program interface has a rule, and holds it for every role."""

import pytest
from django.test import Client

from styrk.access.commands import issue_token
from styrk.access.permissions import Permission
from styrk.access.tokens import GIVEN
from styrk.core import clock
from styrk.overview.api.interface import operations
from styrk.overview.api.views import WORDS
from tests.structure.source import said
from tests.world import PEOPLE, standing

OPERATIONS = {one.operation_id: one for one in operations()}
# A call of each operation that is in order, about something that is not there.
CALLS = {
    "list_indicators": ("get", "/api/v1/indicators", None),
    "read_series": ("get", "/api/v1/indicators/none/series?unit=f", None),
    "deliver_values": (
        "post",
        "/api/v1/indicators/none/values",
        [{"unit": "f", "period": "2026-01", "numerator": 1}],
    ),
}
# One of each role, by the world's people.
ROLES = {role: key for key, _name, _title, _unit, role in PEOPLE}


def test_every_operation_has_a_permission_that_a_token_can_give():
    found = [
        name
        for name, one in OPERATIONS.items()
        if getattr(one.view_func, "rule", None) not in GIVEN
    ]

    assert len(OPERATIONS) >= 3, "no operations found: this test looks at nothing"
    assert not found, said(
        found,
        "Put @permitted(Permission.…) on it. If tokens cannot be given that permission, think of "
        "what a stolen one would open, and add it to access.tokens.GIVEN.",
    )


def test_every_operation_is_called_here_and_told_of_on_the_page():
    assert set(CALLS) == set(WORDS) == set(OPERATIONS)


def test_tokens_open_no_case():
    cases = {Permission.SEE_INCIDENTS, Permission.SEE_REPORTER, Permission.HANDLE_INCIDENTS}

    assert not cases & set(GIVEN)


def call(client: Client, operation: str) -> int:
    method, path, body = CALLS[operation]
    ask = getattr(client, method)
    facts = {"content_type": "application/json"} if body is not None else {}
    return ask(path, body, **facts).status_code


@pytest.mark.parametrize("operation", sorted(CALLS))
def test_without_a_token_no_operation_answers(db, operation):
    assert call(Client(), operation) == 401


@pytest.mark.parametrize("operation", sorted(CALLS))
@pytest.mark.parametrize("role", sorted(ROLES))
def test_every_role_may_what_it_may_and_no_more(world, now, stopped_clock, role, operation):
    person = world.people[ROLES[role]]
    _token, word = issue_token(
        name="Prøve",
        person=person,
        permissions=GIVEN,
        units=[world.region, world.municipality],
        until=clock.day(now),
        by=person,
        now=now,
    )
    rule = OPERATIONS[operation].view_func.rule
    may = rule in {p for post in standing(person, now).posts for p in post.role.permissions}

    status = call(Client(headers={"Authorization": f"Bearer {word}"}), operation)

    expected = {200, 404} if may else {403}
    assert status in expected, f"{role} calls {operation}: {status}"
