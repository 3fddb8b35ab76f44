"""A system that asks with a token, and an indicator to ask about."""

from datetime import date, timedelta

import pytest
from django.test import Client

from styrk.access.commands import issue_token
from styrk.access.tokens import GIVEN
from styrk.core import clock
from styrk.indicators import commands
from styrk.indicators.shape import About, How


@pytest.fixture
def issue(world, now):
    """`issue(leader, units=[ward])`: the token, and its word."""

    def issue(person, *, units=None, permissions=GIVEN, until=None, name="Tall fra DIPS"):
        return issue_token(
            name=name,
            person=person,
            permissions=permissions,
            units=units or [world.trust],
            until=until or clock.day(now) + timedelta(days=30),
            by=person,
            now=now,
        )

    return issue


@pytest.fixture
def system(issue, stopped_clock):
    """`system(leader).get("/api/v1/…")`: a client that shows the person's token, and no cookies."""

    def system(person, **facts):
        _token, word = issue(person, **facts)
        return Client(headers={"Authorization": f"Bearer {word}"})

    return system


@pytest.fixture
def falls(world, now, quality_adviser):
    """Stays with a fall, of all stays, month by month."""
    about = About(code="fall", name="Fall", area="quality", unit=world.trust, owner=quality_adviser)
    how = How(
        kind="proportion",
        valid_from=date(2020, 1, 1),
        numerator="Opphold med fall",
        denominator="Opphold",
        measured_in="%",
        direction="down",
    )
    return commands.define_indicator(about=about, how=how, by=quality_adviser, now=now)


@pytest.fixture
def deliver(falls):
    """`deliver(client, [row], dry_run="true")`: the answer."""

    def deliver(client, rows, *, key=None, code="fall", **query):
        headers = {"Idempotency-Key": key} if key else {}
        return client.post(
            f"/api/v1/indicators/{code}/values",
            rows,
            content_type="application/json",
            query_params=query,
            headers=headers,
        )

    return deliver


@pytest.fixture
def row():
    """`row("f.med.1.a", "2026-01", 3, 100)`."""

    def row(unit="f.med.1.a", period="2026-01", numerator=3, denominator=100, **facts):
        return {
            "unit": unit,
            "period": period,
            "numerator": numerator,
            "denominator": denominator,
            **facts,
        }

    return row
