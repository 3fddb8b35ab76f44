"""What §§ 8 a, 8 b and 9 a show of what others found."""

import pytest

from styrk.core import clock, scope
from styrk.inspections import commands
from styrk.inspections.evidence import CLAIMS
from styrk.regulation.queries import weigh
from styrk.regulation.types import Question

pytestmark = pytest.mark.django_db


@pytest.fixture
def letters(now):
    def letters(unit):
        today = clock.day(now)
        found = weigh(Question(unit.pk, unit.code, unit.path, today, today), CLAIMS)
        return {one.letter.value: (one.status.value, one.explanation) for one in found}

    return letters


def test_nobody_has_looked(letters, world):
    found = letters(world.ward)

    assert found["8a"][0] == found["8b"][0] == "not_shown"
    assert found["9a"][0] == "unknown"


def test_what_is_planned_shows_nothing(planned, letters, world):
    planned()

    assert letters(world.ward)["8a"][0] == "not_shown"


def test_a_report_above_and_an_answer_show_it(answered, letters, world):
    """Never more than partly of 8 b, which asks for a judgement."""
    found = letters(world.ward)

    assert found["6g"] == ("shown", "1 funn fra tilsyn og revisjoner er samlet.")
    assert found["8a"] == ("shown", "1 tilsyn eller revisjon er rapportert siste to år.")
    assert found["8b"] == ("partly", "1 av 1 funn er besvart (100\u00a0%).")


def test_it_is_seen_by_everyone_and_tells_no_text(finding, letters, world, nurse, as_person):
    with as_person(nurse):
        found = letters(world.ward)

    assert found["8b"] == ("not_shown", "0 av 1 funn er besvart (0\u00a0%).")


def test_another_clinic_has_shown_nothing(answered, letters, world):
    assert letters(world.other_ward)["8a"][0] == "not_shown"


def test_9_a_asks_for_what_is_confirmed(
    reported, found, letters, world, ward_leader, quality_adviser, now, as_person
):
    (breach,) = reported(found("breach")).findings.all()
    assert letters(world.ward)["9a"][0] == "partly"
    with as_person(ward_leader):
        commands.answer_finding(
            finding=breach,
            answer="Ja.",
            meet_due=clock.after(now, days=9),
            by=ward_leader,
            now=now,
        )
        commands.claim_met(
            finding=breach, how="Rettet.", without="Alt gjort.", by=ward_leader, now=now
        )
    with as_person(quality_adviser):
        commands.confirm_met(finding=breach, seen="Sett.", by=quality_adviser, now=now)

    status, said = letters(world.ward)["9a"]
    assert status == "shown"
    assert said.startswith("1 av 1 lovbrudd og pålegg er bekreftet rettet")


def test_9_a_is_not_shown_where_something_is_late(reported, found, letters, world, now):
    with scope.acting(scope.SYSTEM):
        (order,) = reported(found("order", deadline=clock.after(now, days=5))).findings.all()
        type(order).objects.update(deadline=clock.after(now, days=-1))

    assert letters(world.ward)["9a"][0] == "not_shown"
