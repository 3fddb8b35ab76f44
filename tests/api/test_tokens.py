"""A token acts for a person: never more than the person may, and never longer than it is for."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from styrk.access import commands, tokens
from styrk.access.middleware import ScopeMiddleware
from styrk.access.models import Account, Token
from styrk.access.permissions import Permission
from styrk.access.queries import narrowed
from styrk.core import clock, scope
from styrk.organisation.commands import record_departure
from styrk.trail.models import Entry
from tests import world as worlds

LIST = "/api/v1/indicators"


def ask(word, **headers):
    return Client().get(LIST, headers={"Authorization": f"Bearer {word}", **headers})


@pytest.fixture(autouse=True)
def the_clock(stopped_clock):
    return stopped_clock


def test_only_the_digest_is_kept_and_the_trail_says_no_word(issue, ward_leader, as_person):
    token, word = issue(ward_leader)

    assert word.startswith("styrk_")
    assert len(word) > 43
    assert token.digest == tokens.digest_of(word)
    with as_person(ward_leader):
        entry = Entry.objects.get(act="issue_token")
    assert entry.text == "Ga «Tall fra DIPS» tilgang på vegne av Lars Lunde"
    assert word not in f"{entry.detail}{entry.text}{Token.objects.values().get()}"


def test_a_token_in_force_is_let_in_and_its_day_noted(issue, ward_leader, falls, now):
    token, word = issue(ward_leader)

    assert ask(word).status_code == 200
    token.refresh_from_db()
    assert token.last_used_on == clock.day(now)


def ended(token, person, now):
    commands.end_token(token=token, by=person, now=now)


def left(token, person, now):
    record_departure(person=person, left_on=clock.after(now, days=-1), by=None, now=now)


def shut_out(token, person, now):
    account = Account.objects.get(person=person)
    commands.close_account(account=account, by=None, now=now)


@pytest.mark.parametrize("happens", [ended, left, shut_out])
def test_whatever_is_wrong_the_answer_is_the_same(issue, ward_leader, falls, now, happens):
    token, word = issue(ward_leader)
    unknown = ask("styrk_nonsense")
    assert ask(word).status_code == 200

    happens(token, ward_leader, now)

    answer = ask(word)
    assert answer.status_code == 401
    assert answer.content == unknown.content
    assert answer["WWW-Authenticate"] == "Bearer"


def test_one_that_is_through_is_refused_alike(issue, ward_leader, falls, now, the_clock):
    _token, word = issue(ward_leader)
    unknown = ask("styrk_nonsense")
    the_clock.at = now + timedelta(days=31)

    answer = ask(word)

    assert (answer.status_code, answer.content) == (401, unknown.content)


def test_nothing_shown_is_refused_alike(falls, ward_leader, client_of):
    for headers in ({}, {"Authorization": "Basic abc"}, {"Authorization": "Bearer "}):
        assert Client().get(LIST, headers=headers).status_code == 401
    assert client_of(ward_leader).get(LIST).status_code == 401, "a session is no token"


def test_no_cookie_is_set_and_no_session_asked_for(issue, ward_leader, falls):
    answer = ask(issue(ward_leader)[1])

    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert answer["Cache-Control"] == "no-store"


def test_posting_needs_no_form_token(issue, ward_leader, falls, deliver, row, stopped_clock):
    _token, word = issue(ward_leader)
    client = Client(enforce_csrf_checks=True, headers={"Authorization": f"Bearer {word}"})

    assert deliver(client, [row()]).status_code == 200


def test_a_token_is_narrower_than_its_person(issue, world, department_leader, now):
    token, _word = issue(department_leader, units=[world.ward])
    whole = worlds.standing(department_leader, now)

    narrow = narrowed(whole, token)

    assert world.department.pk in whole.may[Permission.RECORD_VALUES]
    assert narrow.may[Permission.RECORD_VALUES].ids == {world.ward.pk}
    assert not narrow.may[Permission.SEE_INCIDENTS]
    assert not narrow.scope.units("incident")
    assert narrow.scope.person_id is None, "grants to the person are no grants to the system"
    assert (narrow.posts, narrow.trusts) == ((), frozenset())


def test_a_token_reaches_no_further_than_its_person(issue, world, ward_leader, now):
    token, _word = issue(ward_leader, units=[world.region])

    narrow = narrowed(worlds.standing(ward_leader, now), token)

    assert narrow.may[Permission.RECORD_VALUES].ids == {world.ward.pk}


def test_the_database_shows_a_system_no_case(issue, world, ward_leader, now, monkeypatch):
    _token, word = issue(ward_leader)
    seen = {}
    answer_as = ScopeMiddleware._answer_as

    def watched(self, request):
        def answer(asked):
            seen["scope"] = scope.current()
            with connection.cursor() as cursor:
                cursor.execute("SELECT current_setting('styrk.units_incident', true)")
                seen["units"] = cursor.fetchone()[0]
            return inner(asked)

        inner, self.answer = self.answer, answer
        try:
            return answer_as(self, request)
        finally:
            self.answer = inner

    monkeypatch.setattr(ScopeMiddleware, "_answer_as", watched)
    assert ask(word).status_code == 200
    assert seen["units"] == "{}"
    assert seen["scope"].posts == scope.NONE


def test_the_permission_that_is_not_given_is_refused(system, ward_leader, deliver, row):
    client = system(ward_leader, permissions=[Permission.SEE_INDICATORS])

    assert client.get(LIST).status_code == 200
    assert deliver(client, [row()]).status_code == 403


@pytest.mark.parametrize(
    "change",
    ["until = '2099-01-01'", "permissions = '{see_incidents}'", "person_id = 1", "digest = 'x'"],
)
def test_the_database_lets_nobody_widen_a_token(issue, ward_leader, change):
    issue(ward_leader)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE access_token SET {change}")


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"permissions": []},
        {"permissions": [Permission.SEE_INCIDENTS]},
        {"days": -1},
        {"days": 400},
    ],
)
def test_what_a_token_cannot_be(issue, ward_leader, now, wrong):
    if "days" in wrong:
        wrong = {"until": clock.after(now, days=wrong["days"])}

    with pytest.raises(commands.TokenRefused):
        issue(ward_leader, **wrong)


def test_ending_twice_is_refused(issue, ward_leader, now):
    token, _word = issue(ward_leader)
    commands.end_token(token=token, by=ward_leader, now=now)

    with pytest.raises(commands.TokenRefused):
        commands.end_token(token=token, by=ward_leader, now=now)
