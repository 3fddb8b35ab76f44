"""The written mandate is coherent and free of real people; and what comes of it in the built world."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.db import transaction

from styrk.access import queries as access
from styrk.core import guard, scope
from styrk.core.clock import OSLO
from styrk.demo import people, world_files, year
from styrk.demo.mandate import file, owner, settle_mandate
from styrk.demo.people import World
from styrk.goals.models import Goal
from styrk.overview.threads import weaving
from styrk.regulation.letters import LETTERS
from styrk.requirements.models import (
    Announcement,
    AnnualReport,
    Edition,
    Placement,
    PlacementAction,
    PlacementStep,
    Requirement,
    StatusReport,
    Succession,
)
from styrk.requirements.states import Course, Fate, Kind, Rhythm, State
from tests.demo.owned import the_region_answers_its_owner

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=OSLO)
DOCUMENTS = [file.last_year(2025), file.this_year(2026), file.supplement(2026)]
PARENTS = {unit.code: unit.parent for unit in world_files.units()}


def asking(document: file.Document) -> list[file.Told]:
    return [told for told in document.points if "kind" in told]


def answers(told: file.Told) -> list[file.Told]:
    found: list[file.Told] = told.get("answers", [])
    return found


def texts(told: Any) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict | list):
        for one in told.values() if isinstance(told, dict) else told:
            yield from texts(one)


def above(code: str) -> Iterator[str]:
    while code := PARENTS[code]:
        yield code


# --- the file


def test_there_are_about_sixty_this_year_and_fewer_last_year():
    last, this, supplement = map(len, map(asking, DOCUMENTS))

    assert 58 <= this <= 64
    assert 20 <= last <= this / 1.5
    assert supplement == 5


@pytest.mark.parametrize(
    "document", [*DOCUMENTS, owner.last_year(2025), owner.this_year(2026), owner.minutes(2026)]
)
def test_points_are_unique_and_stand_under_their_heading(document):
    seen: set[str] = set()
    for told in document.points:
        assert re.fullmatch(r"\d(\.\d+)?", told["point"])
        assert told["point"] not in seen
        parent = told["point"].rpartition(".")[0]
        assert not parent or parent in seen, told["point"]
        assert told["title"]
        assert told["text"]
        seen.add(told["point"])


def test_every_kind_and_rhythm_is_there_and_a_target_says_how_much():
    points = asking(DOCUMENTS[1])

    assert {told["kind"] for told in points} == set(Kind)
    assert {told["rhythm"] for told in points if "rhythm" in told} == set(Rhythm)
    assert {letter for told in points for letter in told.get("letters", ())} <= set(LETTERS)
    for told in points:
        assert ("goal" in told) == (told["kind"] == Kind.TARGET), told["point"]
        assert ("rhythm" in told) == (told["kind"] != Kind.INFORMATION), told["point"]
    assert sum(bool(re.search(r"\d", told.get("goal", ""))) for told in points) >= 18


def test_two_are_imposed_and_they_alone_have_an_action():
    imposed = [told for told in asking(DOCUMENTS[1]) if told.get("imposed")]

    assert len(imposed) == 2
    assert all(("action" in told) == (told in imposed) for told in asking(DOCUMENTS[1]))


def test_who_answers_was_asked_and_lies_below_the_one_who_asked():
    for told in (*DOCUMENTS[1].points, *DOCUMENTS[2].points):
        asked = set(file.placed_at(told))
        for answer in answers(told):
            below = set(answer.get("to", ()))
            assert answer["unit"] in asked, (told["point"], answer)
            assert all(answer["unit"] in above(code) for code in below), (told["point"], answer)
            asked |= below


def test_each_answer_is_one_thing_and_tells_what_it_needs():
    for told in (*DOCUMENTS[1].points, *DOCUMENTS[2].points):
        for answer in answers(told):
            accepts = "means" in answer
            refuses = "declined" in answer and "insisted" not in answer
            assert accepts + refuses + bool(answer.get("wait")) == 1, (told["point"], answer)
            assert {course for course, _ in answer.get("status", ())} <= set(Course)


def test_actions_come_from_an_answer_in_the_file():
    rows = DOCUMENTS[1].rows
    for action in file.written()["action"]:
        assert "means" in file.answer_of(rows[action["point"]], action["unit"]), action
    assert len(file.written()["action"]) == 10


def test_no_text_points_at_a_person_or_closes_an_incident():
    said = [*texts(file.written()), *texts(owner.written())]

    assert len(said) > 500
    assert not [text for text in said if guard.blocking(text) or guard.warnings(text)]
    assert not [text for text in said if re.search(r"luk\w* avvik", text.lower())]


def test_the_newest_that_is_old_enough():
    assert file.newest("02-12", NOW, 125) == 2026
    assert file.newest("02-12", datetime(2027, 5, 1, tzinfo=OSLO), 125) == 2026
    assert file.newest("08-24", NOW - timedelta(days=60), 45) == 2025


# --- what comes of it


@pytest.fixture(scope="module")
def lived(django_db_setup, django_db_blocker):
    """The demo's people, and the demands of its year; all of it undone afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        world, random = World(), Random(1)
        people.settle(world, random, NOW - timedelta(days=year.DAYS + 40))
        settle_mandate(world, random, NOW)
        with scope.acting(scope.SYSTEM):
            yield world
        transaction.set_rollback(True)
    access._standing.cache_clear()
    access._posts.cache_clear()


def test_the_world_has_what_is_promised(lived):
    labels = Edition.objects.order_by("pk").values_list("source__kind", "label")
    assert Counter(labels) == {
        ("owner_letter", "2025"): 1,
        ("mandate", "2025"): 1,
        ("regulation", "2020-03-01"): 1,
        ("owner_letter", "2026"): 1,
        ("mandate", "2026"): 1,
        ("minutes", "2026"): 1,
        ("supplement", "2026"): 1,
    }
    the_forskrift_lies_with_the_trusts()
    demands_led_to_goals_down_to_an_effect()
    last_years_report_stands_and_this_years_is_written()
    the_region_answers_its_owner(lived, NOW.date())
    the_whole_thread_is_seen(lived)
    every_succession_is_reviewed()
    all_three_levels_answered()
    acts_are_there()
    visitors_have_something_to_answer()
    nothing_is_in_the_future()


def the_forskrift_lies_with_the_trusts() -> None:
    letters = Requirement.objects.filter(edition__source__kind="regulation").exclude(letters=[])
    assert {one.letters[0] for one in letters} <= set(LETTERS)
    assert letters.count() == 21
    placed = Counter(
        Placement.objects.filter(requirement__in=letters).values_list("unit__code", "state")
    )
    assert placed == {
        ("HF-VID", "accepted"): 21,
        ("HF-TIN", "placed"): 21,
        ("HF-APO", "placed"): 21,
        ("ELV", "placed"): 21,
    }


def demands_led_to_goals_down_to_an_effect() -> None:
    told = file.written()["goal"]
    assert Goal.objects.count() == len(told)
    ward = Goal.objects.select_related("above__above__placement__requirement").get(
        title="Huden er sett på hos alle den dagen de kommer"
    )
    top = ward.above.above
    assert top.unit.code == "HF-VID"
    assert top.placement.requirement.point == "4.1"
    assert ward.actions.get().action.effect == "worked"


def the_whole_thread_is_seen(lived: World) -> None:
    """From the owner's sentence through three levels to an effect, as the trust's leader sees it."""
    leader = lived.leaders["HF-VID"][0]
    standing, today = access.standing_of(leader, NOW.date()), NOW.date()
    requirement = Requirement.objects.get(
        edition__label="2026", edition__source__kind="mandate", point="4.1"
    )
    with scope.acting(standing.scope):
        found = weaving.find("requirement", requirement.uuid, standing, today)
        assert found
        woven = weaving.thread(*found, standing, today)
    at: dict[str, set[str]] = {}
    for node in woven.nodes.values():
        at.setdefault(node.kind, set()).add(node.where)
    units = {lived.units[code].name for code in ("HF-VID", "V-MED", "V-M1")}
    assert units <= at["placement"]
    assert units <= at["goal"]
    titles = {node.title for node in woven.nodes.values() if node.kind == "action"}
    assert "Hudkort på senga fra første vakt" in titles


def last_years_report_stands_and_this_years_is_written() -> None:
    reports = {(one.unit.code, one.year): one for one in AnnualReport.objects.all()}
    assert {key: one.state for key, one in reports.items()} == {
        ("HF-VID", 2025): "approved",
        ("FJELL", 2025): "approved",
        ("HF-VID", 2026): "draft",
    }
    frozen = reports["HF-VID", 2025]
    answered = [one for document in frozen.content["documents"] for one in document["answers"]]
    assert len(answered) >= 15
    assert frozen.hearings.count() == 3
    assert reports["HF-VID", 2026].foreword


def every_succession_is_reviewed() -> None:
    assert not Succession.objects.filter(reviewed_at__isnull=True).exists()
    fates = Counter(Succession.objects.values_list("fate", flat=True))
    assert fates[Fate.GONE] == len(file.written()["gone"])
    assert fates[Fate.CHANGED] >= 5
    assert fates[Fate.SAME] >= 10
    assert Placement.objects.filter(continues__isnull=False, state=State.ACCEPTED).exists()


def all_three_levels_answered() -> None:
    accepted = Placement.objects.filter(state=State.ACCEPTED)
    depth = Counter(path.count(".") for path in accepted.values_list("unit__path", flat=True))
    assert depth[2] > 80
    assert depth[3] > 20
    assert depth[4] + depth[5] > 10
    assert len(set(accepted.values_list("meaning", flat=True))) > 80


def acts_are_there() -> None:
    acts = Counter(PlacementStep.objects.values_list("act", flat=True))
    assert acts["insist"] == 1
    assert acts["decline"] >= 4
    assert acts["withdraw"] == len(file.written()["gone"])
    assert PlacementAction.objects.count() == len(file.written()["action"])
    assert {"2026-T1", "2026-T2"} <= set(StatusReport.objects.values_list("period", flat=True))
    seen = Announcement.objects.get().told.exclude(seen_at=None).count()
    assert 0 < seen < Announcement.objects.get().told.count()
    assert sum(acts.values()) < 750


def visitors_have_something_to_answer() -> None:
    for code in ("V-M1", "V-MED"):
        waiting = Placement.objects.filter(unit__code=code, state=State.PLACED)
        assert 1 <= waiting.filter(answer_due__gt=NOW.date()).count() <= 2
        assert not waiting.filter(answer_due__lt=NOW.date()).exists()


def nothing_is_in_the_future() -> None:
    assert not PlacementStep.objects.filter(at__gt=NOW).exists()
    assert not Edition.objects.filter(published_at__gt=NOW).exists()
