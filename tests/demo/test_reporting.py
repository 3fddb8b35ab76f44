"""The written reports are whole and true at any time of the year; and what is sent, asked, shown and missing."""

import re
from datetime import date, datetime, timedelta
from random import Random

import pytest
from django.db import transaction

from styrk.access import queries as access
from styrk.core import guard, scope
from styrk.core.clock import OSLO
from styrk.demo import people, reporting, world_files, year
from styrk.demo.people import LEVELS, World
from styrk.review.layouts import all_layouts
from styrk.review.models import Presentation, Question, Report, Version
from tests.demo.test_world import WEEKDAY_OR_MONTH

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=OSLO)
LEVEL = {unit.code: LEVELS[unit.level] for unit in world_files.units()}
WRITTEN = reporting.written()


@pytest.mark.parametrize("told", WRITTEN, ids=lambda told: f"{told['layout']} {told['unit']}")
def test_all_that_must_be_written_is_and_nothing_else(told):
    layout = all_layouts()[told["layout"]]

    assert layout.written_at(LEVEL[told["unit"]])
    required = {one.code for one in layout.sections if one.written == "required"}
    assert required <= set(told["words"]) <= {one.code for one in layout.to_write()}


@pytest.mark.parametrize("told", WRITTEN, ids=lambda told: f"{told['layout']} {told['unit']}")
def test_the_words_are_true_whatever_day_the_demo_is_built(told):
    for text in [*told["words"].values(), told.get("question", "")]:
        guard.refuse_identity(text)
        assert not re.search(r"\d", text), text
        assert not WEEKDAY_OR_MONTH.search(text), text


def test_everyone_whose_tertial_is_set_together_has_sent_one():
    sent = {told["unit"] for told in WRITTEN if told["layout"] == "tertialrapport"}

    assert sent == {code for code, level in LEVEL.items() if is_written_at(level)}


def is_written_at(level: str) -> bool:
    return all_layouts()["tertialrapport"].written_at(level)


@pytest.mark.parametrize(
    ("today", "month", "tertial"),
    [
        (date(2026, 11, 20), "2026-10", "2026-T2"),
        (date(2026, 11, 14), "2026-10", "2026-T2"),
        (date(2026, 11, 13), "2026-09", "2026-T2"),
        (date(2026, 9, 30), "2026-08", "2026-T1"),
        (date(2026, 10, 1), "2026-08", "2026-T2"),
        (date(2027, 1, 4), "2026-11", "2026-T2"),
    ],
)
def test_the_newest_is_one_that_all_should_have_sent(today, month, tertial):
    layouts = all_layouts()

    assert reporting.newest_due(layouts["manedsrapport"], today) == month
    assert reporting.newest_due(layouts["ledelsesrapport"], today) == month
    assert reporting.newest_due(layouts["tertialrapport"], today) == tertial


@pytest.fixture(scope="module")
def lived(django_db_setup, django_db_blocker):
    """The demo's people and their reports, of nothing; all of it undone afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        world, random = World(), Random(1)
        people.settle(world, random, NOW - timedelta(days=year.DAYS + 40))
        reporting.settle_tertial(world, random, NOW)
        reporting.settle_monthly(world, random, NOW)
        with scope.acting(scope.SYSTEM):
            yield world
        transaction.set_rollback(True)
    access._standing.cache_clear()
    access._posts.cache_clear()


def states(layout: str, period: str) -> dict[str, str]:
    found = Report.objects.filter(layout=layout, period=period)
    return dict(found.values_list("unit__code", "state"))


def test_of_the_newest_month_one_is_sent_one_asked_about_and_one_missing(lived):
    assert states("manedsrapport", "2026-10") == {"HF-TIN": "submitted", "HF-VID": "returned"}
    assert Question.objects.get().asked_by == lived.leader_of("FJELL")

    before = {"HF-VID": "submitted", "HF-TIN": "submitted", "HF-APO": "submitted"}
    assert states("manedsrapport", "2026-09") == before
    assert states("ledelsesrapport", "2026-09") == {"FJELL": "submitted"}


def test_the_board_saw_the_regions_tertial_of_what_the_trusts_had_sent(lived):
    shown = Presentation.objects.get()

    assert shown.version.report.unit.code == "FJELL"
    assert bytes(shown.pdf).startswith(b"%PDF")
    below = {one["code"]: one["version"] for one in shown.version.content["below"]}
    assert below == {"HF-VID": 1, "HF-TIN": 1, "HF-APO": 1}


def test_each_is_sent_by_its_leader_on_the_day_it_was_due(lived):
    versions = Version.objects.select_related("report__unit", "by")

    assert len(versions) == len(WRITTEN)
    for one in versions:
        assert one.by == lived.leader_of(one.report.unit.code)
        assert one.at.astimezone(OSLO).date() == one.report.due_on
