"""The little kommune of the demo: ten people, a year lived through the commands, a map on few screens."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from styrk.access.models import Account
from styrk.access.queries import standing_of
from styrk.appraisal.models import Appraisal
from styrk.compliance import pictures
from styrk.core import clock, guard, scope
from styrk.demo import kommune
from styrk.demo.people import World
from styrk.demo.personas import everyone, little, personas
from styrk.feedback.models import Voice
from styrk.goals.models import Goal
from styrk.incidents.models import Incident
from styrk.inspections.models import Finding
from styrk.intervention.queries import rules_of
from styrk.organisation.models import Unit
from styrk.overview.forskriftskart.queries import rows_of
from styrk.regulation.maps import MAPS
from styrk.regulation.types import Status
from styrk.risks.models import Risk
from styrk.yearly.models import YearlyReport
from tests.walking import foreign_in, walked

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def lived(db, world):
    told = kommune.settle_kommune(World(personas=world.people), NOW - timedelta(days=405))
    kommune.live_kommune(told, Random(1), NOW)
    return told


def test_what_is_written_is_of_units_that_are_there_and_tells_of_nobody():
    told = kommune.written()
    units = {one["code"] for one in told["unit"]}

    assert len([*told["persona"], *told["person"]]) == 10
    for kind in ("persona", "person", "practice", "judgement", "goal", "risk"):
        assert {one["unit"] for one in told[kind]} <= units
    for one in (*told["practice"], *told["judgement"], *told["goal"], *told["risk"]):
        for text in one.values():
            assert not guard.find(str(text)), text
    assert not set(little()) & set(personas())
    assert len(everyone()) == len(little()) + len(personas())


@pytest.mark.django_db
def test_a_year_in_a_little_kommune(lived):
    top = lived.units["TVE"]
    director = lived.personas["tverrvag_director"]

    with scope.acting(standing_of(director, clock.day(NOW)).scope):
        assert Incident.objects.filter(trust=top).count() == kommune.CASES
        assert Goal.objects.filter(trust=top).count() == 2
        assert Risk.objects.filter(trust=top).count() == 2
        assert {one.state for one in Finding.objects.filter(trust=top)} == {"met", "answered"}
        last, this = YearlyReport.objects.filter(unit=top).order_by("year")
        assert (last.year, last.state, last.treatment.case) == (2025, "treated", "PS 27/26")
        assert (this.year, this.state, this.words.count()) == (2026, "draft", 1)
        assert len(this.material["audits"]) == 1
        rows = rows_of(MAPS["kommuneloven"], top, clock.day(NOW), clock.day(NOW))
    held = {one.item.reference: one.status for one in rows}
    assert held["§ 25-2"] == held["§ 25-1 d"] == Status.SHOWN


def test_its_map_can_be_read_as_it_was_on_days_of_the_year(lived):
    top = lived.units["TVE"]

    def said(days_ago, letter):
        kept = pictures.as_of(top, clock.day(NOW - timedelta(days=days_ago)))
        return {one.letter.value: one.status for one in kept.evidence}[letter] if kept else None

    assert said(370, "8f") is None
    assert [said(days, "8f") for days in (300, 200)] == [Status.NOT_SHOWN, Status.PARTLY]
    assert [said(days, "7e") for days in (300, 100)] == [Status.NOT_SHOWN, Status.SHOWN]
    # The region has not lived to those days, and nothing is said of it.
    assert pictures.as_of(Unit.objects.exclude(trust=top).first(), clock.day(NOW)) is None


def test_its_leadership_has_heard_reviewed_and_switched_on(lived):
    top = lived.units["TVE"]
    director = lived.personas["tverrvag_director"]

    with scope.acting(standing_of(director, clock.day(NOW)).scope):
        review = Appraisal.objects.get(unit=top)
        assert (review.state, review.actions.count()) == ("signed", 2)
        assert Voice.objects.filter(held_by__trust=top).count() == 4
        rules = {one.rule.code for one in rules_of(top, clock.day(NOW)) if one.is_on}
    assert rules == {"late_order", "appraisal"}


def test_its_people_never_meet_the_words_of_a_trust(lived, client_of):
    """Every kind of page they come to, with what a year has left on it."""
    for key in ("tverrvag_nurse", "tverrvag_leader", "tverrvag_director", "tverrvag_mayor"):
        person = lived.personas[key]
        Account.objects.create(username=key, person=person, password="!")
        assert foreign_in(walked(client_of(person))) == {}
