"""`styrk token`: the operator gives other systems access, and ends it."""

import json
from datetime import timedelta

import pytest
from click.testing import CliRunner

from styrk.access.models import Token
from styrk.config.cli import styrk
from styrk.core import clock

# The commands end their own connections.
pytestmark = pytest.mark.django_db(transaction=True)


def ask(*arguments):
    return CliRunner().invoke(styrk, ["token", *arguments])


def test_the_operator_gives_lists_and_ends(ward_leader, stopped_clock, now):
    until = (clock.day(now) + timedelta(days=30)).isoformat()
    told = ask(
        "issue",
        ward_leader.employee_number,
        "DIPS",
        "--unit",
        "f.med.1.a",
        "--permission",
        "record_values",
        "--until",
        until,
        "--json",
    )

    facts = json.loads(told.stdout)
    assert (facts["person"], facts["permissions"], facts["units"], facts["until"]) == (
        "Lars Lunde",
        ["record_values"],
        ["f.med.1.a"],
        until,
    )
    (listed,) = json.loads(ask("list", "--json").stdout)
    assert listed == {name: fact for name, fact in facts.items() if name != "token"}
    assert facts["token"] not in ask("list").output
    ended = json.loads(ask("end", facts["id"], "--json").stdout)
    assert ended["ended_at"]
    assert ask("end", facts["id"]).exit_code == 1


def test_the_operator_is_told_what_is_wrong(world, stopped_clock):
    wrong = (
        ("issue", "nobody", "DIPS", "--unit", "f", "--until", "2026-12-01"),
        ("issue", "T4", "DIPS", "--unit", "nowhere", "--until", "2026-12-01"),
        ("issue", "T4", "DIPS", "--unit", "f", "--until", "2030-12-01"),
        ("end", "00000000-0000-0000-0000-000000000000"),
    )
    for arguments in wrong:
        answer = ask(*arguments)

        assert answer.exit_code == 1, arguments
        assert "Error" in answer.output
    assert not Token.objects.exists()
