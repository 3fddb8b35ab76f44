"""§ 8 a in the map: a plan that is approved and followed shows it; a quarter that passes takes it away."""

from datetime import date

import pytest

from styrk.auditplan.evidence import CLAIMS, audits_are_planned
from styrk.core import clock, scope
from styrk.core.asking import ask
from styrk.regulation.types import Question, Status

pytestmark = pytest.mark.django_db


@pytest.fixture
def status(world):
    """`status(unit, day)`: what the rule says there on a day."""

    def status(unit, day):
        question = Question(unit.pk, unit.code, unit.path, day, day)
        with scope.acting(scope.SYSTEM):
            return audits_are_planned(question, ask(CLAIMS[0].read(question))).status

    return status


def test_without_any_plan_the_rule_says_nothing(world, status, now):
    assert status(world.ward, clock.day(now)) is Status.UNKNOWN


def test_8_a_is_shown_by_a_plan_that_is_approved_and_followed(world, approved, status):
    assert status(world.ward, date(2027, 2, 1)) is Status.SHOWN
    assert status(world.ward, date(2027, 4, 1)) is Status.PARTLY
    assert status(world.region, date(2028, 1, 1)) is Status.NOT_SHOWN
    assert status(world.municipality, date(2027, 2, 1)) is Status.UNKNOWN


def test_a_draft_shows_nothing(world, begun, lined, status):
    lined()
    assert status(world.region, date(2027, 2, 1)) is Status.NOT_SHOWN
