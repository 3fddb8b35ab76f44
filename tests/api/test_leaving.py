"""A token ends with its person's last day, and does not come to life again with the person."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from styrk.access import jobs
from styrk.core import clock
from styrk.overview.organisation import departures
from tests.api.test_tokens import ask
from tests.clients import yes_to
from tests.overview.organisation.test_imports import ADDRESS, send
from tests.overview.organisation.test_leaving import PEOPLE, row_of


def taken_back(_page, person, by, now):
    departures.take_back(person=person, by=by, now=now)


def returned(_page, person, by, now):
    departures.register_return(person=person, by=by, now=now)


def read_in(page, person, by, now):
    rows = "\n".join([PEOPLE, row_of(person, "tilbake")])
    client = page(by)
    shown = send(client, SimpleUploadedFile("people.csv", rows.encode()))
    client.post(ADDRESS, yes_to(shown))


@pytest.mark.parametrize("back", [taken_back, returned, read_in])
def test_a_token_does_not_return_with_the_person(
    issue, page, ward_leader, administrator, falls, stopped_clock, back
):
    now = stopped_clock.at
    token, word = issue(ward_leader)
    departures.register_departure(
        person=ward_leader, left_on=clock.day(now), by=administrator, now=now
    )
    assert ask(word).status_code == 200

    stopped_clock.at += timedelta(days=1)
    assert ask(word).status_code == 401
    back(page, ward_leader, administrator, stopped_clock.at)

    ward_leader.refresh_from_db()
    assert ward_leader.left_on is None
    assert ask(word).status_code == 401
    token.refresh_from_db()
    assert token.ended_at == stopped_clock.at


def test_a_departure_that_has_not_come_takes_no_token(
    issue, ward_leader, administrator, falls, now
):
    _token, word = issue(ward_leader)
    facts = {"person": ward_leader, "by": administrator, "now": now}
    departures.register_departure(left_on=clock.day(now), **facts)
    departures.take_back(**facts)

    assert ask(word).status_code == 200


def test_the_night_ends_what_is_left_behind(issue, ward_leader, administrator, now):
    token, _word = issue(ward_leader)
    departures.register_departure(
        person=ward_leader, left_on=clock.day(now), by=administrator, now=now
    )
    for days, is_ended in ((0, False), (1, True)):
        jobs.end_tokens(now + timedelta(days=days))
        token.refresh_from_db()
        assert bool(token.ended_at) is is_ended
