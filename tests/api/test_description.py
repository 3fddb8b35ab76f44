"""The description of the program interface, and that it does what it says: schemathesis asks it."""

from collections import Counter

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from styrk.overview.api.description import described

EXAMPLES = 10
# What is too much is refused as such, before it is looked into.
CONFIG = schemathesis.Config.from_dict(
    {"checks": {"negative_data_rejection": {"expected-statuses": [400, 401, 404, 405, 413, 422]}}}
)
UNIT = "f.med.1.a"
ALLOWED, WRONG = schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE


def test_the_description_is_the_one_that_is_served(client, db):
    answer = client.get("/api/v1/openapi.json")

    assert answer["Content-Type"] == "application/json"
    assert answer.json()["openapi"] == "3.1.0"
    assert set(answer.json()["paths"]) == {
        "/api/v1/indicators",
        "/api/v1/indicators/{code}/series",
        "/api/v1/indicators/{code}/values",
    }


def test_every_operation_needs_a_token_and_refuses_alike():
    told = described()
    for methods in told["paths"].values():
        for operation in methods.values():
            assert operation["security"] == [{"Bearer": []}]
            refusal = operation["responses"][422]["content"]
            assert list(refusal) == ["application/problem+json"]


def test_the_page_tells_of_every_operation(page, db):
    answer = page().get("/api/")

    html = answer.content.decode()
    assert answer.status_code == 200
    assert all(path in html for path in described()["paths"])


@pytest.fixture
def application(db):
    """The program itself, on the test's own connection, as the test client uses it."""
    # It asks for the folder of static files, which the set-up of the database makes.
    from styrk.config import wsgi

    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield wsgi.application
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("list_indicators", ALLOWED),
        ("read_series", ALLOWED),
        ("read_series", WRONG),
        ("deliver_values", ALLOWED),
        ("deliver_values", WRONG),
    ],
)
def test_it_does_what_it_says(
    name, mode, application, issue, falls, quality_adviser, stopped_clock
):
    """Requests through all of the middleware: no failure of ours, no answer that is not described.

    Those that the description allows are about an indicator and a unit that are there.
    """
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application, config=CONFIG)
    operation = schema.find_operation_by_id(name)
    _token, word = issue(quality_adviser)
    told = Counter()

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(mode))
    def asked(case):
        if mode is ALLOWED:
            _about_what_is_there(case)
        answer = case.call_and_validate(
            headers={"Authorization": f"Bearer {word}", "Accept-Encoding": "identity"},
            excluded_checks=[positive_data_acceptance],
        )
        told[answer.status_code] += 1

    asked()
    assert told.total() >= EXAMPLES or name == "list_indicators"
    if mode is ALLOWED:
        assert told[200], f"never let through: {told}"


def _about_what_is_there(case):
    """Whatever else is sent."""
    if case.path_parameters:
        case.path_parameters["code"] = "fall"
    if "unit" in case.query:
        case.query["unit"] = UNIT
    if isinstance(case.body, list):
        for month, row in enumerate(case.body[:9], start=1):
            row |= {"unit": UNIT, "period": f"2026-0{month}", "numerator": 1, "denominator": 2}
        case.query["accept_valid"] = "true"
